// Does the answer stand when what nobody knows is otherwise?

import type { Study } from "../../sim/scenario/study.ts";
import type { Comparison } from "../../sim/study/compareResult.ts";
import { changeInWords, standsInWords, verdicts } from "../compareStands.ts";
import { leftAsBest, measureName, signedShown, termsOf, unitWords } from "../compareWords.ts";
import { html } from "../page.ts";
import type { Row } from "../row.ts";
import { table, withMargin, type Cell } from "../tables/table.ts";
import { capital } from "../words.ts";

/** Null where the study asks for none. */
export function sensitivityRow(study: Study, comparison: Comparison): Row | null {
  const { sensitivity, measures: [measure], differences } = comparison, terms = termsOf(study, comparison), variants = study.ways.slice(1).map(({ name }) => name);
  if (sensitivity === null) return null;
  const names = study.ways.map(({ name }) => name), all = verdicts(comparison, names);
  const best = (some: readonly string[] | null) => (some === null ? "" : some.length === names.length ? "any" : some.join(" or "));
  const title = all.every(({ effect }) => effect === "none") ? "The answer stands" : all.some(({ effect }) => effect === "turned") ? "Where the answer does not stand" : "The answer stands, though not always as clearly";
  return {
    title,
    note: `${standsInWords(comparison, names)} Each change is made in all ways of working at once, on the same callers. ${capital(measureName(measure, terms))}, each variant less the base, ${unitWords(measure, terms)}, with its 95% interval. ▾: surely the other way round, or another best. ○: surely different in only one of the two, with the change or without it.`,
    wide: true,
    panels: [table({
      caption: "Does the answer stand?",
      columns: ["With", ...variants, "May be the best"],
      body: [
        [{ text: "nothing changed" }, ...variants.map((name): Cell => ({ text: withMargin(signedShown(measure, differences[name][measure])) })), { text: best(leftAsBest(study, comparison, measure)), words: true }],
        ...all.map(({ change, instead }): Cell[] => [
          { text: changeInWords(change) },
          ...variants.map((name): Cell => ({ text: html`${change.stands[name] === null ? "○ " : ""}${withMargin(signedShown(measure, change.differences[name]))}`, bad: change.stands[name] === false })),
          instead.length > 0 ? { text: best(change.best), bad: true } : { text: best(change.best), words: true },
        ]),
      ],
    })],
  };
}

// What every way of working costs.

import type { Study } from "../../sim/scenario/study.ts";
import type { Comparison } from "../../sim/study/compareResult.ts";
import { MONEY_MEASURES } from "../../sim/study/compareMeasures.ts";
import { measureName, measureShown, PER_WORDS, sideOf, signedShown, sizeShown, termsOf, unitWords, wayInWords } from "../compareWords.ts";
import type { Row } from "../row.ts";
import { table, withMargin, type Cell } from "../tables/table.ts";
import { capital, inSentence } from "../words.ts";

/** Null where nothing is said of pay or credits, or the figures have it all. */
export function moneyRow(study: Study, comparison: Comparison): Row | null {
  const { estimates, differences } = comparison, { ways } = study, terms = termsOf(study, comparison);
  const known = MONEY_MEASURES.filter((measure) => !comparison.measures.includes(measure) && ways.some(({ name }) => (estimates[name][measure]?.mean ?? null) !== null));
  if (known.length === 0) return null;
  return {
    title: titleOf(study, comparison),
    note: "Cost: pay of the rota and of work beyond it, each answered contact, fixed costs; without service credits. ▾: surely dearer than the base. What stands without ± is by the rota: exact.",
    wide: true,
    panels: known.map((measure) => table({
      caption: capital(measureName(measure, terms)),
      columns: ["Way of working", "Mean", `Less the base, ${unitWords(measure, terms)}`],
      body: ways.map(({ name }, i): Cell[] => {
        const difference = i === 0 ? undefined : differences[name][measure];
        return [{ text: name }, { text: measureShown(measure, name, comparison, terms) }, difference === undefined ? { text: "" } : { text: withMargin(signedShown(measure, difference)), bad: sideOf(measure, difference) === "worse" }];
      }),
    })),
  };
}

function titleOf(study: Study, comparison: Comparison): string {
  const { differences, variants, per } = comparison, terms = termsOf(study, comparison), names = Object.keys(variants);
  const sure = names.filter((name) => sideOf("cost", differences[name].cost) === "better");
  const [cheapest] = [...sure].sort((a, b) => (differences[a].cost.mean ?? 0) - (differences[b].cost.mean ?? 0));
  if (cheapest === undefined) return names.every((name) => sideOf("cost", differences[name].cost) === "worse") ? "No way of working is cheaper than the base" : "What every way of working costs";
  return `${capital(wayInWords(cheapest))} costs ${inSentence(sizeShown("cost", differences[cheapest].cost, terms))}${PER_WORDS[per]} less than the base`;
}

// A study on the terminal: the finding, the differences to the base, what each way needs, whether the answer stands, and where it flips.

import { evenInWords } from "../../reports/compareEven.ts";
import { agentsRange, compareFinding } from "../../reports/compareFinding.ts";
import { worthInWords } from "../../reports/compareMarginal.ts";
import { changeInWords } from "../../reports/compareStands.ts";
import { differenceShown, measureName, measureShown, rankShown, sizeShown, termsOf, timesShown } from "../../reports/compareWords.ts";
import { capital, decimal, integer, shareShown, targetPercent, withHalfWidth } from "../../reports/words.ts";
import { escapeControls, shorten } from "../scenario/shown.ts";
import type { Study } from "../scenario/study.ts";
import type { Comparison } from "../study/compareResult.ts";
import { styled, table } from "./tables.ts";

export function compareText(study: Study, comparison: Comparison): string {
  const { title, lead } = compareFinding(study, comparison), { question, days, seed, per, breakEven, marginal } = comparison, terms = termsOf(study, comparison);
  return [
    escapeControls(question), styled("bold", escapeControls(title)), escapeControls(lead), "",
    ...[waysTable(study, comparison), holdTable(study, comparison), sensitivityTable(study, comparison)].flatMap((each) => (each === null ? [] : [each, ""])),
    ...(marginal ?? []).flatMap((worth) => [escapeControls(worthInWords(worth, terms)), ""]),
    ...(breakEven === null ? [] : [escapeControls(evenInWords(breakEven, terms)), ""]),
    `${integer(days)} simulated ${per}s of each way of working, ${Object.values(comparison.paired).every((same) => same) ? "the same callers in all" : "the same callers where the contact types are the same"}, seed "${escapeControls(seed)}"; ± is the half-width of the 95% interval`, "",
  ].join("\n");
}

const name = (text: string) => escapeControls(shorten(text));

/** A measure a block, a way of working a row: so that the table stays narrow. */
function waysTable(study: Study, comparison: Comparison): string {
  const { measures, differences } = comparison, terms = termsOf(study, comparison);
  const rows = measures.flatMap((measure) => study.ways.map((way, i) => {
    const difference = i === 0 ? undefined : differences[way.name][measure];
    return [
      i === 0 ? capital(measureName(measure, terms)) : "", name(way.name), measureShown(measure, way.name, comparison, terms),
      difference === undefined ? "" : differenceShown(measure, difference, terms),
      timesShown(difference, "x"),
      rankShown(comparison, way.name, measure),
    ];
  }));
  return table(["Measure", "Way of working", "Mean", "Less the base", "Days with own seeds", "Best?"], rows);
}

function holdTable(study: Study, comparison: Comparison): string | null {
  const { hold, per } = comparison, terms = termsOf(study, comparison);
  if (hold === null) return null;
  const priced = Object.values(hold).some(({ cost }) => cost !== null);
  return table([study.hold?.target === undefined ? "To hold the target" : `To hold ${targetPercent(study.hold.target)}`, "Agents now", "Agents needed", "Paid hours", ...(priced ? [`Cost a ${per}`] : []), "Answered in time then"], study.ways.map((way) => {
    const held = hold[way.name];
    if (held.agents === null) return [name(way.name), integer(held.agentsNow), `more than ${integer(held.tried)}`, "", ...(priced ? [""] : []), ""];
    const cost = held.cost === null ? "" : withHalfWidth(sizeShown("cost", held.cost, terms));
    return [name(way.name), integer(held.agentsNow), agentsRange(held).replace(/ agents?$/, ""), held.paidHours === null ? "" : decimal(held.paidHours, 1), ...(priced ? [cost] : []), held.serviceLevel === null ? "" : withHalfWidth(shareShown(held.serviceLevel))];
  }));
}

/** A change a block, a variant a row. */
function sensitivityTable(study: Study, comparison: Comparison): string | null {
  const { sensitivity, measures: [measure] } = comparison, terms = termsOf(study, comparison);
  if (sensitivity === null) return null;
  const rows = sensitivity.flatMap((each) => study.ways.slice(1).map((way, i) => {
    const difference = each.differences[way.name], stands = each.stands[way.name];
    return [i === 0 ? capital(changeInWords(each)) : "", name(way.name), differenceShown(measure, difference, terms), stands === null ? "unclear" : stands ? "yes" : "turns round"];
  }));
  return table(["With", "Way of working", `${capital(measureName(measure, terms))}, less the base`, "Stands?"], rows);
}

// A study on the terminal: the finding, the differences to the base, what each way needs, and where the answer flips.

import { agentsRange, compareFinding, evenInWords } from "../../reports/compareFinding.ts";
import { MEASURE_NAMES, measureShown, signedShown, timesShown, UNIT_WORDS } from "../../reports/compareWords.ts";
import { capital, decimal, integer, shareShown, targetPercent, withHalfWidth } from "../../reports/words.ts";
import { escapeControls, shorten } from "../scenario/shown.ts";
import type { Study } from "../scenario/study.ts";
import type { StudyMeasure } from "../scenario/studyMeasures.ts";
import { unitOf } from "../study/compareMeasures.ts";
import type { Comparison } from "../study/compareResult.ts";
import { styled, table } from "./tables.ts";

export function compareText(study: Study, comparison: Comparison): string {
  const { title, lead } = compareFinding(study, comparison), { question, days, seed, hold, breakEven } = comparison;
  return [
    escapeControls(question), styled("bold", escapeControls(title)), escapeControls(lead), "",
    waysTable(study, comparison), "",
    ...(hold === null ? [] : [holdTable(study, comparison), ""]),
    ...(breakEven === null ? [] : [escapeControls(evenInWords(breakEven)), ""]),
    `${integer(days)} simulated days of each way of working, ${Object.values(comparison.paired).every((same) => same) ? "the same callers in all" : "the same callers where the contact types are the same"}, seed "${escapeControls(seed)}"; ± is the half-width of the 95% interval`, "",
  ].join("\n");
}

const name = (text: string) => escapeControls(shorten(text));

/** A measure a block, a way of working a row: so that the table stays narrow. */
function waysTable({ ways }: Study, { measures, base, variants, differences, ruledOut }: Comparison): string {
  const rows = measures.flatMap((measure) => ways.map((way, i) => {
    const out = ruledOut[measure], difference = differences[way.name]?.[measure];
    return [
      i === 0 ? capital(MEASURE_NAMES[measure]) : "", name(way.name), measureShown(measure, i === 0 ? base : variants[way.name]),
      difference === undefined ? "" : `${withHalfWidth(signedShown(measure, difference))} ${difference.mean === null ? "" : unitShort(measure)}`.trimEnd(),
      timesShown(difference, "x"),
      out === undefined ? "" : out.includes(way.name) ? "ruled out" : "may be",
    ];
  }));
  return table(["Measure", "Way of working", "Mean", "Less the base", "Days with own seeds", "Best?"], rows);
}

const unitShort = (measure: StudyMeasure): string => ({ ...UNIT_WORDS, seconds: "s", hours: "h", contacts: "" })[unitOf(measure)];

function holdTable(study: Study, { hold }: Comparison): string {
  return table([study.hold?.target === undefined ? "To hold the target" : `To hold ${targetPercent(study.hold.target)}`, "Agents now", "Agents needed", "Paid hours", "Answered in time then"], study.ways.flatMap((way) => {
    const held = hold?.[way.name];
    if (held === undefined) return [];
    if (held.agents === null) return [[name(way.name), integer(held.agentsNow), `more than ${integer(held.tried)}`, "", ""]];
    return [[name(way.name), integer(held.agentsNow), agentsRange(held).replace(/ agents?$/, ""), held.paidHours === null ? "" : decimal(held.paidHours, 1), held.serviceLevel === null ? "" : withHalfWidth(shareShown(held.serviceLevel))]];
  }));
}

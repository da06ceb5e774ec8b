// Measures of money need what they are reckoned from, in every way of working that is compared by them.

import type { Findings } from "./findings.ts";
import type { Scenario } from "./schema.ts";
import { shorten, type Path } from "./shown.ts";
import type { StudyMeasure } from "./studyMeasures.ts";
import type { Way } from "./studyWay.ts";
import { kindsOfDay } from "./week.ts";

const NEEDS: Partial<Readonly<Record<StudyMeasure, { readonly key: string; readonly isIn: (day: Scenario) => boolean }>>> = {
  cost: { key: "pay", isIn: ({ pay }) => pay !== undefined },
  costPerContact: { key: "pay", isIn: ({ pay }) => pay !== undefined },
  credits: { key: "agreements", isIn: ({ agreements }) => agreements !== undefined },
  posts: { key: "pay.post", isIn: ({ pay }) => pay?.post !== undefined },
};

/** Complains of a measure that some of the ways cannot have in one of their kinds of day. @param path of the measure in the study */
export function checkMoney(measure: StudyMeasure, ways: readonly Way[], path: Path, findings: Findings): void {
  const needed = NEEDS[measure];
  if (needed === undefined) return;
  const without = ways.filter(({ scenario }) => !kindsOfDay(scenario).every((kind) => needed.isIn(kind.scenario))).map(({ name }) => shorten(name));
  if (without.length === 0) return;
  findings.value(path, `needs ${needed.key} in every way of working, and ${without.length === ways.length ? "none of them has it" : `there is none in ${without.join(", ")}`}`);
}

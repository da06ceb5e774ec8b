// Measures of money need what they are reckoned from, in every way of working that is compared by them.

import type { Findings } from "./findings.ts";
import { isDated } from "./dated.ts";
import type { Scenario } from "./schema.ts";
import { shorten, type Path } from "./shown.ts";
import type { StudyMeasure } from "./studyMeasures.ts";
import type { Way } from "./studyWay.ts";
import { kindsOfDay } from "./week.ts";

interface Need {
  readonly key: string;
  readonly isIn: (day: Scenario) => boolean;
  /** Whether it is the calendar's where there are dates, not that of each kind of day. */
  readonly ofWhole?: boolean;
}

const PAY: Need = { key: "pay", isIn: ({ pay }) => pay !== undefined };
const AGREEMENTS: Need = { key: "agreements", isIn: ({ agreements }) => agreements !== undefined, ofWhole: true };
const CREDITS: Need = { ...AGREEMENTS, key: "agreements with credits", isIn: ({ agreements = {} }) => Object.values(agreements).some(({ credits }) => credits.length > 0) };

const NEEDS: Partial<Readonly<Record<StudyMeasure, readonly Need[]>>> = {
  cost: [PAY], costPerContact: [PAY], credits: [AGREEMENTS], costWithCredits: [PAY, CREDITS], periodsMissed: [AGREEMENTS], posts: [{ key: "pay.post", isIn: ({ pay }) => pay?.post !== undefined }],
};

/** Complains of a measure that some of the ways cannot have in one of their kinds of day. @param path of the measure in the study */
export function checkMoney(measure: StudyMeasure, ways: readonly Way[], path: Path, findings: Findings): void {
  for (const { key, isIn, ofWhole = false } of NEEDS[measure] ?? []) {
    const has = ({ scenario }: Way) => (ofWhole && isDated(scenario) ? isIn(scenario) : kindsOfDay(scenario).every((kind) => isIn(kind.scenario)));
    const without = ways.filter((way) => !has(way)).map(({ name }) => shorten(name));
    if (without.length > 0) findings.value(path, `needs ${key} in every way of working, and ${without.length === ways.length ? "none of them has it" : `there is none in ${without.join(", ")}`}`);
  }
}

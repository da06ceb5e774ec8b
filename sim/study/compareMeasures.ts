// The measures of a study, day by day.

import { ANSWERED_WITHIN, CONTACT_COUNTERS, OFFERED } from "../engine/dayRecord.ts";
import type { StudyMeasure } from "../scenario/studyMeasures.ts";
import { CONTACT_MEASURES, GROUP_MEASURES, type Measure, type Term } from "../stats/measures.ts";
import { dayRatio, type DayRatio } from "../stats/paired.ts";
import type { KeptDays } from "./compareDays.ts";

/** Which direction is good; null where neither is. */
export const BETTER: Readonly<Record<StudyMeasure, "more" | "less" | null>> = {
  serviceLevel: "more", serviceLevelOfAnswered: "more", serviceLevelExcludingShortAbandons: "more", serviceLevelIncludingAbandons: "more", daysOnTarget: "more",
  abandonmentRate: "less", probabilityOfWait: "less", averageSpeedOfAnswer: "less", averageWait: "less", averageTimeToAbandon: null, longestWait: "less",
  offered: null, answered: "more", abandoned: "less", blocked: "less", lostAtClose: "less", answeredWithin: "more", abandonedWithin: null,
  occupancy: null, utilisation: null, staffedHours: null, busyHours: null, overrunHours: "less", rosteredHours: null, absentHours: null, offPhoneHours: null, paidHours: "less",
};

/** Days whose own service level reaches the target, of those on which anybody came; written here since it is no sum of counters. */
export const DAYS_ON_TARGET = { says: "days whose own service level reaches the target / days on which anybody came", unit: "share" } as const;

export function unitOf(measure: StudyMeasure): Measure["unit"] {
  return measure === "daysOnTarget" ? DAYS_ON_TARGET.unit : measureOf(measure).unit;
}

/** @param row of contacts: a type, or the last for all; groups are taken together. @param target for `daysOnTarget`; null where types differ */
export function ratioOf(measure: StudyMeasure, days: KeptDays, row: number, target: number | null): DayRatio {
  const { columns: { width, groups }, values } = days, count = values.length / width;
  if (measure === "daysOnTarget") {
    if (target === null) return { mean: null, errors: new Float64Array(count) };
    const at = (day: number, counter: number) => values[day * width + row * CONTACT_COUNTERS + counter];
    const came = Float64Array.from({ length: count }, (_, day) => (at(day, OFFERED) > 0 ? 1 : 0));
    return dayRatio(came.map((anybody, day) => (anybody === 1 && at(day, ANSWERED_WITHIN) / at(day, OFFERED) >= target ? 1 : 0)), came);
  }
  const { of, per } = measureOf(measure), from = measure in GROUP_MEASURES ? groups : row * CONTACT_COUNTERS;
  const sums = (terms: readonly Term[]) => Float64Array.from({ length: count }, (_, day) => terms.reduce((sum, [counter, factor]) => sum + factor * values[day * width + from + counter], 0));
  return dayRatio(sums(of), per === undefined ? undefined : sums(per));
}

function measureOf(measure: Exclude<StudyMeasure, "daysOnTarget">): Measure {
  return { ...CONTACT_MEASURES, ...GROUP_MEASURES }[measure];
}

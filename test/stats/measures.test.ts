import { describe, expect, test } from "vitest";
import {
  ABANDONED, ABANDONED_WITHIN, ANSWERED, ANSWERED_WITHIN, BLOCKED, BUSY, CONTACT_COUNTERS, GROUP_COUNTERS, LONGEST, LOST_AT_CLOSE, OFFERED, OVERRUN, PAID,
  ROSTERED, STAFFED, WAITED, WAIT_ABANDONED, WAIT_ALL, WAIT_ANSWERED,
} from "../../sim/engine/dayRecord.ts";
import { estimatorOf, pairsOf } from "../../sim/stats/estimate.ts";
import { CONTACT_MEASURES, GROUP_MEASURES, type Measure } from "../../sim/stats/measures.ts";
import { BlockMoments, type MomentsShape } from "../../sim/stats/moments.ts";

/** Every measure of a table of them on a single day with these counters. */
function measuresOf<Name extends string>(table: Record<Name, Measure>, counters: number, day: Record<number, number>): Record<Name, number | null> {
  const shape: MomentsShape = { cells: 1, counters, pairs: pairsOf(Object.values<Measure>(table)), followMain: [] }, block = new BlockMoments(shape);
  block.add({ main: new Float64Array(1), detailed: new Uint8Array([1]), counters: Float64Array.from({ length: counters }, (_, counter) => day[counter] ?? 0) });
  const moments = block.take();
  return Object.fromEntries(Object.entries<Measure>(table).map(([name, measure]) => [name, estimatorOf(measure, shape)(moments, 0).mean])) as Record<Name, number | null>;
}

describe("the definitions of service level", () => {
  // 1,000 answered, 860 of them in time; 60 abandoned, 20 of them in time. callcentrehelper.com/service-level-threshold-calculations-206890.htm;
  // ICMI QueueTips 2005: 83, 86, 81 and 83 %. Kept in the known answers as sl_definitions_CCH_ICMI.
  const levels = measuresOf(CONTACT_MEASURES, CONTACT_COUNTERS, { [OFFERED]: 1060, [ANSWERED]: 1000, [ABANDONED]: 60, [ANSWERED_WITHIN]: 860, [ABANDONED_WITHIN]: 20 });

  test("give the four published answers from one set of calls", () => {
    expect(100 * levels.serviceLevelIncludingAbandons!).toBeCloseTo(83.0189, 4);
    expect(100 * levels.serviceLevelOfAnswered!).toBeCloseTo(86.0, 4);
    expect(100 * levels.serviceLevel!).toBeCloseTo(81.1321, 4);
    expect(100 * levels.serviceLevelExcludingShortAbandons!).toBeCloseTo(82.6923, 4);
    const rounded = [levels.serviceLevelIncludingAbandons, levels.serviceLevelOfAnswered, levels.serviceLevel, levels.serviceLevelExcludingShortAbandons];
    expect(rounded.map((level) => Math.round(100 * level!))).toEqual([83, 86, 81, 83]);
  });

  test("leave the abandonment rate 60 of 1,060", () => {
    expect(levels.abandonmentRate).toBeCloseTo(0.0566038, 7);
  });
});

describe("the other measures", () => {
  test("are what they say, on a day of primes", () => {
    const m = measuresOf(CONTACT_MEASURES, CONTACT_COUNTERS, {
      [OFFERED]: 101, [ANSWERED]: 73, [ABANDONED]: 17, [BLOCKED]: 7, [LOST_AT_CLOSE]: 4, [ANSWERED_WITHIN]: 59, [ABANDONED_WITHIN]: 5,
      [WAITED]: 43, [WAIT_ANSWERED]: 797, [WAIT_ABANDONED]: 211, [WAIT_ALL]: 1019, [LONGEST]: 89,
    });
    expect(m).toEqual({
      offered: 101, answered: 73, abandoned: 17, blocked: 7, lostAtClose: 4, answeredWithin: 59, abandonedWithin: 5,
      serviceLevel: 59 / 101, serviceLevelOfAnswered: 59 / 73, serviceLevelExcludingShortAbandons: 59 / 96, serviceLevelIncludingAbandons: 64 / 101,
      abandonmentRate: 17 / 101, probabilityOfWait: 43 / 101, averageSpeedOfAnswer: 797 / 73, averageWait: 1019 / 101, averageTimeToAbandon: 211 / 17, longestWait: 89,
    });
  });

  test("of a group are hours and shares of them, work past the shift's end paid too", () => {
    const m = measuresOf(GROUP_MEASURES, GROUP_COUNTERS, { [BUSY]: 7200, [STAFFED]: 10_800, [OVERRUN]: 1800, [ROSTERED]: 9000, [PAID]: 12_600 });
    expect(m.occupancy).toBeCloseTo(2 / 3, 12);
    expect(m.utilisation).toBeCloseTo(7200 / 14_400, 12);
    expect([m.staffedHours, m.busyHours, m.overrunHours, m.rosteredHours, m.paidHours].map((hours) => Math.round(hours! * 1e9) / 1e9)).toEqual([3, 2, 0.5, 2.5, 3.5]);
  });

  test("are null, not zero, where nobody came, nobody was answered, nobody abandoned or nobody was on duty", () => {
    const none = measuresOf(CONTACT_MEASURES, CONTACT_COUNTERS, {});
    expect([none.serviceLevel, none.abandonmentRate, none.averageWait, none.probabilityOfWait, none.averageSpeedOfAnswer]).toEqual([null, null, null, null, null]);
    expect([none.offered, none.answered, none.longestWait]).toEqual([0, 0, 0]);
    const lost = measuresOf(CONTACT_MEASURES, CONTACT_COUNTERS, { [OFFERED]: 3, [LOST_AT_CLOSE]: 3, [WAIT_ALL]: 30 });
    expect([lost.serviceLevel, lost.averageWait, lost.averageSpeedOfAnswer, lost.averageTimeToAbandon, lost.serviceLevelOfAnswered]).toEqual([0, 10, null, null, null]);
    const allShort = measuresOf(CONTACT_MEASURES, CONTACT_COUNTERS, { [OFFERED]: 3, [ABANDONED]: 3, [ABANDONED_WITHIN]: 3 });
    expect([allShort.serviceLevelExcludingShortAbandons, allShort.serviceLevelIncludingAbandons]).toEqual([null, 1]);
    const empty = measuresOf(GROUP_MEASURES, GROUP_COUNTERS, {});
    expect([empty.occupancy, empty.utilisation, empty.staffedHours]).toEqual([null, null, 0]);
  });
});

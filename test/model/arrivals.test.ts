import { describe, expect, test } from "vitest";
import { expectedContacts } from "../../sim/model/arrivals.ts";
import type { ContactType } from "../../sim/scenario/schema.ts";

const type = (load: Pick<ContactType, "volume" | "profile" | "ratesPerHour">): ContactType => ({
  ...load, dayToDayCv: 0, handleTime: { distribution: "deterministic", mean: 60 }, patience: "never", balking: 0, answerWithin: 20, target: 0.8, priority: 0,
});

/** Open from midnight for so many intervals of so many seconds. */
const open = (intervals: number, interval: number) => ({ opening: { from: 0, to: intervals * interval }, interval });

describe("the contacts expected in an interval", () => {
  test("are the volume shared out by the weights, whatever these sum to", () => {
    expect(expectedContacts(type({ volume: 600, profile: [1, 2, 3] }), open(3, 1800))).toEqual([100, 200, 300]);
    expect(expectedContacts(type({ volume: 600, profile: [10, 20, 30] }), open(3, 1800))).toEqual([100, 200, 300]);
    expect(expectedContacts(type({ volume: 600, profile: [0.25, 0.5, 0.75] }), open(3, 300))).toEqual([100, 200, 300]);
  });

  test("are an hourly rate times the part of an hour that an interval is", () => {
    expect(expectedContacts(type({ ratesPerHour: [60, 0, 90] }), open(3, 1800))).toEqual([30, 0, 45]);
    expect(expectedContacts(type({ ratesPerHour: [60, 12] }), open(2, 300))).toEqual([5, 1]);
    expect(expectedContacts(type({ ratesPerHour: [60] }), open(1, 3600))).toEqual([60]);
  });

  test("are none where the weight is 0, and none at all without volume", () => {
    expect(expectedContacts(type({ volume: 50, profile: [0, 1, 0] }), open(3, 1800))).toEqual([0, 50, 0]);
    expect(expectedContacts(type({ volume: 0, profile: [1, 1] }), open(2, 1800))).toEqual([0, 0]);
  });

  test("of the case's usual day are its 600 calls: 31.2 in the first half hour, 49.2 in the busiest", () => {
    const profile = [31.2, 44.4, 48, 49.2, 46.8, 43.2, 39.6, 34.8, 31.2, 30, 32.4, 33.6, 31.2, 28.8, 26.4, 22.8, 15.6, 7.2, 3.6];
    const expected = expectedContacts(type({ volume: 600, profile }), open(19, 1800));
    expect(expected.reduce((sum, contacts) => sum + contacts, 0)).toBeCloseTo(600, 9);
    profile.forEach((contacts, i) => { expect(expected[i]).toBeCloseTo(contacts, 9); });
  });
});

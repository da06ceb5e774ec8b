import { expect, test } from "vitest";
import { kaplanMeier, lastsAtMost, TimeCounts } from "../../sim/stats/kaplanMeier.ts";
import { timesOf } from "./times.ts";

test("weeks of remission on 6-MP are as published (Freireich et al. 1963; Kleinbaum & Klein, Survival Analysis, chapter 2; errors as R's survfit prints them)", () => {
  const steps = kaplanMeier(timesOf("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"));
  expect(steps.map(({ at, atRisk }) => [at, atRisk])).toEqual([[6, 21], [7, 17], [10, 15], [13, 12], [16, 11], [22, 7], [23, 6]]);
  expect(steps.map(({ survival }) => Number(survival.toFixed(3)))).toEqual([0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448]);
  expect(steps.map(({ error }) => Number(error.toFixed(4)))).toEqual([0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346]);
  expect(lastsAtMost(steps, 0.5)).toBe(23);
});

test("survival with maintained chemotherapy is as R's survival package prints it for `aml`", () => {
  const steps = kaplanMeier(timesOf("9 13 13+ 18 23 28+ 31 34 45+ 48 161+"));
  expect(steps.map(({ survival }) => Number(survival.toFixed(3)))).toEqual([0.909, 0.818, 0.716, 0.614, 0.491, 0.368, 0.184]);
  expect(steps.map(({ error }) => Number(error.toFixed(4)))).toEqual([0.0867, 0.1163, 0.1397, 0.1526, 0.1642, 0.1627, 0.1535]);
});

test("without censoring it is the share of the data that lasts longer", () => {
  expect(kaplanMeier(timesOf("1 2 2 5")).map(({ survival }) => survival)).toEqual([0.75, 0.25, 0]);
});

test("counts by the second keep events and censored times apart", () => {
  const counts = new TimeCounts(10);
  for (const seconds of [0.2, 3.4, 3.4, 99]) counts.addEvent(seconds);
  counts.addCensored(4.6);
  const { at, events, censored } = counts.times(1);
  expect([[...at], [...events], [...censored]]).toEqual([[3, 5, 10], [2, 0, 1], [0, 1, 0]]);
});

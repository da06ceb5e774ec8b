// What was promised at most: shares that hang up and mean waits, judged by other means than the program's own.

import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { parseStudy } from "../../sim/scenario/study.ts";
import { simulateCalendar } from "../../sim/study/calendar.ts";
import { calendarCurve, RARELY } from "../../sim/study/calendarCurve.ts";
import { compareHere } from "../../sim/study/compare.ts";
import { simulate } from "../../sim/study/run.ts";
import { simulateWeek } from "../../sim/study/week.ts";
import { dated, OFFICE_WEEK, smallCalendar } from "./calendars.ts";

const WAYS = ["contacts", "days", "intervals"] as const;

describe("nobody who comes is lost but by hanging up, so what at most so many may do", () => {
  // answered + abandoned = offered: a share of at most 20 % that hang up is one of at least 80 % that are answered, whichever way a period is put together.
  const both = (every: string) => WAYS.map((over) => `  answered ${over}: { measure: answerRate, atLeast: 80%, every: ${every}, over: ${over}, credits: [{ below: 70%, pay: 300 }, { below: 80%, pay: 100 }] }
  left ${over}: { measure: abandonmentRate, atMost: 20%, every: ${every}, over: ${over}, credits: [{ above: 20%, pay: 100 }, { above: 30%, pay: 300 }] }`).join("\n");

  test("is what at least the others do: as often met, to the bit, at the same cost, with the distribution turned round", () => {
    const { agreements = {} } = simulate(parseScenario(smallCalendar(`from: 2026-09-01\nto: 2026-09-30\n${OFFICE_WEEK}\ndayTypes: { usual: {} }`, { calls: "volume: 30, dayToDayCv: 0.3" }).replace(/calendar:[^]*$/, `agreements:\n${both("4 days")}\n`)), { days: 400 });
    for (const over of WAYS) {
      const { met, credits, level, ...answered } = agreements[`answered ${over}`], left = agreements[`left ${over}`];
      expect(answered).toMatchObject({ unit: "share", atLeast: 0.8, atMost: null });
      expect(left).toMatchObject({ unit: "share", atLeast: null, atMost: 0.2, periods: 100, met });
      expect(met.mean).toBeGreaterThan(0.1);
      expect(met.mean).toBeLessThan(0.97);
      expect(left.credits).toEqual({ ...credits, scale: credits?.scale.map(({ below, ...step }) => ({ ...step, below: null, above: { 0.8: 0.2, 0.7: 0.3 }[below ?? 0] })) });
      expect(left.level.p90).toBeCloseTo(1 - (level.p10 ?? NaN), 10);
      expect(left.level.p25).toBeCloseTo(1 - (level.p75 ?? NaN), 10);
    }
  });

  test("is so over a calendar too, month by month, in a row, and in the credits of all", () => {
    const { agreements } = simulateCalendar(dated(smallCalendar(`from: 2026-09-01\nto: 2026-11-30\n${OFFICE_WEEK}\ndayTypes: { usual: {} }`, { calls: "volume: 27, dayToDayCv: 0.3", more: `agreements:\n${both("month")}\n` })), { days: 40 });
    for (const over of WAYS) {
      const answered = agreements[`answered ${over}`], left = agreements[`left ${over}`];
      for (const key of ["missed", "misses", "anyMissed", "twoInARow", "credits", "daysLeftOut"] as const) expect(left[key], key).toEqual(answered[key]);
      left.periods.forEach(({ missed, credits, level }, i) => {
        expect({ missed, credits }).toEqual({ missed: answered.periods[i].missed, credits: answered.periods[i].credits });
        expect(level.p50).toBeCloseTo(1 - (answered.periods[i].level.p50 ?? NaN), 10);
      });
      for (const way of WAYS) expect(left.put[way].missed).toEqual(answered.put[way].missed);
    }
    expect(agreements["left contacts"].missed.mean).toBeGreaterThan(0.05);
    expect(agreements["left contacts"].missed.mean).toBeLessThan(0.95);
  });
});

describe("where nobody answers and everybody hangs up after 30.1 seconds", () => {
  // In the last half hour nobody calls, so nobody is lost at closing.
  const alone = (agreements: string) => parseScenario(smallCalendar("from: 2026-09-01\nto: 2026-09-30", { agents: 0 }).replace("distribution: exponential, mean: 4m", "distribution: deterministic, mean: 30.1s").replace("profile: [1, 2, 2, 1]", "profile: [1, 2, 2, 0]").replace(/calendar:[^]*$/, `agreements:\n${agreements}\n`));

  test("the average wait is 30.1 s, whatever the last bit of its sum: kept at most 30.1 s, missed at most two millionths less, with the farthest step above that it exceeds", () => {
    const credits = "credits: [{ above: 31s, pay: 900 }, { above: 30.099999s, pay: 40 }, { above: 30.099998s, pay: 7 }]";
    const { agreements = {} } = simulate(alone(WAYS.map((over) => `  kept ${over}: { measure: averageWait, atMost: 30.1s, every: 5 days, over: ${over}, credits: [{ above: 30.1s, pay: 1 }] }
  missed ${over}: { measure: averageWait, atMost: 30.099998s, every: 5 days, over: ${over}, ${credits} }`).join("\n")), { days: 50 });
    for (const over of WAYS) {
      expect(agreements[`kept ${over}`]).toMatchObject({ unit: "seconds", atMost: 30.1, met: { mean: 1 }, level: { p05: 30.1, p50: 30.1, p95: 30.1 }, credits: { aPeriod: { mean: 0 } } });
      expect(agreements[`missed ${over}`]).toMatchObject({ met: { mean: 0 }, credits: { aPeriod: { mean: 40 }, aDay: { mean: 8 }, scale: [{ below: null, above: 30.099998, pay: 7, due: { mean: 0 } }, { above: 30.099999, pay: 40, due: { mean: 1 } }, { above: 31, pay: 900, due: { mean: 0 } }] } });
    }
  });

  test("there is no speed of answer, so no period is judged and nothing is due", () => {
    const { agreements = {} } = simulate(alone("  answers: { measure: averageSpeedOfAnswer, atMost: 0s, every: 5 days, credits: [{ above: 0s, pay: 1 }] }\n  left: { measure: abandonmentRate, atMost: 99.9%, every: 5 days, credits: [{ above: 99.9%, pay: 2 }] }"), { days: 50 });
    expect(agreements.answers).toMatchObject({ periods: 10, met: { mean: null, interval: null }, level: { p50: null }, credits: { aPeriod: { mean: 0 } } });
    expect(agreements.left).toMatchObject({ met: { mean: 0 }, level: { p50: 1 }, credits: { aPeriod: { mean: 2 } } });
  });
});

describe("an average wait over a calendar", () => {
  const text = smallCalendar(`from: 2026-09-01\nto: 2026-10-31\n${OFFICE_WEEK}\ndayTypes: { usual: {} }`, { calls: "volume: 30, dayToDayCv: 0.2", more: "pay: { perHour: 10 }\nagreements: { waits: { measure: averageWait, atMost: 40s, every: month, credits: [{ above: 40s, pay: 300 }, { above: 80s, pay: 900 }] } }\n" });
  const scenario = dated(text), result = simulateCalendar(scenario, { days: 40 });

  test("of one period is that of the month, run by run, and its misses and credits are those of the study that compares by them", () => {
    result.agreements.waits.periods.forEach((period, i) => { expect(period.level.p50).toBeGreaterThan(result.months[i].total.averageWait.mean! / 2); });
    expect(result.agreements.waits.put.contacts.level.mean! / result.whole.total.averageWait.mean!).toBeCloseTo(1, 1);
    const study = compareHere(parseStudy("question: What if?\nbase: two.yaml\nvariants: { three: { says: One more, patch: { groups: { team: { agents: 3 } } } } }\nmeasures: [periodsMissed, credits, costWithCredits]\ndays: 40\n", "study.yaml", { readBase: () => ({ file: "two.yaml", text }) }));
    expect(study.estimates.base.periodsMissed?.mean).toBeCloseTo(result.agreements.waits.missed.mean!, 12);
    expect(study.estimates.base.credits?.mean).toBeCloseTo(result.agreements.waits.credits!.inAll.mean!, 8);
    expect(study.differences.three.periodsMissed.mean).toBeLessThan(0);
    expect(study.differences.three.credits.mean).toBeLessThan(0);
  });

  test("is missed less often with more agents, and the curve names the first number with which that is rare", () => {
    const curve = calendarCurve(text, { vary: ["agents=2..5"], days: 40 }), misses = curve.points.map(({ agreements }) => agreements.waits.missed.mean!);
    expect(curve.points[0].agreements.waits).toMatchObject({ missed: result.agreements.waits.missed, credits: result.agreements.waits.credits?.inAll });
    expect(misses).toEqual([...misses].sort((a, b) => b - a));
    expect(misses[0]).toBeGreaterThan(0.5);
    expect(curve.rarely.waits.value).toBe(curve.points[misses.findIndex((missed) => missed < RARELY)].at[0]);
  });
});

test("kinds of day of a typical week are judged by what was promised at most, each by itself", () => {
  const week = smallCalendar("week: { mon: usual, tue: usual, wed: usual, thu: busy, fri: usual, sat: closed, sun: closed }\ndayTypes: { usual: {}, busy: { contacts: { calls: { volume: 60 } } } }", { more: "pay: { perHour: 10 }\nagreements: { left: { measure: abandonmentRate, atMost: 15%, every: 4 days, credits: [{ above: 15%, pay: 100 }] } }\n" });
  const { week: { money }, dayTypes } = simulateWeek(parseScenario(week), { days: 80 }), left = Object.values(dayTypes).map(({ agreements }) => agreements!.left);
  expect(left[0].met.mean!).toBeGreaterThan(left[1].met.mean!);
  expect(money!.credits!.mean).toBeCloseTo((100 * (4 * (1 - left[0].met.mean!) + (1 - left[1].met.mean!))) / 4, 8);
});

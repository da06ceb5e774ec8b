// Months of independent days against the exact distribution of sums: days so small that all that can happen on one is counted out.

import { describe, expect, test } from "vitest";
import { OFFERED } from "../../sim/engine/dayRecord.ts";
import { simulateCalendar } from "../../sim/study/calendar.ts";
import { blocksIn, simulatorOf } from "../../sim/study/blocks.ts";
import { simulate } from "../../sim/study/run.ts";
import { exactDay } from "../../sim/study/exact.ts";
import type { Interval } from "../../sim/stats/daily.ts";
import { expectNear } from "../known/expectNear.ts";
import { chiSquareTest, describeSample, HARDLY_EVER } from "../random/goodnessOfFit.ts";
import { dated, OFFICE_WEEK, smallCalendar } from "./calendars.ts";

const poisson = (mean: number, k: number): number => (k === 0 ? Math.exp(-mean) : (poisson(mean, k - 1) * mean) / k);

/** Within 4.5 standard errors of a share seen in so many independent tries. */
function expectShare(seen: number, truth: number, tries: number, label: string): void {
  expect(Math.abs(seen - truth) / Math.sqrt((truth * (1 - truth)) / tries), `${label}: ${seen} against ${truth}`).toBeLessThan(4.5);
}

// One agent, whom the first call of the day keeps until the evening: of n calls min(n, 1) is answered in time and the others are lost.
const RATE = 0.7;
const oneCallADay = (agreements: string, dates: string) => dated(`opening: { from: "09:00", to: "10:00" }
interval: 60m
contacts: { calls: { volume: ${RATE}, profile: [1], handleTime: { distribution: deterministic, mean: 10h }, patience: never, answerWithin: 20s, target: 80% } }
groups: { team: { answers: [calls], agents: 1 } }
closing: drop
agreements:
${agreements}
calendar: { ${dates}, ${OFFICE_WEEK}, bankHolidays: closed, dayTypes: { usual: {} } }
`);

const MOST = 8; // calls a day: more come once in four million days

/** Two sums as one number, the second below this. */
const PAIR = 1000;
const pairOf = (key: number): readonly [top: number, bottom: number] => [Math.floor(key / PAIR), key % PAIR];

/** The law of two sums over independent days: its chances, by the pair. @param parts of a day with n calls */
function sumOverDays(days: number, parts: (n: number) => readonly [number, number]): Map<number, number> {
  let law = new Map([[0, 1]]);
  const each = Array.from({ length: MOST + 1 }, (_, n) => { const [x, y] = parts(n); return { adds: x * PAIR + y, chance: poisson(RATE, n) }; });
  for (let day = 0; day < days; day++) {
    const next = new Map<number, number>();
    for (const [key, p] of law) for (const { adds, chance } of each) next.set(key + adds, (next.get(key + adds) ?? 0) + p * chance);
    law = next;
  }
  return law;
}

/** The chance that the quotient of the two sums, top / (bottom * unit), is below so many hundredths; in whole numbers. */
function below(law: ReadonlyMap<number, number>, percent: number, unit = 1): number {
  let chance = 0;
  for (const [key, p] of law) {
    const [top, bottom] = pairOf(key);
    if (100 * top < percent * bottom * unit) chance += p;
  }
  return chance;
}

describe("three months of days with at most one answered call", () => {
  const RUNS = 6000, OPEN = [22, 22, 21], LCM = 840; // of 1 to 8: a day's own level is 1 / n
  const result = simulateCalendar(oneCallADay(`  calls: { atLeast: 75%, every: month, credits: [{ below: 75%, pay: 2000 }, { below: 70%, pay: 5000 }] }
  days: { atLeast: 80%, every: month, over: days, credits: [{ below: 80%, pay: 100 }] }`, "from: 2026-09-01, to: 2026-11-30"), { days: RUNS, seed: "exact" });
  const laws = OPEN.map((days) => sumOverDays(days, (n) => [Math.min(n, 1), n])), missed = laws.map((law) => below(law, 75)), worse = laws.map((law) => below(law, 70));
  const { calls, days } = result.agreements;

  test("miss what was promised as often as the sums of their days do, exact boundaries among them", () => {
    expect(result.months.map(({ openDays }) => openDays)).toEqual(OPEN);
    expect(missed[0] - below(laws[0], 74.999)).toBeLessThan(1e-9); // nothing in between, but
    expect(below(laws[0], 75.001) - missed[0]).toBeGreaterThan(0.03); // exactly 75 % is met, and often
    calls.periods.forEach((period, month) => { expectShare(period.missed.mean!, missed[month], RUNS, period.name); });
    expectNear(calls.missed, missed.reduce((sum, p) => sum + p, 0) / 3, "all months");
  });

  test("miss it none, once, twice or three times, and in a row, as independent months do", () => {
    const ways = [0, 0, 0, 0];
    let row = 0;
    for (let which = 0; which < 8; which++) {
      const isMissed = [which & 1, which & 2, which & 4].map((bit) => bit > 0), chance = isMissed.reduce((p, own, month) => p * (own ? missed[month] : 1 - missed[month]), 1);
      ways[isMissed.filter(Boolean).length] += chance;
      if ((isMissed[0] && isMissed[1]) || (isMissed[1] && isMissed[2])) row += chance;
    }
    ways.forEach((chance, k) => { expectShare(calls.misses[k], chance, RUNS, `${k} missed`); });
    expectShare(calls.anyMissed.mean!, 1 - ways[0], RUNS, "any");
    expectShare(calls.twoInARow.mean!, row, RUNS, "two in a row");
  });

  test("cost the credits that the chances of the scale's steps add up to", () => {
    const due = missed.map((p, month) => 2000 * p + 3000 * worse[month]), all = due.reduce((sum, pay) => sum + pay, 0);
    expectNear(calls.credits!.inAll, all, "credits");
    expectNear(calls.credits!.aPeriod, all / 3, "credits a month");
    calls.periods.forEach(({ credits, name }, month) => { expectNear(credits!, due[month], name); });
    const variance = missed.reduce((sum, p, month) => sum + 4e6 * (p - worse[month]) + 25e6 * worse[month] - due[month] ** 2, 0);
    expect(Math.abs(calls.credits!.standardDeviation! / Math.sqrt(variance) - 1)).toBeLessThan(4.5 / Math.sqrt(2 * RUNS)); // amounts are spread less wide than a normal law's
    expect(calls.credits!.amounts.reduce((sum, { pay, share }) => sum + pay * share, 0)).toBeCloseTo(calls.credits!.inAll.mean!, 6);
  });

  test("over days are the mean of the days' own levels, those on which nobody came left out", () => {
    // Levels in 840ths, and how many days had one.
    const own = OPEN.map((open) => below(sumOverDays(open, (n) => (n === 0 ? [0, 0] : [LCM / n, 1])), 80, LCM));
    days.periods.forEach((period, month) => { expectShare(period.missed.mean!, own[month], RUNS, `${period.name} over days`); });
    expectNear(days.credits!.inAll, 100 * own.reduce((sum, p) => sum + p, 0), "credits over days");
  });

  test("have the mean level, and the distribution of it, that these sums have", () => {
    const law = [...laws[0]].map(([key, chance]) => { const [top, bottom] = pairOf(key); return { level: top / bottom, chance }; }).sort((a, b) => a.level - b.level);
    for (const [p, name] of [[0.05, "p05"], [0.25, "p25"], [0.5, "p50"], [0.9, "p90"]] as const) {
      const [low, high] = result.months[0].level.interval[name]!, upTo = (level: number, isOrBelow: boolean) => law.filter((own) => (isOrBelow ? own.level <= level : own.level < level)).reduce((sum, { chance }) => sum + chance, 0);
      const slack = 4.5 * Math.sqrt((p * (1 - p)) / RUNS);
      expect(upTo(low, false), name).toBeLessThan(p + slack);
      expect(upTo(high, true), name).toBeGreaterThan(p - slack);
    }
    expectNear(result.whole.total.serviceLevel, (1 - Math.exp(-RATE)) / RATE, "service level");
    expectNear(result.whole.total.offered, 65 * RATE, "offered");
    expectNear(result.months[2].total.lostAtClose, 21 * (RATE - 1 + Math.exp(-RATE)), "lost in November");
    const onTarget = Math.exp(-RATE) * RATE / (1 - Math.exp(-RATE)); // one call, of the days with any
    expectNear(result.whole.total.daysOnTarget, onTarget, "days on target");
    for (const date of [result.dates[0], result.dates[40]]) expectShare(1 - date.missed.mean!, onTarget, RUNS * (1 - Math.exp(-RATE)), date.date);
  });
});

/** Contacts offered in the whole calendar, by run. */
function offeredOf(scenario: ReturnType<typeof dated>, runs: number, seed: string): number[] {
  const job = { scenario, days: runs, seed, keepDays: true }, simulator = simulatorOf(job);
  return Array.from({ length: blocksIn(job) }, (_, number) => {
    const { days, dayTotals } = simulator.simulate(number, runs), width = dayTotals!.length / days;
    return Array.from({ length: days }, (_, run) => dayTotals![run * width + OFFERED]);
  }).flat();
}

test("the calls of a week are a Poisson number", () => {
  const mean = 5 * 4, counts = offeredOf(dated(smallCalendar(`from: 2026-09-07\nto: 2026-09-13\n${OFFICE_WEEK}\ndayTypes: { usual: {} }`, { calls: "volume: 4" })), 8000, "poisson");
  const bins = Array.from({ length: 25 }, (_, i) => i + 8), within = (n: number) => Math.min(32, Math.max(8, n)), seen = bins.map((bin) => counts.filter((n) => within(n) === bin).length);
  const chances = bins.map((bin) => Array.from({ length: 80 }, (_, n) => (within(n) === bin ? poisson(mean, n) : 0)).reduce((sum, p) => sum + p, 0));
  expect(chiSquareTest(seen, chances.map((p) => 8000 * p))).toBeGreaterThan(HARDLY_EVER);
});

describe("the calls of a month on busy and quiet days", () => {
  test.each([[0, 0.3], [0.6, 0.3], [0.9, 0.5]])("with memory %f vary as theory says: Poisson, and the covariance of all pairs of days", (rho, cv) => {
    const RUNS = 2500, season = [1, 1, 1, 1, 1, 1, 1, 1, 1.5, 1, 1, 1], friday = 0.5;
    const calendar = `from: 2026-09-01\nto: 2026-10-02\n${OFFICE_WEEK}\ndayTypes: { usual: {} }\nseason: { byMonth: [${season.join(", ")}], byWeekday: { fri: ${friday} } }${rho === 0 ? "" : `\ndayToDayCorrelation: ${rho}`}`;
    // 22 days of September, its Fridays the 4th, 11th, 18th and 25th, then Thursday 1 and Friday 2 October.
    const means = Array.from({ length: 24 }, (_, i) => 20 * (i < 22 ? 1.5 : 1) * ([3, 8, 13, 18, 23].includes(i) ? friday : 1)), mean = means.reduce((sum, own) => sum + own, 0);
    const theory = means.reduce((sum, v, i) => sum + means.reduce((all, w, j) => all + cv * cv * rho ** Math.abs(i - j) * v * w, 0), mean);
    const sample = describeSample(offeredOf(dated(smallCalendar(calendar, { calls: `volume: 20, dayToDayCv: ${cv}` })), RUNS, `memory ${rho}`));
    expect(Math.abs(sample.mean - mean) / Math.sqrt(theory / RUNS)).toBeLessThan(4.5);
    expect(Math.abs(sample.variance - theory) / sample.varianceError).toBeLessThan(4.5);
  });
});

describe("a month of identical days", () => {
  const scenario = dated(smallCalendar(`from: 2026-09-01\nto: 2026-09-30\n${OFFICE_WEEK}\ndayTypes: { usual: {} }`)), day = scenario.calendar.dayTypes.usual, exact = exactDay(day);
  const MEASURES = ["serviceLevel", "offered", "answered", "abandoned", "abandonmentRate", "averageWait", "probabilityOfWait", "serviceLevelOfAnswered"] as const;
  const RUNS = 400, month = simulateCalendar(scenario, { days: RUNS, seed: "month" }), byDay = simulate(day, { days: 22 * RUNS, seed: "day" });

  test("is, a day, the day solved exactly, in every half hour", () => {
    const { total, intervals } = month.dayTypes.usual;
    for (const name of MEASURES) {
      expectNear(total[name], exact.total[name].mean!, name);
      expectNear(month.whole.total[name], exact.total[name].mean! * (["offered", "answered", "abandoned"].includes(name) ? 22 : 1), `month ${name}`);
      intervals.forEach((own, i) => { expectNear(own.total[name], exact.intervals[i].total[name].mean!, `${name} from ${own.from}`); });
    }
  });

  test("has the waits, the daily levels and the half-widths of as many days run singly", () => {
    const { total } = month.dayTypes.usual, overlap = (a: Interval | null, b: Interval | null) => Math.min(a![1], b![1]) - Math.max(a![0], b![0]);
    for (const name of MEASURES) expect(total[name].halfWidth! / byDay.total[name].halfWidth!, name).toSatisfy((ratio: number) => ratio > 0.85 && ratio < 1.15); // of 400 observations: 3.5 % a standard error
    for (const p of ["p50", "p90", "p99"] as const) expect(overlap(total.wait.interval[p], byDay.total.wait.interval[p]), p).toBeGreaterThanOrEqual(0);
    for (const p of ["p05", "p25", "p50", "p75", "meetsTarget"] as const) expect(overlap(total.daily.interval[p], byDay.total.daily.interval[p]), p).toBeGreaterThanOrEqual(0);
    expect(total.wait.curve.waitingLonger[10]).toBeCloseTo(byDay.total.wait.curve.waitingLonger[10], 1);
    expect(month.whole.wait.p90).toEqual(total.wait.p90); // the same contacts
    expectNear(month.whole.total.daysOnTarget, byDay.total.daily.meetsTarget!, "days on target", 4 * Math.sqrt(0.25 / (22 * RUNS)));
  });

  test("is known as well as its intervals say: over many seeds the distance from the exact day, in standard errors, has a mean square of 1", () => {
    const SEEDS = 60, squares: Record<string, number> = {};
    const add = (name: string, { mean, halfWidth }: { mean: number | null; halfWidth: number | null }, truth: number) => { squares[name] = (squares[name] ?? 0) + ((mean! - truth) / (halfWidth! / 2.0211)) ** 2 / SEEDS; }; // Student's t of 40 runs less 1, 97.5 %: 2.0227
    for (let seed = 0; seed < SEEDS; seed++) {
      const { whole, weekdays, dates, dayTypes } = simulateCalendar(scenario, { days: 40, seed: `z ${seed}` });
      for (const name of ["serviceLevel", "abandonmentRate", "averageWait"] as const) {
        add(`whole ${name}`, whole.total[name], exact.total[name].mean!);
        add(`Mondays ${name}`, weekdays.mon.total[name], exact.total[name].mean!);
        add(`usual ${name}`, dayTypes.usual.total[name], exact.total[name].mean!);
        add(`usual ${name} at 09:30`, dayTypes.usual.intervals[1].total[name], exact.intervals[1].total[name].mean!);
      }
      add("date", dates[3].serviceLevel, exact.total.serviceLevel.mean!);
      add("offered", whole.total.offered, 22 * exact.total.offered.mean!);
      add("busy hours", dayTypes.usual.groups.team.busyHours, exact.groups.team.busyHours.mean!);
    }
    if (process.env.CALLHALL_LONG) process.stderr.write(`${JSON.stringify(squares)}\n`);
    // Chi-square of 60, Student's t of 39 having a variance of 39/37: standard error 0.19.
    for (const [name, square] of Object.entries(squares)) expect(square, name).toSatisfy((z: number) => z > 0.3 && z < 1.9);
  });
});

test("a target that no day reached is not known to be out of reach: the half-width is the exact bound of so many days, or with memory of so many runs", () => {
  const never = (more: string, cv: number) => simulateCalendar(dated(smallCalendar(`from: 2026-09-07\nto: 2026-09-13\n${OFFICE_WEEK}\ndayTypes: { usual: {} }${more}`, { calls: `volume: 400, dayToDayCv: ${cv}`, agents: 1 })), { days: 10 });
  for (const [more, cv, tries] of [["", 0, 50], ["\ndayToDayCorrelation: 0.5", 0.1, 10]] as const) {
    const { whole, weekdays } = never(more, cv);
    expect(whole.total.daysOnTarget.mean).toBe(0);
    expect(whole.total.daysOnTarget.halfWidth).toBeCloseTo(1 - 0.025 ** (1 / tries), 6); // Clopper and Pearson of none
    expect(weekdays.mon.total.daysOnTarget.halfWidth).toBeCloseTo(1 - 0.025 ** (1 / 10), 6);
  }
});

test("what is due in all is one amount, in whatever order the periods were missed", () => {
  const { agreements } = simulateCalendar(oneCallADay("  a: { atLeast: 90%, every: day, credits: [{ below: 90%, pay: 0.1 }, { below: 40%, pay: 0.7 }] }", "from: 2026-09-01, to: 2026-09-30"), { days: 300 });
  const { amounts, inAll } = agreements.a.credits!, pays = amounts.map(({ pay }) => pay.toFixed(6));
  expect(new Set(pays).size).toBe(pays.length); // 0.1 + 0.7 + 0.1 is another number than 0.7 + 0.1 + 0.1 in its last bit
  expect(amounts.reduce((sum, { pay, share }) => sum + pay * share, 0)).toBeCloseTo(inAll.mean!, 9);
});

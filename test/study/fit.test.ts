import { describe, expect, test } from "vitest";
import { dayNumber, weekdayOf } from "../../sim/scenario/civilDate.ts";
import { fit, type FitInput } from "../../sim/study/fit.ts";
import { fitHistory } from "../../sim/study/fitAll.ts";
import { ANSWERED, FIELDS, HANDLE, WAIT_ABANDONED, WAIT_ANSWERED, type History } from "../../sim/study/fitHistory.ts";
import type { Ranged } from "../../sim/study/fitLaw.ts";
import { fitText } from "../../sim/study/fitText.ts";
import { comingPerDay } from "../../sim/scenario/demandHours.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { kindsOfDay } from "../../sim/scenario/week.ts";
import { historyOf, livePast, type Past } from "./madeUpPast.ts";

const OPENING = { from: 9 * 3600, to: 17 * 3600 }, AGENTS = [4, 5, 6, 6, 6, 6, 5, 5, 5, 5, 5, 5, 4, 4, 3, 3], MONDAY = dayNumber(2026, 1, 5)!;
const SCENARIO = `
opening: { from: "09:00", to: "17:00" }
interval: 30m
contacts:
  calls: { volume: 300, profile: [3, 5, 7, 7, 7, 7, 6, 6, 6, 6, 5, 5, 4, 4, 3, 2], handleTime: { distribution: lognormal, mean: 4m, cv: 0.7 }, patience: { distribution: exponential, mean: 2m }, answerWithin: 20s, target: 80% }
groups: { team: { answers: [calls], agents: [${AGENTS.join(", ")}] } }
`;

const input = (history: History): FitInput => ({
  history, periods: [], times: null, redials: null, agentsSeen: false, interval: 1800, within: { value: 20, origin: "data" }, target: { value: 0.8, origin: "told" }, handle: null, agents: null,
});

const past = (seed: string, more: Partial<Past> = {}) => historyOf(livePast({ scenario: SCENARIO, from: MONDAY, days: 20 * 7, seed, weekdays: [1.3, 1, 1, 1, 1, 0, 0], ...more }), 1800, OPENING, (i) => AGENTS[i]);

/** How far estimates of a known value are off, in their own standard errors: mean 0 and mean square 1 where all is right. */
function zScores(estimates: readonly Ranged[], truth: number): { readonly mean: number; readonly square: number } {
  const z = estimates.map(({ value, halfWidth }) => (value - truth) / (halfWidth! / 1.96)), mean = (of: (each: number) => number) => z.reduce((all, each) => all + of(each), 0) / z.length;
  return { mean: mean((each) => each), square: mean((each) => each * each) };
}

describe("what is fitted to a known past comes back within its errors, over 20 seeds:", () => {
  const SEEDS = 20, fits = Array.from({ length: SEEDS }, (_, seed) => fit(input(past(`known ${seed}`, { cv: 0.12, memory: 0.4 }))));
  const expectRight = (estimates: readonly Ranged[], truth: number, narrow = 0.3) => {
    const { mean, square } = zScores(estimates, truth);
    expect(Math.abs(mean)).toBeLessThan(3.3 / Math.sqrt(SEEDS));
    expect(square).toBeGreaterThan(narrow);
    expect(square).toBeLessThan(1 + 3.3 * Math.sqrt(2 / SEEDS));
  };

  test("the volume of Mondays", () => expectRight(fits.map(({ weekdays }) => weekdays[0].mean), 390));
  test("the spread of the day factor", () => expectRight(fits.map(({ factor }) => factor!.cv), 0.12));
  test("its memory", () => expectRight(fits.map(({ factor }) => factor!.memory), 0.4));
  test("the mean handle time", () => expectRight(fits.map(({ types: [{ handle }] }) => handle!.mean), 240));
  test("how handle times vary", () => expectRight(fits.map(({ types: [{ handle }] }) => handle!.cv!), 0.7));

  test("Mondays are a kind of their own, the other days another", () => {
    for (const { kinds } of fits) {
      expect(kinds.find(({ weekdays }) => weekdays.includes(0))!.weekdays).toEqual([0]);
      expect(kinds.length).toBeLessThanOrEqual(3);
    }
    expect(fits.filter(({ kinds }) => kinds.length === 2).length).toBeGreaterThan(SEEDS - 3);
  });
  test("within the day counts are Poisson", () => {
    const ratios = fits.map(({ dispersion }) => dispersion!.withinDay), mean = ratios.reduce((sum, each) => sum + each, 0) / SEEDS;
    expect(mean).toBeGreaterThan(0.97);
    expect(mean).toBeLessThan(1.03);
  });
  test("no day is taken for a peak", () => expect(fits.flatMap(({ sorts }) => sorts!.peaks).length).toBeLessThan(3));
});

test("what Poisson counts vary by themselves is no day factor", () => {
  const factors = Array.from({ length: 6 }, (_, seed) => fit(input(past(`plain ${seed}`))).factor!), mean = (of: (each: typeof factors[number]) => number) => factors.reduce((sum, each) => sum + of(each), 0) / factors.length;
  expect(mean(({ plainSpread }) => plainSpread)).toBeGreaterThan(0.05); // about 1 / root of 300
  expect(mean(({ cv }) => cv.value ** 2)).toBeLessThan(0.0008); // against 0.0033 of the counts
});

test("patience comes back through the simulation, within its errors over 8 seeds", () => {
  const SEEDS = 8, found = Array.from({ length: SEEDS }, (_, seed) => fitHistory(input(past(`patience ${seed}`, { days: 7 * 7, cv: 0.1 }))).fit.types[0].patience);
  expect(found.every(({ origin, says }) => origin === "data" && says.includes("simulated"))).toBe(true);
  const { mean, square } = zScores(found.map((each) => each.mean), 120);
  expect(Math.abs(mean)).toBeLessThan(3.3 / Math.sqrt(SEEDS));
  expect(square).toBeLessThan(1 + 3.3 * Math.sqrt(2 / SEEDS));
});

test("where the file has the waits of all callers, they tell patience, far closer than the simulation", () => {
  const calls = livePast({ scenario: SCENARIO, from: MONDAY, days: 7 * 7, seed: "waits" }), history = historyOf(calls, 1800, OPENING, (i) => AGENTS[i]);
  for (const field of [WAIT_ANSWERED, WAIT_ABANDONED] as const) history.known.add(field);
  for (const { day, at, answered, wait } of calls) history.day(0, day)[Math.floor(at / 1800) * FIELDS + (answered ? WAIT_ANSWERED : WAIT_ABANDONED)] += wait;
  const { mean: { value, halfWidth }, says } = fitHistory(input(history)).fit.types[0].patience;
  expect(says).toContain("all waiting divided by");
  expect(Math.abs(value - 120)).toBeLessThan(1.5 * halfWidth!);
  expect(halfWidth).toBeLessThan(12);
});

test("handle times and waits of another unit than they were taken for are refused", () => {
  const scaled = (field: number, by: number) => {
    const history = past("units", { days: 14 });
    history.known.add(WAIT_ANSWERED);
    for (const cells of history.days[0].values()) for (let at = 0; at < cells.length; at += FIELDS) cells[at + field] = field === WAIT_ANSWERED ? cells[at + ANSWERED] * by : cells[at + field] * by;
    return () => fitHistory(input(history));
  };
  expect(scaled(HANDLE, 1000)).toThrow(/^handle times of calls come to \d+(?:\.\d)? hours a contact, which cannot be/);
  expect(scaled(HANDLE, 1 / 60)).toThrow(/^handle times of calls come to 4(?:\.\d)? seconds a contact/);
  expect(scaled(WAIT_ANSWERED, 20_000)).toThrow(/^waits come to 5\.56 hours in the mean/);
});

test("a right scenario has nine half hours in ten inside its band, and is surely off nowhere; a wrong one is caught", () => {
  const history = past("validated", { cv: 0.1 }), { validation } = fitHistory(input(history)), level = validation!.measures.find(({ measure }) => measure === "serviceLevel")!;
  expect(Math.abs(level.inside.value - 0.9)).toBeLessThan(2 * level.inside.halfWidth!);
  expect(validation!.measures.flatMap(({ slots }) => slots.filter(({ isWrong }) => isWrong))).toEqual([]);
  const fewer = historyOf(livePast({ scenario: SCENARIO, from: MONDAY, days: 20 * 7, seed: "wrong" }), 1800, OPENING, (i) => AGENTS[i] + (i >= 6 && i < 9 ? 2 : 0)); // the file says two more at lunch than there were
  const wrong = fitHistory(input(fewer)).validation!.measures.find(({ measure }) => measure === "serviceLevel")!.slots.filter(({ isWrong, difference }) => isWrong && difference.value < 0).map(({ from }) => from / 1800);
  expect(wrong).toEqual(expect.arrayContaining([24, 25, 26]));
});

test("half hours in which hardly anybody waits are not called wrong over a miss in a thousand", () => {
  const text = SCENARIO.replace("[3, 5, 7,", "[0.3, 5, 7,"), wrong = Array.from({ length: 6 }, (_, seed) => fitHistory(input(historyOf(livePast({ scenario: text, from: MONDAY, days: 8 * 7, seed: `quiet ${seed}` }), 1800, OPENING, (i) => AGENTS[i]))).validation!.measures.filter(({ measure }) => measure !== "offered").flatMap(({ slots }) => slots.filter(({ isWrong }) => isWrong)));
  expect(wrong.flat()).toEqual([]);
});

test("peak days, closed days and days cut short are spotted, told and kept out", () => {
  const peak = MONDAY + 30, shut = MONDAY + 45, calls = livePast({ scenario: SCENARIO, from: MONDAY, days: 20 * 7, seed: "odd", special: { [peak]: 1.9, [shut]: 0.02 } });
  const history = historyOf(calls.filter(({ day, at }) => day !== MONDAY + 60 || at < 12 * 3600), 1800, OPENING), { sorts, kinds } = fit({ ...input(history), handle: null });
  expect(sorts!.peaks.map(({ day }) => day)).toEqual([peak]);
  expect(sorts!.closed.map(({ day }) => day)).toEqual([shut]);
  expect(sorts!.cut.map(({ day }) => day)).toEqual([MONDAY + 60]);
  expect(kinds.flatMap(({ days }) => days)).not.toContain(peak);
});

test("the hour that clocks skip in March does not make a day cut short", () => {
  const text = SCENARIO.replace('from: "09:00", to: "17:00"', 'from: "00:00", to: "08:00"'), open = { from: 0, to: 8 * 3600 }, forward = dayNumber(2026, 3, 29)!;
  const calls = livePast({ scenario: text, from: MONDAY, days: 20 * 7, seed: "spring", weekdays: [1, 1, 1, 1, 1, 1, 1] }), without = (day: number) => calls.filter((call) => call.day !== day || call.at < 3600 || call.at >= 7200);
  expect(fit(input(historyOf(without(forward), 1800, open))).sorts!.cut).toEqual([]);
  expect(fit(input(historyOf(without(forward - 7), 1800, open))).sorts!.cut.map(({ day }) => day)).toEqual([forward - 7]);
});

test("types that are busy together are found to be, and others not", () => {
  const text = SCENARIO.replace("groups:", `  other: { volume: 200, profile: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], handleTime: { distribution: exponential, mean: 2m }, patience: never, answerWithin: 20s, target: 80% }\ngroups:`).replace("answers: [calls]", "answers: [calls, other]");
  const together = fit(input(historyOf(livePast({ scenario: text, from: MONDAY, days: 26 * 7, seed: "together", cv: 0.2 }), 1800, OPENING)));
  expect(together.shared).toBe(true);
  expect(together.correlations[0].correlation.value).toBeGreaterThan(0.85);
  const alone = fit(input(historyOf([...livePast({ scenario: text, from: MONDAY, days: 26 * 7, seed: "a", cv: 0.2 }).filter(({ type }) => type === "calls"), ...livePast({ scenario: text, from: MONDAY, days: 26 * 7, seed: "b", cv: 0.2 }).filter(({ type }) => type === "other")], 1800, OPENING)));
  expect(alone.shared).toBe(false);
  expect(Math.abs(alone.correlations[0].correlation.value)).toBeLessThan(2 * alone.correlations[0].correlation.halfWidth!);
});

test("a type that comes on Saturdays alone, and very few contacts, leave no number undefined", () => {
  const text = SCENARIO.replace("groups:", `  other: { volume: 40, profile: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], handleTime: { distribution: exponential, mean: 2m }, patience: never, answerWithin: 20s, target: 80% }\ngroups:`).replace("answers: [calls]", "answers: [calls, other]");
  const calls = livePast({ scenario: text, from: MONDAY, days: 6 * 7, seed: "Saturdays", weekdays: [0.02, 0.02, 0.02, 0.02, 0.02, 1, 0] }).filter(({ day, type }) => (type === "other") === (weekdayOf(day) === 5));
  for (const agents of [undefined, () => 1]) {
    const fitted = fitHistory(input(historyOf(calls, 1800, OPENING, agents)));
    const undefinedNumbers: string[] = [], look = (value: unknown, path: string): void => {
      if (typeof value === "number" && Number.isNaN(value)) undefinedNumbers.push(path);
      else if (typeof value === "object" && value !== null) for (const [key, each] of Object.entries(value)) look(each, `${path}.${key}`);
    };
    look({ ...fitted.fit, history: null }, "fit");
    look(fitted.validation, "validation");
    expect(undefinedNumbers).toEqual([]);
    const { calendar } = parseScenario(fitText(fitted.fit, "Saturdays", "x.csv", []), "x.yaml");
    const comingOn = (weekday: "mon" | "sat", type: string) => { const day = calendar!.dayTypes[calendar!.week[weekday]]; return comingPerDay(day.contacts[type], day); };
    expect([comingOn("mon", "other"), comingOn("sat", "calls")]).toEqual([0, 0]);
    expect(comingOn("sat", "other")).toBeGreaterThan(30);
  }
});

test("days kept back are scored, and the fit beats last week where weeks are alike", () => {
  const { heldOut, fit: fitted } = fitHistory(input(past("held", { cv: 0.05 })), MONDAY + 15 * 7);
  expect(fitted.to).toBeLessThan(MONDAY + 15 * 7);
  expect(heldOut!.days).toBe(25);
  expect(heldOut!.volume.fit.value).toBeLessThan(heldOut!.volume.lastFour.value);
  expect(heldOut!.volume.lastFour.value).toBeLessThan(heldOut!.volume.lastWeek.value);
  // Poisson counts of mean m err by root(2 m / pi) from m itself, and by root 2 as much from another such count
  expect(heldOut!.volume.lastWeek.value / heldOut!.volume.fit.value).toBeGreaterThan(1.25);
  expect(heldOut!.serviceLevel!.fit.value).toBeLessThan(0.06);
});

test("a year's season comes back by month, and less than a year leaves it in the day factor", () => {
  const special = Object.fromEntries(Array.from({ length: 365 }, (_, i) => [MONDAY + i, i > 180 && i < 211 ? 1.4 : 1])); // 5 July to 3 August
  const whole = fit(input(historyOf(livePast({ scenario: SCENARIO, from: MONDAY, days: 365, seed: "year", special }), 1800, OPENING))), july = whole.season!.byMonth[6];
  expect(july.value).toBeGreaterThan(1.25);
  expect(july.value - july.halfWidth!).toBeLessThan(1.4);
  expect(fit(input(past("half a year"))).season).toBeNull();
});

test("the scenario that is written is read back as fitted, with an origin beside every number", () => {
  const made = fitHistory(input(past("written", { cv: 0.15, memory: 0.5, special: { [MONDAY + 31]: 3 } }))).fit, text = fitText(made, "Past", "past.csv", ["nothing left out"]), read = parseScenario(text, "past.yaml");
  const kinds = kindsOfDay(read), main = kinds.find(({ name }) => name === made.kinds.find(({ weekdays }) => weekdays.length > 2)!.name)!;
  expect(main.scenario.contacts.calls.volume).toBeCloseTo(made.kinds.find(({ name }) => name === main.name)!.volumes[0].value, 0);
  expect(main.scenario.contacts.calls.dayToDayCv).toBeCloseTo(made.types[0].factor!.cv.value, 3);
  expect(text).toMatch(/dayToDayCorrelation: 0\.\d+ # .*±/);
  expect(text).toMatch(/peaks: { dayType: peak, dates: \[2026-02-05\] }/);
  const lines = text.split("\n");
  lines.forEach((line, i) => {
    if (/^\s+(?:volume|profile|dayToDayCv|handleTime|patience|answerWithin|target|agents|opening|dayToDayCorrelation|byMonth):/.test(line)) expect(line.includes("# ") || lines[i - 1].includes("# "), line).toBe(true);
  });
});

test("weekdays are those of the calendar", () => {
  expect([dayNumber(1970, 1, 1), dayNumber(2000, 2, 29), dayNumber(1999, 2, 29)]).toEqual([0, 11016, null]); // the epoch, and leap years
  expect(weekdayOf(dayNumber(2026, 11, 26)!)).toBe(3); // a Thursday
});

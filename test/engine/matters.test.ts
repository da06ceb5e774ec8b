import { describe, expect, test } from "vitest";
import { Luck } from "../../sim/engine/luck.ts";
import { compile } from "../../sim/model/compile.ts";
import { drawDurations } from "../../sim/random/durations.ts";
import { PURPOSE, RETRIES, Stream, streamKey } from "../../sim/random/stream.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import type { Law, Scenario } from "../../sim/scenario/schema.ts";
import { simulate } from "../../sim/study/run.ts";

const LAWS: readonly Law[] = [
  { distribution: "exponential", mean: 300 }, { distribution: "deterministic", mean: 300 }, { distribution: "lognormal", mean: 300, cv: 0.8 },
  { distribution: "gamma", mean: 300, cv: 1.5 }, { distribution: "weibull", shape: 1.5, scale: 300 }, { distribution: "uniform", from: 100, to: 500 },
];
const RESIDENTS = [0.6, 0, 0.3, 0.1], MEAN = 1.9, FURTHER = 0.7;

/** A hundred calls an hour for four hours, whatever they bring, and an agent for everybody. */
function day(matters: Scenario["contacts"][string]["matters"], mean = 1, law: Law = LAWS[2]): Scenario {
  const plain = parseScenario(`
opening: { from: "09:00", to: "13:00" }
interval: 60m
contacts:
  calls: { volume: ${400 * mean}, profile: [1, 2, 2, 1], handleTime: { distribution: exponential, mean: 5m }, patience: { distribution: exponential, mean: 3m }, balking: 10%, answerWithin: 20s, target: 80% }
groups: { team: { answers: [calls], agents: 200 } }
`);
  return { ...plain, contacts: { calls: { ...plain.contacts.calls, handleTime: law, ...(matters === undefined ? {} : { matters }) } } };
}

const several = (law?: Law, furtherTakes = FURTHER, residents = RESIDENTS) => day({ residents, furtherTakes }, MEAN, law);

const newLuck = (scenario: Scenario) => new Luck(compile(scenario), [streamKey("luck", "calls")], 4000);

/** What chance gives the contacts of a day. */
function luckOf(scenario: Scenario) {
  const luck = newLuck(scenario);
  luck.draw(3, Float64Array.of(1));
  const { count, arrival, handleTime, patience, balks } = luck;
  return { arrival: [...arrival.slice(0, count)], handleTime: [...handleTime.slice(0, count)], patience: [...patience.slice(0, count)], balks: [...balks.slice(0, count)] };
}

describe("a contact with several matters", () => {
  test.each(LAWS)("takes the first matter's time and the share of each further one's, each from its own stream in order of arrival: $distribution", (law) => {
    const { handleTime } = luckOf(several(law)), key = streamKey("luck", "calls"), stream = new Stream(), retries = new Stream();
    const column = (purpose: number) => {
      const out = new Float64Array(handleTime.length);
      stream.restart(key, purpose, 3);
      retries.restart(key, purpose ^ RETRIES, 3);
      drawDurations(law, stream, retries, out, 0, out.length);
      return out;
    };
    const times = [PURPOSE.handleTime, ...[2, 3, 4].map((matter) => PURPOSE.furtherMatters + matter)].map(column);
    stream.restart(key, PURPOSE.matters, 3);
    const numbers = handleTime.map(() => {
      const chance = stream.uniform();
      return chance < 0.6 ? 1 : chance < 0.6 + 0.3 ? 3 : 4; // nobody has two
    });
    expect(handleTime).toEqual(numbers.map((number, k) => times.slice(1, number).reduce((sum, time) => sum + FURTHER * time[k], times[0][k])));
    expect(new Set(numbers).size).toBe(3);
  });

  test("leaves all other luck where it was, and that of the first matter", () => {
    const alone = luckOf(day(undefined));
    expect(luckOf(several(undefined, 0))).toEqual(alone);
    expect({ ...luckOf(several()), handleTime: alone.handleTime }).toEqual(alone);
    expect(luckOf(day({ residents: [1, 0], furtherTakes: 0.5 }))).toEqual(alone);
    const more = luckOf(several(undefined, FURTHER, [0.5, 0.1, 0.3, 0.1])).handleTime, before = luckOf(several()).handleTime;
    const same = before.filter((time, k) => time === more[k]).length; // nine in ten bring as many matters as before
    expect(same / before.length).toBeGreaterThan(0.85);
    expect(same).toBeLessThan(before.length);
  });

  test.each(LAWS)("has the mean and the variance of a compound sum: $distribution", (law) => {
    const times: number[] = [], luck = newLuck(several(law));
    for (let number = 0; number < 250; number++) {
      luck.draw(number, Float64Array.of(1));
      times.push(...luck.handleTime.subarray(0, luck.count));
    }
    // E S = m (1 + f E(N - 1)), Var S = v (1 + f^2 E(N - 1)) + f^2 m^2 Var N, with m and v of one matter from tables of the laws.
    const fiveThirds = 0.9027452929509336, sevenThirds = 1.190639348758999; // the gamma function there: Abramowitz and Stegun, table 6.1
    const one: Record<Law["distribution"], [mean: number, variance: number]> = {
      exponential: [300, 300 ** 2], deterministic: [300, 0], lognormal: [300, 240 ** 2], gamma: [300, 450 ** 2],
      weibull: [300 * fiveThirds, 300 ** 2 * (sevenThirds - fiveThirds ** 2)], uniform: [300, 400 ** 2 / 12],
    };
    const [m, v] = one[law.distribution], numberVariance = 0.6 * 0.9 ** 2 + 0.3 * 1.1 ** 2 + 0.1 * 2.1 ** 2;
    const mean = m * (1 + FURTHER * (MEAN - 1)), variance = v * (1 + FURTHER ** 2 * (MEAN - 1)) + (FURTHER * m) ** 2 * numberVariance;
    const n = times.length, seen = times.reduce((sum, time) => sum + time, 0) / n, squares = times.map((time) => (time - mean) ** 2), seenVariance = squares.reduce((sum, square) => sum + square, 0) / n;
    const ofVariance = Math.sqrt(squares.reduce((sum, square) => sum + (square - seenVariance) ** 2, 0)) / n;
    expect(n).toBeGreaterThan(99_000);
    expect(Math.abs(seen - mean)).toBeLessThan(4 * Math.sqrt(variance / n)); // 4 standard errors
    expect(Math.abs(seenVariance - variance)).toBeLessThan(4 * ofVariance);
  });
});

test("a day of matters has fewer and longer contacts: the offered load is matters x handle time x what further ones take", () => {
  const { total, groups } = simulate(several(), { days: 400 });
  const calls = 400, hours = (calls * 300 * (1 + FURTHER * (MEAN - 1))) / 3600;
  expect(Math.abs((total.offered.mean ?? 0) - calls)).toBeLessThan(4 * Math.sqrt(calls / 400)); // 4 standard errors of a Poisson mean
  expect(Math.abs((groups.team.busyHours.mean ?? 0) - hours)).toBeLessThan(2 * (groups.team.busyHours.halfWidth ?? 0)); // as many
  expect(groups.team.busyHours.halfWidth).toBeLessThan(0.02 * hours);
});

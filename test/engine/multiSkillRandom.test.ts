import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { studentT95 } from "../../sim/stats/studentT.ts";
import { simulate } from "../../sim/study/run.ts";
import { exactMultiSkillDay } from "../known/multiSkillDay.ts";
import { measuresBeside } from "../known/multiSkillMeasures.ts";
import { randomCentre } from "../known/multiSkillRandom.ts";
import { centreText } from "../known/multiSkillText.ts";

const HOURS = 2, WITHIN = 30, DAYS = 320, MOST_STATES = 3000;

const cases = fc.sample(randomCentre, { seed: 11, numRuns: 200 }).flatMap((centre) => {
  const truth = exactMultiSkillDay(centre, 3600 * HOURS, WITHIN, MOST_STATES);
  return truth === null || truth.full > 1e-5 ? [] : [{ centre, truth }];
});

describe(`random multi-skill centres, ${HOURS} hours from empty to the last contact`, () => {
  test("are as many and as varied as they should be", () => {
    expect(cases.length).toBeGreaterThan(100);
    const some = (of: (centre: (typeof cases)[number]["centre"]) => boolean) => { expect(cases.filter(({ centre }) => of(centre)).length).toBeGreaterThan(10); };
    some(({ groups }) => groups.some(({ listed }) => listed !== null));
    some(({ lines }) => lines === null);
    some(({ types }) => types.every(({ priority }) => priority === 0));
    some(({ types }) => types.every(({ balking }) => balking === 1));
    some(({ groups }) => groups.some(({ factors }) => factors.some((factor) => factor !== factors[0])));
  });

  // Measured with the seeds below; standard normal scores have a mean of 0, a mean square of 1.
  //                                     scores    mean  mean square  largest
  //   offered                              470   0.013        1.098     3.85
  //   blocked                              239  -0.078        1.058     3.26
  //   abandonment rate                     347   0.061        1.105     3.23
  //   probability of wait                  267   0.108        1.041     2.87
  //   average wait                         267   0.032        0.938     3.33
  //   service level                        463  -0.002        1.087     3.33
  //   service level of answered            243  -0.005        1.157     3.35
  //   service level including abandons     328   0.043        1.093     3.33
  //   occupancy                            485  -0.043        1.007     2.84
  //   busy hours                           485  -0.053        1.023     3.02
  //   overrun hours                        413  -0.089        1.046     2.78
  // Scores of types and groups of one centre hang together a little, so the bounds on mean and mean square are those of as many scores as centres.
  test("scatter about their exact Markov chains as chance says: z-scores of every measure look standard normal", () => {
    const quantile = studentT95(DAYS - 1), scores: Record<string, number[]> = {}, worst: Record<string, string> = {};
    cases.forEach(({ centre, truth }, n) => {
      const result = simulate(parseScenario(centreText(centre, HOURS, WITHIN)), { days: DAYS, seed: `multi-skill ${n}` });
      for (const { measure, ours: { mean, halfWidth }, exact, events } of measuresBeside(result, truth, centre, HOURS)) {
        if (mean === null || !(halfWidth! > 0) || events * DAYS < 200) continue; // hardly ever happens: no normal law yet
        const z = (mean - exact) / (halfWidth! / quantile);
        if (Math.abs(z) >= Math.max(0, ...(scores[measure] ?? []).map(Math.abs))) worst[measure] = `centre ${n}`;
        (scores[measure] ??= []).push(z);
      }
    });
    for (const [name, z] of Object.entries(scores)) {
      const n = z.length, mean = z.reduce((sum, x) => sum + x, 0) / n, square = z.reduce((sum, x) => sum + x * x, 0) / n, largest = Math.max(...z.map(Math.abs));
      if (process.env.CALLHALL_SCORES) process.stderr.write(`${name.padEnd(34)} ${n} ${mean.toFixed(3)} ${square.toFixed(3)} ${largest.toFixed(2)} ${worst[name]}\n`);
      expect(n, name).toBeGreaterThan(80);
      expect(Math.abs(mean), `mean of ${name}`).toBeLessThan(4 / Math.sqrt(Math.min(n, cases.length)));
      expect(Math.abs(square - 1), `mean square of ${name}`).toBeLessThan(4 * Math.sqrt(2 / Math.min(n, cases.length)));
      expect(largest, `largest of ${name}, ${worst[name]}`).toBeLessThan(4.5);
    }
  });
});

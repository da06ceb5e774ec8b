// Two multi-skill examples of ContactCenters (Université de Montréal; E. Buist and P. L'Ecuyer, "A Java library for simulating contact
// centers", Winter Simulation Conference 2005), with the output published beside them: umontreal-simul/contactcenters,
// doc/examples/SimpleMSK.{java,res} and SimpleMSKWithRerouting.{java,res}, 1,000 days each.
//
// Three types, two groups, three periods of two hours, busyness gamma(28.7, 28.7) shared by all types; handle time and patience are
// exponential with means that depend on the period in which a contact comes: here a type of its own for each type and period.

import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import type { Estimate } from "../../sim/stats/estimate.ts";
import { simulate } from "../../sim/study/run.ts";

const PER_MINUTE = [[4.2, 5.3, 3.2], [5.1, 4.3, 4.8], [6.3, 5.2, 4.8]]; // type x period
const SERVED_PER_MINUTE = [0.5, 0.6, 0.4], HANG_UP_PER_MINUTE = [0.3, 0.4, 0.2]; // by period

const name = (type: number, period: number) => `t${type}p${period}`;
const periods = [0, 1, 2];
const namesOf = (type: number) => periods.map((period) => name(type, period));

/** @param helpAfter when the second group may serve type 1 */
function centre(picks: "longest" | "listed", answers: readonly (readonly number[])[], helpAfter: string) {
  const contacts = PER_MINUTE.flatMap((rates, type) => rates.map((rate, period) => `  ${name(type, period)}:
    ratesPerHour: [${periods.map((p) => (p === period ? 60 * rate : 0)).flatMap((perHour) => [perHour, perHour]).join(", ")}]
    dayToDayCv: ${1 / Math.sqrt(28.7)}
    busyness: shared
    handleTime: { distribution: exponential, mean: ${60 / SERVED_PER_MINUTE[period]}s }
    patience: { distribution: exponential, mean: ${60 / HANG_UP_PER_MINUTE[period]}s }
    answerWithin: 20s
    target: 80%`));
  const group = (g: number) => `answers: [${answers[g].flatMap(namesOf).join(", ")}], picks: ${picks}`;
  return parseScenario(`
opening: { from: "08:00", to: "14:00" }
interval: 60m
contacts:
${contacts.join("\n")}
groups:
  g0: { ${group(0)}, agents: [12, 12, 18, 18, 9, 9] }
  g1: { ${group(1)}, agents: [15, 15, 20, 20, 11, 11] }
routing:
${[["g0"], ["g0", `{ group: g1, after: ${helpAfter} }`], ["g1"]].flatMap((route, type) => namesOf(type).map((each) => `  ${each}: [${route.join(", ")}]`)).join("\n")}
`);
}

type Published = readonly [mean: number, low: number, high: number];

interface Output {
  readonly served: Published;
  readonly abandoned: Published;
  readonly serviceLevel: Published;
  /** Answered within 20 s, by type and period. */
  readonly good: readonly (readonly Published[])[];
}

const DAYS = 1500;

/** Both are means over days with an interval of 95 %: their difference has both errors. */
function scoresAgainst({ served, abandoned, serviceLevel, good }: Output, scenario: ReturnType<typeof centre>): Record<string, number> {
  const { total, types } = simulate(scenario, { days: DAYS, seed: "ContactCenters" });
  const score = ({ mean, halfWidth }: Estimate, [theirs, low, high]: Published) => (mean! - theirs) / (Math.hypot(halfWidth!, (high - low) / 2) / 1.96);
  return {
    served: score(total.answered, served), abandoned: score(total.abandoned, abandoned),
    // Their service level leaves out who hung up within the threshold.
    serviceLevel: score(total.serviceLevelExcludingShortAbandons, serviceLevel),
    ...Object.fromEntries(good.flatMap((row, type) => row.map((published, period) => [name(type, period), score(types[name(type, period)].answeredWithin, published)]))),
  };
}

describe("the multi-skill examples of ContactCenters give their published answers", () => {
  const near = (scores: Record<string, number>) => {
    if (process.env.CALLHALL_SCORES) process.stderr.write(`${JSON.stringify(scores)}\n`);
    for (const [measure, z] of Object.entries(scores)) expect(Math.abs(z), measure).toBeLessThan(3.5); // all of one published sample of days, so they lean together
  };

  test("SimpleMSK: a type between two groups, whoever waits longest", () => {
    near(scoresAgainst({
      served: [4297.305, 4270.15, 4324.46], abandoned: [910.335, 876.133, 944.537], serviceLevel: [0.501, 0.494, 0.509],
      good: [
        [[170.154, 164.338, 175.97], [599.334, 594.159, 604.509], [15.49, 13.782, 17.198]],
        [[262.936, 254.597, 271.275], [511.648, 506.276, 517.02], [34.697, 31.27, 38.124]],
        [[259.806, 250.178, 269.434], [613.732, 607.586, 619.878], [24.888, 22.137, 27.639]],
      ],
    }, centre("longest", [[1, 0], [2, 1]], "0s")));
  });

  test("SimpleMSKWithRerouting: help after 12 seconds, and agents who take the last type of their list first", () => {
    // The example means to take the longest wait, but never notes the longest so far: it takes the last type of { 1, 0 } and { 2, 1 } that waits.
    near(scoresAgainst({
      served: [4274.426, 4247.504, 4301.348], abandoned: [933.214, 898.83, 967.598], serviceLevel: [0.579, 0.572, 0.587],
      good: [
        [[298.745, 296.876, 300.614], [595.27, 590.151, 600.389], [106.823, 104.992, 108.654]],
        [[383.203, 380.066, 386.34], [504.09, 498.975, 509.205], [121.441, 117.638, 125.244]],
        [[239.008, 229.176, 248.84], [611.55, 605.491, 617.609], [22.298, 19.669, 24.927]],
      ],
    }, centre("listed", [[0, 1], [1, 2]], "12s")));
  });
});

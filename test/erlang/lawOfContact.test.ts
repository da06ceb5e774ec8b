import { expect, test } from "vitest";
import { lawOfContact } from "../../sim/erlang/lawOfContact.ts";
import { meanLoads } from "../../sim/erlang/offeredLoad.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { requirements } from "../../sim/study/require.ts";
import { simulate } from "../../sim/study/run.ts";

test("two exponential matters each are Erlang's law of two phases, which the gamma law is", () => {
  expect(lawOfContact({ distribution: "exponential", mean: 100 }, { residents: [0, 1], furtherTakes: 1 })).toEqual({ distribution: "gamma", mean: 200, cv: expect.closeTo(Math.SQRT1_2, 12) as number });
});

test("a second matter that takes half adds a quarter of its variance", () => {
  const law = lawOfContact({ distribution: "exponential", mean: 100 }, { residents: [0, 1], furtherTakes: 0.5 }); // 100 squared + 50 squared
  expect(law).toEqual({ distribution: "gamma", mean: 150, cv: expect.closeTo(Math.sqrt(12_500) / 150, 12) as number });
});

test("one matter each, or further ones that take nothing, are the law itself or its mean and variance", () => {
  const law = { distribution: "lognormal", mean: 300, cv: 0.8 } as const;
  expect(lawOfContact(law, undefined)).toBe(law);
  expect(lawOfContact(law, { residents: [1, 0], furtherTakes: 0.5 })).toBe(law);
  expect(lawOfContact(law, { residents: [0.5, 0.5], furtherTakes: 0 })).toEqual({ distribution: "gamma", mean: 300, cv: expect.closeTo(0.8, 12) as number });
  expect(lawOfContact({ distribution: "deterministic", mean: 60 }, { residents: [0, 0, 1], furtherTakes: 0.5 })).toEqual({ distribution: "deterministic", mean: 120 });
  expect(lawOfContact({ distribution: "deterministic", mean: 60 }, { residents: [0.5, 0.5], furtherTakes: 1 })).toEqual({ distribution: "gamma", mean: 90, cv: expect.closeTo(1 / 3, 12) as number });
});

const text = (handleTime: string) => `
opening: { from: "09:00", to: "12:00" }
interval: 30m
contacts:
  calls: { volume: 700, profile: [1, 3, 5, 2, 1, 3], handleTime: ${handleTime}, matters: { residents: [70%, 20%, 10%], furtherTakes: 80% }, patience: never, answerWithin: 20s, target: 80% }
groups: { team: { answers: [calls], agents: 300 } }
days: 1000
`;

test.each(["{ distribution: exponential, mean: 8m }", "{ distribution: uniform, from: 2m, to: 10m }", "{ distribution: weibull, shape: 1.5, scale: 8m }"])(
  "the offered load by formula is that of a simulation with an agent for everybody, half hour by half hour: %s",
  (handleTime) => {
    const scenario = parseScenario(text(handleTime)), { intervals } = simulate(scenario), { groups: [{ intervals: formula }] } = requirements(scenario, { days: 1, rules: [] });
    formula.forEach(({ offeredLoad, expected }, i) => {
      const { mean, halfWidth } = intervals[i].groups.team.busyHours;
      // Three half-widths are 6 standard errors; the gamma law's shape may add 0.1 %.
      expect(Math.abs((mean ?? 0) / 0.5 - offeredLoad)).toBeLessThan((3 * (halfWidth ?? 0)) / 0.5 + 0.001 * offeredLoad);
      expect(expected).toBeCloseTo(([1, 3, 5, 2, 1, 3][i] * 700) / 15 / 1.4, 9);
    });
  },
);

test("the load of a day of matters is matters x handle time x what further ones take, whenever it is done", () => {
  const law = lawOfContact({ distribution: "exponential", mean: 250 }, { residents: [0.7, 0.2, 0.1], furtherTakes: 0.8 }), day = 48;
  const loads = meanLoads({ rates: [...Array<number>(4).fill(100 / 1800), ...Array<number>(day - 4).fill(0)], handleTime: law, handleTimeFactor: 1 }, 1800);
  expect(loads.reduce((sum, load) => sum + load * 1800, 0)).toBeCloseTo(400 * 250 * (1 + 0.8 * 0.4), -1); // seconds, to the error of Simpson's rule
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compile } from "../../sim/model/compile.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import { exactDay } from "../../sim/study/exact.ts";
import { formulaRules } from "../../sim/study/formulaRules.ts";
import { pooledDay } from "../../sim/study/pooledDay.ts";
import { simulate } from "../../sim/study/run.ts";

const textOf = (file: string) => readFileSync(new URL(`../../scenarios/${file}`, import.meta.url), "utf8");
const shipped = (file: string, ...set: string[]): Scenario => parseScenario(textOf(file), file, { readBase: (path) => ({ file: path, text: textOf(path) }), set });

describe("the shipped day from nine to five", () => {
  const byHand = (moves: number, into: readonly number[]) => { // the usual day's profile, written as what comes
    const usual = [31.2, 44.4, 48, 49.2, 46.8, 43.2, 39.6, 34.8, 31.2, 30, 32.4, 33.6, 31.2, 28.8, 26.4, 22.8, 15.6, 7.2, 3.6], open = usual.slice(1, 17);
    const closed = 31.2 + 7.2 + 3.6, there = into.reduce((sum, i) => sum + open[i], 0);
    return open.map((calls, i) => 2 * (calls + (into.includes(i) ? (moves * closed * calls) / there : 0)));
  };

  test.each([["as it is", 0.6, [0, 1, 2, 3], []], ["all lost", 0, [0], ["contacts.calls.demand.moves=0"]], ["all at nine", 1, [0], ["contacts.calls.demand.moves=1", 'contacts.calls.demand.into=["09:00", "09:30"]']]] as const)(
    "is, solved exactly, the day with the calls that come: %s", (_, moves, into, set) => {
      const rates = shipped("nine-to-five.yaml", ...set), written = shipped("nine-to-five.yaml", "contacts.calls.demand=null", "contacts.calls.volume=null", "contacts.calls.profile=null", `contacts.calls.ratesPerHour=${JSON.stringify(byHand(moves, into))}`);
      const found = exactDay(rates), expected = exactDay(written);
      found.intervals.forEach(({ total }, i) => { expect(total.serviceLevel.mean).toBeCloseTo(expected.intervals[i].total.serviceLevel.mean ?? NaN, 9); });
      expect(found.total.offered.mean).toBeCloseTo(600 - (1 - moves) * 42, 9);
    },
  );

  test("is simulated as it is solved", () => {
    const day = shipped("nine-to-five.yaml"), { total } = simulate(day, { days: 1000 }), exact = exactDay(day).total;
    for (const measure of ["serviceLevel", "averageWait", "offered"] as const) { // two half-widths are 4 standard errors
      expect(Math.abs((total[measure].mean ?? 0) - (exact[measure].mean ?? 0))).toBeLessThan(2 * (total[measure].halfWidth ?? 0));
    }
  });

  test("says what became of the callers, in the run's document and in that of the exact day", () => {
    const demand = { wanted: 600, online: 0, whileClosed: expect.closeTo(42, 9) as number, moved: expect.closeTo(25.2, 9) as number, lost: expect.closeTo(16.8, 9) as number };
    const day = shipped("nine-to-five.yaml"), result = simulate(day, { days: 2 });
    expect(result.types.calls.demand).toEqual(demand);
    expect(exactDay(day).types.calls.demand).toEqual(demand);
    expect(result.total).not.toHaveProperty("demand");
    expect(simulate(shipped("usual-day.yaml"), { days: 2 }).types.calls).not.toHaveProperty("demand");
  });
});

describe("the shipped day of one number", () => {
  test("has 600 calls of 5.5 minutes where 840 of 4 minutes 10 would come, and answers more of them in time", () => {
    const merged = simulate(shipped("one-number.yaml"), { days: 500 }), apart = simulate(shipped("one-number.yaml", "contacts.calls.matters=null"), { days: 500 });
    for (const [{ total }, calls] of [[merged, 600], [apart, 840]] as const) expect(Math.abs((total.offered.mean ?? 0) - calls)).toBeLessThan(2 * (total.offered.halfWidth ?? 0)); // 4 standard errors
    expect(merged.total.serviceLevel.mean! - merged.total.serviceLevel.halfWidth!).toBeGreaterThan(apart.total.serviceLevel.mean! + apart.total.serviceLevel.halfWidth!);
  });

  test("is to the formulas of curves a day of 600 calls of 5.5 minutes, and they say what they leave out", () => {
    const { stretches } = pooledDay(compile(shipped("one-number.yaml"))), usual = pooledDay(compile(shipped("usual-day.yaml"))).stretches;
    stretches.forEach(({ rates, handleTime }, i) => {
      expect(rates[0]).toBeCloseTo(usual[i].rates[0], 12);
      expect(handleTime).toBeCloseTo(330, 9);
    });
    expect(formulaRules(shipped("one-number.yaml")).notes).toEqual(["the formulas take handle times to be exponential"]);
    expect(formulaRules(shipped("one-number.yaml", "contacts.calls.matters=null")).notes).toEqual([]);
  });
});

test("the shipped two councils' demand met online does not come, and the rest are the same callers, fewer of them", () => {
  const all = simulate(shipped("two-councils.yaml"), { days: 200 }), fewer = simulate(shipped("two-councils.yaml", "contacts.Cherwell.demand.online=20%"), { days: 200 });
  expect(fewer.types.Cherwell.demand).toMatchObject({ wanted: 450, online: 90, lost: 0 });
  expect(Math.abs((fewer.types.Cherwell.offered.mean ?? 0) - 360)).toBeLessThan(2 * (fewer.types.Cherwell.offered.halfWidth ?? 0)); // 4 standard errors
  expect(fewer.types["South Northamptonshire"]).toEqual(all.types["South Northamptonshire"]); // a team of its own
});

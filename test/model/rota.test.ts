import { describe, expect, test } from "vitest";
import { breakStart, rotaOf, type Spell } from "../../sim/model/rota.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import type { Break, Group, Scenario, Shift } from "../../sim/scenario/schema.ts";

const at = (clock: string) => { const [hours, minutes] = clock.split(":").map(Number); return 3600 * hours + 60 * minutes; };
const OPENS = at("08:30");
const clockOf = (seconds: number) => new Date(1000 * (seconds + OPENS)).toISOString().slice(11, 16);

/** A centre open from 08:30 to 18:00 with these shifts. */
function centre(shifts: Record<string, Shift>): Scenario {
  const scenario = parseScenario(`
opening: { from: "08:30", to: "18:00" }
interval: 30m
contacts: { calls: { volume: 1, profile: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], handleTime: { distribution: deterministic, mean: 60s }, patience: never, answerWithin: 20s, target: 80% } }
groups: { all: { answers: [calls], agents: 1 } }
`);
  return { ...scenario, shifts };
}

const group = (staff: Pick<Group, "agents" | "shifts">): Group => ({ answers: { calls: { handleTimeFactor: 1 } }, ...staff });
const shown = (spells: readonly Spell[]) => spells.map(({ from, to, agents, goHome }) => `${agents} ${clockOf(from)}-${clockOf(to)}${goHome ? " home" : ""}`);
const pause = (minutes: number, from: string, to: string): Break => ({ for: 60 * minutes, between: [at(from), at(to)] });
const starts = (of: Break, n: number) => Array.from({ length: n }, (_, k) => clockOf(breakStart(of, k, n) - OPENS));

describe("breaks in turn", () => {
  test("cut the window by the break's length, and agent k of n takes slot floor(k x slots / n): as many agents as slots", () => {
    expect(starts(pause(30, "12:00", "14:00"), 4)).toEqual(["12:00", "12:30", "13:00", "13:30"]);
  });

  test("spread fewer agents than slots over the whole window", () => {
    expect(starts(pause(30, "12:00", "14:00"), 1)).toEqual(["12:00"]);
    expect(starts(pause(30, "12:00", "14:00"), 2)).toEqual(["12:00", "13:00"]); // floor(4 / 2) = 2
    expect(starts(pause(30, "12:00", "14:00"), 3)).toEqual(["12:00", "12:30", "13:00"]); // floor(4 / 3) = 1, floor(8 / 3) = 2
  });

  test("share slots evenly where there are more agents than slots", () => {
    expect(starts(pause(30, "12:00", "14:00"), 6)).toEqual(["12:00", "12:00", "12:30", "13:00", "13:00", "13:30"]); // floor(4 k / 6) = 0 0 1 2 2 3
    for (const n of [7, 8, 13, 100]) {
      const perSlot = new Map<string, number>();
      for (const start of starts(pause(30, "12:00", "14:00"), n)) perSlot.set(start, (perSlot.get(start) ?? 0) + 1);
      expect(perSlot.size).toBe(4);
      expect(Math.max(...perSlot.values()) - Math.min(...perSlot.values())).toBeLessThanOrEqual(1);
    }
  });

  test("leave what is left of a window unused, and fit a window just as long as the break", () => {
    expect(starts(pause(45, "12:00", "14:00"), 4)).toEqual(["12:00", "12:00", "12:45", "12:45"]); // 2 slots; 13:30 would end too late
    expect(starts(pause(30, "12:00", "12:30"), 3)).toEqual(["12:00", "12:00", "12:00"]);
  });
});

describe("the rota of a group on shifts", () => {
  const early: Shift = { from: at("08:30"), to: at("16:30"), breaks: [pause(30, "12:00", "14:00")] };
  const middle: Shift = { from: at("09:00"), to: at("17:00"), breaks: [] };

  test("has each agent on duty between the breaks, and going home only at the end", () => {
    expect(shown(rotaOf(group({ shifts: { early: 2 } }), centre({ early })).spells)).toEqual([
      "1 08:30-12:00", "1 12:30-16:30 home", "1 08:30-13:00", "1 13:30-16:30 home",
    ]);
  });

  test("counts k and n within the shift, not over the group", () => {
    const late: Shift = { from: at("10:00"), to: at("18:00"), breaks: [pause(30, "12:00", "14:00")] };
    const { spells } = rotaOf(group({ shifts: { early: 1, late: 1 } }), centre({ early, late }));
    expect(shown(spells)).toEqual(["1 08:30-12:00", "1 12:30-16:30 home", "1 10:00-12:00", "1 12:30-18:00 home"]);
  });

  test("pays the whole shift, breaks included", () => {
    const { paid } = rotaOf(group({ shifts: { early: 4, middle: 2 } }), centre({ early, middle }));
    expect(paid).toEqual([{ from: 0, to: 8 * 3600, agents: 4 }, { from: 1800, to: 8.5 * 3600, agents: 2 }]);
  });

  test("takes several breaks in the order of the day, however they stand in the file", () => {
    const split: Shift = { from: at("08:30"), to: at("16:30"), breaks: [pause(15, "15:00", "15:30"), pause(30, "12:00", "13:00"), pause(15, "10:00", "10:15")] };
    expect(shown(rotaOf(group({ shifts: { split: 2 } }), centre({ split })).spells)).toEqual([
      "1 08:30-10:00", "1 10:15-12:00", "1 12:30-15:00", "1 15:15-16:30 home",
      "1 08:30-10:00", "1 10:15-12:30", "1 13:00-15:15", "1 15:30-16:30 home",
    ]);
  });

  test("has no empty spell where a break begins or ends the shift or follows another at once", () => {
    const edges: Shift = { from: at("08:30"), to: at("16:30"), breaks: [pause(30, "08:30", "09:00"), pause(15, "12:00", "12:15"), pause(15, "12:15", "12:30"), pause(30, "16:00", "16:30")] };
    expect(shown(rotaOf(group({ shifts: { edges: 1 } }), centre({ edges })).spells)).toEqual(["1 09:00-12:00", "1 12:30-16:00"]);
  });

  test("is empty for a shift that nobody is on", () => {
    expect(rotaOf(group({ shifts: { early: 0 } }), centre({ early })).spells).toEqual([]);
  });
});

describe("the rota of a group by numbers", () => {
  test("has one number on duty and paid from opening to closing", () => {
    const { spells, paid } = rotaOf(group({ agents: 12 }), centre({}));
    expect(shown(spells)).toEqual(["12 08:30-18:00 home"]);
    expect(paid).toBe(spells);
  });

  test("has a number of its own in every interval of a list", () => {
    const agents = Array.from({ length: 19 }, (_, i) => i), { spells } = rotaOf(group({ agents }), centre({}));
    expect(spells.length).toBe(19);
    spells.forEach(({ from, to, agents: count }, i) => { expect([from, to, count]).toEqual([1800 * i, 1800 * (i + 1), i]); });
  });
});

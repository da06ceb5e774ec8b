import { describe, expect, test } from "vitest";
import type { Rota, Spell } from "../../sim/model/rota.ts";
import { compileSteps } from "../../sim/model/steps.ts";
import { uniforms } from "../stats/random.ts";

const spell = (from: number, to: number, agents: number, goHome = true): Spell => ({ from, to, agents, goHome });
const rota = (...spells: Spell[]): Rota => ({ spells, paid: spells, people: [] });
const INTERVAL = 100;

describe("the steps of the day", () => {
  test("are every edge of an interval and every change of staff, each once, the closing last", () => {
    const { stepTime, stepInterval } = compileSteps([rota(spell(0, 250, 1), spell(150, 300, 1)), rota(spell(130, 250, 2))], 3, INTERVAL);
    expect(Array.from(stepTime)).toEqual([0, 100, 130, 150, 200, 250, 300]);
    expect(Array.from(stepInterval)).toEqual([0, 1, 1, 1, 2, 2, 3]);
  });

  test("change the staff by those who come less those who go, and say who goes home rather than into a break", () => {
    const { stepTime, stepChange, stepGoHome } = compileSteps([rota(spell(0, 150, 3, false), spell(180, 250, 3), spell(0, 180, 2), spell(150, 250, 1))], 3, INTERVAL);
    expect(Array.from(stepTime)).toEqual([0, 100, 150, 180, 200, 250, 300]);
    expect(Array.from(stepChange)).toEqual([5, 0, -3 + 1, 3 - 2, 0, -4, 0]);
    expect(Array.from(stepGoHome)).toEqual([0, 0, 0, 2, 0, 4, 0]);
  });

  test("keep whoever is on duty at closing: they leave when their queues are empty", () => {
    const { stepChange, stepGoHome } = compileSteps([rota(spell(0, 300, 4), spell(100, 200, 1))], 3, INTERVAL);
    expect(Array.from(stepChange)).toEqual([4, 1, -1, 0]);
    expect(Array.from(stepGoHome)).toEqual([0, 0, 1, 0]);
  });

  test("of a list of agents by interval are the differences, those who go at an edge being others than those who come", () => {
    const { stepChange, stepGoHome } = compileSteps([rota(spell(0, 100, 4), spell(100, 200, 8), spell(200, 300, 3))], 3, INTERVAL);
    expect(Array.from(stepChange)).toEqual([4, 4, -5, 0]);
    expect(Array.from(stepGoHome)).toEqual([0, 4, 8, 0]);
  });

  test("have room for the most agents on duty at once, all groups together", () => {
    expect(compileSteps([rota(spell(0, 100, 4), spell(200, 300, 6)), rota(spell(50, 150, 5), spell(200, 300, 1))], 3, INTERVAL).mostAgents).toBe(9);
    expect(compileSteps([rota(), rota()], 3, INTERVAL).mostAgents).toBe(0);
  });

  test("share rostered and paid seconds out over the intervals: paid includes the break", () => {
    const withBreak: Rota = { spells: [spell(50, 120, 2, false), spell(150, 260, 2)], paid: [{ from: 50, to: 260, agents: 2 }], people: [] };
    const { rostered, paid } = compileSteps([rota(), withBreak], 3, INTERVAL);
    expect(Array.from(rostered)).toEqual([0, 0, 0, 100, 40 + 100, 120]);
    expect(Array.from(paid)).toEqual([0, 0, 0, 100, 200, 120]);
  });

  test("added up give at every moment the agents whose spells hold it, for random spells", () => {
    const uniform = uniforms("steps"), whole = (below: number) => Math.floor(below * uniform());
    for (let run = 0; run < 100; run++) {
      const rotas = Array.from({ length: 3 }, () => rota(...Array.from({ length: whole(6) }, () => { const from = whole(290); return spell(from, from + 1 + whole(300 - from), 1 + whole(4), uniform() < 0.5); })));
      const { stepTime, stepChange, stepGoHome, mostAgents, rostered, stepInterval } = compileSteps(rotas, 3, INTERVAL);
      const onDuty = [0, 0, 0];
      let most = 0;
      stepTime.forEach((time, step) => {
        rotas.forEach(({ spells }, g) => {
          onDuty[g] += stepChange[step * 3 + g];
          const there = spells.filter(({ from, to }) => from <= time && (time < to || to === 300)).reduce((sum, { agents }) => sum + agents, 0);
          expect(onDuty[g]).toBe(there);
          const leave = spells.filter(({ to, goHome }) => to === time && to < 300 && goHome).reduce((sum, { agents }) => sum + agents, 0);
          expect(stepGoHome[step * 3 + g]).toBe(leave);
        });
        most = Math.max(most, onDuty[0] + onDuty[1] + onDuty[2]);
        expect(stepInterval[step]).toBe(Math.floor(time / INTERVAL));
      });
      expect(mostAgents).toBe(most);
      rotas.forEach(({ spells }, g) => {
        const seconds = spells.reduce((sum, { from, to, agents }) => sum + agents * (to - from), 0);
        expect(rostered.subarray(3 * g, 3 * g + 3).reduce((sum, x) => sum + x, 0)).toBe(seconds);
      });
    }
  });
});

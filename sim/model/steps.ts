// The steps of the day: when the number of agents on duty changes, by how many, and the seconds by the rota in each interval.

import type { Model } from "./model.ts";
import type { Rota } from "./rota.ts";

type Steps = Pick<Model, "stepTime" | "stepInterval" | "stepChange" | "stepGoHome" | "mostAgents" | "rostered" | "paid">;

/** @param rotas by group; times in seconds from the opening */
export function compileSteps(rotas: readonly Rota[], intervals: number, interval: number): Steps {
  const closing = intervals * interval;
  const times = new Set<number>(Array.from({ length: intervals + 1 }, (_, i) => i * interval));
  for (const { spells } of rotas) for (const { from, to } of spells) times.add(from).add(to);
  const stepTime = Float64Array.from(times).sort();
  const stepAt = new Map(Array.from(stepTime, (time, step) => [time, step]));

  const cells = stepTime.length * rotas.length;
  const stepChange = new Int32Array(cells), stepGoHome = new Int32Array(cells);
  const cellOf = (time: number, group: number) => stepAt.get(time)! * rotas.length + group; // every spell's times are steps
  const rostered = new Float64Array(rotas.length * intervals), paid = new Float64Array(rotas.length * intervals);
  rotas.forEach((rota, group) => {
    for (const { from, to, agents, goHome } of rota.spells) {
      stepChange[cellOf(from, group)] += agents;
      // Whoever is on duty at closing has no planned end: they leave when their queues are empty.
      if (to < closing) {
        stepChange[cellOf(to, group)] -= agents;
        if (goHome) stepGoHome[cellOf(to, group)] += agents;
      }
      addSeconds(rostered, group * intervals, interval, from, to, agents);
    }
    for (const { from, to, agents } of rota.paid) addSeconds(paid, group * intervals, interval, from, to, agents);
  });

  let onDuty = 0, mostAgents = 0;
  for (let step = 0; step < stepTime.length; step++) {
    for (let group = 0; group < rotas.length; group++) onDuty += stepChange[step * rotas.length + group];
    mostAgents = Math.max(mostAgents, onDuty);
  }
  const stepInterval = Int32Array.from(stepTime, (time) => Math.min(intervals, Math.floor(time / interval)));
  return { stepTime, stepInterval, stepChange, stepGoHome, mostAgents, rostered, paid };
}

/** Share the seconds of so many agents between two times out over the intervals they fall in. */
function addSeconds(out: Float64Array, first: number, interval: number, from: number, to: number, agents: number): void {
  for (let i = Math.floor(from / interval); i * interval < to; i++) {
    out[first + i] += agents * (Math.min(to, (i + 1) * interval) - Math.max(from, i * interval));
  }
}

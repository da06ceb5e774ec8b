// The steps of the day: when the number of agents on duty changes, by how many, and the seconds by the rota in each interval.

import type { MayBeAbsent, MayBeOffPhone, Model } from "./model.ts";
import type { Rota, Spell } from "./rota.ts";

type Steps = Pick<Model, "stepTime" | "stepInterval" | "stepChange" | "stepGoHome" | "mayBeAbsent" | "offPhone" | "mostAgents" | "rostered" | "paid">;

/** @param rotas by group; times in seconds from the opening */
export function compileSteps(rotas: readonly Rota[], intervals: number, interval: number): Steps {
  const closing = intervals * interval;
  const times = new Set<number>(Array.from({ length: intervals + 1 }, (_, i) => i * interval));
  for (const { spells } of rotas) for (const { from, to } of spells) times.add(from).add(to);
  const stepTime = Float64Array.from(times).sort();
  const stepAt = new Map(Array.from(stepTime, (time, step) => [time, step])); // has every spell's times

  const cells = stepTime.length * rotas.length;
  const stepChange = new Int32Array(cells), stepGoHome = new Int32Array(cells);
  const rostered = new Float64Array(rotas.length * intervals), paid = new Float64Array(rotas.length * intervals);
  // Whoever is on duty at closing has no planned end: they leave when their queues are empty.
  const dutyOf = ({ from, to, agents, goHome }: Spell) => [
    { step: stepAt.get(from)!, change: agents, goHome: 0 },
    ...(to < closing ? [{ step: stepAt.get(to)!, change: -agents, goHome: goHome ? agents : 0 }] : []),
  ];
  const mayBeAbsent: MayBeAbsent[] = [], offPhone: MayBeOffPhone[] = [];
  rotas.forEach((rota, group) => {
    for (const spell of rota.spells) {
      for (const { step, change, goHome } of dutyOf(spell)) {
        stepChange[step * rotas.length + group] += change;
        stepGoHome[step * rotas.length + group] += goHome;
      }
      addSeconds(rostered, group * intervals, interval, spell.from, spell.to, spell.agents);
    }
    for (const { roster, agent, chance, spells, offPhone: rule } of rota.people) {
      if (rule) {
        const absentee = chance > 0 ? mayBeAbsent.length : null; // the next to be listed
        offPhone.push({ roster, agent, group, absentee, ...rule, duty: withoutSeams(spells) });
      }
      if (chance === 0) continue;
      const own = new Float64Array(intervals);
      for (const { from, to } of spells) addSeconds(own, 0, interval, from, to, 1);
      mayBeAbsent.push({ roster, agent, chance, group, duty: spells.flatMap(dutyOf), rostered: own });
    }
    for (const { from, to, agents } of rota.paid) addSeconds(paid, group * intervals, interval, from, to, agents);
  });

  let onDuty = 0, mostAgents = 0;
  for (let step = 0; step < stepTime.length; step++) {
    for (let group = 0; group < rotas.length; group++) onDuty += stepChange[step * rotas.length + group];
    mostAgents = Math.max(mostAgents, onDuty);
  }
  const stepInterval = Int32Array.from(stepTime, (time) => Math.min(intervals, Math.floor(time / interval)));
  return { stepTime, stepInterval, stepChange, stepGoHome, mayBeAbsent, offPhone, mostAgents, rostered, paid };
}

/** Spells on duty, in order of time, those that follow each other at once joined. */
function withoutSeams(spells: readonly Spell[]): { from: number; to: number }[] {
  const duty: { from: number; to: number }[] = [];
  for (const { from, to } of spells) {
    const last = duty.at(-1);
    if (last?.to === from) last.to = to;
    else duty.push({ from, to });
  }
  return duty;
}

/** Share the seconds of so many agents between two times out over the intervals they fall in. */
function addSeconds(out: Float64Array, first: number, interval: number, from: number, to: number, agents: number): void {
  for (let i = Math.floor(from / interval); i * interval < to; i++) {
    out[first + i] += agents * (Math.min(to, (i + 1) * interval) - Math.max(from, i * interval));
  }
}

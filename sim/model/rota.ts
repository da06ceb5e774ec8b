// The rota of a group: who is on duty from when to when, shifts and breaks resolved. Seconds from the opening.

import type { Break, Group, Scenario, Shift } from "../scenario/schema.ts";

/** So many agents on duty from one time to another; `goHome` when they leave for the day, not for a break. */
export interface Spell {
  readonly from: number;
  readonly to: number;
  readonly agents: number;
  readonly goHome: boolean;
}

export interface Rota {
  readonly spells: readonly Spell[];
  /** Paid time, breaks included. */
  readonly paid: readonly { readonly from: number; readonly to: number; readonly agents: number }[];
}

export function rotaOf(group: Group, scenario: Scenario): Rota {
  const { from: opens, to: closes } = scenario.opening, { interval } = scenario;
  if (group.agents !== undefined) {
    const { agents } = group;
    const spells = typeof agents === "number"
      ? [{ from: 0, to: closes - opens, agents, goHome: true }]
      : agents.map((count, i) => ({ from: i * interval, to: (i + 1) * interval, agents: count, goHome: true }));
    return { spells, paid: spells };
  }
  const spells: Spell[] = [], paid: Rota["paid"][number][] = [];
  for (const [name, agents] of Object.entries(group.shifts ?? {})) {
    const shift = scenario.shifts[name];
    paid.push({ from: shift.from - opens, to: shift.to - opens, agents });
    for (let k = 0; k < agents; k++) spells.push(...spellsOf(shift, k, agents, opens));
  }
  return { spells, paid };
}

/** The spells on duty of agent k of n, between the breaks of the shift. */
function spellsOf(shift: Shift, k: number, n: number, opens: number): Spell[] {
  const spells: Spell[] = [];
  let from = shift.from;
  for (const pause of [...shift.breaks].sort((a, b) => a.between[0] - b.between[0])) {
    const start = breakStart(pause, k, n);
    if (start > from) spells.push({ from: from - opens, to: start - opens, agents: 1, goHome: false });
    from = start + pause.for;
  }
  if (from < shift.to) spells.push({ from: from - opens, to: shift.to - opens, agents: 1, goHome: true });
  return spells;
}

/** Breaks are staggered: the window is cut into slots of the break's length and agent k of n takes slot floor(k x slots / n). */
export function breakStart(pause: Break, k: number, n: number): number {
  const slots = Math.floor((pause.between[1] - pause.between[0]) / pause.for);
  return pause.between[0] + Math.floor((k * slots) / n) * pause.for;
}

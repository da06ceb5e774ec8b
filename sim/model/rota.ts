// The rota of a group: who is on duty from when to when, shifts and breaks resolved. Seconds from the opening.

import type { Break, Group, OffPhoneRule, Scenario, Shift } from "../scenario/schema.ts";

/** So many agents on duty from one time to another; `goHome` when they leave for the day, not for a break. */
export interface Spell {
  readonly from: number;
  readonly to: number;
  readonly agents: number;
  readonly goHome: boolean;
}

export interface Rota {
  readonly spells: readonly Spell[];
  /** Paid time: breaks included, unless they are unpaid. */
  readonly paid: readonly { readonly from: number; readonly to: number; readonly agents: number }[];
  /** Those of the agents who may be missing or off the phone, one by one; their spells are among the others. */
  readonly people: readonly Person[];
}

/** One rostered agent whose day is up to chance. */
export interface Person {
  /** Names the list that the agent is number `agent` of, from 0. */
  readonly roster: string;
  readonly agent: number;
  /** Of being absent for the day. */
  readonly chance: number;
  /** Where the agent is at times off the phone: the share of the time on duty, and the seconds of a spell. */
  readonly offPhone: OffPhoneRule | null;
  readonly spells: readonly Spell[];
}

/** @param groupName names the group's rosters */
export function rotaOf(group: Group, scenario: Scenario, groupName = ""): Rota {
  const { from: opens, to: closes } = scenario.opening, { interval } = scenario, { agents } = group;
  if (agents !== undefined) {
    const counts = typeof agents === "number" ? [agents] : agents, length = typeof agents === "number" ? closes - opens : interval;
    const spells = counts.map((count, i) => ({ from: i * length, to: (i + 1) * length, agents: count, goHome: true }));
    const chance = group.absence ?? 0, offPhone = ruleOf(group.offPhone);
    const people = chance === 0 && offPhone === null ? [] : Array.from({ length: Math.max(0, ...counts) }, (_, k): Person => ({
      roster: JSON.stringify([groupName]), agent: k, chance, offPhone,
      spells: spells.filter((spell) => k < spell.agents).map((spell) => ({ ...spell, agents: 1 })),
    }));
    return { spells, paid: spells, people };
  }
  const spells: Spell[] = [], paid: Rota["paid"][number][] = [], people: Person[] = [];
  for (const [name, count] of Object.entries(group.shifts ?? {})) {
    const shift = scenario.shifts[name], chance = shift.absence ?? group.absence ?? 0, offPhone = ruleOf(shift.offPhone ?? group.offPhone);
    const unpaid = shift.breaks.filter((pause) => pause.paid === false);
    if (unpaid.length === 0) paid.push({ from: shift.from - opens, to: shift.to - opens, agents: count });
    for (let k = 0; k < count; k++) {
      const own = spellsOf(shift, k, count, opens);
      spells.push(...own);
      if (unpaid.length > 0) paid.push(...spellsOf({ ...shift, breaks: unpaid }, k, count, opens).map(({ from, to }) => ({ from, to, agents: 1 })));
      if (chance > 0 || offPhone) people.push({ roster: JSON.stringify([groupName, name]), agent: k, chance, offPhone, spells: own });
    }
  }
  return { spells, paid, people };
}

function ruleOf(given: OffPhoneRule | undefined): OffPhoneRule | null {
  return given !== undefined && given.share > 0 ? given : null;
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

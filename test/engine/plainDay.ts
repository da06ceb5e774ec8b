// The same day written plainly, with objects and one heap of events, hanging up a real event: the oracle of the fast engine.
// It is given the contacts' luck and reads the scenario itself; it shares no code with the engine but the rota.

import { rotaOf } from "../../sim/model/rota.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";

export interface PlainContact {
  readonly type: string;
  readonly arrival: number;
  readonly handleTime: number;
  readonly patience: number;
  readonly balks: boolean;
  outcome: "waiting" | "answered" | "gaveUp" | "balked" | "blocked" | "lost";
  wait: number;
  group?: string;
  start?: number;
  finish?: number;
}

// At one time the rota changes first, then agents finish, then contacts arrive; whoever's patience ends just then is still there.
const ORDER = { staff: 0, finish: 1, arrive: 2, hangUp: 3 } as const;
type Event = { time: number; kind: keyof typeof ORDER; act: () => void };

export function plainDay(scenario: Scenario, contacts: readonly PlainContact[]): void {
  const closing = scenario.opening.to - scenario.opening.from;
  const groups = Object.entries(scenario.groups).map(([name, group]) => ({ name, group, free: 0, onDuty: 0, leaving: 0, changes: new Map<number, number>() }));
  const serves = (group: string, contact: PlainContact) => scenario.routing[contact.type].includes(group);
  let waiting: PlainContact[] = [], inHand = 0;
  const events = new Heap();

  const start = (contact: PlainContact, group: (typeof groups)[number], now: number) => {
    const factor = group.group.answers[contact.type].handleTimeFactor;
    Object.assign(contact, { outcome: "answered", wait: now - contact.arrival, group: group.name, start: now, finish: now + contact.handleTime * factor });
    group.free--;
    inHand++;
    events.add({ time: contact.finish!, kind: "finish", act: () => { inHand--; group.free++; serveNext(group, contact.finish!); } });
  };
  const serveNext = (group: (typeof groups)[number], now: number) => {
    while (group.free > 0) {
      const mine = waiting.filter((contact) => serves(group.name, contact));
      if (mine.length === 0) return;
      const priority = (contact: PlainContact) => scenario.contacts[contact.type].priority;
      const next = mine.reduce((best, contact) => (priority(contact) > priority(best) || (priority(contact) === priority(best) && contact.arrival < best.arrival) ? contact : best));
      waiting = waiting.filter((contact) => contact !== next);
      start(next, group, now);
    }
  };
  const arrive = (contact: PlainContact) => {
    if (scenario.lines !== null && waiting.length + inHand >= scenario.lines) { contact.outcome = "blocked"; return; }
    const first = scenario.routing[contact.type].map((name) => groups.find((group) => group.name === name)!).find((group) => group.free > 0);
    if (first) { start(contact, first, contact.arrival); return; }
    if (contact.balks) { contact.outcome = "balked"; return; }
    contact.outcome = "waiting";
    waiting.push(contact);
    if (contact.patience === Infinity) return;
    events.add({ time: contact.arrival + contact.patience, kind: "hangUp", act: () => {
      if (!waiting.includes(contact)) return;
      waiting = waiting.filter((other) => other !== contact);
      Object.assign(contact, { outcome: "gaveUp", wait: contact.patience });
    } });
  };

  for (const group of groups) {
    for (const { from, to, agents } of rotaOf(group.group, scenario).spells) {
      group.changes.set(from, (group.changes.get(from) ?? 0) + agents);
      if (to < closing) group.changes.set(to, (group.changes.get(to) ?? 0) - agents);
    }
  }
  const times = [...new Set(groups.flatMap((group) => [...group.changes.keys()]))];
  for (const time of times) events.add({ time, kind: "staff", act: () => {
    for (const group of groups) {
      const change = group.changes.get(time) ?? 0;
      group.free += change;
      group.onDuty += change;
    }
    for (const group of groups) if ((group.changes.get(time) ?? 0) > 0) serveNext(group, time);
  } });
  events.add({ time: closing, kind: "staff", act: () => {
    const stays = (contact: PlainContact) => scenario.closing === "drain" && groups.some((group) => group.onDuty > 0 && serves(group.name, contact));
    for (const contact of waiting) if (!stays(contact)) Object.assign(contact, { outcome: "lost", wait: closing - contact.arrival });
    waiting = waiting.filter(stays);
  } });
  for (const contact of contacts) events.add({ time: contact.arrival, kind: "arrive", act: () => arrive(contact) });
  for (let event = events.take(); event; event = events.take()) event.act();
}

/** A binary heap of events by time, then kind, then order of adding. */
class Heap {
  private readonly events: (Event & { place: number })[] = [];
  private added = 0;

  add(event: Event): void {
    this.events.push({ ...event, place: this.added++ });
    for (let at = this.events.length - 1; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.before(at, parent)) break;
      this.swap(at, parent);
      at = parent;
    }
  }

  take(): Event | undefined {
    const first = this.events[0], last = this.events.pop();
    if (this.events.length === 0 || last === undefined) return last;
    this.events[0] = last;
    for (let at = 0; ;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < this.events.length && this.before(child, least)) least = child;
      if (least === at) return first;
      this.swap(at, least);
      at = least;
    }
  }

  private before(i: number, j: number): boolean {
    const a = this.events[i], b = this.events[j];
    return a.time !== b.time ? a.time < b.time : a.kind !== b.kind ? ORDER[a.kind] < ORDER[b.kind] : a.place < b.place;
  }

  private swap(i: number, j: number): void {
    [this.events[i], this.events[j]] = [this.events[j], this.events[i]];
  }
}

// The same day written plainly, with objects and one heap of events, hanging up a real event: the oracle of the fast engine.
// It is given the contacts' luck and reads the scenario itself; it shares no code with the engine but the rota and the streams.

import { rotaOf } from "../../sim/model/rota.ts";
import { PURPOSE, Stream, streamKey } from "../../sim/random/stream.ts";
import { readEntry } from "../../sim/scenario/route.ts";
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

// At one time the rota changes first, then help falls due, agents finish, contacts arrive; whoever's patience ends just then is
// still there.
const ORDER = { staff: 0, help: 1, finish: 2, arrive: 3, hangUp: 4 } as const;
type Event = { time: number; kind: keyof typeof ORDER; act: () => void };

/** @param seed and `day` decide who is absent */
export function plainDay(scenario: Scenario, contacts: readonly PlainContact[], seed: string, day: number): void {
  const closing = scenario.opening.to - scenario.opening.from;
  const groups = Object.entries(scenario.groups).map(([name, group]) => ({ name, group, free: 0, onDuty: 0, leaving: 0, changes: new Map<number, number>() }));
  const ways = (contact: PlainContact) => scenario.routing[contact.type].map(readEntry);
  const serves = (group: string, contact: PlainContact) => ways(contact).some((way) => way.group === group);
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
      const mine = waiting.filter((contact) => ways(contact).some((way) => way.group === group.name && contact.arrival + way.after <= now));
      if (mine.length === 0) return;
      const list = Object.keys(group.group.answers);
      const merit = ({ type }: PlainContact) => (group.group.picks === "listed" ? -list.indexOf(type) : scenario.contacts[type].priority);
      const next = mine.reduce((best, contact) => (merit(contact) > merit(best) || (merit(contact) === merit(best) && contact.arrival < best.arrival) ? contact : best));
      waiting = waiting.filter((contact) => contact !== next);
      start(next, group, now);
    }
  };
  const arrive = (contact: PlainContact) => {
    if (scenario.lines !== null && waiting.length + inHand >= scenario.lines) { contact.outcome = "blocked"; return; }
    const first = ways(contact).filter(({ after }) => after === 0).map(({ group }) => groups.find(({ name }) => name === group)!).find((group) => group.free > 0);
    if (first) { start(contact, first, contact.arrival); return; }
    if (contact.balks) { contact.outcome = "balked"; return; }
    contact.outcome = "waiting";
    waiting.push(contact);
    for (const way of ways(contact)) {
      const time = contact.arrival + way.after;
      if (way.after > 0) events.add({ time, kind: "help", act: () => { if (waiting.includes(contact)) serveNext(groups.find(({ name }) => name === way.group)!, time); } });
    }
    if (contact.patience === Infinity) return;
    events.add({ time: contact.arrival + contact.patience, kind: "hangUp", act: () => {
      if (!waiting.includes(contact)) return;
      waiting = waiting.filter((other) => other !== contact);
      Object.assign(contact, { outcome: "gaveUp", wait: contact.patience });
    } });
  };

  for (const group of groups) {
    const change = (time: number, agents: number) => group.changes.set(time, (group.changes.get(time) ?? 0) + agents);
    const rota = rotaOf(group.group, scenario, group.name);
    const absent = rota.mayBeAbsent.filter(({ roster, agent, chance }) => wordOf(seed, roster, day, agent) < chance);
    for (const [spells, sign] of [[rota.spells, 1], ...absent.map(({ spells }) => [spells, -1] as const)] as const) {
      for (const { from, to, agents } of spells) {
        change(from, sign * agents);
        if (to < closing) change(to, -sign * agents);
      }
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

/** The chance drawn for number `place` of a roster. */
function wordOf(seed: string, roster: string, day: number, place: number): number {
  const stream = new Stream();
  stream.restart(streamKey(seed, roster), PURPOSE.absence, day);
  for (let i = 0; i < place; i++) stream.uniform();
  return stream.uniform();
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

// The same day written plainly, with objects and one heap of events, hanging up a real event: the oracle of the fast engine.
// It is given the contacts' luck and reads the scenario itself; it shares no code with the engine but the rota and the streams.

import { rotaOf, type Person } from "../../sim/model/rota.ts";
import { PURPOSE, Stream, streamKey } from "../../sim/random/stream.ts";
import { readEntry } from "../../sim/scenario/readEntry.ts";
import { exponential } from "../../sim/random/ziggurat.ts";
import type { OffPhoneRule, Scenario } from "../../sim/scenario/schema.ts";

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

// At one time spells end with the time on duty, then the rota changes, help falls due, other spells end, spells are wished for,
// agents finish, contacts arrive; whoever's patience ends just then is still there.
const ORDER = { dutyEnd: 0, staff: 1, help: 2, comeBack: 3, wish: 4, finish: 5, arrive: 6, hangUp: 7 } as const;
type Event = { time: number; kind: keyof typeof ORDER; act: () => void };

/** A spell off the phone: its length as planned, and when the agent's time on duty ends. */
type Spell = { readonly length: number; readonly dutyEnd: number };

/** @param seed and `day` decide who is absent, and who is off the phone when; @returns the spells off the phone */
export function plainDay(scenario: Scenario, contacts: readonly PlainContact[], seed: string, day: number): { group: string; from: number; to: number }[] {
  const closing = scenario.opening.to - scenario.opening.from;
  const groups = Object.entries(scenario.groups).map(([name, group]) => ({ name, group, free: 0, onDuty: 0, wishing: [] as Spell[], changes: new Map<number, number>() }));
  const ways = (contact: PlainContact) => scenario.routing[contact.type].map(readEntry);
  const serves = (group: string, contact: PlainContact) => ways(contact).some((way) => way.group === group);
  const offPhone: { group: string; from: number; to: number }[] = [];
  const offFromTheStart: { time: number; act: () => void }[] = [];
  let waiting: PlainContact[] = [], inHand = 0, cameBackAt = -1;
  const events = new Heap();

  const start = (contact: PlainContact, group: (typeof groups)[number], now: number) => {
    const factor = group.group.answers[contact.type].handleTimeFactor;
    Object.assign(contact, { outcome: "answered", wait: now - contact.arrival, group: group.name, start: now, finish: now + contact.handleTime * factor });
    group.free--;
    inHand++;
    events.add({ time: contact.finish!, kind: "finish", act: () => {
      inHand--;
      group.free++;
      restOrServe(group, contact.finish!);
    } });
  };
  const rest = (group: (typeof groups)[number], { length, dutyEnd }: Spell, now: number) => {
    const end = Math.min(now + length, dutyEnd);
    group.free--;
    offPhone.push({ group: group.name, from: now, to: end });
    events.add({ time: end, kind: end === dutyEnd ? "dutyEnd" : "comeBack", act: () => {
      group.free++;
      if (end === dutyEnd) cameBackAt = end;
      else restOrServe(group, end);
    } });
  };
  const restOrServe = (group: (typeof groups)[number], now: number) => {
    while (group.free > 0 && group.wishing.length > 0) rest(group, group.wishing.shift()!, now);
    serveNext(group, now);
  };
  const wish = (group: (typeof groups)[number], spell: Spell, now: number) => {
    if (group.free > 0) rest(group, spell, now);
    else group.wishing.push(spell);
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
    const absent = rota.people.filter(({ roster, agent, chance }) => chance > 0 && wordOf(seed, roster, day, agent) < chance);
    for (const person of rota.people) {
      if (person.offPhone === null || absent.includes(person)) continue;
      for (const { time, ...spell } of spellsOf(person, person.offPhone, seed, day)) {
        const act = () => { wish(group, spell, time); };
        if (person.spells.some(({ from }) => from === time)) offFromTheStart.push({ time, act });
        else events.add({ time, kind: "wish", act });
      }
    }
    for (const [spells, sign] of [[rota.spells, 1], ...absent.map(({ spells }) => [spells, -1] as const)] as const) {
      for (const { from, to, agents } of spells) {
        change(from, sign * agents);
        if (to < closing) change(to, -sign * agents);
      }
    }
  }
  const times = [...new Set(groups.flatMap((group) => [...group.changes.keys()]))];
  const forgetWishes = (time: number) => { for (const group of groups) group.wishing = group.wishing.filter(({ dutyEnd }) => dutyEnd > time); };
  for (const time of times) events.add({ time, kind: "staff", act: () => {
    forgetWishes(time);
    for (const group of groups) {
      const change = group.changes.get(time) ?? 0;
      group.free += change;
      group.onDuty += change;
    }
    for (const spell of offFromTheStart) if (spell.time === time) spell.act();
    for (const group of groups) if ((group.changes.get(time) ?? 0) > 0 || cameBackAt === time) restOrServe(group, time);
  } });
  events.add({ time: closing, kind: "staff", act: () => {
    forgetWishes(closing);
    const stays = (contact: PlainContact) => scenario.closing === "drain" && groups.some((group) => group.onDuty > 0 && serves(group.name, contact));
    for (const contact of waiting) if (!stays(contact)) Object.assign(contact, { outcome: "lost", wait: closing - contact.arrival });
    waiting = waiting.filter(stays);
    if (cameBackAt === closing) for (const group of groups) restOrServe(group, closing);
  } });
  for (const contact of contacts) events.add({ time: contact.arrival, kind: "arrive", act: () => arrive(contact) });
  for (let event = events.take(); event; event = events.take()) event.act();
  return offPhone;
}

/** The spells that an agent plans: on and off in turn, exponential, as if it had gone on for ever before. */
function spellsOf({ roster, agent, spells }: Person, { share, meanLength }: OffPhoneRule, seed: string, day: number): (Spell & { time: number })[] {
  const stream = new Stream(), meanOn = (meanLength * (1 - share)) / share, planned: (Spell & { time: number })[] = [];
  stream.restart(streamKey(seed, JSON.stringify([roster, agent])), PURPOSE.offPhone, day);
  const starts = spells.filter(({ from }) => !spells.some(({ to }) => to === from)); // of unbroken time on duty
  for (const { from } of starts) {
    let dutyEnd = from;
    for (let next = spells.find((spell) => spell.from === from); next; next = spells.find((spell) => spell.from === dutyEnd)) dutyEnd = next.to;
    let time = from, off = stream.uniform() < share;
    if (!off) time += meanOn * exponential(stream);
    for (off = true; time < dutyEnd || !off; off = !off) { // a spell is drawn with the time on the phone after it
      const length = (off ? meanLength : meanOn) * exponential(stream);
      if (off) planned.push({ time, length, dutyEnd });
      time += length;
    }
  }
  return planned;
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

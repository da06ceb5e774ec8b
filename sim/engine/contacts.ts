// Hot path: the day's contacts as columns, drawn before the day is simulated.
// A contact owns its handle time and patience: contact n of a type gets draw n of that type's streams,
// whatever the rest of the centre does, so scenarios compare under common random numbers.

import type { Model } from "../model/model.ts";
import { drawDurations } from "../random/durations.ts";
import { gammaOfMeanOne } from "../random/gamma.ts";
import { CHUNK, PURPOSE, RETRIES, Stream, type StreamKey } from "../random/stream.ts";
import { ANSWERED_AT_ONCE } from "./outcome.ts";
import { fillExponentials } from "../random/ziggurat.ts";

const FEW = 16;

/** Contacts are numbered by type, then by arrival; a cell is a type and an interval, numbered type x intervals + interval. */
export class Contacts {
  count = 0;
  /** The contacts of a cell: firstOf[cell] .. firstOf[cell + 1]. */
  readonly firstOf: Int32Array;
  /** Contacts by arrival over all types. */
  readonly order: Int32Array;
  readonly type: Uint16Array;
  readonly cell: Int32Array;
  /** Seconds from the opening; durations in seconds. */
  readonly arrival: Float64Array;
  readonly handleTime: Float64Array;
  readonly patience: Float64Array;
  /** 1 where the contact leaves at once if it finds nobody free. */
  readonly balks: Uint8Array;

  // Written while the day runs
  readonly outcome: Uint8Array;
  readonly wait: Float64Array;
  /** The group that answered, and when it is done. */
  readonly group: Int32Array;
  readonly finish: Float64Array;
  /** Who is next in the one list a contact is in: waiting or in service. */
  readonly behind: Int32Array;
  /** Contacts that were not answered at once, in order of arrival. */
  readonly late: Int32Array;
  lateCount = 0;

  private readonly model: Model;
  private readonly keys: readonly StreamKey[];
  private readonly stream = new Stream();
  private readonly retries = new Stream();
  private readonly steps = new Float64Array(CHUNK); // scratch: from one arrival to the next, in expected contacts
  /** Scratch of the sort: contacts in an interval, and next free place of a slot. */
  private readonly inInterval: Int32Array;
  private readonly slot: Int32Array;

  constructor(model: Model, keys: readonly StreamKey[], room: number) {
    this.model = model;
    this.keys = keys;
    this.firstOf = new Int32Array(model.types * model.intervals + 1);
    this.order = new Int32Array(room);
    this.type = new Uint16Array(room);
    this.cell = new Int32Array(room);
    this.arrival = new Float64Array(room);
    this.handleTime = new Float64Array(room);
    this.patience = new Float64Array(room).fill(Infinity);
    this.balks = new Uint8Array(room);
    this.outcome = new Uint8Array(room);
    this.wait = new Float64Array(room);
    this.group = new Int32Array(room);
    this.finish = new Float64Array(room);
    this.behind = new Int32Array(room);
    this.late = new Int32Array(room);
    this.inInterval = new Int32Array(model.intervals + 1);
    this.slot = new Int32Array(2 * room + 1);
  }

  /** Draw all contacts of a day. @param factors the day's factor by type */
  draw(day: number, factors: Float64Array): void {
    const { model, stream } = this;
    this.count = 0;
    for (let type = 0; type < model.types; type++) {
      const from = this.count;
      this.restart(type, PURPOSE.arrivals, day);
      this.drawArrivals(type, factors[type]);
      const to = this.count;
      if (to > this.arrival.length) throw new Error("more contacts than ten standard deviations above the mean");
      if (from === to) continue;
      this.type.fill(type, from, to);
      this.restart(type, PURPOSE.handleTime, day);
      drawDurations(model.handleTime[type], stream, this.retries, this.handleTime, from, to);
      const patience = model.patience[type];
      if (patience === null) this.patience.fill(Infinity, from, to);
      else {
        this.restart(type, PURPOSE.patience, day);
        drawDurations(patience, stream, this.retries, this.patience, from, to);
      }
      this.balks.fill(0, from, to);
      if (model.balking[type] > 0) {
        this.restart(type, PURPOSE.balking, day);
        for (let i = from; i < to; i++) this.balks[i] = stream.uniform() < model.balking[type] ? 1 : 0;
      }
    }
    this.firstOf[model.types * model.intervals] = this.count;
    for (let cell = 0; cell < model.types * model.intervals; cell++) this.cell.fill(cell, this.firstOf[cell], this.firstOf[cell + 1]);
    this.outcome.fill(ANSWERED_AT_ONCE, 0, this.count);
    this.wait.fill(0, 0, this.count);
    this.lateCount = 0;
    this.sort();
  }

  private restart(type: number, purpose: number, day: number): void {
    this.stream.restart(this.keys[type], purpose, day);
    this.retries.restart(this.keys[type], purpose ^ RETRIES, day);
  }

  /** Poisson arrivals by inverting the expected count: unit exponential steps, mapped interval by interval. */
  private drawArrivals(type: number, factor: number): void {
    const { arrival, firstOf, steps } = this;
    const { intervals, interval, expected } = this.model;
    const row = type * (intervals + 1);
    let contact = this.count, left = Math.ceil(expected[row + intervals] * factor) + FEW;
    let drawn = this.drawSteps(left), step = 0, mass = steps[0];
    for (let i = 0; i < intervals; i++) {
      const before = expected[row + i] * factor, after = expected[row + i + 1] * factor;
      const seconds = interval / (after - before), opens = i * interval;
      firstOf[type * intervals + i] = contact;
      while (mass < after) {
        arrival[contact++] = opens + (mass - before) * seconds;
        if (++step === drawn) {
          left -= drawn;
          drawn = this.drawSteps(left);
          step = 0;
        }
        mass += steps[step];
      }
    }
    this.count = contact;
  }

  /** Draw the next steps from one arrival to the next, about as many as are left; returns how many. */
  private drawSteps(left: number): number {
    const count = Math.max(FEW, Math.min(CHUNK, left));
    fillExponentials(this.stream.words(count), this.retries, 1, this.steps, 0, count);
    return count;
  }

  /**
   * Order of arrival over all types. Within an interval arrivals are spread evenly, so an interval of n contacts is cut
   * into 2 n slots: each contact goes to its slot, then one insertion pass mends the few that share one.
   */
  private sort(): void {
    const { count, order, arrival, firstOf, inInterval, slot, behind: slotOf } = this; // nobody is behind anybody yet
    const { types, intervals, interval } = this.model;
    if (types === 1) {
      for (let i = 0; i < count; i++) order[i] = i;
      return;
    }
    inInterval.fill(0);
    for (let cell = 0; cell < types * intervals; cell++) inInterval[cell % intervals + 1] += firstOf[cell + 1] - firstOf[cell];
    for (let i = 0; i < intervals; i++) inInterval[i + 1] += inInterval[i];
    slot.fill(0, 0, 2 * count + 1);
    for (let cell = 0; cell < types * intervals; cell++) {
      const i = cell % intervals, base = 2 * inInterval[i], slots = 2 * inInterval[i + 1] - base, end = firstOf[cell + 1];
      const scale = slots / interval, opens = i * interval;
      for (let contact = firstOf[cell]; contact < end; contact++) {
        const at = base + Math.min(slots - 1, ((arrival[contact] - opens) * scale) | 0);
        slotOf[contact] = at;
        slot[at + 1]++;
      }
    }
    for (let i = 0, before = 0; i < 2 * count; i++) slot[i] = before += slot[i];
    for (let contact = 0; contact < count; contact++) order[slot[slotOf[contact]]++] = contact;
    for (let i = 1, latest = arrival[order[0]]; i < count; i++) {
      const contact = order[i], time = arrival[contact];
      if (time >= latest) {
        latest = time;
        continue;
      }
      let j = i;
      for (; j > 0 && arrival[order[j - 1]] > time; j--) order[j] = order[j - 1];
      order[j] = contact;
    }
  }
}

/** The factor of mean 1 on a type's contacts of the whole day, from its own stream. */
export function dayFactor(cv: number, key: StreamKey, day: number): number {
  if (cv === 0) return 1;
  const stream = new Stream();
  stream.restart(key, PURPOSE.dayFactor, day);
  return gammaOfMeanOne(stream, 1 / (cv * cv));
}

/** Room for a Poisson count: ten standard deviations above its mean. */
export function mostContacts(mean: number): number {
  return Math.ceil(mean + 10 * Math.sqrt(mean) + 30);
}

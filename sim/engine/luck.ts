// Hot path: what chance gives the contacts of a day, drawn before the day is simulated, type by type.
// A contact owns its handle time and patience: contact n of a type gets draw n of that type's streams,
// whatever the rest of the centre does, so scenarios compare under common random numbers.

import type { Model } from "../model/model.ts";
import { drawDurations } from "../random/durations.ts";
import { gammaOfMeanOne } from "../random/gamma.ts";
import { CHUNK, PURPOSE, RETRIES, Stream, type StreamKey } from "../random/stream.ts";
import { fillExponentials } from "../random/ziggurat.ts";
import { drawFixedCount } from "./fixedCount.ts";
import { addMatters } from "./matters.ts";

/** Steps drawn beyond those expected; more are drawn where they do not reach. */
const FEW = 8;

/** Contacts by type, then by arrival; a cell is a type and an interval, numbered type x intervals + interval. */
export class Luck {
  count = 0;
  /** The contacts of a cell: firstOf[cell] .. firstOf[cell + 1]. */
  readonly firstOf: Int32Array;
  readonly type: Uint16Array;
  readonly cell: Int32Array;
  /** Seconds from the opening; durations in seconds. */
  readonly arrival: Float64Array;
  readonly handleTime: Float64Array;
  readonly patience: Float64Array;
  /** 1 where the contact leaves at once if it finds nobody free. */
  readonly balks: Uint8Array;

  private readonly model: Model;
  private readonly keys: readonly StreamKey[];
  /** Whether contacts of any type balk. */
  private readonly anyBalk: boolean;
  /** Seconds from one expected contact to the next on a day of factor 1, by cell. */
  private readonly secondsPerContact: Float64Array;
  private readonly stream = new Stream();
  private readonly retries = new Stream();
  /** Scratch where contacts bring several matters: how many, and the time of one more. */
  private readonly matters: Uint8Array;
  private readonly further: Float64Array;
  private readonly steps = new Float64Array(CHUNK); // scratch: from one arrival to the next, in expected contacts

  constructor(model: Model, keys: readonly StreamKey[], room: number) {
    this.model = model;
    this.keys = keys;
    this.firstOf = new Int32Array(model.types * model.intervals + 1);
    this.type = new Uint16Array(room);
    this.cell = new Int32Array(room);
    this.arrival = new Float64Array(room);
    this.handleTime = new Float64Array(room);
    this.patience = new Float64Array(room);
    this.balks = new Uint8Array(room);
    this.anyBalk = model.balking.some((chance) => chance > 0);
    const several = model.matters.some((matters) => matters !== null);
    this.matters = new Uint8Array(several ? room : 0);
    this.further = new Float64Array(several ? room : 0);
    this.secondsPerContact = Float64Array.from({ length: model.types * model.intervals }, (_, cell) => {
      const at = cell + Math.floor(cell / model.intervals); // rows of expected contacts are one longer
      return model.interval / (model.expected[at + 1] - model.expected[at]);
    });
  }

  /** Draw all contacts of a day. @param factors the day's factor by type */
  draw(day: number, factors: Float64Array): void {
    const { model, stream, retries } = this;
    this.count = 0;
    for (let type = 0; type < model.types; type++) {
      const from = this.count;
      this.restart(type, PURPOSE.arrivals, day);
      const fixed = model.fixedCount[type];
      if (fixed === null) this.drawArrivals(type, factors[type]);
      else this.count = drawFixedCount(model, type, fixed, from, stream, retries, this.steps, this.arrival, this.cell, this.firstOf);
      const to = this.count;
      if (to > this.arrival.length) throw new Error("more contacts than ten standard deviations above the mean");
      if (from === to) continue;
      this.type.fill(type, from, to);
      this.restart(type, PURPOSE.handleTime, day);
      drawDurations(model.handleTime[type], stream, retries, this.handleTime, from, to);
      const matters = model.matters[type];
      if (matters !== null) addMatters(matters, model.handleTime[type], this.keys[type], day, stream, retries, this.matters, this.further, this.handleTime, from, to);
      const patience = model.patience[type];
      if (patience === null) this.patience.fill(Infinity, from, to);
      else {
        this.restart(type, PURPOSE.patience, day);
        drawDurations(patience, stream, retries, this.patience, from, to);
      }
      if (this.anyBalk) this.balks.fill(0, from, to);
      if (model.balking[type] > 0) {
        this.restart(type, PURPOSE.balking, day);
        for (let i = from; i < to; i++) this.balks[i] = stream.uniform() < model.balking[type] ? 1 : 0;
      }
    }
    this.firstOf[model.types * model.intervals] = this.count;
  }

  private restart(type: number, purpose: number, day: number): void {
    this.stream.restart(this.keys[type], purpose, day);
    this.retries.restart(this.keys[type], purpose ^ RETRIES, day);
  }

  /** Poisson arrivals by inverting the expected count: unit exponential steps, mapped interval by interval. */
  private drawArrivals(type: number, factor: number): void {
    const { arrival, firstOf, cell: cells, steps, secondsPerContact } = this;
    const { intervals, interval, expected } = this.model;
    const row = type * (intervals + 1);
    let contact = this.count, left = Math.ceil(expected[row + intervals] * factor) + FEW;
    let drawn = this.drawSteps(left), step = 0, mass = steps[0];
    for (let i = 0; i < intervals; i++) {
      const before = expected[row + i] * factor, after = expected[row + i + 1] * factor;
      const opens = i * interval, cell = type * intervals + i;
      firstOf[cell] = contact;
      if (mass >= after) continue;
      let seconds = secondsPerContact[cell];
      if (factor !== 1) seconds = interval / (after - before);
      while (mass < after) {
        cells[contact] = cell;
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
}

/** The factor of mean 1 on a type's contacts of the whole day, from its own stream: `stream` is put there. */
export function dayFactor(cv: number, key: StreamKey, day: number, stream: Stream): number {
  if (cv === 0) return 1;
  stream.restart(key, PURPOSE.dayFactor, day);
  return gammaOfMeanOne(stream, 1 / (cv * cv));
}

/** Room for a Poisson count: ten standard deviations above its mean. */
export function mostContacts(mean: number): number {
  return Math.ceil(mean + 10 * Math.sqrt(mean) + 30);
}

// What chance gives a run of a calendar before its days are simulated: which days are peaks, and how busy each day is.
// A day's luck is keyed by run and date, so a date is the same day in whichever calendar it lies; only memory reaches back to the calendar's first day.

import type { CalendarModel } from "../model/calendar.ts";
import { seasonFactor } from "../scenario/calendarDates.ts";
import { gammaOfMeanOne } from "../random/gamma.ts";
import { PURPOSE, Stream, streamKey, type StreamKey } from "../random/stream.ts";
import { dayFactor } from "./luck.ts";

/** Numbers of days: the date's own within a run, and as many for each run. Numbers end at 2^32: `limits.runsOfDates`. */
const DATES_A_RUN = 65_536;

export const dayNumber = (run: number, date: number): number => run * DATES_A_RUN + date;

export class CalendarLuck {
  /** By open day: its kind in this run. */
  readonly kindOf: Int32Array;
  private readonly stream = new Stream();
  /** By place: 1 where a draw has hit it in this run. */
  private readonly hit: Uint8Array;
  private readonly peakKeys: readonly StreamKey[];
  private readonly factorKeys: readonly StreamKey[];
  /** Of the last open day that had one; 0 before the first. */
  private readonly last: Float64Array;
  /** By factor: the open day for which it was drawn last in this run, -1 before the first. */
  private readonly drawnFor: Int32Array;
  /** By kind: scratch for its types' factors. */
  private readonly factors: readonly Float64Array[];
  /** By kind, day x type: what the season makes of it. */
  private readonly seasonal: readonly Float64Array[];

  constructor(private readonly model: CalendarModel, seed: string) {
    const { kinds, dates, seasons } = model;
    this.kindOf = model.kindOf.slice();
    this.hit = new Uint8Array(model.places);
    this.peakKeys = model.draws.map(({ kind }) => streamKey(seed, kinds[kind].name));
    this.factorKeys = model.factors.map((name) => streamKey(seed, name));
    this.last = new Float64Array(model.factors.length);
    this.drawnFor = new Int32Array(model.factors.length);
    this.factors = kinds.map(({ model: { types } }) => new Float64Array(types));
    this.seasonal = kinds.map(({ model: { types, typeNames } }) => Float64Array.from({ length: dates.length * types }, (_, at) => seasonFactor(seasons, typeNames[at % types], dates[Math.floor(at / types)])));
  }

  /** Go to the start of a run, and draw its peaks. */
  start(run: number): void {
    const { model, kindOf, hit, stream } = this;
    this.last.fill(0);
    this.drawnFor.fill(-1);
    hit.fill(0);
    kindOf.set(model.kindOf);
    model.draws.forEach(({ kind, days, places, from }, i) => {
      const free = Array.from(places).filter((place) => hit[place] === 0);
      stream.restart(this.peakKeys[i], PURPOSE.peakDays, dayNumber(run, from));
      for (let drawn = 0; drawn < Math.min(days, free.length); drawn++) { // of those left, each as likely as any other (Fisher and Yates)
        const at = drawn + Math.floor(stream.uniform() * (free.length - drawn));
        [free[drawn], free[at]] = [free[at], free[drawn]];
        hit[free[drawn]] = 1;
        if (free[drawn] < kindOf.length) kindOf[free[drawn]] = kind;
      }
    });
  }

  /** How many times as many contacts as on an ordinary day come on an open day, by type of its kind. Days must be asked for in their order. */
  factorsOf(place: number, run: number): Float64Array {
    const { model, last, drawnFor } = this, kind = this.kindOf[place], { factorOf, model: { dayToDayCv, types } } = model.kinds[kind], factors = this.factors[kind], day = dayNumber(run, model.dates[place]);
    for (let type = 0; type < types; type++) {
      const factor = factorOf[type];
      if (drawnFor[factor] !== place) last[factor] = this.busyness(dayToDayCv[type], factor, day); // else shared, and drawn for an earlier type
      drawnFor[factor] = place;
      factors[type] = last[factor] * this.seasonal[kind][place * types + type];
    }
    return factors;
  }

  /**
   * A gamma factor of mean 1. With memory B x the last day's + a gamma share of its own, where B is beta: the law of the factor stays gamma, and the
   * correlation of days k apart is that of neighbours to the power k (Lewis, McKenzie and Hugus 1989, "Gamma processes", the GBAR(1) process).
   */
  private busyness(cv: number, factor: number, day: number): number {
    const { stream, model: { correlation } } = this, key = this.factorKeys[factor], before = this.last[factor];
    if (cv === 0 || correlation === 0 || before === 0) return dayFactor(cv, key, day, stream);
    const shape = 1 / (cv * cv), kept = shape * correlation, fresh = shape - kept;
    stream.restart(key, PURPOSE.dayMemory, day);
    const stays = gammaOfMeanOne(stream, kept) * kept, goes = gammaOfMeanOne(stream, fresh) * fresh;
    stream.restart(key, PURPOSE.dayFactor, day);
    const own = gammaOfMeanOne(stream, fresh) * (1 - correlation);
    return (stays === 0 ? 0 : (before * stays) / (stays + goes)) + own;
  }
}

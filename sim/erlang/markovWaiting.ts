// Contacts that wait, as expected numbers by agents late and by contacts ahead of them. What becomes of a contact depends on those
// ahead of it and on the staff, not on those behind; so a cohort runs on by itself, and any number of contacts are one cohort.

import { firstLate, firstPlace, fitted, sumOf, usedRows, usedWidth, emptyRows, type Rows } from "./markovRows.ts";
import { MOST_TICKS, ticksOf } from "./markovTerms.ts";

/** Entries below this, in contacts, are dropped. */
const LEAST = 1e-20;

/** Rates per second. */
export interface Rates {
  /** At which an agent finishes a contact. */
  readonly finish: number;
  /** At which a waiting contact hangs up; 0: never. */
  readonly hangUp: number;
}

export class Waiting {
  /** Expected contacts that wait, by agents late and contacts ahead. */
  count: Rows;
  /** The seconds they have waited so far, all together; null where nobody asks. */
  waited: Rows | null;
  /** Contacts answered, and their seconds of waiting. */
  answered = 0;
  waitAnswered = 0;
  /** Seconds spent waiting, by all; and the integral over time of the seconds waited so far. Times `hangUp`: those who hung up, and their waits. */
  seconds = 0;
  secondsSquared = 0;

  constructor(count: Rows = emptyRows(1, 1), withWaits = false) {
    this.count = count;
    this.waited = withWaits ? emptyRows(count.length, count[0].length) : null;
  }

  get size(): number {
    return sumOf(this.count);
  }

  /** The number of agents on duty rises or falls. Those late are relieved first; who is free then takes the longest waiting. */
  change(by: number): void {
    const takeFrom = (rows: Rows): [Rows, number] => {
      if (by <= 0) return [[...emptyRows(-by, rows[0].length), ...rows], 0];
      const out = emptyRows(Math.max(1, rows.length - by), rows[0].length);
      let taken = 0;
      rows.forEach((row, late) => {
        const free = Math.max(0, by - late), target = out[Math.max(0, late - by)];
        for (let ahead = 0; ahead < row.length; ahead++) {
          if (ahead < free) taken += row[ahead];
          else target[ahead - free] += row[ahead];
        }
      });
      return [out, taken];
    };
    const [count, answered] = takeFrom(this.count);
    this.count = count;
    this.answered += answered;
    if (this.waited === null) return;
    const [waited, waitAnswered] = takeFrom(this.waited);
    this.waited = waited;
    this.waitAnswered += waitAnswered;
  }

  /** Some seconds with so many agents on duty and no new contacts; Infinity: until nobody waits. */
  run(agents: number, rates: Rates, seconds: number): void {
    for (let left = seconds; left > 0 && !this.trim();) {
      const [{ length: late }, width] = [this.count, this.count[0].length];
      const clock = (agents + late - 1) * rates.finish + width * rates.hangUp;
      if (clock === 0) { // nobody serves, nobody hangs up
        this.stand(left);
        return;
      }
      const step = Math.min(left, MOST_TICKS / clock);
      this.tick(agents, rates, clock, step);
      left -= step;
    }
  }

  private stand(seconds: number): void {
    const { count, waited } = this, waiting = sumOf(count);
    this.seconds += waiting * seconds;
    if (waited === null) return;
    this.secondsSquared += (sumOf(waited) + (waiting * seconds) / 2) * seconds;
    count.forEach((row, late) => row.forEach((value, i) => { waited[late][i] += value * seconds; }));
  }

  private tick(agents: number, rates: Rates, clock: number, seconds: number): void {
    const { chance, more } = ticksOf(clock * seconds);
    const late = this.count.length, width = this.count[0].length, lowest = firstLate(this.count), nearest = firstPlace(this.count, LEAST);
    const blank = () => emptyRows(late, width);
    let count = this.count, next = blank(), waited = this.waited, nextWaited = waited === null ? null : blank();
    const ended = blank(), endedWaited = waited === null ? null : blank();
    for (let k = 0; k < chance.length; k++) {
      const from = Math.max(1, lowest - k), start = Math.max(0, nearest - k), time = more[k] / clock;
      this.book(count, waited, from, start, agents * rates.finish, time);
      mix(ended, count, from, start, chance[k]);
      if (waited !== null && endedWaited !== null) mix(endedWaited, waited, from, start, chance[k]);
      if (k === chance.length - 1) break;
      const below = Math.max(1, from - 1), nearer = Math.max(0, start - 1);
      if (waited !== null && nextWaited !== null) {
        moveWaiting(nextWaited, waited, below, nearer, agents, rates, clock);
        mix(nextWaited, count, from, start, 1 / clock); // everybody who waits gets older
        [waited, nextWaited] = [nextWaited, waited];
      }
      moveWaiting(next, count, below, nearer, agents, rates, clock);
      [count, next] = [next, count];
    }
    this.count = ended;
    this.waited = endedWaited;
  }

  /** What happens in so much time at the present numbers. */
  book(count: Rows, waited: Rows | null, from: number, start: number, serving: number, time: number): void {
    this.answered += count[0][0] * serving * time;
    this.seconds += sumFrom(count, from, start) * time;
    if (waited === null) return;
    this.waitAnswered += waited[0][0] * serving * time;
    this.secondsSquared += sumFrom(waited, from, start) * time;
  }

  /** Drop what is next to nothing; whether nothing is left. */
  private trim(): boolean {
    const width = usedWidth(this.count, LEAST), late = usedRows(this.count, LEAST);
    if (width < this.count[0].length) this.count = fitted(this.count, width);
    this.count.length = late;
    if (this.waited !== null) {
      if (width < this.waited[0].length) this.waited = fitted(this.waited, width);
      this.waited.length = late;
    }
    return width === 1 && late === 1 && this.count[0][0] <= LEAST;
  }
}

/** One tick of the clock for contacts that wait. Rows 1 .. from - 1 and places before `start` hold nothing. */
export function moveWaiting(out: Rows, rows: Rows, from: number, start: number, agents: number, { finish, hangUp }: Rates, clock: number): void {
  for (let late = 0; late < rows.length; late = late === 0 ? from : late + 1) {
    const row = rows[late], to = out[late], above = late + 1 < rows.length ? rows[late + 1] : null;
    const working = ((agents + late) * finish) / clock, nearer = late === 0 ? working : 0, hang = hangUp / clock, relieved = ((agents + late + 1) * finish) / clock;
    const end = row.length - 1;
    for (let ahead = start; ahead <= end; ahead++) {
      let value = row[ahead] * (1 - working - (ahead + 1) * hang);
      if (ahead < end) value += row[ahead + 1] * (nearer + (ahead + 1) * hang);
      if (above !== null) value += above[ahead] * relieved;
      to[ahead] = value;
    }
  }
}

/** out += factor x rows, leaving out rows 1 .. from - 1 and places before `start`. */
export function mix(out: Rows, rows: Rows, from: number, start: number, factor: number): void {
  if (factor < 1e-30) return;
  for (let late = 0; late < rows.length; late = late === 0 ? from : late + 1) {
    const row = rows[late], to = out[late];
    for (let i = start; i < row.length; i++) to[i] += factor * row[i];
  }
}

function sumFrom(rows: Rows, from: number, start: number): number {
  let sum = 0;
  for (let late = 0; late < rows.length; late = late === 0 ? from : late + 1) {
    const row = rows[late];
    for (let i = start; i < row.length; i++) sum += row[i];
  }
  return sum;
}

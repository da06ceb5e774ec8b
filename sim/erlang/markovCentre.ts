// The centre as a Markov process: how many agents are free, late (they should have left, but finish a contact), and how many
// contacts wait. While anybody is late or waits, nobody is free.

import { emptyRows, firstLate, firstPlace, fitted, plus, usedRows, usedWidth, type Rows } from "./markovRows.ts";
import { MOST_TICKS, ticksOf } from "./markovTerms.ts";
import { mix, moveWaiting, Waiting, type Rates } from "./markovWaiting.ts";

/** Chances below this are dropped, and the room for who waits grows as soon as its last place holds more. */
const LEAST = 1e-18;
const LEAST_ROOM = 16;

/** Rates per second. */
export interface CentreRates extends Rates {
  /** Of those who find a line but nobody free, the share that waits. */
  readonly joins: number;
  /** Contacts that may wait or be in hand at once; Infinity without a limit. */
  readonly lines: number;
}

/** Expected seconds in each state: with so many busy and others free, and by agents late and contacts waiting. */
export interface Stay {
  readonly free: Float64Array;
  full: Rows;
}

export class MarkovCentre {
  /** Agents on duty. */
  agents = 0;
  /** Chances of so many contacts in hand, while an agent is free. */
  free = new Float64Array(0);
  /** Chances while nobody is free: full[late][waiting], with `agents` + late contacts in hand. */
  full: Rows = [Float64Array.of(1)];
  /** The contacts of this cohort that wait still: those that have joined since it was set. */
  cohort = new Waiting(emptyRows(1, 1), true);
  private room = LEAST_ROOM;

  constructor(private readonly rates: CentreRates) {}

  /** The number on duty rises or falls: those free leave first, the others when they have finished; who comes takes from the queue. */
  change(by: number): void {
    const { agents, free, full } = this, now = agents + by;
    this.cohort.change(by);
    if (by === 0) return;
    this.agents = now;
    if (by < 0) {
      this.free = free.slice(0, now);
      this.full = [...emptyRows(-by, full[0].length), ...full];
      for (let busy = now; busy < agents; busy++) this.full[busy - now][0] += free[busy];
      return;
    }
    this.free = new Float64Array(now);
    this.free.set(free);
    this.full = emptyRows(Math.max(1, full.length - by), full[0].length);
    full.forEach((row, late) => {
      const idle = Math.max(0, by - late), target = this.full[Math.max(0, late - by)];
      for (let waiting = 0; waiting < row.length; waiting++) {
        if (waiting < idle) this.free[now - idle + waiting] += row[waiting];
        else target[waiting - idle] += row[waiting];
      }
    });
  }

  /** The rate at which contacts join a queue, per contact that arrives, by agents late and contacts waiting. */
  joining(rows: Rows): Rows {
    const { joins, lines } = this.rates;
    return rows.map((row, late) => row.map((value, waiting) => (this.agents + late + waiting < lines ? joins * value : 0)));
  }

  /** Some seconds of arrivals at a rate per second; returns where they were spent. */
  run(arrival: number, seconds: number): Stay {
    const stay: Stay = { free: new Float64Array(this.agents), full: [] };
    for (let left = seconds; left > 0;) {
      this.trim();
      left -= this.tick(arrival, left, stay);
    }
    return stay;
  }

  /** One run of the clock's ticks, with as much room as it turns out to take; returns its seconds. */
  private tick(arrival: number, most: number, stay: Stay): number {
    const first = this.free.findIndex((chance) => chance > LEAST), lowest = first < 0 ? this.agents : first;
    for (;;) {
      const seconds = this.tryTick(arrival, most, stay, Math.max(0, lowest - this.room), this.full[0].length + this.room);
      if (seconds !== null) return seconds;
      this.room *= 2;
    }
  }

  private tryTick(arrival: number, most: number, stay: Stay, lowest: number, width: number): number | null {
    const { rates, agents, cohort } = this, late = this.full.length;
    const clock = arrival + (agents + late - 1) * rates.finish + width * rates.hangUp;
    if (clock === 0) {
      addTo(stay.free, this.free, most, 0);
      stay.full = plus(stay.full, this.full, most);
      return most;
    }
    const seconds = Math.min(most, MOST_TICKS / clock), { chance, more } = ticksOf(clock * seconds);
    const blank = () => emptyRows(late, width);
    let free = this.free.slice(), nextFree = new Float64Array(agents), full = fitted(this.full, width), next = blank();
    let count = [...fitted(cohort.count, width), ...emptyRows(late - cohort.count.length, width)], nextCount = blank();
    let waited = [...fitted(cohort.waited ?? [], width), ...emptyRows(late - (cohort.waited?.length ?? 0), width)], nextWaited = blank();
    const staysFree = new Float64Array(agents), staysFull = blank(), booked = new Waiting();
    const endedFree = new Float64Array(agents), ended = blank(), endedCount = blank(), endedWaited = blank();
    free.fill(0, 0, lowest);
    const rising = firstLate(full), nearest = lowest < agents && free.some((value) => value > 0) ? 0 : Math.min(firstPlace(full, LEAST), firstPlace(count, LEAST));
    for (let k = 0; k < chance.length; k++) {
      const from = Math.max(1, rising - k), start = Math.max(0, nearest - k), time = more[k] / clock;
      if (lowest > 0 && lowest < agents && free[lowest] > LEAST) return null;
      if (full.some((row) => row[width - 1] > LEAST)) return null;
      addTo(staysFree, free, time, lowest);
      mix(staysFull, full, from, start, time);
      booked.book(count, waited, from, start, agents * rates.finish, time);
      addTo(endedFree, free, chance[k], lowest);
      mix(ended, full, from, start, chance[k]);
      mix(endedCount, count, from, start, chance[k]);
      mix(endedWaited, waited, from, start, chance[k]);
      if (k === chance.length - 1) break;
      const below = Math.max(1, from - 1), nearer = Math.max(0, start - 1);
      moveWaiting(nextWaited, waited, below, nearer, agents, rates, clock);
      mix(nextWaited, count, from, start, 1 / clock);
      moveWaiting(nextCount, count, below, nearer, agents, rates, clock);
      this.join(nextCount, full, from, start, arrival / clock);
      this.move(next, nextFree, full, free, below, nearer, lowest, arrival, clock);
      [free, nextFree, full, next, count, nextCount, waited, nextWaited] = [nextFree, free, next, full, nextCount, count, nextWaited, waited];
    }
    addTo(stay.free, staysFree, 1, 0);
    stay.full = plus(stay.full, staysFull, 1);
    this.free = endedFree;
    this.full = ended;
    cohort.count = endedCount;
    cohort.waited = endedWaited;
    cohort.answered += booked.answered;
    cohort.waitAnswered += booked.waitAnswered;
    cohort.seconds += booked.seconds;
    cohort.secondsSquared += booked.secondsSquared;
    return seconds;
  }

  /** Contacts that arrive in a tick and wait. */
  private join(count: Rows, full: Rows, from: number, start: number, arriving: number): void {
    const { joins, lines } = this.rates;
    for (let late = 0; late < full.length; late = late === 0 ? from : late + 1) {
      const row = full[late], to = count[late], end = Math.min(row.length, lines - this.agents - late);
      for (let waiting = start; waiting < end; waiting++) to[waiting] += arriving * joins * row[waiting];
    }
  }

  /** One tick of the clock for the centre. Rows 1 .. from - 1, places before `start` and states with fewer than `lowest` busy hold nothing. */
  private move(out: Rows, outFree: Float64Array, full: Rows, free: Float64Array, from: number, start: number, lowest: number, arrival: number, clock: number): void {
    const { agents } = this, { finish, hangUp, joins, lines } = this.rates;
    const arrives = arrival / clock, ends = finish / clock, hang = hangUp / clock;
    for (let busy = lowest; busy < agents; busy++) {
      let value = free[busy] * (1 - (busy < lines ? arrives : 0) - busy * ends);
      if (busy > lowest) value += free[busy - 1] * (busy - 1 < lines ? arrives : 0);
      value += (busy + 1 < agents ? free[busy + 1] : full[0][0]) * (busy + 1) * ends;
      outFree[busy] = value;
    }
    for (let late = 0; late < full.length; late = late === 0 ? from : late + 1) {
      const row = full[late], to = out[late], above = late + 1 < full.length ? full[late + 1] : null;
      const working = (agents + late) * ends, nearer = late === 0 ? working : 0, relieved = (agents + late + 1) * ends, room = lines - agents - late, end = row.length - 1;
      const waits = arrives * joins;
      for (let waiting = start; waiting <= end; waiting++) {
        let value = row[waiting] * (1 - (waiting < room ? waits : 0) - working - waiting * hang);
        if (waiting > 0 && waiting - 1 < room) value += row[waiting - 1] * waits;
        if (waiting < end) value += row[waiting + 1] * (nearer + (waiting + 1) * hang);
        if (above !== null) value += above[waiting] * relieved;
        to[waiting] = value;
      }
    }
    if (agents > 0 && agents - 1 < lines) out[0][0] += free[agents - 1] * arrives;
  }

  private trim(): void {
    const { cohort } = this;
    const width = Math.max(usedWidth(this.full, LEAST), usedWidth(cohort.count, LEAST));
    const late = Math.max(usedRows(this.full, LEAST), usedRows(cohort.count, LEAST));
    if (width < this.full[0].length) this.room = Math.max(LEAST_ROOM, this.room >> 1); // it was too much
    const fit = (rows: Rows) => fitted(rows.slice(0, late), width);
    this.full = fit(this.full);
    cohort.count = fit(cohort.count);
    if (cohort.waited !== null) cohort.waited = fit(cohort.waited);
  }
}

function addTo(out: Float64Array, values: Float64Array, factor: number, from: number): void {
  if (factor < 1e-30) return;
  for (let i = from; i < values.length; i++) out[i] += factor * values[i];
}

// The exact expectations of a day with one contact type and one group, all laws exponential: M(t)/M/s(t)+M with lines and balking.
// The chances run forward from an empty opening (Kolmogorov's equations, by uniformisation), and with them each interval's contacts
// that wait, until the last is gone. Staff changes as in the engine: nobody puts a contact down to leave.

import {
  ABANDONED, ABANDONED_WITHIN, ANSWERED, ANSWERED_WITHIN, BLOCKED, BUSY, CONTACT_COUNTERS, GROUP_COUNTERS, LONGEST, LOST_AT_CLOSE,
  OFFERED, OVERRUN, PAID, ROSTERED, STAFFED, WAITED, WAIT_ABANDONED, WAIT_ALL, WAIT_ANSWERED,
} from "../engine/dayRecord.ts";
import type { Model } from "../model/model.ts";
import { momentsIn } from "./exactDayMoments.ts";
import { MarkovCentre, type CentreRates, type Stay } from "./markovCentre.ts";
import { Overdue } from "./markovOverdue.ts";
import { emptyRows, sumOf, type Rows } from "./markovRows.ts";
import { Waiting } from "./markovWaiting.ts";

/** Seconds by which rounding may misplace a time. */
const CRUMB = 1e-9;

/** Expected counters: contacts and seconds of a day. LONGEST is not known and NaN. */
export interface ExpectedDay {
  /** interval x CONTACT_COUNTERS, by interval of arrival; after the intervals comes the whole day. */
  readonly contacts: Float64Array;
  /** interval x GROUP_COUNTERS; after the intervals come the time after closing and the whole day. */
  readonly group: Float64Array;
}

/** @param model of one type and one group, for which `obstacles` found nothing in the way */
export function expectedDay(model: Model): ExpectedDay {
  return new ExactDay(model).solve();
}

class ExactDay {
  private readonly contacts: Float64Array;
  private readonly group: Float64Array;
  private readonly rates: CentreRates;
  private readonly centre: MarkovCentre;
  private readonly overdue = new Overdue();
  private readonly within: number;
  /** By step: the next step at which the number on duty changes, or those who wait are lost. */
  private readonly nextChange: number[];
  private readonly closing: number;
  /** Whether those who wait at closing are lost. */
  private readonly drop: boolean;

  constructor(private readonly model: Model) {
    const { intervals, stepTime, stepChange, handleTime, patience, handleTimeFactor, balking, lines } = model;
    this.contacts = new Float64Array((intervals + 1) * CONTACT_COUNTERS);
    this.group = new Float64Array((intervals + 2) * GROUP_COUNTERS);
    this.rates = { finish: 1 / (meanOf(handleTime[0]) * handleTimeFactor[0]), hangUp: patience[0] === null ? 0 : 1 / meanOf(patience[0]), joins: 1 - balking[0], lines };
    this.centre = new MarkovCentre(this.rates);
    this.within = model.answerWithin[0];
    this.closing = stepTime.length - 1;
    this.drop = model.drop || stepChange.reduce((sum, by) => sum + by, 0) === 0;
    this.nextChange = Array.from(stepTime, () => Infinity);
    for (let step = this.closing - 1; step >= 0; step--) {
      const next = step + 1, changes = next === this.closing ? this.drop : stepChange[next] !== 0;
      this.nextChange[step] = changes ? next : this.nextChange[next];
    }
  }

  solve(): ExpectedDay {
    const { model, centre, closing } = this, { stepInterval, stepChange, stepGoHome } = model;
    for (let step = 0; step < closing; step++) {
      const interval = stepInterval[step];
      this.overdue.change(stepChange[step], stepGoHome[step], centre);
      centre.change(stepChange[step]);
      this.runStep(step);
      if (stepInterval[step + 1] !== interval) {
        const cohort = centre.cohort;
        centre.cohort = new Waiting(emptyRows(1, 1), true);
        this.bookCohort(interval, cohort, step);
      }
    }
    this.bookAfterClosing();
    this.addUp();
    return { contacts: this.contacts, group: this.group };
  }

  /** Cut the step where contacts begin to see the next change of staff within the threshold. */
  private runStep(step: number): void {
    const { model, within } = this, { stepTime } = model;
    const from = stepTime[step], to = stepTime[step + 1], cuts = [from, to];
    for (let change = this.nextChange[step]; change <= this.closing && stepTime[change] - within < to; change = this.nextChange[change]) {
      if (stepTime[change] - within > from) cuts.push(stepTime[change] - within);
    }
    cuts.sort((a, b) => a - b);
    const change = this.nextChange[step], changesAt = change <= this.closing ? stepTime[change] : Infinity;
    const arrival = this.arrivalIn(step);
    for (let i = 1; i < cuts.length; i++) {
      if (arrival === 0 || within === 0 || changesAt - cuts[i] >= within - CRUMB) this.runSteadily(step, cuts[i - 1], cuts[i]);
      else this.runWatched(step, cuts[i - 1], cuts[i], changesAt === cuts[i]);
    }
    const cell = model.stepInterval[step] * GROUP_COUNTERS;
    this.group[cell + OVERRUN] += this.overdue.run(this.centre.agents, this.rates.finish, to - from);
  }

  /** The staff stays the same for as long as matters to those who arrive: all moments are alike. */
  private runSteadily(step: number, from: number, to: number): void {
    const stay = this.run(step, to - from);
    const factor = this.arrivalIn(step);
    if (this.within > 0 && factor > 0) this.bookWithin(step, factor, this.centre.joining(stay.full), (waiting) => waiting.run(this.centre.agents, this.rates, this.within));
  }

  /** The staff changes before some of those who arrive have waited for the threshold: every moment is its own case. */
  private runWatched(step: number, from: number, to: number, changeAtEnd: boolean): void {
    const arrival = this.arrivalIn(step), clock = arrival + Math.max(1, this.centre.agents) * this.rates.finish + this.rates.hangUp;
    let now = from;
    for (const { time, weight } of momentsIn(from, to, 2 / clock, changeAtEnd)) {
      this.run(step, time - now);
      now = time;
      this.bookWithin(step, arrival * weight, this.centre.joining(this.centre.full), (waiting) => this.follow(waiting, step, time, time + this.within));
    }
    this.run(step, to - now);
  }

  private run(step: number, seconds: number): Stay {
    const arrival = this.arrivalIn(step), stay = this.centre.run(arrival, seconds);
    this.book(step, arrival, stay, seconds);
    return stay;
  }

  /** Arrivals per second. */
  private arrivalIn(step: number): number {
    const { expected, stepInterval, interval } = this.model, i = stepInterval[step];
    return (expected[i + 1] - expected[i]) / interval;
  }

  /** What happens to those who arrive as they arrive, and the agents' time. */
  private book(step: number, arrival: number, { free, full }: Stay, seconds: number): void {
    const { contacts, group, centre: { agents }, rates: { joins, lines } } = this;
    const cell = this.model.stepInterval[step] * CONTACT_COUNTERS, groupCell = this.model.stepInterval[step] * GROUP_COUNTERS;
    let answered = 0, finds = 0, blocked = 0, busySeconds = 0, lateSeconds = 0;
    free.forEach((time, busy) => {
      if (busy < lines) answered += time;
      else blocked += time;
      busySeconds += busy * time;
    });
    full.forEach((row, late) => row.forEach((time, waiting) => {
      if (agents + late + waiting < lines) finds += time;
      else blocked += time;
      busySeconds += (agents + late) * time;
      lateSeconds += late * time;
    }));
    contacts[cell + OFFERED] += arrival * seconds;
    contacts[cell + ANSWERED] += arrival * answered;
    contacts[cell + ANSWERED_WITHIN] += arrival * answered;
    contacts[cell + BLOCKED] += arrival * blocked;
    contacts[cell + WAITED] += arrival * finds * joins;
    contacts[cell + ABANDONED] += arrival * finds * (1 - joins);
    contacts[cell + ABANDONED_WITHIN] += arrival * finds * (1 - joins);
    group[groupCell + BUSY] += busySeconds;
    group[groupCell + STAFFED] += agents * seconds + lateSeconds;
  }

  /** Of contacts that join the queue, those answered or gone within the threshold. @param wait lets contacts wait for so long */
  private bookWithin(step: number, factor: number, joining: Rows, wait: (waiting: Waiting) => void): void {
    const waiting = new Waiting(joining.map((row) => row.map((value) => factor * value)));
    wait(waiting);
    const cell = this.model.stepInterval[step] * CONTACT_COUNTERS;
    this.contacts[cell + ANSWERED_WITHIN] += waiting.answered;
    this.contacts[cell + ABANDONED_WITHIN] += this.rates.hangUp * waiting.seconds;
  }

  /** Let contacts wait from a time in a step until another; returns those lost at closing. */
  private follow(waiting: Waiting, step: number, from: number, until: number): { lost: number; waitLost: number } {
    const { stepTime, stepChange } = this.model;
    let agents = this.centre.agents, now = from;
    for (let change = this.nextChange[step]; change <= this.closing && stepTime[change] <= until && waiting.size > 0; change = this.nextChange[change]) {
      waiting.run(agents, this.rates, stepTime[change] - now);
      now = stepTime[change];
      if (change === this.closing) return { lost: waiting.size, waitLost: sumOf(waiting.waited ?? []) };
      waiting.change(stepChange[change]);
      agents += stepChange[change];
    }
    waiting.run(agents, this.rates, until - now);
    return { lost: 0, waitLost: 0 };
  }

  /** What became of the contacts of an interval that waited: those gone by its end, and the others. */
  private bookCohort(interval: number, cohort: Waiting, step: number): void {
    const cell = interval * CONTACT_COUNTERS, { contacts, rates: { hangUp } } = this;
    const { lost, waitLost } = this.follow(cohort, step, this.model.stepTime[step + 1], Infinity);
    contacts[cell + ANSWERED] += cohort.answered;
    contacts[cell + WAIT_ANSWERED] += cohort.waitAnswered;
    contacts[cell + ABANDONED] += hangUp * cohort.seconds;
    contacts[cell + WAIT_ABANDONED] += hangUp * cohort.secondsSquared;
    contacts[cell + LOST_AT_CLOSE] += lost;
    contacts[cell + WAIT_ALL] += cohort.waitAnswered + hangUp * cohort.secondsSquared + waitLost;
  }

  /** After closing agents stay only while they work: with what they have in hand, and with those who are answered later. */
  private bookAfterClosing(): void {
    const { centre, group, rates: { finish }, model: { intervals } } = this;
    let inHand = 0;
    centre.free.forEach((chance, busy) => { inHand += busy * chance; });
    centre.full.forEach((row, late) => row.forEach((chance) => { inHand += (centre.agents + late) * chance; }));
    const cell = intervals * GROUP_COUNTERS, seconds = (inHand + this.answeredAfterClosing()) / finish;
    group[cell + BUSY] = seconds;
    group[cell + STAFFED] = seconds;
    group[cell + OVERRUN] = seconds;
  }

  /** Contacts that wait at closing and are answered: every one of them, ahead of it so many others. */
  private answeredAfterClosing(): number {
    if (this.drop) return 0;
    const { full, agents } = this.centre;
    const waiting = new Waiting(full.map((row) => {
      const places = new Float64Array(row.length); // place n is taken where more than n wait
      for (let n = row.length - 2, more = 0; n >= 0; n--) places[n] = more += row[n + 1];
      return places;
    }));
    waiting.run(agents, this.rates, Infinity);
    return waiting.answered;
  }

  private addUp(): void {
    const { model: { intervals, rostered, paid }, contacts, group } = this, day = intervals * CONTACT_COUNTERS, groupDay = (intervals + 1) * GROUP_COUNTERS;
    for (let i = 0; i < intervals; i++) {
      for (let counter = 0; counter < CONTACT_COUNTERS; counter++) contacts[day + counter] += contacts[i * CONTACT_COUNTERS + counter];
      group[i * GROUP_COUNTERS + ROSTERED] = rostered[i];
      group[i * GROUP_COUNTERS + PAID] = paid[i];
    }
    for (let i = 0; i <= intervals; i++) {
      contacts[i * CONTACT_COUNTERS + LONGEST] = NaN;
      for (let counter = 0; counter < GROUP_COUNTERS; counter++) group[groupDay + counter] += group[i * GROUP_COUNTERS + counter];
    }
  }
}

function meanOf(law: Model["handleTime"][number]): number {
  if (law.distribution !== "exponential") throw new Error(`no exponential law: ${law.distribution}`);
  return law.mean;
}

// Hot path: the agents of each group, counted rather than named, and the seconds they work.
// When a number on duty falls, those who are free leave first; if too few are, the others finish the contact in hand
// and go then. At a hand-over (one comes as one leaves) the number does not change, so nobody needs to.

import type { Model } from "../model/model.ts";
import type { Attendance } from "./attendance.ts";
import { ABSENT, BUSY, GROUP_COUNTERS, OFF_PHONE, OVERRUN, STAFFED, type Cells } from "./dayRecord.ts";

export class Agents {
  /** Free agents by group; below zero, so many finish a contact although they should have left. */
  readonly idle: Int32Array;
  /** Agents of all groups who finish a contact although they should have left. */
  private late = 0;
  /** Agents on duty by the rota. */
  readonly onDuty: Int32Array;
  /** Of those who should have left, how many go home; the others are late for a break. */
  private readonly overdue: Int32Array;
  /** By step: 1 where the number on duty may change. */
  readonly changes: Uint8Array;
  private cells!: Cells; // set by `clear`
  private interval = 0;
  private intervalEnd = 0;
  private stepStart = 0;

  constructor(private readonly model: Model, private readonly attendance: Attendance) {
    this.idle = new Int32Array(model.groups);
    this.onDuty = new Int32Array(model.groups);
    this.overdue = new Int32Array(model.groups);
    this.changes = Uint8Array.from(model.stepTime, (_, step) => (model.stepChange.subarray(step * model.groups, (step + 1) * model.groups).some((change) => change !== 0) ? 1 : 0));
    for (const { duty } of model.mayBeAbsent) for (const { step } of duty) this.changes[step] = 1; // a hand-over, if one of the two is missing
    for (const { duty } of model.offPhone) for (const { from, to } of duty) this.changes[model.stepTime.indexOf(from)] = this.changes[model.stepTime.indexOf(to)] = 1;
  }

  /** Begin a day; seconds are counted in `cells`, laid out as DayRecord.groups: none busy, none detailed. */
  clear(cells: Cells): void {
    this.cells = cells;
    this.idle.fill(0);
    this.onDuty.fill(0);
    this.overdue.fill(0);
    this.late = 0;
  }

  beginStep(step: number): void {
    const { model } = this;
    this.stepStart = model.stepTime[step];
    this.interval = model.stepInterval[step];
    this.intervalEnd = this.interval < model.intervals ? (this.interval + 1) * model.interval : Infinity;
  }

  /** The rota's change at the beginning of a step. */
  change(step: number): void {
    const { model, idle, onDuty, overdue } = this, { stepChange, stepGoHome } = this.attendance;
    for (let group = 0; group < model.groups; group++) {
      const cell = step * model.groups + group, lateBefore = Math.max(0, -idle[group]);
      onDuty[group] += stepChange[cell];
      idle[group] += stepChange[cell];
      const late = Math.max(0, -idle[group]);
      this.late += late - lateBefore;
      if (late > lateBefore) overdue[group] += Math.min(late - lateBefore, stepGoHome[cell]);
      else overdue[group] = Math.min(overdue[group], late);
    }
  }

  /** An agent of the group serves a contact between two times; the first lies in the present step. */
  work(group: number, from: number, to: number): void {
    if (to <= this.intervalEnd) this.cells.main[this.cell(group, this.interval)] += to - from;
    else this.workOverIntervals(group, from, to);
  }

  private workOverIntervals(group: number, from: number, to: number): void {
    const { intervals, interval } = this.model;
    let start = from;
    for (let i = this.interval; start < to; i++) {
      const end = i < intervals ? Math.min(to, (i + 1) * interval) : to;
      this.cells.main[this.cell(group, i)] += end - start;
      start = end;
    }
  }

  /** An agent who should have left before does so now. */
  leave(group: number, now: number): void {
    const seconds = now - this.stepStart, overrun = this.overdue[group] > 0;
    if (overrun) this.overdue[group]--;
    this.late--;
    this.addLate(group, seconds, overrun ? seconds : 0);
  }

  /** An agent of the group is off the phone between two times, inside the agent's time on duty. */
  rest(group: number, from: number, to: number): void {
    const { interval } = this.model;
    let start = from;
    for (let i = Math.floor(from / interval); start < to; i++) {
      const end = Math.min(to, (i + 1) * interval), at = this.detail(this.cell(group, i));
      this.cells.counters[at + OFF_PHONE] += end - start;
      this.cells.counters[at + STAFFED] -= end - start;
      start = end;
    }
  }

  /** Count those still busy after their duty through the step that ends now. */
  endStep(now: number): void {
    if (this.late === 0) return;
    const { idle, overdue } = this, seconds = now - this.stepStart;
    for (let group = 0; group < this.model.groups; group++) {
      if (idle[group] < 0) this.addLate(group, -idle[group] * seconds, overdue[group] * seconds);
    }
  }

  /** Seconds beyond the rota in the present interval, and those of them beyond the end of a shift. */
  private addLate(group: number, seconds: number, overrun: number): void {
    const at = this.detail(this.cell(group, this.interval));
    this.cells.counters[at + STAFFED] += seconds;
    this.cells.counters[at + OVERRUN] += overrun;
  }

  /** Fill in who was absent, and the day's sums. After closing agents stay only while they work, all of it overrun. */
  endDay(): void {
    const { model, cells: { main, detailed, counters } } = this, { intervals } = model;
    for (let group = 0; group < model.groups; group++) {
      const first = this.cell(group, 0), closed = first + intervals, day = closed + 1;
      if (main[closed] > 0) {
        const at = this.detail(closed);
        counters[at + STAFFED] = main[closed];
        counters[at + OVERRUN] = main[closed];
      }
      if (model.mayBeAbsent.length > 0) this.countAbsent(group);
      let busy = 0, anyDetailed = 0;
      for (let cell = first; cell <= closed; cell++) {
        busy += main[cell];
        anyDetailed |= detailed[cell];
      }
      main[day] = busy;
      if (anyDetailed === 0) continue;
      const sum = this.detail(day);
      for (let cell = first; cell <= closed; cell++) {
        if (detailed[cell] === 0) continue;
        const at = cell * GROUP_COUNTERS;
        counters[at + BUSY] = main[cell];
        for (let counter = STAFFED; counter < GROUP_COUNTERS; counter++) counters[sum + counter] += counters[at + counter];
      }
      counters[sum + BUSY] = busy;
    }
  }

  private countAbsent(group: number): void {
    const { intervals } = this.model, { absent } = this.attendance;
    for (let i = 0; i < intervals; i++) {
      const seconds = absent[group * intervals + i];
      if (seconds === 0) continue;
      const at = this.detail(this.cell(group, i));
      this.cells.counters[at + ABSENT] = seconds;
      this.cells.counters[at + STAFFED] -= seconds;
    }
  }

  /** Write a cell's counters out, where they are not yet; returns where they are. */
  private detail(cell: number): number {
    const { detailed, counters } = this.cells, at = cell * GROUP_COUNTERS;
    if (detailed[cell] === 1) return at;
    detailed[cell] = 1;
    for (let counter = 0; counter < GROUP_COUNTERS; counter++) counters[at + counter] = 0;
    return at;
  }

  private cell(group: number, interval: number): number {
    return group * (this.model.intervals + 2) + interval;
  }
}

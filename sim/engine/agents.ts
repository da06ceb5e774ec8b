// Hot path: the agents of each group, counted rather than named, and the seconds they work.
// When a number on duty falls, those who are free leave first; if too few are, the others finish the contact in hand
// and go then. At a hand-over (one comes as one leaves) the number does not change, so nobody needs to.

import type { Model } from "../model/model.ts";
import type { Attendance } from "./attendance.ts";
import { ABSENT, BUSY, GROUP_COUNTERS, OVERRUN, PAID, ROSTERED, STAFFED } from "./dayRecord.ts";

export class Agents {
  /** Free agents by group; below zero, so many finish a contact although they should have left. */
  readonly idle: Int32Array;
  /** Agents on duty by the rota. */
  readonly onDuty: Int32Array;
  /** Of those who should have left, how many go home; the others are late for a break. */
  private readonly overdue: Int32Array;
  private record: Float64Array = new Float64Array(0);
  private interval = 0;
  private intervalEnd = 0;
  private stepStart = 0;

  constructor(private readonly model: Model, private readonly attendance: Attendance) {
    this.idle = new Int32Array(model.groups);
    this.onDuty = new Int32Array(model.groups);
    this.overdue = new Int32Array(model.groups);
  }

  /** Begin a day; seconds are counted in `record`, laid out as DayRecord.groups and all zero. */
  clear(record: Float64Array): void {
    this.record = record;
    this.idle.fill(0);
    this.onDuty.fill(0);
    this.overdue.fill(0);
  }

  /** The rota's change at the beginning of a step. */
  change(step: number): void {
    const { model, idle, onDuty, overdue } = this, { stepChange, stepGoHome } = this.attendance;
    this.stepStart = model.stepTime[step];
    this.interval = model.stepInterval[step];
    this.intervalEnd = this.interval < model.intervals ? (this.interval + 1) * model.interval : Infinity;
    for (let group = 0; group < model.groups; group++) {
      const cell = step * model.groups + group, lateBefore = Math.max(0, -idle[group]);
      onDuty[group] += stepChange[cell];
      idle[group] += stepChange[cell];
      const late = Math.max(0, -idle[group]);
      if (late > lateBefore) overdue[group] += Math.min(late - lateBefore, stepGoHome[cell]);
      else overdue[group] = Math.min(overdue[group], late);
    }
  }

  /** An agent of the group serves a contact between two times; the first lies in the present step. */
  work(group: number, from: number, to: number): void {
    if (to <= this.intervalEnd) this.record[this.cell(group, this.interval) + BUSY] += to - from;
    else this.workOverIntervals(group, from, to);
  }

  private workOverIntervals(group: number, from: number, to: number): void {
    const { intervals, interval } = this.model;
    let start = from;
    for (let i = this.interval; start < to; i++) {
      const end = i < intervals ? Math.min(to, (i + 1) * interval) : to;
      this.record[this.cell(group, i) + BUSY] += end - start;
      start = end;
    }
  }

  /** An agent who should have left before does so now. */
  leave(group: number, now: number): void {
    const cell = this.cell(group, this.interval), seconds = now - this.stepStart;
    this.record[cell + STAFFED] += seconds;
    if (this.overdue[group] > 0) {
      this.overdue[group]--;
      this.record[cell + OVERRUN] += seconds;
    }
  }

  /** Count those on duty, and those still busy after it, through the step that ends now. */
  endStep(now: number): void {
    const { model, record, onDuty, idle, overdue } = this;
    const seconds = now - this.stepStart;
    for (let group = 0; group < model.groups; group++) {
      const cell = this.cell(group, this.interval);
      record[cell + STAFFED] += (onDuty[group] + Math.max(0, -idle[group])) * seconds;
      record[cell + OVERRUN] += overdue[group] * seconds;
    }
  }

  /** Fill in what the rota fixes, and the day's sums. After closing agents stay only while they work, all of it overrun. */
  endDay(): void {
    const { model, record } = this;
    const { intervals } = model;
    for (let group = 0; group < model.groups; group++) {
      const closed = this.cell(group, intervals), day = this.cell(group, intervals + 1);
      record[closed + STAFFED] = record[closed + BUSY];
      record[closed + OVERRUN] = record[closed + BUSY];
      for (let i = 0; i < intervals; i++) {
        const cell = this.cell(group, i);
        record[cell + ROSTERED] = model.rostered[group * intervals + i];
        record[cell + PAID] = model.paid[group * intervals + i];
        record[cell + ABSENT] = this.attendance.absent[group * intervals + i];
      }
      for (let i = 0; i <= intervals; i++) {
        for (let counter = 0; counter < GROUP_COUNTERS; counter++) record[day + counter] += record[this.cell(group, i) + counter];
      }
    }
  }

  private cell(group: number, interval: number): number {
    return (group * (this.model.intervals + 2) + interval) * GROUP_COUNTERS;
  }
}

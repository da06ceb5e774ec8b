// Hot path: spells off the phone. Each agent's day alternates between the phone and spells elsewhere, both exponential, from a
// stream of the agent's own and in its steady state from the start, so that the planned share of the time on duty is exact.
// A spell is wished for at its planned time and begins when somebody of the group is free, as agents are counted, not named:
// at once, or with the next who finishes or comes back. It keeps its length, but nobody stays off beyond the planned end of their time on duty.

import type { Model } from "../model/model.ts";
import { PURPOSE, Stream, streamKey, type StreamKey } from "../random/stream.ts";
import { exponential } from "../random/ziggurat.ts";
import { Alarms } from "./alarms.ts";
import type { Attendance } from "./attendance.ts";

export class OffPhone {
  // A day's spells by number: group, planned beginning and length, and the end of the time on duty; seconds from the opening.
  readonly group: number[] = [];
  private readonly from: number[] = [];
  private readonly length: number[] = [];
  private readonly dutyEnd: number[] = [];
  /** When the next spell is planned to begin; Infinity after the last. */
  nextWish = Infinity;
  /** Spells that have begun, by their end. */
  returns = new Alarms(0);
  /** By group: spells wished for that wait until somebody is free, and how many. */
  readonly pending: Int32Array;
  private readonly queue: number[][];
  private room = 0;
  private order: number[] = []; // spells by planned beginning
  private wished = 0;
  private readonly stream = new Stream();
  private readonly keys: readonly StreamKey[];

  constructor(private readonly model: Model, private readonly attendance: Attendance, seed: string) {
    this.pending = new Int32Array(model.groups);
    this.queue = Array.from({ length: model.groups }, () => []);
    this.keys = model.offPhone.map(({ roster, agent }) => streamKey(seed, JSON.stringify([roster, agent])));
  }

  /** Plan a day's spells, of those who are not absent. */
  draw(day: number): void {
    const { model, stream, group, from: times } = this;
    if (model.offPhone.length === 0) return;
    this.pending.fill(0);
    for (const waiting of this.queue) waiting.length = 0;
    this.returns.clear();
    for (const column of [group, times, this.length, this.dutyEnd]) column.length = 0;
    model.offPhone.forEach((agent, i) => {
      if (agent.absentee !== null && this.attendance.isAbsent[agent.absentee] === 1) return;
      const meanBetween = (agent.meanLength * (1 - agent.share)) / agent.share;
      stream.restart(this.keys[i], PURPOSE.offPhone, day);
      for (const { from, to } of agent.duty) {
        let time = stream.uniform() < agent.share ? from : from + meanBetween * exponential(stream);
        while (time < to) {
          const length = agent.meanLength * exponential(stream);
          this.plan(agent.group, time, length, to);
          time += length;
          time += meanBetween * exponential(stream);
        }
      }
    });
    if (group.length > this.room) {
      this.room = 2 * group.length;
      this.returns = new Alarms(this.room);
    }
    this.order = Array.from(times, (_, spell) => spell).sort((a, b) => times[a] - times[b]);
    this.wished = 0;
    this.nextWish = this.order.length > 0 ? times[this.order[0]] : Infinity;
  }

  private plan(group: number, from: number, length: number, dutyEnd: number): void {
    this.group.push(group);
    this.from.push(from);
    this.length.push(length);
    this.dutyEnd.push(dutyEnd);
  }

  /** The spell that is wished for next. */
  takeWish(): number {
    const spell = this.order[this.wished++];
    this.nextWish = this.wished < this.order.length ? this.from[this.order[this.wished]] : Infinity;
    return spell;
  }

  /** The spell waits until somebody of its group is free. */
  await(spell: number): void {
    const group = this.group[spell];
    this.queue[group].push(spell);
    this.pending[group]++;
  }

  /** The spell that has waited longest in a group begins; there is one. Returns its end. */
  beginNext(group: number, now: number): number {
    this.pending[group]--;
    return this.begin(this.queue[group].shift()!, now);
  }

  /** Returns when the spell ends. */
  begin(spell: number, now: number): number {
    const end = Math.min(now + this.length[spell], this.dutyEnd[spell]);
    this.returns.add(spell, end);
    return end;
  }

  /** Spells for which it is too late are dropped. */
  expire(group: number, now: number): void {
    if (this.pending[group] === 0) return;
    this.queue[group] = this.queue[group].filter((spell) => this.dutyEnd[spell] > now);
    this.pending[group] = this.queue[group].length;
  }
}

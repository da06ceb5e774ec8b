// Who of the late agents is late for home rather than for a break. Whoever goes home goes first, so while agents leave one after
// another the number late for a break stays as it is until nobody is late for home. What waits makes no difference.

import { sumOf } from "./markovRows.ts";
import type { MarkovCentre } from "./markovCentre.ts";
import { MOST_TICKS, ticksOf } from "./markovTerms.ts";

const LEAST = 1e-18;

export class Overdue {
  /** Chances by agents late for a break, then by agents late for home, from 1: home[h - 1]. */
  private chances = new Map<number, Float64Array>();

  /** The number on duty changes, of those who leave `goHome` for the day. Asked before the centre itself changes. */
  change(by: number, goHome: number, { agents, free, full }: MarkovCentre): void {
    const before = this.chances, late = Array.from(full, (row) => sumOf([row]));
    this.chances = new Map();
    for (const [forBreak, home] of before) {
      home.forEach((chance, i) => {
        const both = forBreak + i + 1;
        late[both] = Math.max(0, (late[both] ?? 0) - chance);
        if (by < 0) this.add(both - by, i + 1 + Math.min(-by, goHome), chance);
        else this.add(both - by, Math.min(i + 1, both - by), chance);
      });
    }
    if (by >= 0 || goHome <= 0) return;
    late.forEach((chance, both) => this.add(both - by, Math.min(-by, goHome), chance));
    for (let busy = agents + by + 1; busy < agents; busy++) {
      const newlyLate = busy - agents - by;
      this.add(newlyLate, Math.min(newlyLate, goHome), free[busy]);
    }
  }

  private add(late: number, home: number, chance: number): void {
    if (home <= 0 || chance < LEAST) return;
    const row = this.chances.get(late - home);
    if (row !== undefined && row.length >= home) {
      row[home - 1] += chance;
      return;
    }
    const longer = new Float64Array(home);
    if (row !== undefined) longer.set(row);
    longer[home - 1] += chance;
    this.chances.set(late - home, longer);
  }

  /** Some seconds with so many on duty; returns the expected agent-seconds of those late for home. */
  run(agents: number, finish: number, seconds: number): number {
    let spent = 0;
    for (const [forBreak, row] of this.chances) {
      let home = row;
      for (let left = seconds; left > 0 && home.length > 0;) {
        const clock = (agents + forBreak + home.length) * finish, step = Math.min(left, MOST_TICKS / clock), { chance, more } = ticksOf(clock * step);
        const ended = new Float64Array(home.length);
        for (let k = 0; k < chance.length; k++) {
          const next = new Float64Array(home.length);
          for (let i = 0; i < home.length; i++) {
            spent += ((i + 1) * home[i] * more[k]) / clock;
            ended[i] += home[i] * chance[k];
            const working = ((agents + forBreak + i + 1) * finish) / clock;
            next[i] += home[i] * (1 - working);
            if (i > 0) next[i - 1] += home[i] * working;
          }
          home = next;
        }
        left -= step;
        let length = ended.length;
        while (length > 0 && ended[length - 1] < LEAST) length--;
        home = ended.subarray(0, length);
      }
      if (home.length > 0) this.chances.set(forBreak, home);
      else this.chances.delete(forBreak);
    }
    return spent;
  }
}

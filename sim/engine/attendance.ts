// Who of the rostered agents is missing today, and what that leaves of the day's steps.

import type { Model } from "../model/model.ts";
import { PURPOSE, Stream, streamKey, uniformOf, type StreamKey } from "../random/stream.ts";

export class Attendance {
  /** The day's change of agents on duty at a step, and those of them who go home: step x group, as in the model. */
  readonly stepChange: Int32Array;
  readonly stepGoHome: Int32Array;
  /** Rostered seconds of those absent: group x intervals. */
  readonly absent: Float64Array;
  /** By the model's list of who may be absent: 1 for whoever is today. */
  readonly isAbsent: Uint8Array;
  private readonly stream = new Stream();
  private readonly rosters: ReadonlyMap<string, StreamKey>;

  constructor(private readonly model: Model, seed: string) {
    const always = model.mayBeAbsent.length === 0; // then the model's own steps are every day's
    this.stepChange = always ? model.stepChange : model.stepChange.slice();
    this.stepGoHome = always ? model.stepGoHome : model.stepGoHome.slice();
    this.absent = new Float64Array(model.groups * model.intervals);
    this.isAbsent = new Uint8Array(model.mayBeAbsent.length);
    this.rosters = new Map(model.mayBeAbsent.map(({ roster }) => [roster, streamKey(seed, roster)]));
  }

  draw(day: number): void {
    const { model, stepChange, stepGoHome, absent, isAbsent, stream } = this;
    if (model.mayBeAbsent.length === 0) return;
    stepChange.set(model.stepChange);
    stepGoHome.set(model.stepGoHome);
    absent.fill(0);
    let roster = "";
    model.mayBeAbsent.forEach((person, i) => {
      if (person.roster !== roster) {
        roster = person.roster;
        stream.restart(this.rosters.get(roster)!, PURPOSE.absence, day); // the map has every roster
      }
      isAbsent[i] = uniformOf(stream.next()) < person.chance ? 1 : 0;
      if (isAbsent[i] === 0) return;
      for (const { step, change, goHome } of person.duty) {
        stepChange[step * model.groups + person.group] -= change;
        stepGoHome[step * model.groups + person.group] -= goHome;
      }
      person.rostered.forEach((seconds, interval) => { absent[person.group * model.intervals + interval] += seconds; });
    });
  }
}

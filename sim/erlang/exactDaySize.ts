// About how much work a day is to solve, before it is begun: enough to refuse days that would take minutes.

import type { Model } from "../model/model.ts";

/** Half a minute or a minute of one core. A council's day takes a thousandth of it, a thousand agents about a tenth. */
export const MOST_WORK = 6e9;

const TAIL = 10; // standard deviations, and more than enough at the ends

/** Ticks of the clock times states, with those who wait as a flow: what comes less what is served and hangs up. */
export function workOf({ handleTime: [law], handleTimeFactor: [factor], patience: [patience], expected, interval, intervals, stepTime, stepInterval, stepChange, lines, drop }: Model): number {
  const finish = 1 / (("mean" in law ? law.mean : NaN) * factor), hangUp = patience !== null && "mean" in patience ? 1 / patience.mean : 0;
  let agents = 0, waiting = 0, work = 0;
  const spend = (seconds: number, arrival: number, late: number) => {
    const wide = waiting + TAIL * Math.sqrt(waiting + agents) + 50, clock = arrival + (agents + late) * finish + wide * hangUp;
    const toServe = waiting / (Math.max(1, agents) * finish + hangUp); // what a contact at the end of the queue waits, about
    work += clock * (seconds * (agents + 8 * wide) + Math.min(seconds, 2 / finish) * late * wide + toServe * 16 * wide);
  };
  for (let step = 0; step < stepTime.length - 1; step++) {
    const i = Math.min(intervals - 1, stepInterval[step]), seconds = stepTime[step + 1] - stepTime[step], arrival = (expected[i + 1] - expected[i]) / interval;
    const before = agents;
    agents += stepChange[step];
    const surplus = arrival - agents * finish, rests = hangUp > 0 ? surplus / hangUp : 0, was = waiting;
    const after = hangUp > 0 ? rests + (was - rests) * Math.exp(-hangUp * seconds) : was + surplus * seconds;
    waiting = Math.min(lines, Math.max(was, after, 0)); // the most of the step
    spend(seconds, arrival, Math.max(0, before - agents));
    waiting = Math.min(lines, Math.max(0, after));
  }
  if (!drop && agents > 0) spend(waiting / (agents * finish), 0, 0);
  return work;
}

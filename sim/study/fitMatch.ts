// Patience by matching: the mean of an exponential law with which the simulation loses as many callers as the data did, day by day with the
// agents that were there. A chance difference between the days of data and simulation is what the interval is made of.

import { NORMAL_95 } from "../stats/studentT.ts";
import type { Fit } from "./fit.ts";
import { ABANDONED, AGENT_TIME, OFFERED, type History } from "./fitHistory.ts";
import { countedAs, Replay, scenarioOf, staffedAs } from "./fitReplay.ts";
import type { FittedPatience } from "./fitTimes.ts";

const CONTACTS = 400_000; // to simulate for each trial
const MOST_DAYS = 130, MOST_REPLICAS = 8, ROUNDS = 9, SHORTEST = 3, LONGEST = 4 * 3600, FEWEST = 30; // seconds, and callers who hung up

/** The patience of each type, null where the data cannot tell. @param fit with a first guess of it */
export function matchPatience(fit: Fit, history: History): (FittedPatience | null)[] {
  const days = daysToMatch(fit, history), types = fit.types.length, observed = fit.types.map((_, type) => sum(days.map(({ day, from, to }) => history.total(type, day, ABANDONED, from, to))));
  if (days.length === 0 || observed.every((each) => each < FEWEST)) return fit.types.map(() => null);
  const contacts = sum(days.map(({ day, from, to }) => sum(fit.types.map((_, type) => history.total(type, day, OFFERED, from, to))))), replicas = Math.max(1, Math.min(MOST_REPLICAS, Math.floor(CONTACTS / contacts)));
  const lost = (logs: readonly number[]): number[][] => { // day by day and type
    const tried: Fit = { ...fit, types: fit.types.map((type, t) => ({ ...type, patience: { ...type.patience, law: { distribution: "exponential", mean: Math.exp(logs[t]) }, balking: 0 } })) };
    return days.map(({ day, kind }) => {
      const replay = new Replay(countedAs(staffedAs(scenarioOf(tried, kind), fit, history, kind, day), fit, history, kind, day), `match ${day}`), means = new Array<number>(types).fill(0);
      for (let replica = 0; replica < replicas; replica++) {
        replay.simulate(replica);
        for (let type = 0; type < types; type++) means[type] += replay.abandoned(type) / replicas;
      }
      return means;
    });
  };
  const totals = (byDay: readonly (readonly number[])[]) => fit.types.map((_, type) => sum(byDay.map((own) => own[type])));
  let logs = fit.types.map(({ patience }) => Math.log(Math.min(900, Math.max(20, patience.mean.value)))), slopes = fit.types.map(() => -0.6), result = totals(lost(logs));
  for (let round = 0; round < ROUNDS; round++) { // each type for itself by the secant of logarithms; where types share agents they settle together
    const next = logs.map((each, t) => (observed[t] < FEWEST ? each : clamp(each - clampStep((Math.log(Math.max(0.5, result[t])) - Math.log(observed[t])) / slopes[t]))));
    if (next.every((each, t) => Math.abs(each - logs[t]) < 0.002)) break;
    const nextResult = totals(lost(next));
    slopes = slopes.map((slope, t) => {
      const found = (Math.log(Math.max(0.5, nextResult[t])) - Math.log(Math.max(0.5, result[t]))) / (next[t] - logs[t]);
      return Number.isFinite(found) && found < -0.05 && found > -3 && Math.abs(next[t] - logs[t]) > 0.01 ? found : slope;
    });
    [logs, result] = [next, nextResult];
  }
  const step = 0.2, above = totals(lost(logs.map((each) => each + step))), below = totals(lost(logs.map((each) => each - step))), byDay = lost(logs);
  return fit.types.map((type, t) => {
    const slope = (above[t] - below[t]) / (2 * step), away = days.map(({ day, from, to }, d) => history.total(t, day, ABANDONED, from, to) - byDay[d][t]), n = away.length, middle = sum(away) / n;
    const spread = Math.sqrt((n / Math.max(1, n - 1)) * sum(away.map((each) => (each - middle) ** 2))), error = spread / Math.abs(slope), mean = Math.exp(logs[t]);
    const reached = Math.abs(Math.log(Math.max(0.5, sum(byDay.map((own) => own[t]))) / observed[t])) < 0.1;
    if (observed[t] < FEWEST || !reached || n < 5 || !(error < 1)) return null;
    return {
      law: { distribution: "exponential", mean: Number(mean.toPrecision(4)) }, origin: "data", mean: { value: mean, halfWidth: NORMAL_95 * error * mean }, cv: null, tried: [], count: observed[t], balking: 0, survival: type.patience.survival,
      says: `with which ${n} days simulated with their own agents lose as many callers as the ${Math.round(observed[t]).toLocaleString("en-GB")} of the data. assumed: exponential`,
    };
  });
}

/** Usual days with agents, spread evenly over the data. */
export function daysToMatch({ kinds }: Fit, history: History, most = MOST_DAYS) {
  const all = kinds.flatMap((kind) => kind.days.map((day) => ({ day, kind, from: kind.opening.from / history.resolution, to: kind.opening.to / history.resolution })))
    .filter(({ day, from, to }) => history.types.some((_, type) => history.total(type, day, AGENT_TIME, from, to) > 0)).sort((a, b) => a.day - b.day);
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(all.length, most) }, (_, i) => all[Math.floor(i * step)]);
}

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
const clamp = (log: number): number => Math.min(Math.log(LONGEST), Math.max(Math.log(SHORTEST), log));
const clampStep = (step: number): number => Math.min(1.5, Math.max(-1.5, step));

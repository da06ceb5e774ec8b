// What the fit of the earlier days is worth on the later ones, beside two forecasts that cost nothing.

import { ANSWERED_WITHIN, OFFERED as CAME } from "../engine/dayRecord.ts";
import { NORMAL_95 } from "../stats/studentT.ts";
import { civilOf, weekdayOf } from "../scenario/civilDate.ts";
import type { Fit, FittedKind } from "./fit.ts";
import { countsOf, sortDays } from "./fitDays.ts";
import { AGENT_TIME, IN_TIME, OFFERED, type History } from "./fitHistory.ts";
import type { Ranged } from "./fitLaw.ts";
import { Replay, scenarioOf, staffedAs } from "./fitReplay.ts";

export const FORECASTS = ["fit", "lastWeek", "lastFour"] as const;
export type Forecast = (typeof FORECASTS)[number];

export interface HoldOut {
  /** Days since 1970: the first that was kept back. */
  readonly from: number;
  /** Days that all three forecasts can be scored on. */
  readonly days: number;
  /** Weighted absolute percentage error by interval: the sum of absolute errors over that of contacts. */
  readonly volume: Readonly<Record<Forecast, Ranged>>;
  /** Mean absolute error of a day's service level, share of 1; null where staff or answers are not in the data. */
  readonly serviceLevel: Readonly<Record<Forecast, Ranged>> | null;
}

const REPLICAS = 30;

/** @param whole in the scenario's intervals, the earlier days too @param fit of the earlier days alone */
export function holdOut(fit: Fit, whole: History, from: number): HoldOut | null {
  const closed = new Set(sortDays(whole).closed.map(({ day }) => day)), open = whole.allDays().filter((day) => !closed.has(day));
  const before = (day: number) => open.filter((each) => each < day && weekdayOf(each) === weekdayOf(day)).slice(-4);
  const days = open.filter((day) => day >= from && before(day).includes(day - 7) && before(day).length === 4 && kindOf(fit, day) !== null);
  if (days.length === 0) return null;
  const counts = new Map(open.map((day) => [day, countsOf(whole, day)])), none = new Float64Array(whole.slots), of = (day: number) => counts.get(day) ?? none;
  const scores = days.map((day) => {
    const kind = kindOf(fit, day), last = of(day - 7), four = before(day).map(of), season = fit.season?.byMonth[civilOf(day).month - 1].value ?? 1, own = of(day), errors = { fit: 0, lastWeek: 0, lastFour: 0 };
    let total = 0;
    for (let slot = 0; slot < whole.slots; slot++) {
      const i = whole.slots === 1 ? -1 : slot - (kind?.opening.from ?? 0) / whole.resolution, fitted = kind === null ? 0 : season * kind.profiles.reduce((sum, profile) => sum + (i === -1 && whole.slots === 1 ? profile.reduce((all, each) => all + each, 0) : (profile[i] ?? 0)), 0);
      errors.fit += Math.abs(own[slot] - fitted);
      errors.lastWeek += Math.abs(own[slot] - last[slot]);
      errors.lastFour += Math.abs(own[slot] - four.reduce((sum, each) => sum + each[slot], 0) / 4);
      total += own[slot];
    }
    return { errors, total };
  });
  const all = scores.reduce((sum, { total }) => sum + total, 0), volume = (name: Forecast): Ranged => {
    const value = scores.reduce((sum, { errors }) => sum + errors[name], 0) / all, n = scores.length, squares = scores.reduce((sum, { errors, total }) => sum + (errors[name] - value * total) ** 2, 0);
    return { value, halfWidth: n < 2 ? null : (NORMAL_95 * Math.sqrt((squares * n) / (n - 1))) / all };
  };
  return { from, days: days.length, volume: { fit: volume("fit"), lastWeek: volume("lastWeek"), lastFour: volume("lastFour") }, serviceLevel: levels(fit, whole, days, before) };
}

const kindOf = ({ kinds }: Fit, day: number): FittedKind | null => kinds.find(({ weekdays }) => weekdays.includes(weekdayOf(day))) ?? null;

function levels(fit: Fit, whole: History, days: readonly number[], before: (day: number) => readonly number[]): HoldOut["serviceLevel"] {
  if (!whole.known.has(IN_TIME) || !whole.known.has(AGENT_TIME) || whole.slots === 1 || (fit.agents !== "file" && fit.agents !== "seen")) return null;
  const level = (day: number) => { const all = (field: number) => whole.types.reduce((sum, _, type) => sum + whole.total(type, day, field), 0); return all(IN_TIME) / all(OFFERED); };
  const errors = days.map((day) => {
    const kind = kindOf(fit, day), own = level(day), four = before(day);
    const replay = kind === null ? null : new Replay(staffedAs(scenarioOf(fit, kind), fit, whole, kind, day), `held out ${day}`);
    let inTime = 0, came = 0;
    for (let replica = 0; replica < REPLICAS && replay !== null; replica++) {
      replay.simulate(replica);
      for (let type = 0; type < fit.types.length; type++) {
        inTime += replay.counter(type, replay.intervals, ANSWERED_WITHIN);
        came += replay.counter(type, replay.intervals, CAME);
      }
    }
    return { fit: Math.abs(own - inTime / came), lastWeek: Math.abs(own - level(day - 7)), lastFour: Math.abs(own - four.reduce((sum, each) => sum + level(each), 0) / four.length) };
  });
  const mean = (name: Forecast): Ranged => {
    const value = errors.reduce((sum, each) => sum + each[name], 0) / errors.length, n = errors.length;
    return { value, halfWidth: n < 2 ? null : NORMAL_95 * Math.sqrt(errors.reduce((sum, each) => sum + (each[name] - value) ** 2, 0) / (n - 1) / n) };
  };
  return { fit: mean("fit"), lastWeek: mean("lastWeek"), lastFour: mean("lastFour") };
}

// A past that is known: days of a scenario lived by the engine, written down as a telephone system would.

import { Day } from "../../sim/engine/day.ts";
import { createDayRecord } from "../../sim/engine/dayRecord.ts";
import { ANSWERED_AFTER_WAIT, ANSWERED_AT_ONCE } from "../../sim/engine/outcome.ts";
import { compile } from "../../sim/model/compile.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { isoDate, weekdayOf } from "../../sim/scenario/civilDate.ts";
import { ABANDONED, AGENT_TIME, ANSWERED, FIELDS, HANDLE, HANDLED, History, IN_TIME, OFFERED, ROWS } from "../../sim/study/fitHistory.ts";
import { normals } from "../stats/random.ts";

export interface MadeCall {
  readonly day: number;
  /** Seconds since midnight. */
  readonly at: number;
  readonly type: string;
  readonly wait: number;
  readonly answered: boolean;
  readonly handle: number;
}

export interface Past {
  /** Text of the scenario of a day. */
  readonly scenario: string;
  /** Days since 1970. */
  readonly from: number;
  readonly days: number;
  readonly seed: string;
  /** Contacts of each weekday, Monday first, as a multiple of the scenario's; 0: closed. */
  readonly weekdays?: readonly number[];
  /** Of the day factor, which is lognormal here, not gamma: fits must not depend on it. */
  readonly cv?: number;
  readonly memory?: number;
  /** Times as many on some days. */
  readonly special?: Readonly<Record<number, number>>;
}

/** All calls in order, and the agents of an interval. */
export function livePast({ scenario: text, from, days, seed, weekdays = [1, 1, 1, 1, 1, 0, 0], cv = 0, memory = 0, special = {} }: Past): MadeCall[] {
  const normal = normals(seed), sigma = Math.sqrt(Math.log1p(cv * cv)), calls: MadeCall[] = [];
  let state = normal();
  for (let day = from; day < from + days; day++) {
    const level = weekdays[weekdayOf(day)];
    if (level === 0) continue;
    state = memory * state + Math.sqrt(1 - memory * memory) * normal();
    const factor = level * Math.exp(sigma * state - (sigma * sigma) / 2) * (special[day] ?? 1), base = parseScenario(text);
    const contacts = Object.fromEntries(Object.entries(base.contacts).map(([name, type]) => [name, { ...type, volume: (type.volume ?? 0) * factor }]));
    const model = compile({ ...base, contacts }), engine = new Day(model, seed), record = createDayRecord(model);
    engine.simulate(day, record);
    const { order, count, arrival, type, outcome, wait, handleTime, patience } = engine.contacts;
    for (let i = 0; i < count; i++) {
      const k = order[i], answered = outcome[k] === ANSWERED_AT_ONCE || outcome[k] === ANSWERED_AFTER_WAIT;
      calls.push({ day, at: base.opening.from + arrival[k], type: model.typeNames[type[k]], answered, wait: outcome[k] === ANSWERED_AT_ONCE ? 0 : answered ? wait[k] : patience[k], handle: answered ? handleTime[k] : 0 });
    }
  }
  return calls;
}

export const clock = (seconds: number): string => [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((each) => String(Math.floor(each)).padStart(2, "0")).join(":");
export const dayFirst = (day: number): string => isoDate(day).split("-").reverse().join("/");

/** Rows of intervals with the usual heads. @param agents of an interval from 0 */
export function intervalRows(calls: readonly MadeCall[], length: number, opening: { readonly from: number; readonly to: number }, agents: (interval: number) => number, within = 20): string[][] {
  const cells = new Map<string, { day: number; from: number; offered: number; answered: number; inTime: number; handle: number; wait: number; vain: number }>(), days = [...new Set(calls.map(({ day }) => day))];
  for (const day of days) for (let from = opening.from; from < opening.to; from += length) cells.set(`${day} ${from}`, { day, from, offered: 0, answered: 0, inTime: 0, handle: 0, wait: 0, vain: 0 });
  for (const { day, at, answered, wait, handle } of calls) {
    const cell = cells.get(`${day} ${Math.floor(at / length) * length}`)!;
    cell.offered++;
    if (answered) {
      cell.answered++;
      cell.handle += handle;
      cell.wait += wait;
      if (wait <= within) cell.inTime++;
    } else cell.vain += wait;
  }
  const head = ["Date", "Interval", "Calls Offered", "Calls Answered", "Calls Abandoned", "AHT", "Service Level (20 Seconds)", "Agents Staffed"];
  return [head, ...[...cells.values()].map(({ day, from, offered, answered, inTime, handle }) => [
    dayFirst(day), clock(from).slice(0, 5), String(offered), String(answered), String(offered - answered), answered === 0 ? "" : clock(handle / answered), offered === 0 ? "" : `${((100 * inTime) / offered).toFixed(2)}%`, String(agents((from - opening.from) / length)),
  ])];
}

/** A row a call, with the usual heads. */
export function callRows(calls: readonly MadeCall[]): string[][] {
  return [["Call ID", "Date", "Time", "Queue", "Caller", "Wait", "Outcome", "Talk Time", "Agent"], ...calls.map(({ day, at, type, wait, answered, handle }, i) => [
    String(i + 1), isoDate(day), clock(at), type, `0${7_700_900_000 + (i % 5000)}`, String(Math.round(wait)), answered ? "Answered" : "Abandoned", String(Math.round(handle)), answered ? `Agent ${i % 12}` : "",
  ])];
}

export const toText = (rows: readonly (readonly string[])[], divider = ","): string => rows.map((row) => row.join(divider)).join("\n");

/** The same as counts. @param agents of an interval of the day; none: the file does not tell */
export function historyOf(calls: readonly MadeCall[], resolution: number, opening: { readonly from: number; readonly to: number }, agents?: (interval: number) => number, within = 20): History {
  const history = new History(resolution);
  for (const field of [ANSWERED, ABANDONED, IN_TIME, HANDLE] as const) history.known.add(field);
  if (agents !== undefined) history.known.add(AGENT_TIME);
  for (const { day, at, type, answered, wait, handle } of calls) {
    const cells = history.day(history.type(type), day), slot = Math.floor(at / resolution) * FIELDS;
    cells[slot + OFFERED]++;
    cells[slot + (answered ? ANSWERED : ABANDONED)]++;
    if (answered) {
      cells[slot + HANDLED]++;
      cells[slot + HANDLE] += handle;
      if (wait <= within) cells[slot + IN_TIME]++;
    }
  }
  for (const day of history.allDays()) {
    for (let slot = opening.from / resolution; slot < opening.to / resolution; slot++) {
      const cells = history.day(0, day), at = slot * FIELDS;
      cells[at + ROWS] = 1;
      if (agents !== undefined) cells[at + AGENT_TIME] = agents(slot - opening.from / resolution) * resolution;
    }
  }
  return history;
}

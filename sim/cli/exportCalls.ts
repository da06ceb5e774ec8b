// Rows of single calls, counted as they pass by: nothing of a row is kept but its part in sums.

import { TimeCounts } from "../stats/kaplanMeier.ts";
import {
  ABANDONED, AGENT_TIME, ANSWERED, FIELDS, HANDLE, HANDLED, History, IN_TIME, OFFERED, ROWS, WAIT_ABANDONED, WAIT_ANSWERED, type CallTimes,
} from "../study/fitHistory.ts";
import { AgentsSeen, CallsSeen, RedialCounts } from "./callKeys.ts";
import { isEmpty, isOutward, OUTWARD, readLength } from "./exportCells.ts";
import type { Column, Layout } from "./exportColumns.ts";
import type { Moments } from "./moments.ts";
import type { RowFaults } from "./rowFaults.ts";
import type { Cell } from "./sheetFile.ts";
import { TOTAL } from "./sheetRows.ts";
import { typeName } from "./typeName.ts";

const DAY = 86_400, LONGEST_HANDLE = 4 * 3600, LONGEST_WAIT = 2 * 3600, SLIPS = 0.1, MOST_TYPES = 50;

const ANSWERED_WORDS = /^(?:agents?|answer(?:ed)?|ans|handled|complete(?:d|agent|caller)?|connected|success(?:ful)?|served|talk(?:ed)?|taken|accepted|resolved|normal|yes|y|true|1)\b|caller served|handled by agent/i;
const HUNG_UP_WORDS = /aband|hang|hung|\blost\b|renege|missed|unanswered|no[t ]*answer|caller (?:disconnect|terminat|drop)|dropped in queue|(?:disconnect|terminat|ended|left).*(?:queue|waiting)|gave up|^(?:no|n|false|0)$/i;

/** What became of a call by the words of its column; null: neither answered nor hung up. */
export function fateIn(text: string): boolean | null {
  if (HUNG_UP_WORDS.test(text)) return false;
  return ANSWERED_WORDS.test(text) ? true : null;
}

const isYes = (cell: Cell): boolean => (typeof cell === "boolean" ? cell : /^(?:y|yes|true|t|1|1\.0)$/i.test(String(cell).trim()));

export class CallRows {
  readonly history: History;
  readonly times: CallTimes[] = [];
  readonly redials = new RedialCounts();
  rows = 0;
  /** Rows of calls with words for what became of them that are neither. */
  neither = 0;
  private readonly agents: AgentsSeen;
  private readonly seen = new CallsSeen();
  private readonly moments: Moments;
  private readonly typeNumbers = new Map<string, number>();
  private readonly outcomes = new Map<string, boolean | null>();
  private readonly useOutcome: boolean;

  constructor(private readonly layout: Layout, moments: Moments, private readonly faults: RowFaults, private readonly threshold: number, resolution: number) {
    const { columns: { outcome }, table: { sample }, headRow } = layout;
    this.moments = moments;
    this.history = new History(resolution);
    this.agents = new AgentsSeen(this.history.slots);
    const fates = outcome === undefined ? [] : sample.slice(headRow + 1).map((row) => row[outcome.index] ?? null).filter((cell) => !isEmpty(cell)).map((cell) => fateIn(String(cell)));
    this.useOutcome = fates.length > 0 && fates.filter((fate) => fate !== null).length >= 0.5 * fates.length;
    for (const field of [ANSWERED, ABANDONED] as const) this.history.known.add(field);
    const { columns } = layout;
    if (this.hasWaits) for (const field of [WAIT_ANSWERED, IN_TIME] as const) this.history.known.add(field);
    if (this.hasWaits && columns.waitAnswered === undefined) this.history.known.add(WAIT_ABANDONED);
    if (columns.handle !== undefined || columns.talk !== undefined || (columns.endedAt !== undefined && columns.answeredAt !== undefined)) this.history.known.add(HANDLE);
    if (columns.agent !== undefined && this.history.known.has(HANDLE)) this.history.known.add(AGENT_TIME);
  }

  /** Whether the file tells how long each call waited. */
  get hasWaits(): boolean {
    const { wait, waitAnswered, answeredAt, queueEnd, endedAt } = this.layout.columns;
    return (wait ?? waitAnswered) !== undefined || (answeredAt !== undefined && (queueEnd ?? endedAt) !== undefined);
  }

  add(cells: readonly Cell[], row: number): void {
    const { columns } = this.layout, { faults } = this;
    if (cells.length === 1 && isEmpty(cells[0])) return;
    this.rows++;
    const at = (column: Column | undefined): Cell => (column === undefined ? null : (cells[column.index] ?? null));
    if (columns.direction !== undefined && isOutward(at(columns.direction))) return faults.add(OUTWARD, row, 1);
    const start = this.startOf(at, row);
    if (start === null) return;
    if (columns.id !== undefined && this.seen.repeats(String(at(columns.id)), start)) return faults.add("the same call stands in another row already; nothing to do", row, 0.5);
    const fate = this.fateOf(at);
    if (fate === null) {
      this.neither++;
      return faults.add("the call was neither answered nor did the caller hang up (transferred, a phantom, voicemail …); leave it so, or name another column with --map outcome=…", row, 1);
    }
    const day = Math.floor(start / DAY), wait = this.waitOf(at, start, day, fate), handle = fate ? this.handleOf(at, day) : 0;
    if (wait < 0 || handle < 0 || wait > DAY || handle > DAY) return faults.add("its times are impossible: it ends before it begins, or lasts longer than a day; correct or delete it", row, SLIPS);
    if (Number.isNaN(wait) && this.hasWaits && !(columns.waitAnswered !== undefined && !fate)) return faults.add("its wait cannot be read; write it as h:mm:ss or in seconds", row, SLIPS);
    const type = this.typeOf(at(columns.type), row);
    if (type === null) return;
    this.count(type, start, fate, wait, handle);
    if (columns.key !== undefined) this.redials.add(String(at(columns.key) ?? "").trim(), start, !fate);
    if (columns.agent !== undefined && fate) this.agents.add(String(at(columns.agent) ?? "").trim(), start + (wait || 0), start + (wait || 0) + (handle || 0));
  }

  /** Once all rows have passed. */
  finish(): void {
    if (!this.history.known.has(AGENT_TIME)) return;
    this.agents.tellAll((day, slot) => {
      this.history.day(0, day)[slot * FIELDS + AGENT_TIME] += this.history.resolution; // of all types together
    });
  }

  private count(type: number, start: number, fate: boolean, wait: number, handle: number): void {
    const day = Math.floor(start / DAY), cell = this.history.day(type, day), slot = Math.floor((start - day * DAY) / this.history.resolution) * FIELDS, times = this.times[type];
    cell[slot + OFFERED]++;
    cell[slot + ROWS]++;
    cell[slot + (fate ? ANSWERED : ABANDONED)]++;
    if (!Number.isNaN(wait)) {
      cell[slot + (fate ? WAIT_ANSWERED : WAIT_ABANDONED)] += wait;
      if (fate && wait <= this.threshold) cell[slot + IN_TIME]++;
      if (wait < 0.5) {
        if (fate) times.answeredAtOnce++;
        else times.hungUpAtOnce++;
      } else if (fate) times.wait.addCensored(wait);
      else times.wait.addEvent(wait);
    }
    if (!fate || Number.isNaN(handle)) return;
    if (handle < 0.5) times.handledInNoTime++;
    else {
      cell[slot + HANDLED]++;
      cell[slot + HANDLE] += handle;
      times.handle.addEvent(handle);
    }
  }

  /** Seconds since 1970; null where it is told that there is none. */
  private startOf(at: (column: Column | undefined) => Cell, row: number): number | null {
    const { date, time, queueStart, answeredAt } = this.layout.columns, { moments } = this, dateCell = at(date), first = dateCell ?? at(time);
    if (typeof first === "string" && TOTAL.test(first)) {
      this.faults.add("it is a total; nothing to do", row, 1);
      return null;
    }
    let day = NaN;
    if (date !== undefined) {
      const when = moments.read(dateCell);
      day = when?.day ?? NaN;
      if (when !== null && when.day !== null && when.seconds !== null && time === undefined && queueStart === undefined) return when.day * DAY + when.seconds;
    }
    for (const column of [queueStart, time, answeredAt]) {
      const cell = at(column);
      if (isEmpty(cell)) continue;
      const seconds = moments.seconds(cell, day);
      if (Number.isFinite(seconds) && (seconds % DAY !== 0 || column !== queueStart)) return seconds; // a queue that was not joined began at 0:00:00
    }
    const hasDay = !Number.isNaN(day) || [queueStart, time, answeredAt].some((column) => (moments.read(at(column))?.day ?? null) !== null);
    if (hasDay) {
      this.faults.add("it has a date but no time of day, without which nothing can be said of a day's course; export the time too, or rows of days with their counts", row, SLIPS);
      return null;
    }
    const why = Number.isNaN(day) && date !== undefined ? `its date cannot be read (${date.head}); write it as 2026-09-01 or 01/09/2026` : "it has no date and time that can be read; write it as 2026-09-01 08:30:00";
    this.faults.add(why, row, SLIPS);
    return null;
  }

  /** Whether it was answered; null where it was neither answered nor given up. */
  private fateOf(at: (column: Column | undefined) => Cell): boolean | null {
    const { outcome, answered, abandoned, answeredAt } = this.layout.columns;
    if (this.useOutcome) {
      const text = String(at(outcome) ?? "").trim();
      let fate = this.outcomes.get(text);
      if (fate === undefined) {
        fate = fateIn(text);
        if (this.outcomes.size < 1000) this.outcomes.set(text, fate);
      }
      return fate;
    }
    if (abandoned?.isFlag === true && isYes(at(abandoned))) return false;
    if (answered?.isFlag === true) return isYes(at(answered));
    if (answeredAt !== undefined) return !isEmpty(at(answeredAt));
    if (abandoned?.isFlag === true) return true;
    const talked = this.lengthOf(at, "talk"), handled = this.lengthOf(at, "handle");
    return (Number.isNaN(talked) ? handled : talked) > 0;
  }

  private waitOf(at: (column: Column | undefined) => Cell, start: number, day: number, fate: boolean): number {
    const { wait, waitAnswered, answeredAt, queueEnd, endedAt } = this.layout.columns;
    if (wait !== undefined) return this.lengthOf(at, "wait");
    if (fate && waitAnswered !== undefined) return this.lengthOf(at, "waitAnswered");
    const until = fate ? (answeredAt ?? queueEnd) : (queueEnd ?? endedAt), cell = at(until);
    return until === undefined || isEmpty(cell) ? NaN : later(this.moments.seconds(cell, day), start);
  }

  private handleOf(at: (column: Column | undefined) => Cell, day: number): number {
    const { handle, talk, hold, wrap, answeredAt, endedAt } = this.layout.columns;
    if (handle !== undefined && handle.rank < 3) return this.lengthOf(at, "handle");
    if (talk !== undefined) return this.lengthOf(at, "talk") + (hold === undefined ? 0 : this.lengthOf(at, "hold") || 0) + (wrap === undefined ? 0 : this.lengthOf(at, "wrap") || 0);
    if (answeredAt !== undefined && endedAt !== undefined && !isEmpty(at(answeredAt)) && !isEmpty(at(endedAt))) {
      const from = this.moments.seconds(at(answeredAt), day), to = later(this.moments.seconds(at(endedAt), day), from);
      return to + (wrap === undefined ? 0 : this.lengthOf(at, "wrap") || 0);
    }
    return this.lengthOf(at, "handle");
  }

  private lengthOf(at: (column: Column | undefined) => Cell, name: "wait" | "waitAnswered" | "handle" | "talk" | "hold" | "wrap"): number {
    const column = this.layout.columns[name], cell = at(column);
    if (column === undefined || isEmpty(cell)) return NaN;
    if (typeof cell === "string" && column.form === "number" && column.unit === 1) {
      const plain = +cell;
      if (plain === plain) return plain; // the usual case, and the quickest
    }
    return readLength(cell, this.layout.table.semicolons, column.unit);
  }

  private typeOf(cell: Cell, row: number): number | null {
    const text = this.layout.columns.type === undefined ? "calls" : isEmpty(cell) ? "other" : String(cell).trim();
    const known = this.typeNumbers.get(text);
    if (known !== undefined) return known;
    if (this.typeNumbers.size >= MOST_TYPES) {
      this.faults.add(`its kind of contact (${this.layout.columns.type?.head}) would be one of more than ${MOST_TYPES}: is it a column of names or free text? --map type=none leaves it aside`, row, 0);
      return null;
    }
    const number = this.history.type(typeName(text));
    this.times[number] ??= { handle: new TimeCounts(LONGEST_HANDLE), wait: new TimeCounts(LONGEST_WAIT), answeredAtOnce: 0, hungUpAtOnce: 0, handledInNoTime: 0 };
    this.typeNumbers.set(text, number);
    return number;
  }
}

/** Seconds from a moment to a later one, over midnight where only times of day are known. */
function later(until: number, from: number): number {
  const gap = until - from;
  return gap < 0 && gap > -DAY && gap < -DAY / 2 ? gap + DAY : gap;
}

// Hot path: from what became of each contact to the day's counters.

import type { Model } from "../model/model.ts";
import type { Contacts } from "./contacts.ts";
import {
  ABANDONED, ABANDONED_WITHIN, ANSWERED, ANSWERED_WITHIN, BLOCKED, CONTACT_COUNTERS, LONGEST, LOST_AT_CLOSE, OFFERED,
  WAITED, WAIT_ABANDONED, WAIT_ALL, WAIT_ANSWERED, type DayRecord,
} from "./dayRecord.ts";
import type { Luck } from "./luck.ts";
import { ANSWERED_AFTER_WAIT, BALKED, BLOCKED_OUT, GAVE_UP } from "./outcome.ts";
import { WAIT_BINS, waitBin } from "./waitBins.ts";

export function countContacts(model: Model, { firstOf }: Luck, contacts: Contacts, record: DayRecord): void {
  const { types, intervals } = model, table = record.contacts;
  for (let type = 0; type < types; type++) {
    for (let interval = 0; interval < intervals; interval++) {
      const cell = type * intervals + interval, at = tableCell(cell, type), offered = firstOf[cell + 1] - firstOf[cell];
      table[at + OFFERED] = offered;
      table[at + ANSWERED] = offered; // at once, unless `countLate` takes it back
      table[at + ANSWERED_WITHIN] = offered;
    }
  }
  countLate(model, contacts, record);
  sumDay(table, types, intervals);
}

/** Everybody who was not answered at once, in order of arrival, so that sums of waits do not depend on the order of events. */
function countLate(model: Model, contacts: Contacts, { contacts: table, waits }: DayRecord): void {
  const { late, lateCount, outcome, wait, type: types, cell: cells } = contacts;
  for (let i = 0; i < lateCount; i++) {
    const contact = late[i], became = outcome[contact], type = types[contact];
    const at = tableCell(cells[contact], type);
    table[at + ANSWERED_WITHIN]--;
    if (became !== ANSWERED_AFTER_WAIT) table[at + ANSWERED]--;
    if (became === BLOCKED_OUT) { table[at + BLOCKED]++; continue; }
    if (became === BALKED) { table[at + ABANDONED]++; table[at + ABANDONED_WITHIN]++; continue; }
    const seconds = wait[contact], within = seconds <= model.answerWithin[type] ? 1 : 0;
    waits[type * WAIT_BINS + waitBin(seconds)]++;
    table[at + WAITED]++;
    table[at + WAIT_ALL] += seconds;
    if (seconds > table[at + LONGEST]) table[at + LONGEST] = seconds;
    if (became === ANSWERED_AFTER_WAIT) {
      table[at + WAIT_ANSWERED] += seconds;
      table[at + ANSWERED_WITHIN] += within;
    } else if (became === GAVE_UP) {
      table[at + ABANDONED]++;
      table[at + WAIT_ABANDONED] += seconds;
      table[at + ABANDONED_WITHIN] += within;
    } else table[at + LOST_AT_CLOSE]++;
  }
}

/** Where the record keeps a cell: its rows are one longer than rows of cells. */
function tableCell(cell: number, type: number): number {
  return (cell + type) * CONTACT_COUNTERS;
}

/** The last row is the sum over types, the last column the sum over intervals. */
function sumDay(table: Float64Array, types: number, intervals: number): void {
  const row = (intervals + 1) * CONTACT_COUNTERS, all = types * row, day = intervals * CONTACT_COUNTERS;
  for (let type = 0; type < types; type++) {
    for (let at = 0; at < day; at += CONTACT_COUNTERS) addCell(table, type * row + at, type * row + day);
    for (let at = 0; at <= day; at += CONTACT_COUNTERS) addCell(table, type * row + at, all + at);
  }
}

function addCell(table: Float64Array, from: number, to: number): void {
  for (let counter = 0; counter < LONGEST; counter++) table[to + counter] += table[from + counter];
  if (table[from + LONGEST] > table[to + LONGEST]) table[to + LONGEST] = table[from + LONGEST];
}

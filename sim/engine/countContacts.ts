// Hot path: from what became of each contact to the day's counters. Where all were answered at once, their number says it all.

import type { Model } from "../model/model.ts";
import type { Contacts } from "./contacts.ts";
import {
  ABANDONED, ABANDONED_WITHIN, ANSWERED, ANSWERED_WITHIN, BLOCKED, CONTACT_COUNTERS, LONGEST, LOST_AT_CLOSE, OFFERED,
  WAITED, WAIT_ABANDONED, WAIT_ALL, WAIT_ANSWERED, type Cells, type DayRecord,
} from "./dayRecord.ts";
import type { Luck } from "./luck.ts";
import { ANSWERED_AFTER_WAIT, BALKED, BLOCKED_OUT, GAVE_UP } from "./outcome.ts";
import { WAIT_BINS, waitBin } from "./waitBins.ts";

/** @param record its contact cells are all plain: none is detailed */
export function countContacts(model: Model, { firstOf }: Luck, contacts: Contacts, record: DayRecord): void {
  const { types, intervals } = model, { main } = record.contacts;
  for (let type = 0, cell = 0; type < types; type++) {
    for (let interval = 0; interval < intervals; interval++, cell++) main[cell + type] = firstOf[cell + 1] - firstOf[cell];
  }
  countLate(model, contacts, record);
  const columns = intervals + 1;
  for (let type = 0; type < types; type++) addUp(record.contacts, type * columns, 1, intervals, type * columns + intervals);
  if (types === 1) return;
  for (let column = 0; column < columns; column++) addUp(record.contacts, column, columns, types, types * columns + column);
}

/** Everybody who was not answered at once, in order of arrival, so that sums of waits do not depend on the order of events. */
function countLate(model: Model, contacts: Contacts, { contacts: cells, waits, waitsEnd }: DayRecord): void {
  const { late, lateCount, outcome, wait, type: types, cell: cellOf } = contacts, { counters } = cells;
  for (let i = 0; i < lateCount; i++) {
    const contact = late[i], became = outcome[contact], type = types[contact];
    const cell = cellOf[contact] + type; // the record's rows are one longer
    if (cells.detailed[cell] === 0) detail(cells, cell, cells.main[cell]);
    const at = cell * CONTACT_COUNTERS;
    counters[at + ANSWERED_WITHIN]--; // counted as answered at once until now
    if (became !== ANSWERED_AFTER_WAIT) counters[at + ANSWERED]--;
    if (became === BLOCKED_OUT) { counters[at + BLOCKED]++; continue; }
    if (became === BALKED) { counters[at + ABANDONED]++; counters[at + ABANDONED_WITHIN]++; continue; }
    const seconds = wait[contact], within = seconds <= model.answerWithin[type] ? 1 : 0;
    const bin = waitBin(seconds);
    waits[type * WAIT_BINS + bin]++;
    if (bin >= waitsEnd[type]) waitsEnd[type] = bin + 1;
    counters[at + WAITED]++;
    counters[at + WAIT_ALL] += seconds;
    if (seconds > counters[at + LONGEST]) counters[at + LONGEST] = seconds;
    if (became === ANSWERED_AFTER_WAIT) {
      counters[at + WAIT_ANSWERED] += seconds;
      counters[at + ANSWERED_WITHIN] += within;
    } else if (became === GAVE_UP) {
      counters[at + ABANDONED]++;
      counters[at + WAIT_ABANDONED] += seconds;
      counters[at + ABANDONED_WITHIN] += within;
    } else counters[at + LOST_AT_CLOSE]++;
  }
}

/** Write a cell's counters out, as of so many contacts that were answered at once. */
function detail({ detailed, counters }: Cells, cell: number, contacts: number): void {
  detailed[cell] = 1;
  const at = cell * CONTACT_COUNTERS;
  for (let counter = 0; counter < CONTACT_COUNTERS; counter++) counters[at + counter] = 0;
  counters[at + OFFERED] = contacts;
  counters[at + ANSWERED] = contacts;
  counters[at + ANSWERED_WITHIN] = contacts;
}

/** The sum of `count` cells, from the first on, each `stride` after the one before. */
function addUp(cells: Cells, first: number, stride: number, count: number, sum: number): void {
  const { main, detailed } = cells, end = first + count * stride;
  let offered = 0, atOnce = 0;
  for (let cell = first; cell < end; cell += stride) {
    offered += main[cell];
    if (detailed[cell] === 0) atOnce += main[cell];
  }
  main[sum] = offered;
  if (atOnce === offered) return;
  detail(cells, sum, atOnce);
  for (let cell = first; cell < end; cell += stride) if (detailed[cell] === 1) addCell(cells.counters, cell * CONTACT_COUNTERS, sum * CONTACT_COUNTERS);
}

function addCell(counters: Float64Array, from: number, to: number): void {
  for (let counter = 0; counter < LONGEST; counter++) counters[to + counter] += counters[from + counter];
  if (counters[from + LONGEST] > counters[to + LONGEST]) counters[to + LONGEST] = counters[from + LONGEST];
}

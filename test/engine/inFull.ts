// A day's record with every cell's counters written out, for tests that look at all of them.

import { ALL_AT_ONCE, BUSY, type Cells, type DayRecord } from "../../sim/engine/dayRecord.ts";
import type { Model } from "../../sim/model/model.ts";
import { shapeOf } from "../../sim/stats/block.ts";

/** Contact counters, laid out as DayRecord.contacts.counters. */
export function contactsInFull({ contacts }: DayRecord): Float64Array {
  return inFull(contacts, ALL_AT_ONCE);
}

/** Group counters, laid out as DayRecord.groups.counters, with what the rota fixes. */
export function groupsInFull({ groups }: DayRecord, model: Model): Float64Array {
  const { everyDay } = shapeOf(model).groups;
  return inFull(groups, [BUSY]).map((own, at) => own + everyDay![at]);
}

function inFull({ main, detailed, counters }: Cells, followMain: readonly number[]): Float64Array {
  const perCell = counters.length / main.length;
  return counters.map((own, at) => {
    const cell = Math.floor(at / perCell);
    return detailed[cell] === 1 ? own : followMain.includes(at % perCell) ? main[cell] : 0;
  });
}

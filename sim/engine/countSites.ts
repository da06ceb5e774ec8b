// Hot path: who answered whose contacts, where a scenario has sites: once more over the day's contacts, after the day.

import type { Model } from "../model/model.ts";
import { NOWHERE } from "../model/sites.ts";
import type { Contacts } from "./contacts.ts";
import { ELSEWHERE, FOR_OTHERS, SITE_COUNTERS, type DayRecord } from "./dayRecord.ts";
import { ANSWERED_AFTER_WAIT, ANSWERED_AT_ONCE } from "./outcome.ts";

/** Writes a record's counters of sites. */
export function countSites({ sites }: Model, { order, count, type, outcome, group }: Contacts, { sites: counters }: DayRecord): void {
  if (sites === null) return;
  const { ofType, ofGroup } = sites;
  counters.fill(0);
  for (let i = 0; i < count; i++) {
    const contact = order[i], became = outcome[contact];
    if (became !== ANSWERED_AT_ONCE && became !== ANSWERED_AFTER_WAIT) continue;
    const home = ofType[type[contact]], answering = ofGroup[group[contact]];
    if (home === answering) continue;
    if (home !== NOWHERE) counters[home * SITE_COUNTERS + ELSEWHERE]++;
    if (answering !== NOWHERE) counters[answering * SITE_COUNTERS + FOR_OTHERS]++;
  }
}

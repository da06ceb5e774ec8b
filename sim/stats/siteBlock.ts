// What a block of days leaves behind of each site: its contact types together, its groups together, and who answered whose contacts.

import {
  ALL_AT_ONCE, ANSWERED_WITHIN, BUSY, CONTACT_COUNTERS, GROUP_COUNTERS, LONGEST, OFFERED, SITE_COUNTERS, type Cells, type DayRecord,
} from "../engine/dayRecord.ts";
import { NOWHERE, type Sites } from "../model/sites.ts";
import { pairsOf } from "./estimate.ts";
import { CONTACT_MEASURES, GROUP_MEASURES, SITE_MEASURES } from "./measures.ts";
import { BlockMoments, type Moments, type MomentsShape } from "./moments.ts";
import { emptyCells } from "./sumCells.ts";

/** Counters of a site's contacts: those of any contacts, then its own. */
const COUNTERS = CONTACT_COUNTERS + SITE_COUNTERS;

/** A cell a site, for the whole day. */
export interface SiteShape extends Pick<Sites, "ofType" | "ofGroup"> {
  readonly sites: number;
  readonly intervals: number;
  readonly contacts: MomentsShape;
  readonly groups: MomentsShape;
}

export interface SiteBlock {
  readonly contacts: Moments;
  readonly groups: Moments;
  /** The days' service levels of all contacts of a site: site x days; NaN where nobody came. */
  readonly dayLevels: Float64Array;
}

/** @param byRota what the rota fixes of the groups' counters: group x (intervals + 2) x counters */
export function siteShapeOf({ names, ofType, ofGroup }: Sites, intervals: number, byRota: Float64Array): SiteShape {
  const everyDay = new Float64Array(names.length * GROUP_COUNTERS);
  ofGroup.forEach((site, group) => {
    const day = group * (intervals + 2) + intervals + 1;
    if (site !== NOWHERE) for (let counter = 0; counter < GROUP_COUNTERS; counter++) everyDay[site * GROUP_COUNTERS + counter] += byRota[day * GROUP_COUNTERS + counter];
  });
  return {
    sites: names.length, ofType, ofGroup, intervals,
    contacts: { cells: names.length, counters: COUNTERS, pairs: pairsOf([...Object.values(CONTACT_MEASURES), ...Object.values(SITE_MEASURES)]), followMain: [] },
    groups: { cells: names.length, counters: GROUP_COUNTERS, pairs: pairsOf(Object.values(GROUP_MEASURES)), followMain: [], everyDay },
  };
}

/** Folds days into blocks. */
export class SiteFolder {
  private readonly contacts: BlockMoments;
  private readonly groups: BlockMoments;
  private readonly contactCells: Cells;
  private readonly groupCells: Cells;
  private levels: number[] = []; // day x site

  constructor(private readonly shape: SiteShape) {
    this.contacts = new BlockMoments(shape.contacts);
    this.groups = new BlockMoments(shape.groups);
    this.contactCells = emptyCells(shape.contacts.cells, shape.contacts.counters);
    this.groupCells = emptyCells(shape.groups.cells, shape.groups.counters);
  }

  add(record: DayRecord): void {
    const { sites, ofType, ofGroup, intervals } = this.shape, contacts = this.contactCells.counters, groups = this.groupCells.counters;
    contacts.fill(0);
    groups.fill(0);
    ofType.forEach((site, type) => {
      if (site !== NOWHERE) addCell(record.contacts, type * (intervals + 1) + intervals, CONTACT_COUNTERS, ALL_AT_ONCE, contacts, site * COUNTERS, LONGEST);
    });
    ofGroup.forEach((site, group) => {
      if (site !== NOWHERE) addCell(record.groups, group * (intervals + 2) + intervals + 1, GROUP_COUNTERS, [BUSY], groups, site * GROUP_COUNTERS);
    });
    for (let site = 0; site < sites; site++) {
      const at = site * COUNTERS;
      for (let counter = 0; counter < SITE_COUNTERS; counter++) contacts[at + CONTACT_COUNTERS + counter] = record.sites[site * SITE_COUNTERS + counter];
      this.levels.push(contacts[at + ANSWERED_WITHIN] / contacts[at + OFFERED]); // 0 / 0 is NaN: nobody came
    }
    this.contacts.add(this.contactCells);
    this.groups.add(this.groupCells);
  }

  take(): SiteBlock {
    const { levels } = this, { sites } = this.shape, days = levels.length / sites;
    this.levels = [];
    return { contacts: this.contacts.take(), groups: this.groups.take(), dayLevels: Float64Array.from(levels, (_, i) => levels[(i % days) * sites + Math.floor(i / days)]) };
  }
}

/** Add a cell's counters, written out or as they follow from its main number. @param maximum the counter of which the larger counts */
function addCell({ main, detailed, counters }: Cells, cell: number, count: number, followMain: readonly number[], sums: Float64Array, to: number, maximum?: number): void {
  if (detailed[cell] === 0) {
    for (const counter of followMain) sums[to + counter] += main[cell];
    return;
  }
  for (let counter = 0; counter < count; counter++) {
    const value = counters[cell * count + counter];
    sums[to + counter] = counter === maximum ? Math.max(sums[to + counter], value) : sums[to + counter] + value;
  }
}

// Folds the days of one kind within runs of a calendar: days of a run depend on each other, so moments are over runs, an observation being a run's sum.

import { CONTACT_COUNTERS, GROUP_COUNTERS, type Cells, type DayRecord } from "../engine/dayRecord.ts";
import { WAIT_BINS } from "../engine/waitBins.ts";
import { serviceLevels, takeBins, type Block, type Shape } from "./block.ts";
import { DAYS, GROUP_DAYS } from "./measures.ts";
import { BlockMoments } from "./moments.ts";
import { addCells, emptyCells } from "./sumCells.ts";

export class KindFolder {
  private readonly contacts: BlockMoments;
  private readonly groups: BlockMoments;
  private readonly contactSums: Cells;
  private readonly groupSums: Cells;
  /** day x rows and day x intervals, growing. */
  private levels: number[] = [];
  private intervalLevels: number[] = [];
  private daysOfRuns: number[] = [];
  private days = 0; // of the present run
  private readonly rowScratch: Float64Array;
  private readonly intervalScratch: Float64Array;
  private readonly pairs = new Float64Array(2 * WAIT_BINS);

  /** @param rota what every day has of the groups' counters: cell x counters */
  constructor(private readonly shape: Shape, private readonly rota: Float64Array) {
    this.contacts = new BlockMoments(shape.contacts);
    this.groups = new BlockMoments(shape.groups);
    this.contactSums = emptyCells(shape.contacts.cells, shape.contacts.counters);
    this.groupSums = emptyCells(shape.groups.cells, shape.groups.counters);
    this.rowScratch = new Float64Array(shape.rows);
    this.intervalScratch = new Float64Array(shape.intervals);
  }

  add({ contacts, groups }: DayRecord): void {
    const { shape: { rows, intervals, contacts: ofContacts, groups: ofGroups } } = this, columns = intervals + 1;
    addCells(contacts, ofContacts.cells, CONTACT_COUNTERS, ofContacts.followMain, this.contactSums.counters);
    addCells(groups, ofGroups.cells, GROUP_COUNTERS, ofGroups.followMain, this.groupSums.counters);
    serviceLevels(contacts, intervals, columns, rows, this.rowScratch, 0, 1);
    serviceLevels(contacts, (rows - 1) * columns, 1, intervals, this.intervalScratch, 0, 1);
    for (const level of this.rowScratch) this.levels.push(level);
    for (const level of this.intervalScratch) this.intervalLevels.push(level);
    this.days++;
  }

  endRun(): void {
    const { shape, rota, days, contactSums: { counters: contacts }, groupSums: { counters: groups } } = this;
    for (let cell = 0; cell < shape.contacts.cells; cell++) contacts[cell * (CONTACT_COUNTERS + 1) + DAYS] = days;
    for (let cell = 0, from = 0; cell < shape.groups.cells; cell++, from += GROUP_COUNTERS + 1) {
      for (let counter = 0; counter < GROUP_COUNTERS; counter++) groups[from + counter] += days * rota[cell * GROUP_COUNTERS + counter];
      groups[from + GROUP_DAYS] = days;
    }
    this.contacts.add(this.contactSums);
    this.groups.add(this.groupSums);
    this.contactSums.counters.fill(0);
    this.groupSums.counters.fill(0);
    this.daysOfRuns.push(this.days);
    this.days = 0;
  }

  /** The block of the runs since the last; takes the record's bins of waits with it and clears them. */
  take(record: DayRecord): Block {
    const { levels, intervalLevels, daysOfRuns } = this, { rows, types } = this.shape, days = levels.length / rows;
    this.levels = [];
    this.intervalLevels = [];
    this.daysOfRuns = [];
    return {
      days, daysOfRuns,
      contacts: this.contacts.take(), groups: this.groups.take(),
      waits: Array.from({ length: types }, (_, type) => takeBins(record, type, this.pairs)),
      dayLevels: Float64Array.from(levels, (_, at) => levels[(at % days) * rows + Math.floor(at / days)]),
      intervalLevels: Float64Array.from(intervalLevels),
    };
  }
}

// Simulating blocks of days. A block depends on the model, the seed and its number alone, so anybody may simulate it.

import { CalendarLuck, dayNumber } from "../engine/calendarLuck.ts";
import { Day } from "../engine/day.ts";
import { createDayRecord, type DayRecord } from "../engine/dayRecord.ts";
import { compileCalendar, type CalendarModel } from "../model/calendar.ts";
import { compile } from "../model/compile.ts";
import type { Model } from "../model/model.ts";
import { type DatedScenario, type Scenario } from "../scenario/schema.ts";
import { isDated } from "../scenario/dated.ts";
import { BLOCK_DAYS, BlockFolder, shapeOf, type Block, type Shape } from "../stats/block.ts";
import { BLOCK_RUNS, CalendarFolder } from "../stats/calendarBlock.ts";
import { shapeOfCalendar } from "../stats/calendarShape.ts";
import type { BlockJob } from "./run.ts";

export class BlockSimulator {
  private readonly day: Day;
  private readonly record: DayRecord;
  private readonly folder: BlockFolder;

  /** @param keepDays whether blocks bring each day's own numbers with them */
  constructor(model: Model, seed: string, keepDays = false) {
    this.day = new Day(model, seed);
    this.record = createDayRecord(model);
    this.folder = new BlockFolder(shapeOf(model), keepDays);
  }

  /** Block number `block` of a run of so many days; the last may be shorter. */
  simulate(block: number, days: number): Block {
    const from = block * BLOCK_DAYS, to = Math.min(days, from + BLOCK_DAYS);
    for (let day = from; day < to; day++) {
      this.day.simulate(day, this.record);
      this.folder.add(this.record);
    }
    return this.folder.take(this.record);
  }
}

/** The same of runs of a calendar of dates: a block is some runs, from the first date to the last. */
class CalendarSimulator {
  private readonly calendar: CalendarModel;
  private readonly luck: CalendarLuck;
  private readonly days: readonly Day[];
  private readonly records: readonly DayRecord[];
  private readonly folder: CalendarFolder;

  constructor(scenario: DatedScenario, seed: string, keepDays: boolean) {
    const calendar = compileCalendar(scenario), shape = shapeOfCalendar(calendar), models = calendar.kinds.map(({ model }) => model);
    if (shape.calendar === null) throw new Error("the shape of a calendar has its periods");
    this.calendar = calendar;
    this.luck = new CalendarLuck(calendar, seed);
    this.days = models.map((model) => new Day(model, seed));
    this.records = models.map(createDayRecord);
    this.folder = new CalendarFolder({ ...shape, calendar: shape.calendar }, models.map((model) => shapeOf(model).groups.everyDay ?? new Float64Array(0)), keepDays);
  }

  simulate(block: number, runs: number): Block {
    const { calendar: { dates }, luck, days, records, folder } = this, from = block * BLOCK_RUNS, to = Math.min(runs, from + BLOCK_RUNS);
    for (let run = from; run < to; run++) {
      luck.start(run);
      dates.forEach((date, place) => {
        const kind = luck.kindOf[place];
        days[kind].simulate(dayNumber(run, date), records[kind], luck.factorsOf(place, run));
        folder.add(place, kind, records[kind]);
      });
      folder.endRun();
    }
    return folder.take(records);
  }
}

/** Who simulates the blocks of a job: of days, or of runs of a calendar. */
export function simulatorOf({ scenario, seed, keepDays = false }: Pick<BlockJob, "scenario" | "seed" | "keepDays">): { simulate(block: number, days: number): Block } {
  return isDated(scenario) ? new CalendarSimulator(scenario, seed, keepDays) : new BlockSimulator(compile(scenario), seed, keepDays);
}

/** What is kept of a scenario's days, or of the runs of its calendar. */
export function shapeOfScenario(scenario: Scenario): Shape {
  return isDated(scenario) ? shapeOfCalendar(compileCalendar(scenario)) : shapeOf(compile(scenario));
}

/** Days of a block, or runs of a calendar. */
export const blockLength = (scenario: Scenario): number => (isDated(scenario) ? BLOCK_RUNS : BLOCK_DAYS);

/** How many blocks a job has. */
export function blocksIn({ scenario, days }: Pick<BlockJob, "scenario" | "days">): number {
  return Math.ceil(days / blockLength(scenario));
}

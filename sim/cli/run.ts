// The run subcommand: scenario files in, tables or JSON out, and the files asked for beside them.

import type { CalendarPart } from "../../reports/calendarWords.ts";
import type { WeekPart } from "../../reports/tables/week.ts";
import { isDated } from "../scenario/dated.ts";
import { objectionsToDays } from "../study/keptLines.ts";
import { deliver, placesAsked, type AskedFiles } from "./askedFiles.ts";
import { daysIn } from "./daysIn.ts";
import { InputError, shownPath } from "./exit.ts";
import { checkPlacesBeside } from "./placesBeside.ts";
import { createProgress } from "./progress.ts";
import { readScenarios, type ScenarioFile } from "./readScenario.ts";
import { seedOfDays } from "./readSeed.ts";
import { simulateAll, type Ran } from "./runKinds.ts";
import { namesOfTables, tablesOfRun } from "./runRows.ts";
import { asArgument, shellCommand } from "./shellCommand.ts";

export interface RunCommandOptions extends AskedFiles {
  readonly days?: number;
  readonly set?: readonly string[];
  readonly dayType?: string;
  readonly seed?: string;
  readonly workers?: number;
  readonly json?: boolean;
}

export async function runCommand(files: readonly string[], options: RunCommandOptions): Promise<void> {
  const read = await readScenarios(files, { ...options, ...(options.days === undefined ? { objections: objectionsToDays } : {}) }), seed = seedOfDays(options);
  checkPlacesBeside(await placesAsked(options, { tables: namesOfTables(read), pictures: async () => (await import("./slides.ts")).runSlideNames(daysIn(read), read.flatMap(({ scenario }) => (isDated(scenario) ? [scenario] : []))) }), read);
  if (options.xlsx !== undefined) await checkRows(options.xlsx, read);
  const progress = createProgress();
  const ran = await simulateAll(read, { days: options.days, seed }, options.workers, progress);
  const parts = ran.flatMap(({ days }) => days), tables = tablesOfRun(ran), wholes = partsOf(ran);
  await deliver(options, {
    tables,
    workbook: async () => (await import("./xlsx.ts")).workbook(tables),
    page: async () => (await import("../../reports/report.ts")).reportPage(parts.map((part) => ({ ...part, bases: [...part.bases, ...part.columns] })), commandOf(read, options), wholes),
    pictures: async () => (await import("./slides.ts")).runSlides(parts, wholes.calendars),
  }, await printed(ran, options.json ?? false));
}

async function checkRows(file: string, read: readonly ScenarioFile[]): Promise<void> {
  const { tooLongForExcel } = await import("./xlsx.ts");
  const problem = tooLongForExcel(daysIn(read));
  if (problem !== null) throw new InputError(`${shownPath(file)}: cannot be written: ${problem}`);
}

/** The weeks and calendars that some of the days belong to. */
function partsOf(ran: readonly Ran[]): { readonly weeks: readonly WeekPart[]; readonly calendars: readonly CalendarPart[] } {
  return { weeks: ran.flatMap(({ week, scenario }) => (week === null ? [] : [{ week, scenario }])), calendars: ran.flatMap(({ calendar }) => (calendar === null ? [] : [calendar])) };
}

async function printed(ran: readonly Ran[], json: boolean): Promise<string> {
  const documents = ran.map(({ week, calendar, days: [{ result }] }) => week ?? calendar?.result ?? result);
  if (json) return `${JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2)}\n`;
  const { resultTables } = await import("./tables.ts"), { weekTables } = await import("./weekTables.ts"), { calendarTables } = await import("./calendarTables.ts");
  return ran.flatMap(({ scenario: file, week, calendar, days }) => [
    ...(week === null ? [] : [weekTables(week, file)]), ...(calendar === null ? [] : [calendarTables(calendar)]), ...days.map(({ result, scenario }) => resultTables(result, scenario)),
  ]).join("\n");
}

/** The command that repeats the run. */
function commandOf(read: readonly ScenarioFile[], { set = [], dayType, days, seed, report }: RunCommandOptions): string {
  const words = ["callhall", "run", ...read.map(({ file }) => asArgument(file))];
  for (const setting of set) words.push("--set", setting);
  if (dayType !== undefined) words.push("--day-type", dayType);
  if (days !== undefined) words.push("--days", String(days));
  if (seed !== undefined) words.push("--seed", seed);
  if (report !== undefined) words.push("--report", report);
  return shellCommand(words);
}

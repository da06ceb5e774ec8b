// The run subcommand: scenario files in, tables or JSON out, and the files asked for beside them.

import { join } from "node:path";
import { objectionsToDays } from "../study/keptLines.ts";
import { csvFiles, csvNames } from "./csv.ts";
import { toCsv } from "./csvText.ts";
import { InputError, INTERRUPTED, shownPath } from "./exit.ts";
import { writeOutputs, type OutputFile } from "./outputs.ts";
import { checkPlacesBeside } from "./placesBeside.ts";
import { createProgress } from "./progress.ts";
import { readScenarios, type ScenarioFile } from "./readScenario.ts";
import { seedOfDays } from "./readSeed.ts";
import { daysIn, simulateAll, type Ran } from "./runKinds.ts";
import { asArgument, shellCommand } from "./shellCommand.ts";
import { weekRow } from "./weekRows.ts";

const WEEK_CSV = "week.csv";

export interface RunCommandOptions {
  readonly days?: number;
  readonly set?: readonly string[];
  readonly dayType?: string;
  readonly seed?: string;
  readonly workers?: number;
  readonly json?: boolean;
  readonly csv?: string;
  readonly xlsx?: string;
  readonly report?: string;
  readonly svg?: string;
  readonly png?: string;
}

export async function runCommand(files: readonly string[], options: RunCommandOptions): Promise<void> {
  const read = await readScenarios(files, { ...options, ...(options.days === undefined ? { objections: objectionsToDays } : {}) }), seed = seedOfDays(options);
  await checkOutputs(read, options);
  if (options.xlsx !== undefined) await checkRows(options.xlsx, read);
  const progress = createProgress();
  process.once("SIGINT", () => {
    progress.stop();
    process.exit(INTERRUPTED); // nothing is half written: files come last, all at once
  });
  const ran = await simulateAll(read, { days: options.days, seed }, options.workers, progress);
  const outputs = await outputsOf(ran, commandOf(read, options), options);
  writeOutputs(outputs);
  process.stdout.write(await printed(ran, options.json ?? false));
  for (const { path } of outputs) process.stderr.write(`wrote ${shownPath(path)}\n`);
}

/** Nothing that is read may be written over. */
async function checkOutputs(read: readonly ScenarioFile[], options: RunCommandOptions): Promise<void> {
  const { csv, xlsx, report } = options;
  const outputs = [...(csv === undefined ? [] : [...csvNames(read.map(({ scenario }) => scenario)), ...(read.some(({ scenario }) => scenario.calendar !== undefined) ? [WEEK_CSV] : [])].map((name) => join(csv, name))), ...(xlsx === undefined ? [] : [xlsx]), ...(report === undefined ? [] : [report]), ...await picturePlaces(read, options)];
  checkPlacesBeside(outputs, read);
}

/** Loaded only for pictures, as charts take a while to load. */
async function picturePlaces(read: readonly ScenarioFile[], options: RunCommandOptions): Promise<string[]> {
  if (options.svg === undefined && options.png === undefined) return [];
  const { slidePlaces } = await import("./slides.ts");
  return slidePlaces(options, daysIn(read));
}

async function checkRows(file: string, read: readonly ScenarioFile[]): Promise<void> {
  const { tooLongForExcel } = await import("./xlsx.ts");
  const problem = tooLongForExcel(daysIn(read));
  if (problem !== null) throw new InputError(`${shownPath(file)}: cannot be written: ${problem}`);
}

async function outputsOf(ran: readonly Ran[], command: string, options: RunCommandOptions): Promise<OutputFile[]> {
  const parts = ran.flatMap(({ days }) => days), results = parts.map(({ result }) => result), weeks = ran.flatMap(({ week, scenario }) => (week === null ? [] : [{ week, scenario }]));
  const outputs = options.csv === undefined ? [] : csvFiles(options.csv, results);
  const weekRows = weeks.map(({ week }) => weekRow(week));
  if (options.csv !== undefined && weekRows.length > 0) outputs.push({ path: join(options.csv, WEEK_CSV), content: toCsv(weekRows) });
  if (options.xlsx !== undefined) {
    const { workbook } = await import("./xlsx.ts");
    outputs.push({ path: options.xlsx, content: await workbook(results, weekRows) });
  }
  if (options.report !== undefined) {
    const { reportPage } = await import("../../reports/report.ts");
    outputs.push({ path: options.report, content: reportPage(parts.map((part) => ({ ...part, bases: [...part.bases, ...part.columns] })), command, weeks) });
  }
  if (options.svg !== undefined || options.png !== undefined) {
    const { slideFiles } = await import("./slides.ts");
    outputs.push(...await slideFiles(options, parts));
  }
  return outputs;
}

async function printed(ran: readonly Ran[], json: boolean): Promise<string> {
  const documents = ran.map(({ week, days: [{ result }] }) => week ?? result);
  if (json) return `${JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2)}\n`;
  const { resultTables } = await import("./tables.ts"), weekTables = ran.some(({ week }) => week !== null) ? (await import("./weekTables.ts")).weekTables : undefined;
  return ran.flatMap(({ scenario: file, week, days }) => [...(week === null || weekTables === undefined ? [] : [weekTables(week, file)]), ...days.map(({ result, scenario }) => resultTables(result, scenario))]).join("\n");
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

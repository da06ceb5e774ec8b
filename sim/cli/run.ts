// The run subcommand: scenario files in, tables or JSON out, and the files asked for beside them.

import { join } from "node:path";
import { jobOf, run, type BlockJob } from "../study/run.ts";
import type { Result } from "../study/result.ts";
import { csvFiles, csvNames } from "./csv.ts";
import { InputError, INTERRUPTED, shownPath } from "./exit.ts";
import { writeOutputs, type OutputFile } from "./outputs.ts";
import { checkPlacesBeside } from "./placesBeside.ts";
import { createProgress, type Progress } from "./progress.ts";
import { readScenarios, type ScenarioFile } from "./readScenario.ts";
import { readSeed } from "./readSeed.ts";
import { asArgument, shellCommand } from "./shellCommand.ts";
import { withSimulator } from "./simulator.ts";

export interface RunCommandOptions {
  readonly days?: number;
  readonly set?: readonly string[];
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
  const read = await readScenarios(files, options), seed = readSeed(options.seed);
  await checkOutputs(read, options);
  if (options.xlsx !== undefined) await checkRows(options.xlsx, read);
  const progress = createProgress();
  process.once("SIGINT", () => {
    progress.stop();
    process.exit(INTERRUPTED); // nothing is half written: files come last, all at once
  });
  const jobs = read.map(({ scenario }) => jobOf(scenario, { days: options.days, seed }));
  const results = await simulateAll(jobs, options.workers, progress);
  const outputs = await outputsOf(read, results, options);
  writeOutputs(outputs);
  process.stdout.write(await printed(read, results, options.json ?? false));
  for (const { path } of outputs) process.stderr.write(`wrote ${shownPath(path)}\n`);
}

/** Nothing that is read may be written over. */
async function checkOutputs(read: readonly ScenarioFile[], options: RunCommandOptions): Promise<void> {
  const { csv, xlsx, report } = options;
  const outputs = [...(csv === undefined ? [] : csvNames.map((name) => join(csv, name))), ...(xlsx === undefined ? [] : [xlsx]), ...(report === undefined ? [] : [report]), ...await picturePlaces(read, options)];
  checkPlacesBeside(outputs, read);
}

/** Loaded only for pictures, as charts take a while to load. */
async function picturePlaces(read: readonly ScenarioFile[], options: RunCommandOptions): Promise<string[]> {
  if (options.svg === undefined && options.png === undefined) return [];
  const { slidePlaces } = await import("./slides.ts");
  return slidePlaces(options, read.map(({ scenario }) => scenario));
}

async function checkRows(file: string, read: readonly ScenarioFile[]): Promise<void> {
  const { tooLongForExcel } = await import("./xlsx.ts");
  const problem = tooLongForExcel(read.map(({ scenario }) => scenario));
  if (problem !== null) throw new InputError(`${shownPath(file)}: cannot be written: ${problem}`);
}

async function simulateAll(jobs: readonly BlockJob[], workers: number | undefined, progress: Progress): Promise<Result[]> {
  try {
    return await withSimulator(jobs, workers, async (simulateBlocks) => {
      const results: Result[] = [];
      for (const job of jobs) {
        progress.start(job.scenario.name, job.days);
        results.push(await run(job, simulateBlocks, progress.update));
        progress.stop();
      }
      return results;
    });
  } finally {
    progress.stop();
  }
}

async function outputsOf(read: readonly ScenarioFile[], results: readonly Result[], options: RunCommandOptions): Promise<OutputFile[]> {
  const outputs = options.csv === undefined ? [] : csvFiles(options.csv, results);
  if (options.xlsx !== undefined) {
    const { workbook } = await import("./xlsx.ts");
    outputs.push({ path: options.xlsx, content: await workbook(results) });
  }
  if (options.report !== undefined) {
    const { reportPage } = await import("../../reports/report.ts");
    const parts = read.map((part, i) => ({ ...part, bases: [...part.bases, ...part.columns], result: results[i] }));
    outputs.push({ path: options.report, content: reportPage(parts, commandOf(read, options)) });
  }
  if (options.svg !== undefined || options.png !== undefined) {
    const { slideFiles } = await import("./slides.ts");
    outputs.push(...await slideFiles(options, read.map(({ scenario }, i) => ({ scenario, result: results[i] }))));
  }
  return outputs;
}

async function printed(read: readonly ScenarioFile[], results: readonly Result[], json: boolean): Promise<string> {
  if (json) return `${JSON.stringify(results.length === 1 ? results[0] : results, null, 2)}\n`;
  const { resultTables } = await import("./tables.ts");
  return results.map((result, i) => resultTables(result, read[i].scenario)).join("\n");
}

/** The command that repeats the run. */
function commandOf(read: readonly ScenarioFile[], { set = [], days, seed, report }: RunCommandOptions): string {
  const words = ["callhall", "run", ...read.map(({ file }) => asArgument(file))];
  for (const setting of set) words.push("--set", setting);
  if (days !== undefined) words.push("--days", String(days));
  if (seed !== undefined) words.push("--seed", seed);
  if (report !== undefined) words.push("--report", report);
  return shellCommand(words);
}

// The require subcommand: a scenario file in, agents by interval by every rule; tables or JSON out, and the files asked for beside them. Of a week or a
// calendar every kind of day is taken for itself.

import { join } from "node:path";
import { formatPath } from "../scenario/shown.ts";
import { kindsOfDay } from "../scenario/week.ts";
import { objectionsToRequirements } from "../study/requireObjections.ts";
import { requirementJobs, type RequirementOptions, type Requirements } from "../study/require.ts";
import { jobOf, run } from "../study/run.ts";
import { toCsv } from "./csv.ts";
import { InputError, shownPath } from "./exit.ts";
import { writeOutputs, type OutputFile } from "./outputs.ts";
import { checkPlacesBeside } from "./placesBeside.ts";
import { createProgress, type Progress } from "./progress.ts";
import { readScenarios, type ScenarioFile } from "./readScenario.ts";
import { readSeed, seedOfDays } from "./readSeed.ts";
import { readRequireOptions, type RequireFigures, type RequireOptionTexts } from "./requireOptions.ts";
import { requireTableNames, requireTables } from "./requireRows.ts";
import type { RunCommandOptions } from "./run.ts";
import { asArgument, shellCommand } from "./shellCommand.ts";
import { withSimulator } from "./simulator.ts";

export interface RequireCommandOptions extends Omit<RunCommandOptions, "xlsx">, RequireOptionTexts {}

export async function requireCommand(file: string, options: RequireCommandOptions): Promise<void> {
  const { read: whole, figures } = await readAll(file, options), kinds = kindsOf(whole, options), seed = seedOfDays(options);
  checkPlacesBeside(await places(kinds[0], options, figures), [whole]);
  const progress = createProgress();
  const found: Found[] = [];
  for (const read of kinds) found.push({ read, requirements: await simulateAll(read, { ...figures, days: options.days, seed: whole.scenario.calendar === undefined ? seed : undefined }, options.workers, progress) });
  const outputs = await outputsOf(found, options);
  writeOutputs(outputs);
  process.stdout.write(await printed(whole, found, options.json ?? false));
  for (const { path } of outputs) process.stderr.write(`wrote ${shownPath(path)}\n`);
}

/** One kind of day and what it needs. */
interface Found {
  readonly read: ScenarioFile;
  readonly requirements: Requirements;
}

/** The kinds of day that the file has, each as a scenario of its own; of a single day that one. */
function kindsOf(whole: ScenarioFile, { seed, report, svg, png }: RequireCommandOptions): ScenarioFile[] {
  const { calendar } = whole.scenario;
  if (calendar === undefined) return [whole];
  const names = Object.keys(calendar.dayTypes), pictures = Object.entries({ report, svg, png }).filter(([, place]) => place !== undefined);
  if (pictures.length > 0) throw new InputError(pictures.map(([name]) => `--${name} is for one kind of day: say which one with --day-type ${names.join(" or --day-type ")}`).join("\n"));
  const kinds = kindsOfDay(whole.scenario, readSeed(seed)), problems = kinds.flatMap(({ name, scenario }) => objectionsToRequirements(scenario).map(({ path, message }) => `${shownPath(whole.file)}: calendar.dayTypes.${formatPath([name, ...path])} ${message}`));
  if (problems.length > 0) throw new InputError(problems.join("\n"));
  return kinds.map(({ scenario }) => ({ ...whole, scenario }));
}

/** What is wrong with the options and with the file is told together. */
async function readAll(file: string, options: RequireCommandOptions): Promise<{ read: ScenarioFile; figures: RequireFigures }> {
  const { figures, problems } = readRequireOptions(options), lines = [...problems];
  const read = await readScenarios([file], { ...options, objections: (scenario) => (scenario.calendar === undefined ? objectionsToRequirements(scenario) : []) }).catch((error: unknown) => {
    if (!(error instanceof InputError)) throw error;
    lines.push(error.message);
  });
  if (!read || lines.length > 0) throw new InputError(lines.join("\n"));
  return { read: read[0], figures };
}

const MANY = 12; // simulations at least, for the choice of threads

async function simulateAll({ scenario }: ScenarioFile, options: RequirementOptions, workers: number | undefined, progress: Progress): Promise<Requirements> {
  const whole = jobOf(scenario, options), jobs = requirementJobs(scenario, options);
  try {
    return await withSimulator(Array.from({ length: MANY }, () => whole), workers, async (simulateBlocks) => {
      let next = jobs.next();
      while (next.done !== true) {
        const { job, purpose } = next.value;
        progress.start(`${scenario.name}, ${purpose}`, job.days);
        next = jobs.next(await run(job, simulateBlocks, progress.update));
        progress.stop();
      }
      return next.value;
    });
  } finally {
    progress.stop();
  }
}

async function places({ scenario }: ScenarioFile, { csv, report, svg, png }: RequireCommandOptions, { rules }: RequireFigures): Promise<string[]> {
  const files = [...(csv === undefined ? [] : requireTableNames.map((name) => join(csv, `${name}.csv`))), ...(report === undefined ? [] : [report])];
  if (svg === undefined && png === undefined) return files;
  const { requireSlideNames } = await import("../../reports/requireSlides.ts"), { placesOf } = await import("./slides.ts");
  return [...files, ...placesOf({ svg, png }, requireSlideNames(scenario, rules))];
}

/** Pages and pictures are of one kind of day; tables have the rows of all. */
async function outputsOf(all: readonly Found[], options: RequireCommandOptions): Promise<OutputFile[]> {
  const { csv, report, svg, png } = options, [{ read, requirements: found }] = all, tables = all.map(({ requirements }) => requireTables(requirements));
  const outputs: OutputFile[] = csv === undefined ? [] : requireTableNames.map((name, i) => ({ path: join(csv, `${name}.csv`), content: toCsv(tables.flatMap((each) => each[i].rows)) }));
  if (report !== undefined) {
    const { requirePage } = await import("../../reports/requirePage.ts");
    outputs.push({ path: report, content: requirePage(found, read.scenario, [read, ...read.bases, ...read.columns], commandOf(read, options)) });
  }
  if (svg !== undefined || png !== undefined) {
    const { requireSlides } = await import("../../reports/requireSlides.ts"), { filesOf } = await import("./slides.ts");
    outputs.push(...await filesOf({ svg, png }, requireSlides(found, read.scenario)));
  }
  return outputs;
}

async function printed({ scenario: { calendar } }: ScenarioFile, found: readonly Found[], json: boolean): Promise<string> {
  if (json) return `${JSON.stringify(calendar === undefined ? found[0].requirements : { dayTypes: Object.fromEntries(Object.keys(calendar.dayTypes).map((name, i) => [name, found[i].requirements])) }, null, 2)}\n`;
  const { requireText } = await import("./requireTables.ts");
  return found.map(({ read, requirements }) => requireText(requirements, read.scenario)).join("\n");
}

/** The command that repeats the requirements. */
function commandOf({ file }: ScenarioFile, { set = [], dayType, days, seed, rule = [], atLeast, maxOccupancy, shrinkage = [], report }: RequireCommandOptions): string {
  const option = (flag: string, value: string | number | undefined) => (value === undefined ? [] : [flag, String(value)]);
  return shellCommand([
    "callhall", "require", asArgument(file), ...set.flatMap((word) => ["--set", word]), ...rule.flatMap((word) => ["--rule", word]), ...option("--at-least", atLeast),
    ...option("--max-occupancy", maxOccupancy), ...shrinkage.flatMap((word) => ["--shrinkage", word]), ...option("--day-type", dayType), ...option("--days", days), ...option("--seed", seed), ...option("--report", report),
  ]);
}

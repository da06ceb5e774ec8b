// The require subcommand: a scenario file in, agents by interval by every rule; tables or JSON out, and the files asked for beside them. Of a week or a
// calendar every kind of day is taken for itself.

import { formatPath } from "../scenario/shown.ts";
import { kindsOfDay } from "../scenario/week.ts";
import { objectionsToRequirements } from "../study/requireObjections.ts";
import { requirementJobs, type RequirementOptions, type Requirements } from "../study/require.ts";
import { jobOf, run } from "../study/run.ts";
import { deliver, placesAsked } from "./askedFiles.ts";
import { InputError, shownPath } from "./exit.ts";
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
  checkPlacesBeside(await placesAsked(options, { tables: requireTableNames, pictures: async () => (await import("../../reports/requireSlides.ts")).requireSlideNames(kinds[0].scenario, figures.rules) }), [whole]);
  const progress = createProgress();
  const found: Found[] = [];
  for (const read of kinds) found.push({ read, requirements: await simulateAll(read, { ...figures, days: options.days, seed: whole.scenario.calendar === undefined ? seed : undefined }, options.workers, progress) });
  const [{ read, requirements }] = found, tables = found.map((each) => requireTables(each.requirements)); // tables have the rows of all kinds of day; pages and pictures are of one
  await deliver(options, {
    tables: requireTableNames.map((name, i) => ({ name, rows: tables.flatMap((each) => each[i].rows) })),
    page: async () => (await import("../../reports/requirePage.ts")).requirePage(requirements, read.scenario, [read, ...read.bases, ...read.columns], commandOf(read, options)),
    pictures: async () => (await import("../../reports/requireSlides.ts")).requireSlides(requirements, read.scenario),
  }, await printed(whole, found, options.json ?? false));
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

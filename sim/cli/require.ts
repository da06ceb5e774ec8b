// The require subcommand: a scenario file in, agents by interval by every rule; tables or JSON out, and the files asked for beside them.

import { join } from "node:path";
import { objectionsToRequirements } from "../study/requireObjections.ts";
import { requirementJobs, type RequirementOptions, type Requirements } from "../study/require.ts";
import { jobOf, run } from "../study/run.ts";
import { toCsv } from "./csv.ts";
import { InputError, INTERRUPTED, shownPath } from "./exit.ts";
import { writeOutputs, type OutputFile } from "./outputs.ts";
import { checkPlacesBeside } from "./placesBeside.ts";
import { createProgress, type Progress } from "./progress.ts";
import { readScenarios, type ScenarioFile } from "./readScenario.ts";
import { seedOfDays } from "./readSeed.ts";
import { readRequireOptions, type RequireFigures, type RequireOptionTexts } from "./requireOptions.ts";
import { requireTableNames, requireTables } from "./requireRows.ts";
import type { RunCommandOptions } from "./run.ts";
import { asArgument, shellCommand } from "./shellCommand.ts";
import { withSimulator } from "./simulator.ts";

export interface RequireCommandOptions extends Omit<RunCommandOptions, "xlsx">, RequireOptionTexts {}

export async function requireCommand(file: string, options: RequireCommandOptions): Promise<void> {
  const { read, figures } = await readAll(file, options), seed = seedOfDays(options);
  checkPlacesBeside(await places(read, options, figures), [read]);
  const progress = createProgress();
  process.once("SIGINT", () => {
    progress.stop();
    process.exit(INTERRUPTED); // nothing is half written: files come last, all at once
  });
  const found = await simulateAll(read, { ...figures, days: options.days, seed }, options.workers, progress);
  const outputs = await outputsOf(read, found, options);
  writeOutputs(outputs);
  process.stdout.write(await printed(read, found, options.json ?? false));
  for (const { path } of outputs) process.stderr.write(`wrote ${shownPath(path)}\n`);
}

/** What is wrong with the options and with the file is told together. */
async function readAll(file: string, options: RequireCommandOptions): Promise<{ read: ScenarioFile; figures: RequireFigures }> {
  const { figures, problems } = readRequireOptions(options), lines = [...problems];
  const read = await readScenarios([file], { ...options, objections: objectionsToRequirements }).catch((error: unknown) => {
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

async function outputsOf(read: ScenarioFile, found: Requirements, options: RequireCommandOptions): Promise<OutputFile[]> {
  const { csv, report, svg, png } = options;
  const outputs: OutputFile[] = csv === undefined ? [] : requireTables(found).map(({ name, rows }) => ({ path: join(csv, `${name}.csv`), content: toCsv(rows) }));
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

async function printed({ scenario }: ScenarioFile, found: Requirements, json: boolean): Promise<string> {
  if (json) return `${JSON.stringify(found, null, 2)}\n`;
  const { requireText } = await import("./requireTables.ts");
  return requireText(found, scenario);
}

/** The command that repeats the requirements. */
function commandOf({ file }: ScenarioFile, { set = [], dayType, days, seed, rule = [], atLeast, maxOccupancy, shrinkage = [], report }: RequireCommandOptions): string {
  const option = (flag: string, value: string | number | undefined) => (value === undefined ? [] : [flag, String(value)]);
  return shellCommand([
    "callhall", "require", asArgument(file), ...set.flatMap((word) => ["--set", word]), ...rule.flatMap((word) => ["--rule", word]), ...option("--at-least", atLeast),
    ...option("--max-occupancy", maxOccupancy), ...shrinkage.flatMap((word) => ["--shrinkage", word]), ...option("--day-type", dayType), ...option("--days", days), ...option("--seed", seed), ...option("--report", report),
  ]);
}

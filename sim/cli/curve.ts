// The curve subcommand: a scenario file in, simulated at many points; tables or JSON out, and the files asked for beside them.

import { isDated } from "../scenario/dated.ts";
import { objectionsToTypicalWeek } from "../scenario/week.ts";
import { curveRounds } from "../study/curve.ts";
import { planCurve, type CurvePlan } from "../study/curvePlan.ts";
import type { Curve } from "../study/curveResult.ts";
import { runAll } from "../study/runAll.ts";
import { readVaried, VaryError } from "../study/varyRange.ts";
import { deliver, placesAsked } from "./askedFiles.ts";
import { curveTableNames, curveTables, curveUnits } from "./curveRows.ts";
import { InputError, shownPath } from "./exit.ts";
import { checkPlacesBeside } from "./placesBeside.ts";
import { createProgress, type Progress } from "./progress.ts";
import { readScenarios, type ScenarioFile } from "./readScenario.ts";
import { seedOfDays } from "./readSeed.ts";
import type { RunCommandOptions } from "./run.ts";
import { asArgument, shellCommand } from "./shellCommand.ts";
import { withSimulator } from "./simulator.ts";

export interface CurveCommandOptions extends RunCommandOptions {
  readonly vary?: readonly string[];
}

export async function curveCommand(file: string, options: CurveCommandOptions): Promise<void> {
  const read = await readAll(file, options), plan = planOf(read, options), seed = seedOfDays(options);
  if (isDated(plan.base)) {
    const { calendarCurveCommand } = await import("./calendarCurve.ts");
    return calendarCurveCommand(read, plan, { ...options, seed }, commandOf(read, options));
  }
  checkPlacesBeside(await placesAsked(options, { tables: curveTableNames, pictures: async () => (await import("../../reports/curveSlides.ts")).curveSlideNames(plan.base.name, plan.axes.length) }), [read]);
  const progress = createProgress();
  const curve = await simulateCurve(plan, { days: options.days, seed }, options.workers, progress);
  const tables = curveTables(curve);
  await deliver(options, {
    tables,
    workbook: async () => (await import("./xlsx.ts")).workbookOf([{ sheet: "Curve", rows: tables[0].rows }, { sheet: "Groups", rows: tables[1].rows }], curveUnits(curve)),
    page: async () => (await import("../../reports/curvePage.ts")).curvePage(curve, plan.base, [read, ...read.bases, ...read.columns], commandOf(read, options)),
    pictures: async () => (await import("../../reports/curveSlides.ts")).curveSlides(curve, plan.base),
  }, await printed(plan, curve, options.json ?? false));
}

/** What is wrong with the ranges and with the file is told together. */
async function readAll(file: string, { vary = [], ...options }: CurveCommandOptions): Promise<ScenarioFile> {
  const problems: string[] = [], collect = (error: unknown) => {
    if (!(error instanceof VaryError) && !(error instanceof InputError)) throw error;
    problems.push(error.message);
  };
  const read = await readScenarios([file], { ...options, objections: objectionsToTypicalWeek }).catch(collect);
  try {
    readVaried(vary);
  } catch (error) {
    collect(error);
  }
  if (!read || problems.length > 0) throw new InputError(problems.join("\n"));
  return read[0];
}

function planOf(read: ScenarioFile, { vary = [], days }: CurveCommandOptions): CurvePlan {
  try {
    return planCurve(vary, read.withSettings, days);
  } catch (error) {
    throw error instanceof VaryError ? new InputError(error.problems.map((problem) => `${shownPath(read.file)}: ${problem}`).join("\n")) : error;
  }
}

async function simulateCurve(plan: CurvePlan, options: { readonly days: number | undefined; readonly seed: string | undefined }, workers: number | undefined, progress: Progress): Promise<Curve> {
  const rounds = curveRounds(plan, options);
  let round = rounds.next();
  if (round.done === true) return round.value;
  try {
    return await withSimulator(round.value, workers, async (simulateBlocks, threads) => {
      while (round.done !== true) {
        const jobs = round.value;
        progress.start(`${plan.base.name}, ${jobs.length} ${jobs.length === 1 ? "point" : "points"}`, jobs.reduce((sum, { days }) => sum + days, 0));
        round = rounds.next(await runAll(jobs, simulateBlocks, threads === 1 ? 1 : threads + 1, progress.update));
        progress.stop();
      }
      return round.value;
    });
  } finally {
    progress.stop();
  }
}

async function printed({ base }: CurvePlan, curve: Curve, json: boolean): Promise<string> {
  if (json) return `${JSON.stringify(curve, null, 2)}\n`;
  const { curveText } = await import("./curveTables.ts");
  return curveText(curve, base);
}

/** The command that repeats the curve. */
function commandOf({ file }: ScenarioFile, { vary = [], set = [], dayType, days, seed, report }: CurveCommandOptions): string {
  const words = ["callhall", "curve", asArgument(file), ...vary.flatMap((word) => ["--vary", word]), ...set.flatMap((word) => ["--set", word])];
  if (dayType !== undefined) words.push("--day-type", dayType);
  if (days !== undefined) words.push("--days", String(days));
  if (seed !== undefined) words.push("--seed", seed);
  if (report !== undefined) words.push("--report", report);
  return shellCommand(words);
}

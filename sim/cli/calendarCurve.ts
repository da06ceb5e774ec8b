// The curve subcommand for a calendar of dates.

import { join } from "node:path";
import { calendarCurveRounds, type CalendarCurve } from "../study/calendarCurve.ts";
import type { CurvePlan } from "../study/curvePlan.ts";
import { calendarCurveRows, calendarCurveUnits } from "./calendarCurveRows.ts";
import { toCsv } from "./csv.ts";
import type { CurveCommandOptions } from "./curve.ts";
import { shownPath } from "./exit.ts";
import { writeOutputs, type OutputFile } from "./outputs.ts";
import { checkPlacesBeside } from "./placesBeside.ts";
import { createProgress } from "./progress.ts";
import type { ScenarioFile } from "./readScenario.ts";
import { simulateRounds } from "./simulateRounds.ts";

const CSV = "curve.csv";

/** @param command that repeats the curve */
export async function calendarCurveCommand(read: ScenarioFile, plan: CurvePlan, options: CurveCommandOptions, command: string): Promise<void> {
  checkPlacesBeside(await places(plan, options), [read]);
  const progress = createProgress();
  const curve = await simulateRounds(calendarCurveRounds(plan, options), options.workers, progress, ({ length }) => `${plan.base.name}, ${length} ${length === 1 ? "point" : "points"}`), outputs = await outputsOf(read, plan, curve, options, command);
  writeOutputs(outputs);
  process.stdout.write(options.json === true ? `${JSON.stringify(curve, null, 2)}\n` : (await import("./calendarCurveTables.ts")).calendarCurveText(curve));
  for (const { path } of outputs) process.stderr.write(`wrote ${shownPath(path)}\n`);
}

async function places({ base }: CurvePlan, { csv, xlsx, report, svg, png }: CurveCommandOptions): Promise<string[]> {
  const files = [...(csv === undefined ? [] : [join(csv, CSV)]), ...(xlsx === undefined ? [] : [xlsx]), ...(report === undefined ? [] : [report])];
  if (svg === undefined && png === undefined) return files;
  const [{ calendarCurveSlideNames }, { placesOf }] = await Promise.all([import("../../reports/calendarCurvePage.ts"), import("./slides.ts")]);
  return [...files, ...placesOf({ ...(svg === undefined ? {} : { svg }), ...(png === undefined ? {} : { png }) }, calendarCurveSlideNames(base))];
}

async function outputsOf(read: ScenarioFile, { base }: CurvePlan, curve: CalendarCurve, options: CurveCommandOptions, command: string): Promise<OutputFile[]> {
  const { csv, xlsx, report, svg, png } = options, rows = calendarCurveRows(curve), outputs: OutputFile[] = csv === undefined ? [] : [{ path: join(csv, CSV), content: toCsv(rows) }];
  if (xlsx !== undefined) {
    const { workbookOf } = await import("./xlsx.ts");
    outputs.push({ path: xlsx, content: await workbookOf([{ sheet: "Curve", rows }], calendarCurveUnits(rows)) });
  }
  if (report !== undefined) {
    const { calendarCurvePage } = await import("../../reports/calendarCurvePage.ts");
    outputs.push({ path: report, content: calendarCurvePage(curve, base, [read, ...read.bases, ...read.columns], command) });
  }
  if (svg !== undefined || png !== undefined) {
    const [{ calendarCurveSlides }, { filesOf }] = await Promise.all([import("../../reports/calendarCurvePage.ts"), import("./slides.ts")]);
    outputs.push(...await filesOf(options, calendarCurveSlides(curve, base)));
  }
  return outputs;
}

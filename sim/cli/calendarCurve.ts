// The curve subcommand for a calendar of dates.

import { calendarCurveRounds } from "../study/calendarCurve.ts";
import type { CurvePlan } from "../study/curvePlan.ts";
import { deliver, placesAsked } from "./askedFiles.ts";
import { calendarCurveRows, calendarCurveUnits } from "./calendarCurveRows.ts";
import type { CurveCommandOptions } from "./curve.ts";
import { checkPlacesBeside } from "./placesBeside.ts";
import { createProgress } from "./progress.ts";
import type { ScenarioFile } from "./readScenario.ts";
import { simulateRounds } from "./simulateRounds.ts";

const TABLE = "curve";

/** @param command that repeats the curve */
export async function calendarCurveCommand(read: ScenarioFile, plan: CurvePlan, options: CurveCommandOptions, command: string): Promise<void> {
  checkPlacesBeside(await placesAsked(options, { tables: [TABLE], pictures: async () => (await import("../../reports/calendarCurvePage.ts")).calendarCurveSlideNames(plan.base) }), [read]);
  const curve = await simulateRounds(calendarCurveRounds(plan, options), options.workers, createProgress(), ({ length }) => `${plan.base.name}, ${length} ${length === 1 ? "point" : "points"}`), rows = calendarCurveRows(curve);
  await deliver(options, {
    tables: [{ name: TABLE, rows }],
    workbook: async () => (await import("./xlsx.ts")).workbookOf([{ sheet: "Curve", rows }], calendarCurveUnits(rows)),
    page: async () => (await import("../../reports/calendarCurvePage.ts")).calendarCurvePage(curve, plan.base, [read, ...read.bases, ...read.columns], command),
    pictures: async () => (await import("../../reports/calendarCurvePage.ts")).calendarCurveSlides(curve, plan.base),
  }, options.json === true ? `${JSON.stringify(curve, null, 2)}\n` : (await import("./calendarCurveTables.ts")).calendarCurveText(curve));
}

// A curve in, one HTML page out, in the manner of a run's report.

import type { Scenario } from "../sim/scenario/schema.ts";
import type { Curve } from "../sim/study/curveResult.ts";
import { curveFinding, named } from "./curveFinding.ts";
import { axisWords } from "./curveWords.ts";
import { html } from "./page.ts";
import { repeatBy, type File } from "./repeat.ts";
import { row } from "./row.ts";
import { curveRows } from "./rows/curveRows.ts";
import { methodRow, pointRow } from "./tables/byPoint.ts";
import { wholePage } from "./wholePage.ts";
import { halfWidth, integer, plural } from "./words.ts";

/** The whole page: self-contained, no script, no request. @param files all that the scenario is made of @param command that repeats the page */
export function curvePage(curve: Curve, scenario: Scenario, files: readonly File[], command: string): string {
  const { title, lead } = curveFinding(curve, scenario), [first, ...others] = curveRows(curve, scenario).map((each) => each.row), methods = methodRow(curve);
  return wholePage({
    columns: 1, over: `Contact centre simulation · ${daysAndPoints(curve)}`, title: named(curve, title), lead, note: certainty(curve),
    // the finding is the page's title already
    main: html`${[curve.least === null ? first : { ...first, title: `Service level by ${axisWords(curve.vary[0]).replace(/ in all$/, "")}` }, ...(methods === null ? [] : [methods]), ...others, pointRow(curve)].map(row)}`,
    footer: repeatBy(command, `callhall ${curve.callhall} · seed “${curve.seed}” · ${daysAndPoints(curve)}`, files.filter(({ file, text }, i) => files.findIndex((other) => other.file === file && other.text === text) === i)),
  });
}

/** "2,000 simulated days at each of 19 points" */
export function daysAndPoints({ points }: Curve): string {
  const days = points.map((point) => point.days), least = Math.min(...days), most = Math.max(...days);
  return `${least === most ? integer(most) : `${integer(least)} to ${integer(most)}`} simulated ${plural(most, "day")} at each of ${integer(points.length)} points`;
}

function certainty({ points }: Curve): string {
  const halves = points.flatMap(({ total }) => total.serviceLevel.halfWidth ?? []);
  const within = halves.length === 0 ? "There is no 95% interval without a spread of days." : `Each ± is the 95% interval of the simulation: every service level is certain to within ${halfWidth(100 * Math.max(...halves))} points.`;
  return `${within} All points meet the same callers, with the same handle times and patience, so their differences are far more certain. The assumptions of the scenario file are not covered.`;
}

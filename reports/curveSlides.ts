// Each chart of a curve as a picture for slides.

import type { Scenario } from "../sim/scenario/schema.ts";
import type { Curve } from "../sim/study/curveResult.ts";
import { daysAndPoints } from "./curvePage.ts";
import { CURVE_CHARTS, curveRows, MAP_CHARTS } from "./rows/curveRows.ts";
import { shortened } from "./names.ts";
import { slide, slugs, type Slide } from "./slides.ts";

/** All names that slides of a curve may have; those with nothing to draw are left out. @param axes two for a map */
export function curveSlideNames(scenario: string, axes: number): string[] {
  const [slug] = slugs([scenario]);
  return (axes === 2 ? MAP_CHARTS : CURVE_CHARTS).map((chart) => slideName(slug, chart));
}

export function curveSlides(curve: Curve, scenario: Scenario): Slide[] {
  const [slug] = slugs([scenario.name]), source = `callhall ${curve.callhall} · ${daysAndPoints(curve)}, seed “${curve.seed}” · ±: 95% interval · assumptions as in the file`;
  return curveRows(curve, scenario).flatMap(({ chart, row }) => (row.charts ?? []).flatMap((drawing) => (drawing === null ? [] : [{ name: slideName(slug, chart), svg: slide({ ...row, name: shortened(scenario.name), chart: drawing, source }) }])));
}

const slideName = (slug: string, chart: string): string => (chart === "curve" || chart === "map" ? `${slug}-${chart}` : `${slug}-curve-${chart}`);

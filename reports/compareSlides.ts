// Each chart of a study as a picture for slides.

import type { Study } from "../sim/scenario/study.ts";
import { kindsOfDay } from "../sim/scenario/week.ts";
import type { Comparison } from "../sim/study/compareResult.ts";
import { chartName, drawChartRows } from "./comparePage.ts";
import { shortened } from "./names.ts";
import { slide, slugs, type Slide } from "./slides.ts";
import { integer } from "./words.ts";

/** All names that slides of a study may have; those with nothing to draw are left out. */
export function compareSlideNames(study: Study): string[] {
  return [...slugOfChart(study).values()];
}

export const compareSlides = (study: Study, comparison: Comparison): Slide[] => [...drawCompareSlides(study, comparison)];

/** The same one by one, for whoever has something else to do in between. */
export function* drawCompareSlides(study: Study, comparison: Comparison): Generator<Slide> {
  const { callhall, days, seed, per } = comparison, slug = slugOfChart(study);
  const source = `callhall ${callhall} · ${integer(days)} simulated ${per === "calendar" ? "times, all dates" : `${per}s`} of each way of working, seed “${seed}” · ±: 95% interval · the files’ assumptions are taken as given`;
  for (const { row, names } of drawChartRows(study, comparison)) {
    for (const [i, drawing] of (row.charts ?? []).entries()) {
      const name = slug.get(names[i]);
      if (drawing !== null && name !== undefined) yield { name, svg: slide({ ...row, name: shortened(names[i]), chart: drawing, source }) };
    }
  }
}

/** What a chart is about, and the name of its file. */
function slugOfChart({ ways, measures, hold }: Study): ReadonlyMap<string, string> {
  const charts = [
    ...measures.map((measure) => chartName("difference", measure)),
    ...ways.flatMap(({ name, scenario }) => kindsOfDay(scenario).map((kind) => chartName("intervals", scenario.calendar === undefined ? null : kind.name, name))),
    ...(hold === undefined ? [] : [chartName("staffing"), chartName("staffing", "cost")]),
  ];
  const names = slugs(charts);
  return new Map(charts.map((chart, i) => [chart, names[i]]));
}

// What a map of two things shows: where along the first the target begins to be met, for the ends of the second.

import type { Scenario } from "../sim/scenario/schema.ts";
import { judgeAverage } from "../sim/study/curveLeast.ts";
import type { Curve, CurvePoint } from "../sim/study/curveResult.ts";
import { goal, withinWords } from "./curveFinding.ts";
import type { Varied } from "../sim/study/varyRange.ts";
import { areAgents, valueInWords, valueShown, valuesInWords } from "./curveWords.ts";
import type { Finding } from "./finding.ts";
import { capital, halfWidth, integer } from "./words.ts";

export function mapFinding(curve: Curve, scenario: Scenario): Finding {
  const { points, vary: [first, second] } = curve, met = points.filter((point) => judgeAverage(point, scenario).meets).length;
  const close = points.filter((point) => judgeAverage(point, scenario).standing === "close").length;
  const halves = points.flatMap(({ total: { serviceLevel: { halfWidth: half } } }) => (half === null ? [] : [half]));
  return {
    title: titleOfEnds(curve, scenario) ?? `${goal(curve)} is met on average at ${integer(met)} of ${integer(points.length)} combinations`,
    lead: [
      `${capital(rangeInWords(first))} by ${rangeInWords(second)}: ${goal(curve)} is answered ${withinWords(scenario)} on average at ${integer(met)} of ${integer(points.length)} combinations${close > 0 ? `; ${integer(close)} of all are too close to call` : ""}.`,
      ...(halves.length > 0 ? [`Each service level is certain to within ${halfWidth(100 * Math.max(...halves))} points.`] : []),
    ].join(" "),
  };
}

const rangeInWords = (varied: Varied): string => valuesInWords(varied.values.length < 3 ? varied.values : [varied.values[0], varied.values[1], varied.values[varied.values.length - 1]], varied);

/** "80% takes 9 agents at volume 400, 21 at 1,200": for the first and the last value at which it is known; null where there are no two. */
function titleOfEnds(curve: Curve, scenario: Scenario): string | null {
  const along = curve.vary.findIndex(areAgents);
  if (along < 0) return null;
  const varied = curve.vary[along], other = curve.vary[1 - along];
  const known = other.values.flatMap((value) => {
    const least = leastAlong(curve.points.filter(({ at }) => at[1 - along] === value), along, scenario);
    return least === null ? [] : [{ value, least }];
  });
  if (known.length < 2) return null;
  const low = known[0], high = known[known.length - 1];
  return `${goal(curve)} on average takes ${valueInWords(low.least, varied)} at ${valueInWords(low.value, other)}, ${valueShown(high.least, varied.unit)} at ${valueShown(high.value, other.unit)}`;
}

/** The first that meets, unless already the fewest tried do. */
function leastAlong(points: readonly CurvePoint[], along: number, scenario: Scenario): number | null {
  const sorted = [...points].sort((a, b) => a.at[along] - b.at[along]), first = sorted.findIndex((point) => judgeAverage(point, scenario).meets);
  return first <= 0 ? null : sorted[first].at[along];
}

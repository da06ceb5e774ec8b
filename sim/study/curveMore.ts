// More numbers of agents to try, where those chosen leave the answer open: between steps, and beyond the last.

import { limits } from "../scenario/limits.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { CurvePoint } from "./curveResult.ts";
import { judgeAverage, judgeDays } from "./curveLeast.ts";

const MOST_BEYOND = 16; // further numbers in all beyond those of the formula: with several skills it cannot know

/** Empty where the first to meet the target is known among whole numbers, or cannot be found. */
export function moreToTry(points: readonly CurvePoint[], scenario: Scenario, chosen: readonly number[]): number[] {
  const tried = points.map(({ at: [agents] }) => agents), last = chosen[chosen.length - 1], more = new Set<number>();
  for (const judge of [judgeAverage, judgeDays]) {
    const meets = points.map((point) => judge(point, scenario).meets), first = meets.indexOf(true);
    if (first > 0 && tried[first] - tried[first - 1] > 1) more.add(Math.floor((tried[first] + tried[first - 1]) / 2));
    if (first < 0 && tried.filter((agents) => agents > last).length < MOST_BEYOND) {
      const step = Math.max(1, Math.ceil(tried[tried.length - 1] / 20));
      for (let i = 1; i <= 4; i++) more.add(tried[tried.length - 1] + i * step);
    }
  }
  return [...more].filter((agents) => agents <= limits.agents).sort((a, b) => a - b);
}

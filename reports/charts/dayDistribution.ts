// The day's service level as a hundred dots, one for one day in a hundred.

import { shareAtLeast } from "../../sim/scenario/promised.ts";
import type { Chart } from "../panel.ts";
import { inTime, type View } from "../view.ts";
import { percent } from "../words.ts";
import { hundredDots, type DotScale, type Hundred } from "./hundredDots.ts";

/** A hundred days that stand for all. */
export function hundredDays({ target, result: { total: { daily } } }: View): Hundred {
  return { levels: daily.hundredDays, target: target === null ? null : shareAtLeast(target), meets: daily.meetsTarget };
}

/** @param beside another plan: how high its own days would stand, a dot a column */
export function dayDistribution(view: View, scale: DotScale, beside?: View): Chart {
  return hundredDots(hundredDays(view), scale, {
    id: `days-${view.id}`, title: `${view.name}: the day’s service level on 100 days that stand for all`, desc: (met) => description(view, met),
    axis: `% of the day’s ${view.contacts} answered ${inTime({ within: view.within }).replace("their thresholds", "own threshold")}`,
  }, beside === undefined ? undefined : hundredDays(beside));
}

function description({ target, result }: View, met: number): string {
  const { p10, p90, meetsTarget } = result.total.daily;
  if (p10 === null || p90 === null) return "Nobody came.";
  const chance = target === null || meetsTarget === null ? "Targets differ by contact type." : `${100 - met} days in 100 miss the target, ${met} meet it.`;
  return `${chance} One day in ten is below ${percent(p10)}, one in ten above ${percent(p90)}.`;
}

// Contacts day by day: what came as dots, and the range in which the fit has nine days of ten.

import * as Plot from "@observablehq/plot";
import { civilOf, dayNumber } from "../../sim/scenario/civilDate.ts";
import type { Picture } from "../../sim/study/fitPicture.ts";
import { monthName } from "../fitWords.ts";
import { above, agentTick, BAD, GOOD, INK, MUTED, panel, PAPER, roundTicks, TINT, verticalScale, zeroLine, type Chart } from "../panel.ts";
import { percent } from "../words.ts";

export function fitDays({ days, daysInside }: Picture): Chart {
  const most = Math.max(...days.flatMap(({ offered, range: [, high] }) => [offered, high])), ticks = roundTicks(most), x = [days[0].day - 1, days[days.length - 1].day + 2] as const;
  const bars = days.map(({ day, range: [low, high], expected, offered, sort }) => ({ x1: day, x2: day + 1, middle: day + 0.5, low, high, expected, offered, isOdd: sort !== "usual" }));
  const months = monthsIn(x), step = Math.ceil(months.length / 8), inset = days.length > 150 ? 0 : 0.3;
  return panel({
    id: "days", title: "Contacts of each day, data and fit", desc: `${percent(daysInside, 0)} of usual days lie inside the range in which the fit has 90 of 100.`, height: 206, x, y: [0, ticks[ticks.length - 1]],
    marks: [
      above("contacts a day"), verticalScale(ticks, agentTick), Plot.rectY(bars, { x1: "x1", x2: "x2", y1: "low", y2: "high", fill: TINT, insetLeft: inset, insetRight: inset }),
      Plot.ruleY(bars, { x1: "x1", x2: "x2", y: "expected", stroke: INK, strokeWidth: 1.25 }), zeroLine(),
      Plot.dot(bars, { x: "middle", y: "offered", r: days.length > 150 ? 1.8 : 2.8, fill: (bar: typeof bars[number]) => (bar.isOdd ? BAD : GOOD), stroke: PAPER, strokeWidth: 0.5 }),
      Plot.axisX(months.filter((_, i) => i % step === 0), { tickFormat: (day: number) => monthName(civilOf(day).month - 1), tickSize: 4, fill: MUTED }),
    ],
  });
}

/** The first days of the months of a span; of a short one, its Mondays' weeks would crowd, so its ends. */
function monthsIn([from, to]: readonly [number, number]): number[] {
  const firsts: number[] = [];
  for (let day = from + 1; day < to; day++) {
    const { year, month, day: date } = civilOf(day);
    if (date === 1) firsts.push(dayNumber(year, month, 1) ?? day);
  }
  return firsts.length > 0 ? firsts : [from + 1];
}

// Occupancy by interval: bars for one group, a line each for up to four, the range for more.

import * as Plot from "@observablehq/plot";
import { intervalNoun } from "../intervalWords.ts";
import { shortened } from "../names.ts";
import { above, besideDots, clockAxis, gapBeside, GOOD, GOOD_TINT, INK, LEFT, MUTED, panel, percentScale, zeroLine, type Chart } from "../panel.ts";
import { middleOf, type Slot, type View } from "../view.ts";
import { inSentence, shareShown } from "../words.ts";

export const MOST_LINES = 4;

// Told apart by dash and weight as much as by colour: groups are neither good nor bad.
const LINES = [
  { stroke: INK, strokeWidth: 2.25 }, { stroke: GOOD, strokeWidth: 2.25 },
  { stroke: INK, strokeWidth: 1.75, strokeDasharray: "5 3" }, { stroke: GOOD, strokeWidth: 1.75, strokeDasharray: "2 2" },
] as const;
const LEGEND = 16; // px a line

interface Step {
  readonly from: number;
  readonly to: number;
  /** Points; null where nobody is staffed. */
  readonly level: number | null;
}

/** Whether another plan can be drawn into it: a group each. */
export const isComparable = (view: View, beside: View): boolean => [view, beside].every(({ scenario }) => Object.keys(scenario.groups).length === 1);

/** @param beside another plan, whose means are dots; of a single group only */
export function occupancyByInterval(view: View, hours: readonly [number, number], beside?: View): Chart {
  const { slots } = view, names = Object.keys(view.scenario.groups), inset = gapBeside(slots.length);
  const stepsOf = (name: string): Step[] => slots.map(({ from, to, result }) => {
    const { mean } = result.groups[name].occupancy;
    return { from, to, level: mean === null ? null : 100 * mean };
  });
  const across = { x1: "from", x2: "to", insetLeft: inset, insetRight: inset } as const, known = (steps: readonly Step[]) => steps.filter((step) => step.level !== null);
  const several = names.length > 1 && names.length <= MOST_LINES, top = 26 + (several ? LEGEND * names.length + 5 : 0);
  const marks = (): Plot.Markish[] => {
    if (names.length === 1) {
      const steps = known(stepsOf(names[0]));
      return [Plot.rectY(steps, { ...across, y1: 0, y2: "level", fill: GOOD_TINT }), Plot.ruleY(steps, { ...across, y: "level", stroke: GOOD, strokeWidth: 2.5 })];
    }
    if (several) return names.flatMap((name, i) => lineOf(stepsOf(name), i));
    const range = slots.flatMap((slot, i) => {
      const levels = names.flatMap((name) => stepsOf(name)[i].level ?? []);
      return levels.length === 0 ? [] : [{ from: slot.from, to: slot.to, low: Math.min(...levels), high: Math.max(...levels) }];
    });
    return [
      Plot.rectY(range, { ...across, y1: "low", y2: "high", fill: GOOD_TINT }),
      ...(["low", "high"] as const).map((end) => Plot.ruleY(range, { ...across, y: end, stroke: GOOD, strokeWidth: 2 })),
    ];
  };
  return panel({
    id: `occupancy-${view.id}`, title: `${view.name}: occupancy by ${intervalNoun([view]).one}`, desc: description(view), height: 184 + top - 26,
    x: hours, y: [0, 100], margin: { top },
    marks: [
      above("% of staffed time that agents are busy", LEFT, several ? LEGEND * names.length + 5 : 0), several ? names.map((name, i) => legend(name, i, names.length)) : [],
      percentScale(), marks(), zeroLine(), beside === undefined || !isComparable(view, beside) ? [] : dotsOf(beside), clockAxis(hours),
    ],
  });
}

function dotsOf({ slots, scenario }: View): Plot.Markish {
  const [only] = Object.keys(scenario.groups), of = (slot: Slot) => slot.result.groups[only].occupancy.mean;
  return besideDots(slots.filter((slot) => of(slot) !== null), middleOf, (slot) => 100 * (of(slot) ?? 0));
}

/** Steps along the intervals; a gap where nobody is staffed. */
function lineOf(steps: readonly Step[], i: number): Plot.Markish[] {
  const corners = steps.flatMap(({ from, to, level }) => [{ x: from, y: level ?? NaN }, { x: to, y: level ?? NaN }]);
  return [Plot.line(corners, { x: "x", y: "y", ...LINES[i % LINES.length] })];
}

function legend(name: string, i: number, count: number): Plot.Markish[] {
  const dy = LEGEND * (i - count) - 9, style = LINES[i % LINES.length];
  return [
    Plot.text([shortened(name).slice(0, 36)], { frameAnchor: "top-left", textAnchor: "start", lineAnchor: "top", dx: 32 - LEFT, dy, fill: MUTED }),
    Plot.vector([0], { frameAnchor: "top-left", anchor: "start", shape: DASH, length: 24, rotate: 90, dx: -LEFT, dy: dy + 7, ...style }),
  ];
}

/** A plain line: the mark of a legend. */
const DASH = { draw: (path: { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void }, length: number) => { path.moveTo(0, 0); path.lineTo(0, -length); } };

function description({ result }: View): string {
  return `Over the whole day: ${Object.entries(result.groups).map(([name, { occupancy }]) => `${name} ${inSentence(shareShown(occupancy))}`).join("; ")}.`;
}

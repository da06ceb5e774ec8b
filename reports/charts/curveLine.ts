// One measure against the one thing varied: dots with their 95 % intervals, a band of days, and what formulas say as lines.

import * as Plot from "@observablehq/plot";
import type { CurvePoint } from "../../sim/study/curveResult.ts";
import type { Varied } from "../../sim/study/varyRange.ts";
import { axisWords, valueShown } from "../curveWords.ts";
import {
  above, beneath, besideDots, GOOD, GOOD_TINT, INK, LEFT, MUTED, panel, PAPER, RIGHT, RIGHT_WITH_TARGET, targetLine, TINT, verticalScale, WIDTH, zeroLine, type Chart,
} from "../panel.ts";

/** All in the chart's own unit, such as points or seconds; null where there is nothing to draw. */
/** What stands at a value of what is varied. */
type At = Pick<CurvePoint, "at">;

export interface CurveLine<Point extends At = CurvePoint> {
  readonly id: string;
  readonly title: string;
  readonly desc: string;
  /** What the y axis measures. */
  readonly unit: string;
  readonly ticks: readonly number[];
  readonly tickFormat: (tick: number) => string;
  readonly height: number;
  /** None where a band says it all. */
  readonly mean?: (point: Point) => number | null;
  readonly interval?: (point: Point) => readonly [number, number] | null;
  readonly band?: (point: Point) => readonly [number, number] | null;
  /** A band of something else than days. */
  readonly neutral?: boolean;
  readonly exact?: (point: Point) => number | null;
  readonly erlangA?: (point: Point) => number | null;
  readonly erlangC?: (point: Point) => number | null;
  /** A share, drawn dashed and named. */
  readonly target?: number | null;
  /** Its name, by default "target 80%". */
  readonly targetWords?: string;
  /** The points of another plan, dots of their mean. */
  readonly beside?: readonly Point[];
  /** Values to drop a line at, and what to say of them in the empty corner. */
  readonly marked?: readonly number[];
  readonly words?: readonly string[];
}

export function curveLine<Point extends At = CurvePoint>(points: readonly Point[], varied: Varied, line: CurveLine<Point>): Chart {
  const { ticks, target = null, mean = () => null, marked = [] } = line, top = ticks[ticks.length - 1];
  const right = target === null ? RIGHT : RIGHT_WITH_TARGET, x = ({ at }: Point) => at[0];
  const [from, to] = [points[0].at[0], points[points.length - 1].at[0]], step = (to - from) / Math.max(1, points.length - 1) || 1;
  const domain = [from - 0.6 * step, to + 0.6 * step] as const, spacing = ((WIDTH - LEFT - right) * step) / (domain[1] - domain[0]);
  const within = (value: number | null): value is number => value !== null && value <= top;
  const formula = (value: ((point: Point) => number | null) | undefined, style: Plot.LineYOptions) =>
    // a gap where the formula has no value, and beyond the frame
    (value === undefined ? [] : [Plot.line(points, { x, y: (point: Point) => { const y = value(point); return within(y) ? y : NaN; }, strokeLinejoin: "round", ...style })]);
  const banded = points.filter((point) => (line.band?.(point) ?? null) !== null), dots = points.filter((point) => within(mean(point)));
  const withInterval = dots.filter((point) => (line.interval?.(point) ?? null) !== null);
  const dropped = points.filter((point) => marked.includes(x(point)) && within(mean(point)));
  return panel({
    id: line.id, title: line.title, desc: line.desc, height: line.height, x: domain, y: [0, top], margin: { right, bottom: 40 },
    marks: [
      above(line.unit), verticalScale(ticks, line.tickFormat),
      Plot.areaY(banded, { x, y1: (point: Point) => line.band?.(point)?.[0], y2: (point: Point) => line.band?.(point)?.[1], fill: line.neutral ? TINT : GOOD_TINT }),
      zeroLine(), target === null ? [] : targetLine(target, line.targetWords),
      formula(line.erlangC, { stroke: MUTED, strokeWidth: 1.5, strokeDasharray: "6 3" }),
      formula(line.erlangA, { stroke: MUTED, strokeWidth: 1.5 }),
      Plot.link(dropped, { x1: x, x2: x, y1: 0, y2: (point: Point) => mean(point) ?? 0, stroke: INK, strokeWidth: 1 }),
      formula(line.exact, { stroke: INK, strokeWidth: 1.25 }),
      Plot.link(withInterval, {
        x1: x, x2: x, y1: (point: Point) => Math.max(0, line.interval?.(point)?.[0] ?? 0), y2: (point: Point) => Math.min(top, line.interval?.(point)?.[1] ?? 0),
        stroke: GOOD, strokeWidth: 1.5, strokeLinecap: "butt",
      }),
      Plot.dot(dots, { x, y: (point: Point) => mean(point) ?? 0, r: Math.min(3.2, Math.max(1, 0.32 * spacing)), fill: GOOD }),
      line.beside === undefined ? [] : besideDots(line.beside.filter((point) => x(point) >= domain[0] && x(point) <= domain[1] && within(mean(point))), x, (point) => mean(point) ?? 0),
      corner(points, line, domain, mean, top),
      Plot.axisX(axisTicks(domain, varied), { tickFormat: (tick: number) => valueShown(tick, varied.unit), tickSize: 4, fill: MUTED }),
      beneath(axisWords(varied)),
    ],
  });
}

const LETTER = 7.1, LINE = 15; // px, of bold type of 12.5

/** The words stand beside the lines dropped, in the corner that the curve leaves: below it where there is room, else above it. */
function corner<Point extends At>(points: readonly Point[], { words = [], marked = [], target = null }: CurveLine<Point>, [from, to]: readonly [number, number], mean: (point: Point) => number | null, top: number): Plot.Markish {
  if (words.length === 0 || marked.length === 0) return [];
  const rises = (mean(points[points.length - 1]) ?? 0) >= (mean(points[0]) ?? 0), wide = WIDTH - LEFT - (target === null ? RIGHT : RIGHT_WITH_TARGET);
  const inner = rises ? Math.max(...marked) : Math.min(...marked), outer = rises ? Math.min(...marked) : Math.max(...marked);
  const room = (value: number, edge: number) => (wide * Math.abs(value - edge)) / (to - from) - 8;
  const beneath = room(inner, rises ? to : from), over = room(outer, rises ? from : to), below = beneath >= 14 * LETTER || beneath >= 1.5 * over;
  const lines = words.flatMap((text) => (!below || LETTER * text.length <= beneath ? [text] : text.split(": ").map((part, i) => (i === 0 ? `${part}:` : part))));
  return lines.map((text, i) => Plot.text([text], {
    x: below ? inner : rises ? from : to, dx: rises ? 6 : -6, y: below ? 0 : top, dy: below ? -12 - LINE * (lines.length - 1 - i) : 9 + LINE * i,
    textAnchor: rises ? "start" : "end", fill: INK, stroke: PAPER, strokeWidth: 4, fontWeight: 600,
  }));
}

/** At most seven round values, five of durations; of agents whole ones. */
export function axisTicks([from, to]: readonly [number, number], { unit }: Varied): number[] {
  const least = (to - from) / (unit === "seconds" ? 5 : 7), steps = unit === "seconds" ? [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200] : [1, 2, 5, 10].map((factor) => factor * 10 ** Math.floor(Math.log10(least)));
  const found = steps.find((step) => step >= least * (1 - 1e-9)) ?? steps[steps.length - 1], step = unit === "agents" ? Math.max(1, Math.round(found)) : found;
  const first = Math.ceil(from / step - 1e-9);
  return Array.from({ length: Math.max(0, Math.floor(to / step + 1e-9) - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

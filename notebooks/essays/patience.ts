// What a curve over the patience of callers shows: the simulation and Erlang A move with it, Erlang C cannot.

import { curveLine } from "../../reports/charts/curveLine.ts";
import { html } from "../../reports/page.ts";
import type { Row } from "../../reports/row.ts";
import { duration, halfWidth, inSentence, percent, shareShown } from "../../reports/words.ts";
import type { CurvePoint } from "../../sim/study/curveResult.ts";
import { curveWords, type CurveWords } from "./answers.ts";
import type { CurveSoFar } from "./curves.ts";

/** What the same agents do with callers of little patience and of much. */
export function patienceWords(found: CurveSoFar): CurveWords {
  const { curve: { points, vary: [varied], target }, scenario } = found, [first] = points, last = points[points.length - 1], level = ({ total }: CurvePoint) => total.serviceLevel;
  const says = (point: CurvePoint) => inSentence(shareShown(level(point))), byC = percent(first.erlangC?.serviceLevel ?? 0), halves = points.map((point) => level(point).halfWidth ?? 0);
  const drawn: Row = {
    title: `Erlang C says ${byC}, however patient callers are`,
    note: `Dots: mean of all days. Their 95% intervals are drawn: at most ± ${halfWidth(100 * Math.max(...halves))} points.`,
    key: [{ mark: "reached", says: "simulated" }, { mark: "band", says: "eight days in ten" }, { mark: "formula", says: "Erlang A" }, { mark: "formula-dashed", says: "Erlang C" }],
    panels: [html`<figure>${curveLine(points, varied, {
      id: "patience-level", title: "Service level by patience", desc: `From ${says(first)} to ${says(last)}; Erlang C says ${byC}. Figures in the table.`, unit: `% answered within ${duration(scenario.contacts.calls.answerWithin)}`,
      ticks: [0, 20, 40, 60, 80, 100], tickFormat: (tick) => (tick === 100 ? "100%" : String(tick)), height: 220, target,
      mean: (point) => points100(level(point).mean), interval: (point) => { const { mean, halfWidth: half } = level(point); return mean === null || half === null ? null : [100 * (mean - half), 100 * (mean + half)]; },
      band: ({ total: { daily: { p10, p90 } } }) => (p10 === null || p90 === null ? null : [100 * p10, 100 * p90]),
      erlangA: ({ erlangA }) => points100(erlangA?.serviceLevel ?? null), erlangC: ({ erlangC: each }) => points100(each?.serviceLevel ?? null),
    })}</figure>`],
  };
  return {
    lead: `The 11 agents of the case answer ${says(first)} in time where callers hang up after 1 minute on average, and ${says(last)} where they do so after 10 minutes.`,
    rows: [drawn, ...curveWords(found, ["abandoned"]).rows],
  };
}

const points100 = (share: number | null): number | null => (share === null ? null : 100 * share);

import type { Interval } from "../../sim/stats/daily.ts";
import { intervalNoun } from "../intervalWords.ts";
import type { Row } from "../row.ts";
import { inTime, type Slot, type View } from "../view.ts";
import { NOTHING, percent, pointsRange } from "../words.ts";
import { table, withMargin, type Cell } from "./table.ts";

const LEAST_DAYS = 10; // one day in ten of fewer is none

/** What the day looks like on a bad day and on a good one; null where too few days were simulated, or nobody came. */
export function badDayRow(views: readonly View[]): Row | null {
  const known = views.filter(({ result }) => result.days >= LEAST_DAYS && result.total.daily.p10 !== null);
  if (known.length === 0) return null;
  const noun = intervalNoun(known).one, worst = known.map(hardest);
  return {
    title: titleOf(known, views.length > 1),
    note: [
      "Of the whole day: days ranked by their own service level, in brackets the 95% interval.",
      ...(worst.some((slot) => slot !== null)
        ? [`Of single ${intervalNoun(known).many}: each ranked by its own level over all days, to a tenth of a point and without an interval, so the first among near equals may be chance. The bad day of one ${noun} is seldom that of another: these do not add up to a bad day.`]
        : []),
    ].join(" "),
    wide: true,
    panels: [table({
      caption: `Share answered ${shared(known)}`,
      columns: ["Scenario", "Bad day: one in ten is below", "Middle day", "Good day: one in ten is above", `Hardest ${noun}: on one day in ten below`],
      body: known.map((view, i): Cell[] => {
        const { p10, p50, p90, interval } = view.result.total.daily, slot = worst[i], low = slot?.result.total.daily.p10 ?? null;
        return [
          { text: view.name }, level(p10, interval.p10), level(p50, interval.p50), level(p90, interval.p90),
          { text: slot === null || low === null ? NOTHING : withMargin({ value: percent(low), margin: `(${slot.when})` }) },
        ];
      }),
    })],
  };
}

const shared = (views: readonly View[]): string => (new Set(views.map((view) => view.within)).size === 1 ? inTime(views[0]) : "in time, each scenario by its own threshold");

function level(share: number | null, interval: Interval | null): Cell {
  return { text: share === null ? NOTHING : withMargin({ value: percent(share), margin: interval === null ? "" : `(${pointsRange(interval)})` }) };
}

/** The interval whose own bad day, one in ten, is lowest. */
function hardest({ slots }: View): Slot | null {
  const known = slots.filter((slot) => slot.result.total.daily.p10 !== null), low = (slot: Slot) => slot.result.total.daily.p10 ?? 1;
  return known.length === 0 ? null : known.reduce((least, slot) => (low(slot) < low(least) ? slot : least));
}

function titleOf(known: readonly View[], several: boolean): string {
  if (known.length > 1) return "A bad day, a middling one and a good one";
  const [{ quoted, contacts, result: { total: { daily: { p10, p90, interval } } } }] = known, where = several ? ` in ${quoted}` : "";
  const said = (share: number | null, range: Interval | null) => `${percent(share ?? 0)}${range === null ? "" : ` (${pointsRange(range)})`}`;
  if (p10 === p90) return `Bad days and good ones are alike${where}`;
  return `On a bad day, one in ten, at most ${said(p10, interval.p10)} of ${contacts} are answered in time${where}; on a good day, one in ten, at least ${said(p90, interval.p90)}`;
}

import { kindsOfDay } from "../../sim/scenario/week.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import type { WeekResult } from "../../sim/study/weekResult.ts";
import { moneyShown } from "../money.ts";
import { shortened } from "../names.ts";
import type { Row } from "../row.ts";
import { weekFigures, weekHeads, weekNote } from "../weekWords.ts";
import { table, withMargin, type Cell } from "./table.ts";

export interface WeekPart {
  readonly week: WeekResult;
  /** With its calendar. */
  readonly scenario: Scenario;
}

/** The kinds of day beside their sum; null where there is no week. */
export function weekRow(weeks: readonly WeekPart[]): Row | null {
  if (weeks.length === 0) return null;
  return {
    title: weeks.length === 1 ? "The week and its kinds of day" : "The weeks and their kinds of day",
    note: `${[...new Set(weeks.map(({ week }) => weekNote(week)))].sort((a, b) => b.length - a.length)[0]} Days on target: share of open days whose own service level reaches the target, in brackets the 95% interval. ±: 95% intervals of the simulation.`,
    wide: true,
    panels: weeks.map(({ week, scenario }) => {
      const kinds = kindsOfDay(scenario);
      return table({
        caption: shortened(week.scenario), columns: ["", ...weekHeads(kinds)],
        body: weekFigures(week, kinds, moneyShown).map(({ name, cells }): Cell[] => [{ text: name }, ...cells.map((cell) => ({ text: withMargin(cell) }))]),
      });
    }),
  };
}

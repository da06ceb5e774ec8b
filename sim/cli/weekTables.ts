// A week on the terminal: the finding, and the kinds of day beside their sum. Their own tables follow.

import { weekFigures, weekFinding, weekHeads, weekNote } from "../../reports/weekWords.ts";
import { moneyShown } from "../../reports/money.ts";
import { integer, withHalfWidth } from "../../reports/words.ts";
import type { Scenario } from "../scenario/schema.ts";
import { escapeControls } from "../scenario/shown.ts";
import { kindsOfDay } from "../scenario/week.ts";
import type { WeekResult } from "../study/weekResult.ts";
import { styled, table } from "./tables.ts";

export function weekTables(result: WeekResult, scenario: Scenario): string {
  const kinds = kindsOfDay(scenario), { title, lead } = weekFinding(result, kinds);
  return [
    styled("bold", escapeControls(title)), escapeControls(lead), "",
    table(["", ...weekHeads(kinds).map(escapeControls)], weekFigures(result, kinds, moneyShown).map(({ name, cells }) => [name, ...cells.map(withHalfWidth)])), "",
    `${integer(result.days)} simulated ${result.days === 1 ? "day" : "days"} of each kind, seed "${escapeControls(result.seed)}"; ± is the half-width of the 95% interval. ${weekNote(result)}`, "",
  ].join("\n");
}

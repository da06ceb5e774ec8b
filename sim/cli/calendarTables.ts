// A calendar of dates on the terminal: the finding, the whole, its months, kinds of day and weekdays, agreements, money. Weeks and dates are for files.

import { agreementFigures, dayTypeFigures, moneyFigures, monthFigures, wayFigures, weekdayFigures, wholeFigures, type Figures } from "../../reports/calendarFigures.ts";
import { CALENDAR_NOTE, calendarFinding, KIND_NOTE, timesSimulated, type CalendarPart } from "../../reports/calendarWords.ts";
import { capital, withHalfWidth } from "../../reports/words.ts";
import { escapeControls } from "../scenario/shown.ts";
import { styled, table } from "./tables.ts";

export function calendarTables(part: CalendarPart): string {
  const { result, scenario } = part, { title, lead } = calendarFinding(part);
  const figures: (Figures | null)[] = [
    wholeFigures(result), monthFigures(result), dayTypeFigures(result), weekdayFigures(result), agreementFigures(part),
    ...Object.entries(result.agreements).map(([name, agreement]) => wayFigures(name, agreement, scenario.interval)), moneyFigures(result),
  ];
  return [
    styled("bold", escapeControls(title)), escapeControls(lead), "",
    ...figures.flatMap((each) => (each === null ? [] : [drawn(each), ""])),
    `${capital(timesSimulated(result.runs))}, seed "${escapeControls(result.seed)}". ${CALENDAR_NOTE} ${KIND_NOTE}`, "",
  ].join("\n");
}

function drawn({ heads, lines, total }: Figures): string {
  return table(heads.map(escapeControls), [...lines, ...(total === undefined ? [] : [total])].map(({ name, cells }) => [escapeControls(name), ...cells.map((cell) => escapeControls(withHalfWidth(cell)))]));
}

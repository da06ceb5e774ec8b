// The questions that have charts, in the page's order, two that belong together beside each other; the page and the slides ask the same.

import type { Row } from "./row.ts";
import { agentsRow } from "./rows/agentsByInterval.ts";
import { contactsRow } from "./rows/contactsByInterval.ts";
import { daysRow } from "./rows/dayDistribution.ts";
import { definitionsRow } from "./rows/definitions.ts";
import { occupancyRow } from "./rows/occupancyByInterval.ts";
import { levelRow } from "./rows/serviceLevelByInterval.ts";
import { shiftsRow } from "./rows/shifts.ts";
import { waitingRow } from "./rows/waitingCurve.ts";
import type { View } from "./view.ts";

type Hours = readonly [number, number];

/** By the name that a slide's file ends with; none ends with a hyphen and another. */
const QUESTIONS: Readonly<Record<string, (views: readonly View[], hours: Hours) => Row | null>> = {
  "service-level": levelRow, days: (views) => daysRow(views), contacts: contactsRow, waiting: (views) => waitingRow(views),
  agents: agentsRow, occupancy: occupancyRow, shifts: shiftsRow, definitions: definitionsRow,
};

export const CHARTS: readonly string[] = Object.keys(QUESTIONS);

/** A row for each question that has an answer. */
export function chartRows(views: readonly View[]): { readonly chart: string; readonly row: Row }[] {
  const hours = hoursOfAll(views);
  return Object.entries(QUESTIONS).flatMap(([chart, ask]) => {
    const row = ask(views, hours);
    return row === null ? [] : [{ chart, row }];
  });
}

/** From the first opening to the last closing, so that panels of a row can be compared. */
function hoursOfAll(views: readonly View[]): Hours {
  const opening = views.map((view) => view.scenario.opening);
  return [Math.min(...opening.map(({ from }) => from)) / 3600, Math.max(...opening.map(({ to }) => to)) / 3600];
}

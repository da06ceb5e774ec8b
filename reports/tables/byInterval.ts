import type { Estimate } from "../../sim/stats/estimate.ts";
import type { ContactEstimates } from "../../sim/study/result.ts";
import { isBelow } from "../charts/serviceLevelByInterval.ts";
import { rosteredWords } from "../charts/agentsByInterval.ts";
import { intervalNoun } from "../intervalWords.ts";
import type { Row } from "../row.ts";
import { meanOfDays, type View } from "../view.ts";
import { capital, clock, decimal, halfWidth, integer, NOTHING, points } from "../words.ts";
import { table, type Cell } from "./table.ts";

const COLUMNS = ["offered", "serviceLevel", "abandonmentRate", "averageSpeedOfAnswer"] as const;

/** Every interval in figures. Margins would crowd a narrow table: the note gives the widest of each column. */
export function intervalRow(views: readonly View[]): Row {
  const noun = intervalNoun(views), oneGroup = views.some(singleGroup), oneDay = views.every((view) => view.result.days === 1);
  return {
    title: `Every ${noun.one} in figures`,
    note: [
      `Offered: contacts a day. In time: of contacts offered, ${meanOfDays(views)}. ${oneDay ? "" : "8 days in 10: from the 10th to the 90th percentile of days. "}Answer: average speed of answer in seconds.`,
      `Agents: ${oneGroup ? "rostered (exact)" : ""}${oneGroup && !views.every(singleGroup) ? "; with several groups " : ""}${views.every(singleGroup) ? "" : "busy / rostered"}.${oneGroup ? " Busy %: occupancy." : ""}`,
      ...(views.some((view) => view.target !== null) ? [oneDay ? "▾ below the target." : "▾ below the target on average."] : []),
      certainty(views),
    ].join(" "),
    panels: views.map(tableOf),
  };
}

const singleGroup = ({ scenario }: View): boolean => Object.keys(scenario.groups).length === 1;

function certainty(views: readonly View[]): string {
  const widest = (estimates: readonly Estimate[]) => {
    const halves = estimates.filter((estimate) => estimate.mean !== null).map((estimate) => estimate.halfWidth);
    return halves.includes(null) || halves.length === 0 ? null : Math.max(...halves.map((half) => half ?? 0));
  };
  const [offered, level, abandonment, answer] = COLUMNS.map((name) => widest(views.flatMap(({ slots, result }) => [...slots.map((slot) => slot.result.total[name]), result.total[name]])));
  const occupancies = views.filter(singleGroup).flatMap(({ slots, result }) => [...slots.map((slot) => slot.result), result].flatMap(({ groups }) => Object.values(groups).map((group) => group.occupancy)));
  const occupancy = occupancies.length === 0 ? null : widest(occupancies);
  if (offered === null) return "One simulated day has no 95% interval.";
  const parts = [
    `offered ± ${halfWidth(offered)}`,
    ...(level === null ? [] : [`in time ± ${halfWidth(100 * level)} points`]),
    ...(abandonment === null ? [] : [`hang up ± ${halfWidth(100 * abandonment)} points`]),
    ...(answer === null ? [] : [`answer ± ${halfWidth(answer)} s`]),
    ...(occupancy === null ? [] : [`busy ± ${halfWidth(100 * occupancy)} points`]),
  ];
  return `95% intervals at most: ${parts.join(", ")}.`;
}

function tableOf(view: View) {
  const { result, slots, target } = view, single = singleGroup(view), { p10, p90 } = result.total.daily;
  const occupancyIn = (groups: View["result"]["groups"]): Cell[] => (single ? [share(Object.values(groups)[0].occupancy, 0)] : []);
  return table({
    caption: view.name,
    columns: ["From", "Offered", "In time %", "8\u00a0days in\u00a010", "Hang up %", "Answer s", ...(single ? ["Agents", "Busy %"] : ["Agents busy\u00a0/ rostered"])],
    body: slots.map((slot) => [
      { text: clock(slot.result.from) },
      ...contactCells(slot.result.total, isBelow(slot, target), slot.result.total.daily.p10, slot.result.total.daily.p90, result.days),
      { text: single ? rosteredWords(slot.rostered) : `${decimal(slot.busy, 1)} / ${rosteredWords(slot.rostered)}` },
      ...occupancyIn(slot.result.groups),
    ]),
    foot: [
      { text: capital("day") },
      ...contactCells(result.total, target !== null && result.total.serviceLevel.mean !== null && result.total.serviceLevel.mean < target, p10, p90, result.days),
      { text: "" }, ...occupancyIn(result.groups),
    ],
  });
}

function contactCells(cells: ContactEstimates, bad: boolean, p10: number | null, p90: number | null, days: number): Cell[] {
  const { offered, serviceLevel, abandonmentRate, averageSpeedOfAnswer: answer } = cells;
  return [
    { text: offered.mean === null ? NOTHING : offered.mean < 9.95 ? decimal(offered.mean, 1) : integer(offered.mean) },
    { ...share(serviceLevel, 1), bad },
    { text: p10 === null || p90 === null || days === 1 ? NOTHING : `${points(p10, 0)}–${points(p90, 0)}` },
    share(abandonmentRate, 1),
    { text: answer.mean === null ? NOTHING : decimal(answer.mean, answer.mean < 99.95 ? 1 : 0) },
  ];
}

const share = ({ mean }: Estimate, digits: number): Cell => ({ text: mean === null ? NOTHING : points(mean, digits) });

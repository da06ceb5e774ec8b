// Requirements on the terminal: the finding, what each rule attains, and the agents of each interval by every rule.

import { nounFor, type IntervalNoun } from "../../reports/intervalWords.ts";
import { requireFinding } from "../../reports/requireFinding.ts";
import { agentsShown, hoursShown, meaning, methods, staffingsOf } from "../../reports/requireWords.ts";
import { amountShown, capital, clock, integer, NOTHING, percent, pointsRange, shareShown, withHalfWidth } from "../../reports/words.ts";
import { escapeControls, shorten } from "../scenario/shown.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Estimate } from "../stats/estimate.ts";
import type { GroupRequirements, Requirements } from "../study/require.ts";
import type { Staffing } from "../study/requireResult.ts";
import { styled, table } from "./tables.ts";

export function requireText(found: Requirements, scenario: Scenario): string {
  const { title, lead } = requireFinding(found, scenario), noun = nounFor(scenario.interval), several = found.groups.length > 1;
  return [
    styled("bold", escapeControls(title)), escapeControls(lead), "",
    ...found.groups.flatMap((group) => [
      ...(several ? [styled("bold", escapeControls(shorten(group.group)))] : []),
      ruleTable(group, noun), "", intervalTable(group), "", ...methods(group, noun).map(escapeControls), ...(several ? [""] : []),
    ]),
    ...meaning(found, noun),
    `${integer(found.days)} simulated ${found.days === 1 ? "day" : "days"} for each staffing, seed "${escapeControls(found.seed)}"; ± is the half-width of the 95% interval`, "",
  ].join("\n");
}

const share = (estimate: Estimate) => withHalfWidth(shareShown(estimate));

function ruleTable(group: GroupRequirements, noun: IntervalNoun): string {
  const known = (staffing: Staffing) => staffing.intervals.filter(({ misses }) => misses !== null).length;
  const columns: [head: string, cell: (staffing: Staffing) => string][] = [
    ["Agent-hours", ({ agentHours }) => hoursShown(agentHours)],
    ["To roster", ({ hoursToRoster }) => (hoursToRoster === undefined ? "" : hoursShown(hoursToRoster))],
    ["Answered in time", ({ serviceLevel }) => share(serviceLevel)],
    [`Worst ${noun.one}`, ({ worst }) => (worst === null ? NOTHING : `${clock(worst.from)}  ${share(worst.serviceLevel)}`)],
    [`${capital(noun.many)} below`, (staffing) => `${staffing.intervalsMissed} of ${known(staffing)}`],
    ["Days missed", ({ daysMissed: { mean, interval } }) => (mean === null ? NOTHING : `${percent(mean)}${interval === null ? "" : ` (${pointsRange(interval)})`}`)],
    ["Occupancy", ({ occupancy }) => share(occupancy)],
  ];
  const rows = staffingsOf(group).map(({ label, staffing }) => [label, ...columns.map(([, cell]) => cell(staffing))]);
  const used = ["", ...columns.map(([head]) => head)].map((_, i) => i === 0 || rows.some((row) => row[i] !== ""));
  return table(["", ...columns.map(([head]) => head)].filter((_, i) => used[i]), rows.map((row) => row.filter((_, i) => used[i])));
}

/** The rota's agents beside those of the rules; of the last rule also what it attains. */
function intervalTable({ intervals, rota, rules }: GroupRequirements): string {
  const away = intervals.some(({ rostered, available }) => rostered !== available), last = rules[rules.length - 1];
  const labels = staffingsOf({ intervals, rota, rules, group: "", contacts: [] }).slice(1).map(({ label }) => label), lastLabel = labels[labels.length - 1];
  const toRoster = last.intervals[0].toRoster !== undefined;
  return table(
    ["From", "Expected", "Erlangs", "Rostered", ...(away ? ["On the phone"] : []), ...labels, ...(toRoster ? ["To roster"] : []), `${lastLabel} reaches`],
    intervals.map(({ from, expected, offeredLoad, rostered, available }, i) => [
      clock(from), amountShown({ mean: expected, halfWidth: null }).value, amountShown({ mean: offeredLoad, halfWidth: null }).value, agentsShown(rostered), ...(away ? [agentsShown(available)] : []),
      ...rules.map((rule) => agentsShown(rule.intervals[i].agents)), ...(toRoster ? [agentsShown(last.intervals[i].toRoster ?? 0)] : []), share(last.intervals[i].serviceLevel),
    ]),
  );
}

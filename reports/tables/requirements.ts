// Requirements in figures: what each rule attains, and the agents of each interval by every rule.

import type { GroupRequirements } from "../../sim/study/require.ts";
import type { IntervalNoun } from "../intervalWords.ts";
import { html } from "../page.ts";
import { goalOf } from "../requireFinding.ts";
import { agentsShown, hoursShown, methods, staffingsOf } from "../requireWords.ts";
import type { Row } from "../row.ts";
import { amountShown, capital, clock, NOTHING, percent, pointsRange, shareShown } from "../words.ts";
import { table, withMargin, type Cell } from "./table.ts";

export function ruleRow(group: GroupRequirements, noun: IntervalNoun, named: string): Row {
  const toRoster = group.rules.some(({ hoursToRoster }) => hoursToRoster !== undefined), all = staffingsOf(group);
  return {
    title: `${named}What each rule asks for and attains`, note: [`Worst and below: by the mean of all days, against the target of the ${noun.one}.`, ...methods(group, noun)].join(" "), wide: true,
    panels: [table({
      caption: group.group,
      columns: ["Rule", "Agent-hours", ...(toRoster ? ["To roster"] : []), "In time", `Worst ${noun.one}`, `${capital(noun.many)} below`, "Days missed", "Hang up", "Occupancy"],
      body: all.map(({ label, staffing }): Cell[] => {
        const { agentHours, hoursToRoster, serviceLevel, worst, intervals, intervalsMissed, daysMissed: { mean, interval }, abandonmentRate, occupancy } = staffing;
        return [
          { text: label }, { text: hoursShown(agentHours) }, ...(toRoster ? [{ text: hoursToRoster === undefined ? NOTHING : hoursShown(hoursToRoster) }] : []),
          { text: withMargin(shareShown(serviceLevel)) },
          { text: worst === null ? NOTHING : html`${clock(worst.from)}: ${withMargin(shareShown(worst.serviceLevel))}`, bad: intervalsMissed > 0 },
          { text: `${intervalsMissed} of ${intervals.filter(({ misses }) => misses !== null).length}` },
          { text: withMargin({ value: mean === null ? NOTHING : percent(mean), margin: interval === null ? "" : `(${pointsRange(interval)})` }) },
          { text: withMargin(shareShown(abandonmentRate)) }, { text: withMargin(shareShown(occupancy)) },
        ];
      }),
    })],
  };
}

export function requiredByIntervalRow(group: GroupRequirements, noun: IntervalNoun, named: string): Row {
  const away = group.intervals.some(({ rostered, available }) => rostered !== available), all = staffingsOf(group), last = group.rules[group.rules.length - 1];
  const toRoster = last.intervals[0]?.toRoster !== undefined;
  return {
    title: `${named}Every ${noun.one} in figures`, wide: true,
    note: `Agents, and the share of contacts answered in time with them. Expected: contacts; erlangs: agents that would be busy if there were one for everybody, those left from before among them (both exact). ▾ below ${goalOf(group)} on average.${toRoster ? ` To roster: by ${all[all.length - 1].label.toLowerCase()} staffing.` : ""}`,
    panels: [table({
      caption: group.group,
      columns: ["From", "Expected", "Erlangs", ...(away ? ["On the phone by the rota"] : []), ...all.map(({ label }) => label), ...(toRoster ? ["To roster"] : [])],
      body: group.intervals.map(({ from, expected, offeredLoad, available }, i): Cell[] => [
        { text: clock(from) }, { text: amountShown({ mean: expected, halfWidth: null }).value }, { text: amountShown({ mean: offeredLoad, halfWidth: null }).value }, ...(away ? [{ text: agentsShown(available) }] : []),
        ...all.map(({ staffing: { intervals } }): Cell => {
          const { agents, serviceLevel: { mean }, misses } = intervals[i];
          return { text: withMargin({ value: agentsShown(agents), margin: mean === null ? "" : percent(mean, 0) }), bad: misses === true };
        }),
        ...(toRoster ? [{ text: agentsShown(last.intervals[i].toRoster ?? 0) }] : []),
      ]),
    })],
  };
}

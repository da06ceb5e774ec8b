// The tables of an exact day on the terminal, in the manner of a run's, without margins.

import { amountShown, clock, duration, percentBeside, secondsShown, shareShown, targetPercent } from "../../reports/words.ts";
import { escapeControls, shorten } from "../scenario/shown.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Estimate } from "../stats/estimate.ts";
import type { ExactResult } from "../study/exact.ts";
import { moneyTables } from "./moneyTables.ts";
import { styled, table } from "./tables.ts";

const share = ({ mean }: Estimate) => shareShown({ mean, halfWidth: null }).value;
const seconds = ({ mean }: Estimate) => secondsShown({ mean, halfWidth: null }).value;
const amount = ({ mean }: Estimate) => amountShown({ mean, halfWidth: null }).value;
const name = (text: string) => escapeControls(shorten(text));

/** Printed wherever a scenario has some. */
export const NO_AGREEMENTS = "agreements are left out: whether a period keeps one depends on how single days vary, which an exact mean does not say; simulate them with callhall run";

export function exactTables(result: ExactResult, scenario: Scenario): string {
  return [
    styled("bold", name(scenario.name) + finding(result, scenario)), "",
    typeTable(result, scenario), "",
    table(
      ["Group", "Occupancy", "Utilisation", "Staffed hours", "Of them overrun"],
      Object.entries(result.groups).map(([group, { occupancy, utilisation, staffedHours, overrunHours }]) => [name(group), share(occupancy), share(utilisation), amount(staffedHours), amount(overrunHours)]),
    ), "",
    ...moneyTables(result, table),
    table(
      ["From", "Offered", "Answered in time", "Abandoned", "Average wait", "Occupancy"],
      result.intervals.map(({ from, total, groups }) => [
        clock(from), amount(total.offered), share(total.serviceLevel), share(total.abandonmentRate), seconds(total.averageWait), ...Object.values(groups).map(({ occupancy }) => share(occupancy)),
      ]),
    ), "",
    "exact: the mean over all that chance may do, solved and not simulated; single days vary around it", ...(scenario.agreements === undefined ? [] : [NO_AGREEMENTS]), "",
  ].join("\n");
}

/** One sentence without a full stop. */
function finding({ total }: ExactResult, { contacts }: Scenario): string {
  const [{ target, answerWithin }] = Object.values(contacts), level = total.serviceLevel.mean;
  if (level === null) return ": nobody comes";
  const verdict = level >= target ? "met" : "missed";
  return `: the ${targetPercent(target)} target is ${verdict} on average, with ${percentBeside(level, target)} answered within ${duration(answerWithin)}`;
}

function typeTable({ total, types }: ExactResult, { contacts }: Scenario): string {
  const [[type, { target, answerWithin }]] = Object.entries(contacts), result = types[type];
  const blocked = total.blocked.mean === 0 ? [] : [["Blocked a day", amount(result.blocked)]];
  const lost = total.lostAtClose.mean === 0 ? [] : [["Lost at closing a day", amount(result.lostAtClose)]];
  return table(["", name(type)], [
    ["Target", `${targetPercent(target)} in ${duration(answerWithin)}`],
    ["Offered a day", amount(result.offered)],
    ["Answered in time", share(result.serviceLevel)],
    ["Abandoned", share(result.abandonmentRate)],
    ...blocked, ...lost,
    ["Had to wait", share(result.probabilityOfWait)],
    ["Average wait", seconds(result.averageWait)],
    ["Average speed of answer", seconds(result.averageSpeedOfAnswer)],
  ]);
}

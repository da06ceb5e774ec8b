// The tables on the terminal: the finding, then by type and in all, by group, and by interval. Every mean with its half-width.

import Table from "cli-table3";
import { styleText } from "node:util";
import { finding } from "../../reports/finding.ts";
import { precisionReached } from "../../reports/precision.ts";
import {
  amountShown, clock, duration, integer, NOTHING, percent, pointsRange, secondsShown, shareShown, targetPercent, withHalfWidth,
} from "../../reports/words.ts";
import { escapeControls, shorten } from "../scenario/shown.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Estimate } from "../stats/estimate.ts";
import type { ContactResult, IntervalResult, Result } from "../study/result.ts";
import { moneyTables } from "./moneyTables.ts";
import { siteLines } from "./siteTable.ts";

export function resultTables(result: Result, scenario: Scenario): string {
  const { title, lead } = finding(result, scenario), sites = siteLines(result);
  return [
    styled("bold", escapeControls(title)), escapeControls(lead), "",
    typeTable(result, scenario), "",
    ...(sites === null ? [] : [turned(sites), ""]),
    groupTable(result), "",
    ...moneyTables(result, table),
    intervalTable(result), "",
    `${integer(result.days)} simulated ${result.days === 1 ? "day" : "days"}, seed "${escapeControls(result.seed)}"${precisionReached(result)}; ± is the half-width of the 95% interval`, "",
  ].join("\n");
}

const MOST_SIDE_BY_SIDE = 3; // columns of figures that fit 80 characters

const share = (estimate: Estimate) => withHalfWidth(shareShown(estimate));
const seconds = (estimate: Estimate) => withHalfWidth(secondsShown(estimate));
const amount = (estimate: Estimate) => withHalfWidth(amountShown(estimate));
const name = (text: string) => escapeControls(shorten(text));

/** A row a type; where there are few, turned on its side, so that it fits a narrow window. */
function typeTable({ total, types }: Result, scenario: Scenario): string {
  const columns: [head: string, cell: (result: ContactResult) => string][] = [
    ["Offered a day", ({ offered }) => amount(offered)],
    ["Answered in time", ({ serviceLevel }) => share(serviceLevel)],
    ["Days on target", daysOnTarget],
    ["Abandoned", ({ abandonmentRate }) => share(abandonmentRate)],
    ["Blocked a day", ({ blocked }) => (total.blocked.mean === 0 ? "" : amount(blocked))],
    ["Lost at closing a day", ({ lostAtClose }) => (total.lostAtClose.mean === 0 ? "" : amount(lostAtClose))],
    ["Average wait", ({ averageWait }) => seconds(averageWait)],
    ["9 in 10 wait at most", waitAtMost],
  ];
  const rows: [string, string, ContactResult][] = Object.entries(types).map(([type, result]) => {
    const { target, answerWithin } = scenario.contacts[type];
    return [name(type), `${targetPercent(target)} in ${duration(answerWithin)}`, result];
  });
  if (rows.length > 1) rows.push(["all", "", total]);
  const lines = [["", "Target", ...columns.map(([head]) => head)], ...rows.map(([label, target, result]) => [label, target, ...columns.map(([, cell]) => cell(result))])];
  const used = lines[0].map((_, i) => i === 0 || lines.slice(1).some((line) => line[i] !== ""));
  return turned(lines.map((line) => line.filter((_, i) => used[i])));
}

/** A table with a few rows is turned on its side. */
function turned([head, ...body]: string[][]): string {
  return body.length <= MOST_SIDE_BY_SIDE ? table([head[0], ...body.map(([label]) => label)], head.slice(1).map((label, i) => [label, ...body.map((line) => line[i + 1])])) : table(head, body);
}

function daysOnTarget({ daily: { meetsTarget, interval } }: ContactResult): string {
  if (meetsTarget === null) return NOTHING;
  return `${percent(meetsTarget)}${interval.meetsTarget === null ? "" : ` (${pointsRange(interval.meetsTarget)})`}`;
}

function waitAtMost({ wait: { p90, interval } }: ContactResult): string {
  if (p90 === null) return NOTHING;
  const range = interval.p90 === null ? "" : ` (${interval.p90.map((bound) => bound.toFixed(1)).join("–")})`;
  return `${p90.toFixed(1)} s${range}`;
}

function groupTable({ groups }: Result): string {
  return table(
    ["Group", "Occupancy", "Utilisation", "Staffed hours", "Of them overrun"],
    Object.entries(groups).map(([group, result]) => [
      name(group), share(result.occupancy), share(result.utilisation), amount(result.staffedHours), amount(result.overrunHours),
    ]),
  );
}

function intervalTable({ intervals, groups }: Result): string {
  const onlyGroup = Object.keys(groups).length === 1; // of several, the table of groups says more than a row could
  return table(
    ["From", "Offered", "Answered in time", "8 days in 10", "Abandoned", "Average wait", ...(onlyGroup ? ["Occupancy"] : [])],
    intervals.map((interval) => [
      clock(interval.from), amount(interval.total.offered), share(interval.total.serviceLevel), dailyRange(interval.total), share(interval.total.abandonmentRate),
      seconds(interval.total.averageWait), ...(onlyGroup ? Object.values(interval.groups).map(({ occupancy }) => share(occupancy)) : []),
    ]),
  );
}

function dailyRange({ daily: { p10, p90 } }: IntervalResult["total"]): string {
  return p10 === null || p90 === null ? NOTHING : `${pointsRange([p10, p90])}%`;
}

const PLAIN = {
  top: "", "top-mid": "", "top-left": "", "top-right": "", bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "",
  left: "", "left-mid": "", mid: "", "mid-mid": "", right: "", "right-mid": "", middle: "  ",
};

/** Columns to the right but the first, without lines. */
export function table(head: string[], rows: string[][]): string {
  const drawn = new Table({
    head: head.map((text) => styled("dim", text)), chars: PLAIN, style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
    colAligns: head.map((_, i) => (i === 0 ? "left" : "right")),
  });
  drawn.push(...rows);
  return drawn.toString().split("\n").map((line) => line.trimEnd()).join("\n");
}

/** Styled where a person looks, plain in files, pipes and wherever NO_COLOR asks for it. */
export function styled(style: "bold" | "dim", text: string): string {
  return process.stdout.isTTY && !process.env.NO_COLOR && text !== "" ? styleText(style, text) : text;
}

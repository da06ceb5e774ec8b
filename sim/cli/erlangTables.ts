// What the calculator prints: one number of agents as a list, a range as a table.

import { decimal, integer, NOTHING, percent, percentBeside, targetPercent } from "../../reports/words.ts";
import { formatDuration } from "../scenario/duration.ts";
import type { ErlangRow } from "./erlang.ts";
import type { Figures } from "./erlangOptions.ts";
import { styled, table } from "./tables.ts";

type Column = readonly [head: string, cell: (row: ErlangRow) => string];

export function erlangTables(figures: Figures, rows: readonly ErlangRow[]): string {
  const columns = columnsOf(figures), [[head, cell], ...others] = columns;
  return [
    styled("bold", titleOf(figures, rows)), givenOf(figures, rows[0]), "",
    rows.length === 1
      ? table([head, cell(rows[0])], others.map(([label, text]) => [label, text(rows[0])]))
      : table(columns.map(([label]) => label), rows.map((row) => columns.map(([, text]) => text(row)))),
    "", `exact: the formula's own values, for a steady state with these very figures; what happens in any ${formatDuration(figures.per)} varies around them`, "",
  ].join("\n");
}

const NAMES = { b: "Erlang B", c: "Erlang C", a: "Erlang A" } as const;

const counted = (count: number, one: string) => `${integer(count)} ${count === 1 ? one : `${one}s`}`;

/** The finding, without a full stop. */
function titleOf(figures: Figures, rows: readonly ErlangRow[]): string {
  const { formula, agents, target, maxOccupancy } = figures, [{ agents: number, serviceLevel, blocking }] = rows, name = NAMES[formula];
  const who = counted(number, formula === "b" ? "line" : "agent"), s = number === 1 ? "s" : "", attained = formula === "b" ? blocking : serviceLevel;
  const share = attained === null || attained === undefined ? NOTHING : agents === null ? percentBeside(attained, target) : percent(attained);
  if (rows.length > 1) return `${name}: ${integer(number)} to ${counted(rows[rows.length - 1].agents, formula === "b" ? "line" : "agent")}`;
  const what = formula === "b" ? `block${s} ${share} of calls` : `answer${s} ${share} within ${formatDuration(figures.answerWithin)}`;
  if (agents !== null) return `${name}: ${who} ${what}`;
  const goal = formula === "b" ? `blocks at most ${targetPercent(target)}` : `answers ${targetPercent(target)}${maxOccupancy === null ? "" : ` with an occupancy of at most ${targetPercent(maxOccupancy)}`}`;
  return `${name}: the least number that ${goal} is ${who}, which ${what}`;
}

function givenOf({ formula, calls, per, handleTime, patience, balking, lines }: Figures, { offeredLoad }: ErlangRow): string {
  const load = `${decimal(calls, calls % 1 === 0 ? 0 : 1)} calls in ${formatDuration(per)}, ${formatDuration(handleTime)} each: an offered load of ${offeredLoad < 0.1 ? offeredLoad.toPrecision(2) : decimal(offeredLoad, 1)} erlangs`;
  if (formula === "b") return `${load}; who finds all lines taken is gone`;
  const waiting = patience === null ? "nobody hangs up" : `callers hang up after ${formatDuration(patience)} in the mean`;
  return [load, waiting, ...(balking > 0 ? [`${percent(balking)} at once if nobody is free`] : []), ...(lines === null ? [] : [counted(lines, "line")])].join("; ");
}

function columnsOf({ formula, lines, present }: Figures): Column[] {
  const share = (value: number | null | undefined) => (typeof value === "number" ? percent(Math.min(value, 1)) : NOTHING); // a rounding error above 1 is 1
  const seconds = (value: number | null) => (value === null ? "no bound" : `${value > 0 && value < 0.05 ? "<0.1" : decimal(value, value < 100 ? 1 : 0)} s`);
  const blocked: Column = ["Blocked", (row) => share(row.blocking)], occupancy: Column = ["Occupancy", (row) => share(row.occupancy)];
  const roster: Column[] = present === null ? [] : [["To roster", (row) => `${integer(row.rostered!)} (${decimal(row.rosteredUnrounded!, 2)})`]];
  if (formula === "b") return [["Lines", (row) => integer(row.agents)], blocked, occupancy, ...roster];
  return [
    ["Agents", (row) => integer(row.agents)],
    ["Answered in time", (row) => share(row.serviceLevel)],
    ["Had to wait", (row) => share(row.probabilityOfWait)],
    ...(formula === "a" ? [["Abandoned", (row: ErlangRow) => share(row.abandonmentRate)]] satisfies Column[] : []),
    ...(lines === null ? [] : [blocked]),
    ["Average wait", (row) => seconds(row.averageWait)],
    ...(formula === "a" ? [["Speed of answer", (row: ErlangRow) => seconds(row.averageSpeedOfAnswer)]] satisfies Column[] : []),
    occupancy, ...roster,
  ];
}

// A curve over a calendar on the terminal: the finding, then a row for each point.

import { agreementNames, calendarCurveFinding, chanceShown } from "../../reports/calendarCurveWords.ts";
import { areAgents, valueShown } from "../../reports/curveWords.ts";
import { boundedMoney, moneyShown } from "../../reports/money.ts";
import { shortened } from "../../reports/names.ts";
import { chanceOfDaysShown, integer, NOTHING, plural, shareShown, withHalfWidth } from "../../reports/words.ts";
import { escapeControls, shorten } from "../scenario/shown.ts";
import type { CalendarCurve, CalendarCurvePoint } from "../study/calendarCurve.ts";
import { styled, table } from "./tables.ts";

export function calendarCurveText(curve: CalendarCurve): string {
  const { title, lead } = calendarCurveFinding(curve), { points, vary: [varied], runs, seed, currency, scenario } = curve, names = agreementNames(points);
  const whose = (name: string, what: string) => escapeControls(names.length === 1 ? what : `${shortened(name)}: ${what}`);
  const columns: [string, (point: CalendarCurvePoint) => string][] = [
    [areAgents(varied) ? "Agents" : escapeControls(shorten(varied.path)), ({ at: [value] }) => valueShown(value, varied.unit)],
    ["In time", ({ total }) => withHalfWidth(shareShown(total.serviceLevel))],
    ["Days on target", ({ total }) => (total.daysOnTarget.mean === null ? NOTHING : withHalfWidth(chanceOfDaysShown(total.daysOnTarget)))],
    ...names.flatMap((name): typeof columns => [
      [whose(name, "missed"), ({ agreements }) => chanceShown(agreements[name].missed)],
      [whose(name, "two in a row"), ({ agreements }) => chanceShown(agreements[name].twoInARow)],
    ]),
    ...(currency === null ? [] : [
      ["Cost", ({ cost }) => (cost === undefined ? NOTHING : withHalfWidth(moneyShown(cost, currency)))],
      ["Credits", ({ credits }) => (credits === undefined ? "" : withHalfWidth(boundedMoney(credits, currency)))],
      ["Both", ({ costWithCredits }) => (costWithCredits === undefined ? "" : withHalfWidth(boundedMoney(costWithCredits, currency)))],
    ] as typeof columns),
  ];
  const rows = points.map((point) => columns.map(([, cell]) => cell(point))), used = columns.map((_, i) => rows.some((row) => row[i] !== ""));
  return [
    styled("bold", escapeControls(`${shortened(scenario)}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`)), escapeControls(lead), "",
    table(columns.map(([head]) => head).filter((_, i) => used[i]), rows.map((row) => row.filter((_, i) => used[i]))), "",
    `all dates from ${curve.from} to ${curve.to} simulated ${integer(runs)} ${plural(runs, "time")} at each of ${integer(points.length)} points, the same callers at all, seed "${escapeControls(seed)}"; missed: chance that a period misses what was promised; ± is the half-width of the 95% interval, in brackets its ends`, "",
  ].join("\n");
}

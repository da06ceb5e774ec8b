// One scenario at a glance: the service level large, and beneath it what goes with it.

import type { Estimate } from "../sim/stats/estimate.ts";
import { html, type Html } from "./page.ts";
import { rotaWords } from "./staffing.ts";
import { judge } from "./verdict.ts";
import { inTime, targetWords, total, type View } from "./view.ts";
import {
  amountShown, decimal, halfWidth, integer, NOTHING, percent, percentBeside, plural, pointsRange, secondsShown, shareShown, type Shown,
} from "./words.ts";

interface Line {
  readonly term: string;
  readonly value: string;
  readonly rest: string;
}

const line = (term: string, { value, margin }: Shown, unit = ""): Line => ({ term, value, rest: `${unit} ${margin}`.trim() });

export function card(view: View): Html {
  const { result, target } = view, { serviceLevel } = result.total, { value, margin } = shareShown(serviceLevel);
  const level = serviceLevel.mean === null || target === null ? value : percentBeside(serviceLevel.mean, target);
  return html`<div class="card ${judge(view).verdict.replace(" ", "-")}">
<h3><bdi>${view.name}</bdi> <span>${expectedWords(view)} · ${rotaWords(view)}</span></h3>
<p class="big">${level} <small>${margin}</small></p>
<p class="note">answered ${inTime(view)}; ${targetWords(view)}</p>
<dl>${linesOf(view).map(({ term, value: number, rest }) => html`<div><dt>${term}</dt><dd>${number} <small>${rest}</small></dd></div>`)}</dl>
</div>`;
}

export function expectedWords({ expected, fixedCount, contacts }: View): string {
  const whole = Number.isInteger(expected) || expected >= 100;
  const words = `${whole ? integer(expected) : decimal(expected, 1)} ${plural(expected, contacts.replace(/s$/, ""), contacts)}`;
  return fixedCount ? `exactly ${words}` : `${words} expected`;
}

function linesOf(view: View): Line[] {
  const { total: all } = view.result, { blocked, lostAtClose } = all;
  return [
    daysOnTarget(view),
    oneDayInTen(view),
    line("Hang up", shareShown(all.abandonmentRate)),
    line(`Average wait, all ${view.contacts}`, secondsShown(all.averageWait)),
    ...((blocked.mean ?? 0) > 0 ? [line("Blocked, all lines taken", amountShown(blocked), "a day")] : []),
    ...((lostAtClose.mean ?? 0) > 0 ? [line("Lost at closing", amountShown(lostAtClose), "a day")] : []),
    occupancy(view),
    staffedHours(view),
  ];
}

function daysOnTarget({ target, result: { total: all, days } }: View): Line {
  const term = "Days on target", { meetsTarget: chance, interval } = all.daily;
  if (target === null) return { term, value: "by type", rest: "in the table" };
  if (chance === null) return { term, value: NOTHING, rest: "" };
  if (days === 1) return { term, value: chance === 1 ? "1 of 1" : "0 of 1", rest: "simulated" };
  const range = interval.meetsTarget ? ` (${pointsRange(interval.meetsTarget)})` : "";
  if (chance === 0 || chance === 1) return { term, value: chance === 0 ? "none" : "all", rest: range.replace(")", " in 100)").trim() };
  const rounded = chance < 0.005 ? "<1" : chance >= 0.995 ? ">99" : integer(100 * chance);
  return { term, value: rounded, rest: `in 100${range}` };
}

function oneDayInTen({ result: { total: all, days } }: View): Line {
  const term = "One day in ten below", { p10, interval } = all.daily;
  if (p10 === null || days === 1) return { term, value: NOTHING, rest: "" };
  return { term, value: percent(p10), rest: interval.p10 ? `(${percent(interval.p10[0]).replace("%", "")}–${percent(interval.p10[1]).replace("%", "")})` : "" };
}

/** Groups are not averaged: that would be another ratio. Several are given as their lowest and highest. */
function occupancy({ result }: View): Line {
  const groups = Object.values(result.groups);
  if (groups.length === 1) return line("Occupancy", shareShown(groups[0].occupancy));
  const known = groups.map((group) => group.occupancy).filter((estimate) => estimate.mean !== null);
  if (known.length === 0) return line("Occupancy", { value: NOTHING, margin: "" });
  const means = known.map((estimate) => estimate.mean ?? 0);
  return line("Occupancy, by group", { value: `${percent(Math.min(...means))} to ${percent(Math.max(...means))}`, margin: largestMargin(known) });
}

function largestMargin(estimates: readonly Estimate[]): string {
  const halves = estimates.map((estimate) => estimate.halfWidth);
  return halves.includes(null) ? "" : `± ${halfWidth(100 * Math.max(...halves.map((half) => half ?? 0)))}`;
}

/** All groups together, work past the shift's end included; the half-widths add up to at most so much. */
function staffedHours({ result }: View): Line {
  const hours = Object.values(result.groups).map((group) => group.staffedHours), halves = hours.map((estimate) => estimate.halfWidth);
  const mean = total(hours.map((estimate) => estimate.mean ?? 0));
  return line("Staffed hours", { value: decimal(mean, 1), margin: halves.includes(null) ? "" : `± ${halfWidth(total(halves.map((half) => half ?? 0)))}` });
}

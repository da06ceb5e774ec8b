// A week in words and figures, the same on the page and on the terminal: a column for the week, and one for a day of each kind.

import { openDays, type KindOfDay } from "../sim/scenario/week.ts";
import type { Estimate } from "../sim/stats/estimate.ts";
import type { Interval } from "../sim/stats/daily.ts";
import type { WeekResult } from "../sim/study/weekResult.ts";
import { boundedMoney } from "./money.ts";
import { inWords, shortened } from "./names.ts";
import { shared } from "./view.ts";
import { amountShown, decimal, inSentence, integer, listed, NOTHING, percent, plural, pointsRange, secondsShown, shareShown, targetPercent, type Shown } from "./words.ts";

/** The finding in a sentence without a full stop, and with numbers. */
export function weekFinding({ scenario, week: { times, total } }: WeekResult, kinds: readonly KindOfDay[]): { readonly title: string; readonly lead: string } {
  const days = openDays(kinds);
  const level = total.serviceLevel.mean === null ? "nobody comes" : `${percent(total.serviceLevel.mean)} of contacts are answered in time over the week${besideTarget(total.serviceLevel, kinds)}`;
  const each = listed(kinds.map((kind) => `${integer(times[kind.name])} ${inWords(kind.name)}`));
  const met = total.daysOnTarget.mean === null ? "" : `; ${decimal(days * total.daysOnTarget.mean, 1)} of ${integer(days)} open ${plural(days, "day")} reach their target${rangeOf(total.daysOnTarget.interval, days)}`;
  return {
    title: `${shortened(scenario)}: ${level}`,
    lead: `In a week of ${integer(days)} open ${plural(days, "day")} (${each}), ${inSentence(amountShown(total.offered))} contacts come, ${inSentence(amountShown(total.answered))} are answered, ${inSentence(shareShown(total.serviceLevel))} in time${met}.`,
  };
}

/** On which side of the target the week surely lies, where all its days and contact types share one. */
function besideTarget({ mean, halfWidth }: Estimate, kinds: readonly KindOfDay[]): string {
  const target = shared(kinds.flatMap(({ scenario: { contacts } }) => Object.values(contacts).map((type) => type.target)));
  if (target === null || mean === null || halfWidth === null) return "";
  if (Math.abs(mean - target) <= halfWidth) return `, too close to the ${targetPercent(target)} target to call`;
  return `, ${mean > target ? "above" : "below"} the ${targetPercent(target)} target`;
}

function rangeOf(interval: Interval | null, days: number): string {
  return interval === null ? "" : ` (${interval.map((bound) => decimal(days * bound, 1)).join("–")})`;
}

export interface WeekFigure {
  readonly name: string;
  /** The week; then a day of each kind, in the file's order. */
  readonly cells: readonly Shown[];
}

/** @param kinds in the file's order @param money how an amount is shown, in a currency */
export function weekFigures({ week, dayTypes }: WeekResult, kinds: readonly KindOfDay[], money: (estimate: Estimate, currency: string) => Shown): WeekFigure[] {
  const exact = (value: number, digits: number): Shown => ({ value: decimal(value, digits), margin: "" });
  const results = kinds.map(({ name }) => dayTypes[name]), sources = [week.total, ...results.map(({ total }) => total)];
  const rows: WeekFigure[] = [
    { name: "Days a week", cells: [exact(openDays(kinds), 0), ...kinds.map(({ times }) => exact(times, 0))] },
    { name: "Contacts offered", cells: sources.map(({ offered }) => amountShown(offered)) },
    { name: "Answered", cells: sources.map(({ answered }) => amountShown(answered)) },
    { name: "Answered in time", cells: sources.map(({ serviceLevel }) => shareShown(serviceLevel)) },
    { name: "Days on target", cells: [onTarget(week.total.daysOnTarget.mean, week.total.daysOnTarget.interval), ...results.map(({ total: { daily } }) => onTarget(daily.meetsTarget, daily.interval.meetsTarget))] },
    { name: "Abandoned", cells: sources.map(({ abandonmentRate }) => shareShown(abandonmentRate)) },
    { name: "Average wait", cells: sources.map(({ averageWait }) => secondsShown(averageWait)) },
    { name: "Paid hours (by the rota, exact)", cells: [week.groups, ...results.map(({ groups }) => groups)].map((groups) => exact(Object.values(groups).reduce((sum, { paidHours }) => sum + (paidHours.mean ?? 0), 0), 1)) },
  ];
  const { money: spent } = week;
  if (spent !== undefined) {
    const own = results.map(({ money: day }) => day), cells = (of: (day: { readonly cost: Estimate; readonly costPerContact: Estimate }) => Estimate) =>
      [money(of(spent), spent.currency), ...own.map((day) => (day === undefined ? { value: NOTHING, margin: "" } : money(of(day), spent.currency)))];
    const { credits, posts, currency } = spent, none: Shown = { value: NOTHING, margin: "" };
    rows.push({ name: "Cost", cells: cells(({ cost }) => cost) }, { name: "Cost of an answered contact", cells: cells(({ costPerContact }) => costPerContact) });
    if (credits !== undefined) rows.push({ name: "Credits, besides", cells: [boundedMoney(credits, currency), ...own.map((day) => (day?.credits === undefined ? none : boundedMoney(day.credits, currency)))] });
    if (posts !== null) rows.push({ name: "Full-time posts, exact", cells: [exact(posts, 2), ...results.map(() => none)] });
  }
  return rows;
}

function onTarget(share: number | null, interval: Interval | null): Shown {
  return share === null ? { value: NOTHING, margin: "" } : { value: percent(share), margin: interval === null ? "" : `(${pointsRange(interval)})` };
}

/** The heads of the columns of figures. */
export function weekHeads(kinds: readonly KindOfDay[]): string[] {
  return ["the week", ...kinds.map(({ name }) => `${shortened(name)}, a day`)];
}

/** How the simulated days of a week's kinds belong together. */
const WEEK_NOTE = "The kinds of day are simulated independently of each other; the week is their sum, its shares ratios of sums over the week, with intervals by the delta method.";

/** The same, and how agreements are judged where there are any. */
export function weekNote({ dayTypes }: WeekResult): string {
  const judged = Object.values(dayTypes).some(({ agreements = {} }) => Object.keys(agreements).length > 0);
  return judged ? `${WEEK_NOTE} An agreement is judged on each kind of day by itself, over periods of days of that kind: not over the months of a calendar, in which kinds of day come together.` : WEEK_NOTE;
}

import { isComparable, MOST_LINES, occupancyByInterval } from "../charts/occupancyByInterval.ts";
import { intervalNoun } from "../intervalWords.ts";
import { inWords } from "../names.ts";
import { besideKey, drawn, type Beside, type Row } from "../row.ts";
import { meanOfDays, type View } from "../view.ts";
import { halfWidth, inSentence, listed, percent, shareShown } from "../words.ts";

/** How much of their time are the agents busy? */
export function occupancyRow(views: readonly View[], hours: readonly [number, number], beside?: Beside): Row {
  const halves = views.flatMap((view) => view.slots.flatMap((slot) => Object.values(slot.result.groups).flatMap(({ occupancy }) => (occupancy.mean === null ? [] : [occupancy.halfWidth]))));
  const certain = halves.length === 0 || halves.includes(null) ? "" : `, certain to within ${halfWidth(100 * Math.max(...halves.map((half) => half ?? 0)))} points`;
  const ranges = views.some((view) => groupsOf(view) > MOST_LINES);
  return {
    title: titleOf(views),
    note: `Occupancy: busy / (busy + available), by ${intervalNoun(views).one}, ${meanOfDays(views)}${certain}.${ranges ? ` With more than ${MOST_LINES} groups: from the least busy group to the busiest.` : ""} Breaks, absence and time off the phone do not count; work past the shift’s end does. Time between contacts is not spare: with less of it, people wait longer.`,
    ...(beside === undefined || !views.every((view) => isComparable(view, beside.of)) ? {} : { key: besideKey(beside) }),
    ...drawn(views, views.map((view) => occupancyByInterval(view, hours, beside?.of))),
  };
}

const groupsOf = ({ scenario }: View): number => Object.keys(scenario.groups).length;

function titleOf(views: readonly View[]): string {
  const neutral = `Occupancy by ${intervalNoun(views).one}`;
  const known = views.filter(({ result }) => Object.values(result.groups).some(({ occupancy }) => occupancy.mean !== null));
  if (known.length === 0 || views.length > 3) return neutral;
  const many = known.some((view) => groupsOf(view) > 1);
  if (!many) return `Agents are busy for ${listed(known.map((view) => `${overTheDay(view, known.length === 1)}${named(views, view)}`))} of their staffed time`;
  if (known.length === 1) return `Occupancy runs ${overTheDay(known[0], true)}${named(views, known[0])}`;
  return `Occupancy by group: ${listed(known.map((view) => `${overTheDay(view, false)}${named(views, view)}`))}`;
}

const named = (views: readonly View[], { quoted }: View): string => (views.length > 1 ? ` in ${quoted}` : "");

/** Over the day; several groups by the least and the most busy, as an average of them would be another ratio. */
function overTheDay({ result }: View, full: boolean): string {
  const groups = Object.entries(result.groups).flatMap(([name, { occupancy: { mean, halfWidth: half } }]) => (mean === null ? [] : [{ name, mean, halfWidth: half }])).sort((a, b) => a.mean - b.mean);
  const least = groups[0], most = groups[groups.length - 1];
  if (!full) return groups.length === 1 ? percent(least.mean) : `${percent(least.mean)} to ${percent(most.mean)}`;
  if (Object.keys(result.groups).length === 1) return inSentence(shareShown(least));
  return `from ${inSentence(shareShown(least))} in ${inWords(least.name)} to ${inSentence(shareShown(most))} in ${inWords(most.name)}`;
}

// The rota: one line a person, breaks as gaps; for many people one band a shift, as high as people are on duty.

import * as Plot from "@observablehq/plot";
import { rotaOf, type Spell } from "../../sim/model/rota.ts";
import type { Group, Scenario } from "../../sim/scenario/schema.ts";
import { shortened } from "../names.ts";
import { clockAxis, clockTicks, GOOD, GRID, INK, panel, PAPER, type Chart } from "../panel.ts";
import type { View } from "../view.ts";
import { clockOfHours, integer, plural } from "../words.ts";

const MOST_PEOPLE = 40, MOST_SHIFTS = 16; // beyond, a page would be all rota
const NAME = 17, PERSON = 10.5, BAND = 20, AXIS = 24; // px

/** Agents who work the same hours. */
interface Team {
  readonly text: string;
  readonly agents: number;
  /** Hours since midnight. */
  readonly from: number;
  readonly to: number;
  readonly spells: readonly Spell[];
}

/** All people on the rota have a line of their own. */
export const isByPerson = (view: View): boolean =>
  Object.values(view.scenario.groups).every((group) => !Array.isArray(group.agents)) && teamsOf(view).reduce((sum, team) => sum + team.agents, 0) <= MOST_PEOPLE;

export function shifts(view: View, hours: readonly [number, number]): Chart {
  const all = teamsOf(view), teams = all.slice(0, MOST_SHIFTS), byPerson = isByPerson(view), opens = view.scenario.opening.from / 3600;
  const bars: { x1: number; x2: number; y1: number; y2: number }[] = [], breaks: typeof bars = [], names: { x: number; y: number; text: string }[] = [];
  let y = 2;
  for (const team of teams) {
    // A name begins where its shift does, or as far left as it takes to fit.
    names.push({ x: Math.max(hours[0], Math.min(team.from, hours[1] - (team.text.length * 6.6 * (hours[1] - hours[0])) / 296)), y: y + NAME / 2 + 1, text: team.text });
    y += NAME;
    if (byPerson) {
      for (const spells of people(team)) {
        spells.forEach(([from, to], i) => {
          bars.push({ x1: opens + from / 3600, x2: opens + to / 3600, y1: y, y2: y + PERSON });
          if (i > 0) breaks.push({ x1: opens + spells[i - 1][1] / 3600, x2: opens + from / 3600, y1: y, y2: y + PERSON });
        });
        y += PERSON;
      }
    } else {
      const peak = Math.max(1, ...dutyOf(team).map(([, , agents]) => agents));
      for (const [from, to, agents] of dutyOf(team)) bars.push({ x1: opens + from / 3600, x2: opens + to / 3600, y1: y + BAND * (1 - agents / peak), y2: y + BAND });
      y += BAND;
    }
    y += 3;
  }
  const more = all.length - teams.length;
  if (more > 0) names.push({ x: hours[0], y: y + NAME / 2, text: `and ${integer(more)} more ${plural(more, "shift")}` });
  y += more > 0 ? NAME : 0;
  const across = { x1: "x1", x2: "x2", y1: "y1", y2: "y2" } as const, apart = byPerson ? { insetTop: 0.75, insetBottom: 0.75 } : { insetRight: -0.25 };
  return panel({
    id: `shifts-${view.id}`, title: `${view.name}: who is on duty when`, desc: `${all.map((team) => team.text).join("; ")}.`, height: Math.round(y + 4 + AXIS),
    x: hours, y: [y, 0], margin: { top: 4, left: 4 },
    marks: [
      Plot.ruleX(clockTicks(hours), { stroke: GRID }),
      Plot.rect(bars, { ...across, ...apart, fill: GOOD }),
      Plot.rect(breaks, { ...across, insetTop: 1.25, insetBottom: 1.25, fill: PAPER, stroke: GOOD }),
      Plot.text(names, { x: "x", y: "y", text: "text", textAnchor: "start", fill: INK, stroke: PAPER, strokeWidth: 3 }),
      clockAxis(hours),
    ],
  });
}

function teamsOf({ scenario }: View): Team[] {
  const groups = Object.entries(scenario.groups);
  return groups.flatMap(([name, group]) => teamsOfGroup(group, scenario).map((team) => {
    const of = groups.length > 1 ? `${shortened(name).slice(0, 22)}: ` : "", hours = `${clockOfHours(team.from)} to ${clockOfHours(team.to)}`;
    return { ...team, text: `${of}${team.text}, ${hours}` };
  }));
}

function teamsOfGroup(group: Group, scenario: Scenario): Team[] {
  const { opening } = scenario, opens = opening.from / 3600, closes = opening.to / 3600;
  if (group.shifts === undefined) {
    const { spells } = rotaOf(group, scenario), most = Math.max(0, ...spells.map((spell) => spell.agents));
    return most === 0 ? [] : [{ text: Array.isArray(group.agents) ? `up to ${integer(most)} at once` : `${integer(most)} all day`, agents: most, from: opens, to: closes, spells }];
  }
  return Object.entries(group.shifts).filter(([, agents]) => agents > 0).map(([name, agents]) => ({
    text: `${integer(agents)} ${shortened(name).slice(0, 24)}`, agents, from: scenario.shifts[name].from / 3600, to: scenario.shifts[name].to / 3600,
    spells: rotaOf({ ...group, agents: undefined, shifts: { [name]: agents } }, scenario).spells,
  }));
}

/** Each person's spells on duty: the rota lists them agent by agent, and who comes back later than the last left is the same person. */
function people({ spells, agents }: Team): [number, number][][] {
  if (spells.length === 1 && spells[0].agents === agents) return Array.from({ length: agents }, () => [[spells[0].from, spells[0].to]]);
  const all: [number, number][][] = [];
  spells.forEach(({ from, to }, i) => {
    if (i > 0 && from >= spells[i - 1].to) all[all.length - 1].push([from, to]);
    else all.push([[from, to]]);
  });
  return all;
}

/** Agents of a team on duty, as stretches of the day, seconds from opening. */
function dutyOf({ spells }: Team): [from: number, to: number, agents: number][] {
  const times = [...new Set(spells.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return times.slice(1).map((to, i) => [times[i], to, spells.reduce((sum, spell) => (spell.from <= times[i] && spell.to >= to ? sum + spell.agents : sum), 0)]);
}

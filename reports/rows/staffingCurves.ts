// Service level with more and fewer agents in every way of working, and what it costs.

import type { Study } from "../../sim/scenario/study.ts";
import type { StaffingPoint } from "../../sim/study/compareHold.ts";
import type { Comparison } from "../../sim/study/compareResult.ts";
import { staffingCurves, type StaffingLine } from "../charts/staffingCurves.ts";
import { PER_WORDS, termsOf, wayInWords } from "../compareWords.ts";
import { html } from "../page.ts";
import type { Row } from "../row.ts";
import { shared } from "../view.ts";
import { capital, halfWidth, integer, listed, targetPercent } from "../words.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Null where the study holds no target. */
export function staffingRow(study: Study, comparison: Comparison): Row | null {
  const { hold, curves } = comparison, { ways } = study, terms = termsOf(study, comparison);
  if (hold === null || curves === null) return null;
  const target = study.hold?.target ?? shared(ways.flatMap(({ scenario }) => Object.values(scenario.contacts).map((type) => type.target)));
  const near = ways.map(({ name }) => nearby(curves[name], hold[name].agentsNow, hold[name].agents));
  // Agents are what a planner counts; where a paid hour is not the same number of agents everywhere, only hours can be compared.
  const sameHours = shared(near.flat().flatMap(({ agents, paidHours }) => (agents === 0 ? [] : [Math.round((1000 * paidHours) / agents)]))) !== null;
  const line = (x: (point: StaffingPoint) => number | null) => ways.map(({ name }, i): StaffingLine => ({
    letter: letterOf(i), isBase: i === 0, points: near[i].flatMap((point) => { const drawn = pointAt(point, x(point)); return drawn === null || drawn.level < lowestShown(target) ? [] : [drawn]; }),
    held: near[i].flatMap((point) => { const drawn = point.agents === hold[name].agents ? pointAt(point, x(point)) : null; return drawn === null ? [] : [drawn]; })[0] ?? null,
  }));
  const goal = target === null ? "the types’ own targets" : targetPercent(target), desc = ways.map(({ name }, i) => `${letterOf(i)}: ${name}, ${hold[name].agents === null ? "never" : `from ${integer(hold[name].agents)} agents on`} at ${goal}.`).join(" ");
  const frame = { desc, unit: "% answered in time", target, lowest: lowestShown(target) };
  const priced = near.flat().every(({ cost }) => cost !== null && cost.mean !== null);
  const byStaff = line(({ agents, paidHours }) => (sameHours ? agents : paidHours)), byCost = priced ? line(({ cost }) => cost?.mean ?? null) : [];
  const charts = [
    staffingCurves(byStaff, { ...frame, id: "staffing", title: `Service level by ${sameHours ? "agents" : "paid hours"}`, axis: sameHours ? "agents" : `paid hours${PER_WORDS[terms.per]}` }),
    ...(priced ? [staffingCurves(byCost, { ...frame, id: "staffing-cost", title: "Service level by cost", axis: `cost, ${terms.currency}${PER_WORDS[terms.per]}` })] : []),
  ];
  const halves = near.flat().flatMap(({ serviceLevel }) => serviceLevel.halfWidth ?? []);
  return {
    title: `What every way of working gives with more and fewer agents`,
    note: [
      `${ways.map(({ name }, i) => `${letterOf(i)}: ${i === 0 ? "the base" : wayInWords(name)}`).join("; ")}.`,
      `Mean of all days with its 95% interval${halves.length === 0 ? "" : `, at most ± ${halfWidth(100 * Math.max(...halves))} points`}; a ring: the least that holds ${goal}.`,
      coincideInWords(byStaff, sameHours ? "agents" : "paid hours"), priced ? coincideInWords(byCost, "cost") : "",
      sameHours ? "" : "By paid hours, since an agent is not the same number of hours in all ways.",
    ].filter((sentence) => sentence !== "").join(" "),
    panels: charts.map((chart) => html`<figure><h3>${capital(chart.title.replace("Service level by ", "by "))}</h3>${chart}</figure>`),
    charts,
  };
}

/** "By agents A and B coincide: one line for both."; empty where every line can be seen. */
function coincideInWords(lines: readonly StaffingLine[], by: string): string {
  const alike = new Map<string, string[]>();
  for (const { letter, points } of lines) {
    const drawnAs = points.map(({ x, level }) => `${x.toPrecision(6)} ${level.toFixed(1)}`).join(); // a tenth of a point is less than the line is thick
    if (points.length > 0) alike.set(drawnAs, [...(alike.get(drawnAs) ?? []), letter]);
  }
  const groups = [...alike.values()].filter((letters) => letters.length > 1);
  return groups.length === 0 ? "" : `By ${by} ${groups.map((letters) => `${listed(letters)} coincide, one line for ${letters.length === 2 ? "both" : "all"}`).join("; ")}.`;
}

/** In percent: what answers far too few says little, and would press together what matters. */
const lowestShown = (target: number | null): number => (target === null ? 0 : Math.max(0, 10 * Math.floor(10 * (target - 0.3) + 1e-9)));

const letterOf = (i: number): string => `${LETTERS[i % LETTERS.length]}${i < LETTERS.length ? "" : Math.floor(i / LETTERS.length)}`;

/** From half of what a way has to half as much again, and as far as what holds the target: what lies beyond would press all else together. */
function nearby(points: readonly StaffingPoint[], now: number, held: number | null): StaffingPoint[] {
  const [from, to] = [Math.min(now / 2, held ?? now), Math.max(1.5 * now, held ?? now)], slack = Math.max(1, now / 8);
  return points.filter(({ agents }) => agents >= Math.min(from, now - 4) && agents <= Math.max(to, now + 4) + (held !== null && held > now ? slack : 0));
}

function pointAt({ serviceLevel: { mean, halfWidth: half } }: StaffingPoint, x: number | null): StaffingLine["points"][number] | null {
  if (x === null || mean === null) return null;
  return { x, level: 100 * mean, low: Math.max(0, 100 * (mean - (half ?? 0))), high: Math.min(100, 100 * (mean + (half ?? 0))) };
}

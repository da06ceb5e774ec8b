// The questions that requirements answer, a panel for each rule; the page and the slides ask the same.

import type { Scenario } from "../../sim/scenario/schema.ts";
import type { GroupRequirements, Requirements } from "../../sim/study/require.ts";
import { attainedByInterval } from "../charts/attainedByInterval.ts";
import { mostRequired, requiredAgents, shortestOf } from "../charts/requiredAgents.ts";
import { nounFor, whenInWords } from "../intervalWords.ts";
import { inWords } from "../names.ts";
import { html } from "../page.ts";
import type { Chart } from "../panel.ts";
import { goalOf, recommended } from "../requireFinding.ts";
import { agentsShown, hoursShown, staffingsOf, type NamedStaffing } from "../requireWords.ts";
import { besideKey, type Beside, type Key, type Row } from "../row.ts";
import { shared } from "../view.ts";
import { capital, clock, duration, halfWidth, hoursOf, integer, listed, plural } from "../words.ts";

/** A row of the page, and the same charts one by one for slides. */
export interface RequireRow {
  readonly row: Row;
  readonly slides: readonly { readonly key: string; readonly title: string; readonly chart: Chart }[];
}

/** @param at the group's place among all, part of every id @param beside another plan, where it has the group too */
export function requireRows(found: Requirements, at: number, scenario: Scenario, beside?: Beside<Requirements>): { readonly required: RequireRow; readonly attained: RequireRow } {
  const group = found.groups[at], other = beside?.of.groups.find((each) => each.group === group.group), named = found.groups.length > 1 ? `${capital(inWords(group.group))}: ` : "";
  const hours = [hoursOf(group.intervals[0].from), hoursOf(group.intervals[group.intervals.length - 1].to)] as const;
  return { required: requiredRow(group, at, scenario, hours, named, beside === undefined || other === undefined ? undefined : { ...beside, of: other }), attained: attainedRow(group, at, scenario, hours, named) };
}

type Hours = readonly [number, number];

function requiredRow(group: GroupRequirements, at: number, scenario: Scenario, hours: Hours, named: string, beside?: Beside<GroupRequirements>): RequireRow {
  const noun = nounFor(scenario.interval), most = Math.max(mostRequired(group), ...(beside?.of.intervals ?? []).map(({ available }) => available)), rules = staffingsOf(group).filter(({ key }) => key !== "rota");
  const away = group.intervals.some(({ rostered, available }) => rostered !== available);
  const charts = rules.map((rule) => requiredAgents(group, rule, `required-${at}-${rule.key}`, hours, most, beside?.of));
  const titleOf = (rule: NamedStaffing) => `${named}${shortWords(group, rule, scenario)}`, best = recommended(group) ?? rules[rules.length - 1];
  const key: Key[] = [
    { mark: "rostered", says: away ? "on the phone by the rota" : "rostered" }, { mark: "mean", says: "required" }, { mark: "short", says: "short of agents" }, { mark: "neutral-band", says: "to spare" },
    ...besideKey(beside, away ? ": on the phone by the rota" : ": rostered"),
  ];
  const note = `Agents on duty, by ${noun.one}. ${away ? "By the rota: rostered, less absence and time off the phone on average" : "Rostered: by the file’s rota, breaks left out, mean over the"}${away ? "" : ` ${noun.one}`} (exact). Required: by each rule, for the target in every ${noun.one} by its own reckoning.`;
  return {
    row: { title: titleOf(best), note, key, panels: rules.map((rule, i) => figure(rule, charts[i])), charts },
    slides: rules.map((rule, i) => ({ key: rule.key, title: titleOf(rule), chart: charts[i] })),
  };
}

/** "By iterative staffing the rota is short of agents from 8:30 to 10:00, at most by 3" */
function shortWords(group: GroupRequirements, rule: NamedStaffing, scenario: Scenario): string {
  const noun = nounFor(scenario.interval), shortest = shortestOf(group, rule.staffing), slots = group.intervals.map(({ from, to, available }, i) => ({ from: hoursOf(from), to: hoursOf(to), when: `${clock(from)} to ${clock(to)}`, short: rule.staffing.intervals[i].agents - available > 1e-9 }));
  const by = ruleInWords(rule), when = whenInWords(slots.filter(({ short }) => short), slots, noun, 2);
  return when === null || shortest === null ? `By ${by} the rota is nowhere short of agents` : `By ${by} the rota is short of agents ${when}, by up to ${agentsShown(shortest.by)}`;
}

const ruleInWords = ({ key, label }: NamedStaffing): string =>
  ({ rota: "the rota", "sipp-c": label, "sipp-a": label, lagged: "the lagged rates", mol: "the offered load", iterative: "iterative staffing" })[key];

function attainedRow(group: GroupRequirements, at: number, scenario: Scenario, hours: Hours, named: string): RequireRow {
  const noun = nounFor(scenario.interval), all = staffingsOf(group), within = shared(group.contacts.map((type) => scenario.contacts[type].answerWithin));
  const unit = within === null ? "% answered within own threshold" : within === 0 ? "% answered at once" : `% answered within ${duration(within)}`;
  const charts = all.map((each) => attainedByInterval(group, each, `attained-${at}-${each.key}`, hours, unit));
  const halves = all.flatMap(({ staffing }) => staffing.intervals.flatMap(({ serviceLevel }) => serviceLevel.halfWidth ?? []));
  const certain = halves.length === 0 ? "One simulated day has no 95% interval." : `Each is certain to within ${halfWidth(100 * Math.max(...halves))} points; the bars are the 95% intervals.`;
  return {
    row: {
      title: `${named}${attainedTitle(group, noun.one)}`,
      note: `Share of contacts offered that are answered in time, by the ${noun.one} in which they arrive, mean of all simulated days. ${certain} All staffings meet the same callers.`,
      key: [{ mark: "mean", says: "mean of all days" }, { mark: "below", says: "orange: below the target" }, { mark: "dashed", says: "target" }],
      panels: all.map((each, i) => figure(each, charts[i])), charts,
    },
    slides: all.map((each, i) => ({ key: each.key, title: `${named}${missedWords(each, goalOf(group), noun)}`, chart: charts[i] })),
  };
}

function attainedTitle(group: GroupRequirements, one: string): string {
  const rules = staffingsOf(group).filter(({ key, staffing }) => key !== "rota" && staffing.worst !== null), able = rules.filter(({ staffing }) => staffing.intervalsMissed === 0);
  if (rules.length === 0) return "Nobody comes, so there is nothing to attain";
  if (able.length === 0) return `No rule reaches ${goalOf(group)} in every ${one}`;
  const names = capital(listed(able.map(ruleInWords))), only = able.length < rules.length && able.length === 1 ? "Only " : "";
  return `${only === "" ? names : `${only}${ruleInWords(able[0])}`} ${able.length === 1 ? "reaches" : "reach"} ${goalOf(group)} in every ${one} on average`;
}

function missedWords(each: NamedStaffing, goal: string, { one, many }: { readonly one: string; readonly many: string }): string {
  const { intervalsMissed: missed, worst, agentHours } = each.staffing, name = capital(ruleInWords(each)), hours = `${hoursShown(agentHours)} agent-hours`;
  if (worst === null) return `${name}: ${hours}, and nobody comes`;
  return missed === 0 ? `${name}: ${hours} reach ${goal} in every ${one} on average` : `${name}: ${hours} fall below ${goal} in ${integer(missed)} ${plural(missed, one, many)}`;
}

const figure = ({ label, staffing }: NamedStaffing, chart: Chart) => html`<figure><h3>${label} <span>${hoursShown(staffing.agentHours)} agent-hours</span></h3>${chart}</figure>`;

// What requirements show, in a sentence, and the same with numbers. By rule, true for any result.

import type { Scenario } from "../sim/scenario/schema.ts";
import type { GroupRequirements, Requirements } from "../sim/study/require.ts";
import type { Finding } from "./finding.ts";
import { nounFor, whenInWords, type IntervalNoun } from "./intervalWords.ts";
import { inWords, shortened } from "./names.ts";
import { hoursShown, staffingsOf, type NamedStaffing } from "./requireWords.ts";
import { verdict } from "./verdict.ts";
import { shared } from "./view.ts";
import { capital, clock, duration, hoursOf, inSentence, integer, shareShown, targetPercent } from "./words.ts";

export function requireFinding(found: Requirements, scenario: Scenario): Finding {
  const noun = nounFor(scenario.interval), { groups } = found, named = (group: GroupRequirements) => (groups.length > 1 ? `${inWords(group.group)}: ` : "");
  return {
    title: `${shortened(found.scenario)}: ${groups.length <= 2 ? groups.map((group) => `${named(group)}${groupTitle(group, noun)}`).join("; ") : `requirements of ${integer(groups.length)} groups`}`,
    lead: groups.map((group) => capital(`${named(group)}${groupLead(group, scenario, noun)}`)).join(" "),
  };
}

/** The rule to go by: of those that miss nowhere the one with the fewest hours, the later where they are equal; null where all miss. */
export function recommended(group: GroupRequirements): NamedStaffing | null {
  const able = staffingsOf(group).filter(({ key, staffing }) => key !== "rota" && staffing.intervalsMissed === 0 && staffing.worst !== null);
  return able.length === 0 ? null : able.reduce((best, each) => (each.key === "iterative" || (best.key !== "iterative" && each.staffing.agentHours <= best.staffing.agentHours) ? each : best));
}

/** "80%", "its targets" */
export function goalOf({ intervals }: GroupRequirements): string {
  const target = shared(intervals.map((each) => each.target));
  return target === null ? "its target" : targetPercent(target);
}

export function groupTitle(group: GroupRequirements, noun: IntervalNoun): string {
  const best = recommended(group), goal = goalOf(group);
  if (group.intervals.every(({ expected }) => expected === 0)) return "nobody is expected, so nobody is required";
  const rota = `the rota has ${hoursShown(group.rota.agentHours)} and ${missedBy(group, noun)}`;
  if (best === null) {
    const hours = group.rules.map(({ agentHours }) => agentHours), low = Math.min(...hours), high = Math.max(...hours);
    return `no rule reaches ${goal} in every ${noun.one}, with ${low === high ? hoursShown(low) : `${hoursShown(low)} to ${hoursShown(high)}`} agent-hours; ${rota}`;
  }
  return `${hoursShown(best.staffing.agentHours)} agent-hours reach ${goal} in every ${noun.one}; ${rota}`;
}

/** What the file's rota misses, said only where the whole 95 % interval lies below the target. */
function missedBy({ intervals, rota }: GroupRequirements, noun: IntervalNoun): string {
  const slots = intervals.map(({ from, to }) => ({ from: hoursOf(from), to: hoursOf(to), when: `${clock(from)} to ${clock(to)}` }));
  const verdicts = rota.intervals.map(({ serviceLevel }, i) => verdict(serviceLevel, intervals[i].target));
  const known = slots.filter((_, i) => verdicts[i] !== "nobody"), missed = slots.filter((_, i) => verdicts[i] === "missed");
  if (verdicts.includes("one day")) return "has one simulated day to be judged by";
  const when = whenInWords(missed, known, noun, 2);
  return when === null ? (rota.intervalsMissed === 0 ? "reaches it too" : `surely misses it in no ${noun.one}`) : `misses it ${when}`;
}

const IN_BRIEF: readonly NamedStaffing["key"][] = ["sipp-c", "mol", "iterative"]; // the table has all

/** What the rules ask for and what it is worth. */
function groupLead(group: GroupRequirements, scenario: Scenario, noun: IntervalNoun): string {
  const within = shared(group.contacts.map((type) => scenario.contacts[type].answerWithin));
  const inTime = within === null ? "within their thresholds" : within === 0 ? "at once" : `within ${duration(within)}`;
  const rules = staffingsOf(group).filter(({ key }) => key !== "rota"), brief = rules.length > 3 ? rules.filter(({ key }) => IN_BRIEF.includes(key)) : rules;
  return brief.map(({ label, staffing: { agentHours, serviceLevel, worst } }, i) => {
    if (worst === null) return `${label}: ${hoursShown(agentHours)} agent-hours.`;
    const [day, low] = [serviceLevel, worst.serviceLevel].map((level) => inSentence(shareShown(level)));
    return i === 0
      ? `${label} asks for ${hoursShown(agentHours)} agent-hours, which answer ${day} ${inTime}, and ${low} in the worst ${noun.one}.`
      : `${label}: ${hoursShown(agentHours)}, ${day}, at worst ${low}.`;
  }).join(" ");
}

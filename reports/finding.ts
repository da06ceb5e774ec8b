// The finding in a sentence, and the same with numbers: by rule, true for any result. Plain text; the page escapes it.

import type { Scenario } from "../sim/scenario/schema.ts";
import type { ContactResult, Result } from "../sim/study/result.ts";
import { demandWords } from "./demandWords.ts";
import { inWords, shortened } from "./names.ts";
import { agentsOf } from "./staffing.ts";
import { judge, type Judgement, type Verdict } from "./verdict.ts";
import { inTime, shared, viewOf, type View } from "./view.ts";
import {
  counted, daysInHundred, decimal, ENOUGH_DAYS, inSentence, integer, listed, percent, percentBeside, plural, pointsRange, shareShown, targetPercent,
} from "./words.ts";

export interface Finding {
  /** One sentence without a full stop. */
  readonly title: string;
  readonly lead: string;
}

/** What one scenario shows. */
export function finding(result: Result, scenario: Scenario): Finding {
  return findingOf(viewOf(result, scenario));
}

export function findingOf(view: View): Finding {
  return { title: `${shortened(view.name)}: ${outcome(view)}`, lead: `${numbers(view)}${demandWords(view.scenario, view.contacts)}${typesInNumbers(view)}` };
}

/** What several scenarios show together. */
export function headline(views: readonly View[]): Finding {
  if (views.length === 1) return findingOf(views[0]);
  const lead = views.length <= 3 ? views.map((view) => `${view.quoted}: ${numbers(view).replace(/^With/, "with")}`).join(" ") : rangeOfLevels(views);
  return { title: comparison(views), lead };
}

function outcome(view: View): string {
  const { verdict, types } = judge(view), { target, result } = view;
  const level = result.total.serviceLevel.mean ?? 0;
  if (verdict === "nobody") return `no ${view.contacts} came on any simulated day`;
  if (verdict === "one day") return `on the one simulated day ${percent(level)} of ${view.contacts} were answered ${inTime(view)}`;
  if (target === null) return outcomeByType(view, { verdict, types });
  if (verdict === "close") return `about ${percent(level, 0)} of ${view.contacts} are answered in time, too close to the ${targetPercent(target)} target to call`;
  if (verdict === "met" && types.missed.length > 0) return `the ${targetPercent(target)} target is met in all, but missed for ${someTypes(types.missed, view)}`;
  return `the ${targetPercent(target)} target is ${verdict} ${howOften(verdict, result.total, result.days)}`;
}

/** The chance beside the mean: a rota that meets its target on average may miss it on many days. */
function howOften(verdict: "met" | "missed", { daily: { meetsTarget } }: ContactResult, days: number): string {
  if (meetsTarget === null || days < ENOUGH_DAYS) return "on average";
  const all = verdict === "met" ? 1 : 0;
  if (meetsTarget === all) return "on every simulated day";
  if (verdict === "met") return meetsTarget >= 0.995 ? daysInHundred(meetsTarget, days) : `on average, but missed ${daysInHundred(1 - meetsTarget, days)}`;
  return meetsTarget < 0.005 ? daysInHundred(1 - meetsTarget, days) : `on average, but met ${daysInHundred(meetsTarget, days)}`;
}

function outcomeByType(view: View, { verdict, types }: Judgement): string {
  if (verdict === "met") return `every contact type${types.nobody.length > 0 ? " that has contacts" : ""} meets its own target`;
  if (verdict === "missed") return `the target is missed for ${someTypes(types.missed, view)}${types.met.length > 0 ? ` and met for ${someTypes(types.met, view)}` : ""}`;
  return `too close to the target to call for ${someTypes(types.close, view)}`;
}

function someTypes(names: readonly string[], { scenario }: View): string {
  const all = Object.keys(scenario.contacts).length;
  if (names.length === all) return `all ${counted(all)} contact types`;
  return names.length <= 3 ? listed(names.map(inWords)) : `${names.length} of ${all} contact types`;
}

/** Volume, agents, service level, chance. */
function numbers(view: View): string {
  const { result, target, expected } = view, { words, one } = agentsOf(view), { serviceLevel, daily } = result.total;
  const volume = Number.isInteger(expected) || expected >= 100 ? integer(expected) : decimal(expected, 1);
  const noun = plural(expected, view.contacts.replace(/s$/, ""), view.contacts);
  const start = view.fixedCount ? `exactly ${volume} ${noun} a day` : `${volume} ${noun} expected a day`;
  if (serviceLevel.mean === null) return `With ${start} and ${words}, no contact came on ${result.days === 1 ? "the one simulated day" : `any of ${integer(result.days)} simulated days`}: there is nothing to measure.`;
  const level = inSentence(target === null ? shareShown(serviceLevel) : { ...shareShown(serviceLevel), value: percentBeside(serviceLevel.mean, target) });
  const answers = `With ${start}, ${words} ${one ? "answers" : "answer"} ${level} ${inTime(view)}`;
  if (result.days === 1) return `${answers} on the one simulated day; one day says nothing about others.`;
  if (target === null || daily.meetsTarget === null) return `${answers}.`;
  const { meetsTarget } = daily.interval, range = meetsTarget && daily.meetsTarget > 0 && daily.meetsTarget < 1 ? ` (${pointsRange(meetsTarget)})` : "";
  return `${answers} and ${one ? "meets" : "meet"} the ${targetPercent(target)} target ${daysInHundred(daily.meetsTarget, result.days)}${range}.`;
}

/** Each type beside its own target, where there are several and not too many to read. */
function typesInNumbers(view: View): string {
  const types = Object.entries(view.scenario.contacts);
  if (types.length === 1 || view.result.total.serviceLevel.mean === null) return "";
  if (types.length <= 4) {
    const each = types.map(([name, type]) => {
      const { serviceLevel } = view.result.types[name];
      if (serviceLevel.mean === null) return `${inWords(name)} had no contacts`;
      const { value, margin } = shareShown(serviceLevel);
      return `${inWords(name)} ${value} (${margin === "" ? "" : `${margin}; `}target ${targetPercent(type.target)})`;
    });
    return ` By type: ${each.join(", ")}.`;
  }
  const { types: verdicts } = judge(view);
  const phrases: readonly [Verdict, string][] = [["met", "meet their own target"], ["missed", "miss it"], ["close", "are too close to call"], ["nobody", "had no contacts"]];
  const said = phrases.filter(([v]) => verdicts[v].length > 0).map(([v, phrase]) => `${integer(verdicts[v].length)} ${phrase}`);
  return said.length === 0 ? "" : ` Of ${integer(types.length)} contact types ${listed(said)}.`;
}

function rangeOfLevels(views: readonly View[]): string {
  const known = views.filter((view) => view.result.total.serviceLevel.mean !== null);
  if (known.length === 0) return "No contact came in any scenario: there is nothing to measure.";
  const sorted = [...known].sort((a, b) => (a.result.total.serviceLevel.mean ?? 0) - (b.result.total.serviceLevel.mean ?? 0));
  const said = (view: View) => `${inSentence(shareShown(view.result.total.serviceLevel))} in ${view.quoted}`;
  return `Answered in time: from ${said(sorted[0])} to ${said(sorted[sorted.length - 1])}.`;
}

/** Whole clauses, singular and plural: the object is named the first time, "it" after. */
interface Clause {
  readonly one: string;
  readonly many: string;
}

function comparison(views: readonly View[]): string {
  const target = shared(views.map((view) => view.target));
  const object = target === null ? null : `the ${targetPercent(target)} target`;
  const clauses: Readonly<Record<Verdict, Clause>> = object === null
    ? {
      met: { one: "meets its target", many: "meet their targets" }, missed: { one: "misses its target", many: "miss their targets" },
      close: { one: "is too close to its target to call", many: "are too close to their targets to call" }, ...WITHOUT_VERDICT,
    }
    : {
      met: { one: `meets ${object}`, many: `meet ${object}` }, missed: { one: `misses ${object}`, many: `miss ${object}` },
      close: { one: `is too close to ${object} to call`, many: `are too close to ${object} to call` }, ...WITHOUT_VERDICT,
    };
  const groups = new Map<Verdict, View[]>();
  for (const view of views) {
    const { verdict } = judge(view);
    groups.set(verdict, [...(groups.get(verdict) ?? []), view]);
  }
  if (groups.size === 1) {
    const [[verdict]] = groups;
    return `${views.length === 2 ? "Both" : `All ${counted(views.length)}`} scenarios ${clauses[verdict].many}`;
  }
  const parts = [...groups].map(([verdict, members], i) => {
    const subject = views.length <= 3 ? listed(members.map((view) => view.quoted)) : `${integer(members.length)}${i === 0 ? ` of ${integer(views.length)} scenarios` : ""}`;
    const clause = members.length === 1 ? clauses[verdict].one : clauses[verdict].many;
    return `${subject} ${i === 0 || object === null ? clause : clause.replace(object, "it")}`;
  });
  return parts.join(", ");
}

const WITHOUT_VERDICT = {
  "one day": { one: "has only one simulated day", many: "have only one simulated day" },
  nobody: { one: "has no contacts", many: "have no contacts" },
} as const;

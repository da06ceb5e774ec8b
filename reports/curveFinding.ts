// What a curve shows, in a sentence: where the target is met on average, and where on nine days of ten. By rule.

import type { Scenario } from "../sim/scenario/schema.ts";
import type { Answer } from "../sim/study/curveLeast.ts";
import type { Curve, CurvePoint } from "../sim/study/curveResult.ts";
import { areAgents, possible, valueInWords, valueShown, valuesInWords } from "./curveWords.ts";
import type { Finding } from "./finding.ts";
import { mapFinding } from "./mapFinding.ts";
import { shortened } from "./names.ts";
import { shared } from "./view.ts";
import { capital, duration, listed, percent, pointsRange, shareShown, inSentence, targetPercent } from "./words.ts";

export function curveFinding(curve: Curve, scenario: Scenario): Finding {
  if (curve.least === null) return mapFinding(curve, scenario);
  return { title: curveTitle(curve), lead: curveLead(curve, scenario) };
}

/** "80%", "every type’s target" */
export const goal = ({ target }: Curve): string => (target === null ? "every type’s target" : targetPercent(target));

/** "within 20 seconds" where all types share it. */
export function withinWords(scenario: Scenario): string {
  const within = shared(Object.values(scenario.contacts).map(({ answerWithin }) => answerWithin));
  return within === null ? "within their thresholds" : within === 0 ? "at once" : `within ${duration(within)}`;
}

/** "11 agents reach 80% on average; 13 on nine days of ten". */
export function curveTitle(curve: Curve): string {
  const { least, vary: [varied] } = curve;
  if (least === null) throw new RangeError("a map of two things has no such title");
  const { onAverage, nineDaysOfTen } = least;
  if (onAverage.value === null) {
    const range = `${valueShown(varied.values[0], varied.unit)} to ${valueInWords(varied.values[varied.values.length - 1], varied)}`;
    return onAverage.candidates.length > 0 ? `${capital(said(onAverage, curve))} may reach ${goal(curve)} on average, too close to call` : `None of ${range} ${reaches(curve)} on average`;
  }
  if (!areAgents(varied) || least.which === "most") return titleOfAny(curve);
  const average = said(onAverage, curve), days = nineDaysOfTen.value === null ? null : said(nineDaysOfTen, curve);
  const verb = average.endsWith("agent") ? "reaches" : "reach";
  if (days === null) return `${average} ${verb} ${goal(curve)} on average; none of those tried on nine days of ten`;
  if (days === average) return `${average} ${verb} ${goal(curve)} on average and on nine days of ten`;
  return `${average} ${verb} ${goal(curve)} on average; ${days.replace(/ agents?$/, "")} on nine days of ten`;
}

const reaches = (curve: Curve): string => `reaches ${goal(curve)}`;

/** Candidates where it is not certain, and "at most" where fewer than the fewest tried might do. */
function said(answer: Answer, { vary: [varied], least }: Curve): string {
  const { value, openStart, openEnded } = answer, values = possible(answer);
  const words = valuesInWords(values, varied);
  if (openStart && values.length === 1) return least?.which === "most" ? `${words} or more` : `${words} or fewer`.replace(/^(.*) (agents?) or fewer$/, "$1 or fewer $2");
  return openEnded && value !== null ? `about ${words}` : words;
}

function titleOfAny(curve: Curve): string {
  const { least, vary: [varied] } = curve, most = least?.which === "most";
  const at = (answer: Answer) => {
    if (answer.value === null) return null;
    if (answer.openStart && answer.candidates.length <= 1) return "all";
    return most ? `up to ${valuesInWords(possible(answer), varied)}` : `from ${valuesInWords(possible(answer), varied)} on`;
  };
  const average = at(least!.onAverage), days = at(least!.nineDaysOfTen); // least is null for maps only, which have another title
  const second = days === null ? "nowhere on nine days of ten" : days === "all" ? "on nine days of ten at every value tried" : `on nine days of ten ${days}`;
  if (average === days) return average === "all" ? `${capital(goal(curve))} is met on average and on nine days of ten at every value tried` : `${capital(goal(curve))} is met on average and on nine days of ten ${average}`;
  return `${capital(goal(curve))} is met on average ${average === "all" ? "at every value tried" : average}, ${second}`;
}

/** The same with numbers and their uncertainty; and whether it is certain. */
function curveLead(curve: Curve, scenario: Scenario): string {
  const { least, vary: [varied], points } = curve, at = (value: number | null) => points.find((point) => point.at[0] === value);
  if (least === null) return "";
  const average = at(least.onAverage.value), days = at(least.nineDaysOfTen.value), sentences: string[] = [];
  if (average !== undefined) sentences.push(`${capital(valueInWords(average.at[0], varied))}: ${inSentence(shareShown(average.total.serviceLevel))} answered ${withinWords(scenario)}${chance(average)}.`);
  if (days !== undefined && days !== average) sentences.push(`${capital(valueInWords(days.at[0], varied))}: ${inSentence(shareShown(days.total.serviceLevel))}${chance(days)}.`);
  const open = ([["on average", least.onAverage], ["on nine days of ten", least.nineDaysOfTen]] as const).filter(([, answer]) => answer.candidates.length > 1);
  if (open.length > 0) sentences.push(`The simulated days are too few to say which is ${least.which === "least" ? "the first" : "the last"} ${listed(open.map(([when]) => when))}.`);
  if (least.onAverage.missedAgain.length > 0) sentences.push(`It is missed again at ${listed(least.onAverage.missedAgain.map((value) => valueShown(value, varied.unit)))}.`);
  return [...sentences, ...methods(curve)].join(" ");
}

function chance({ total: { daily: { meetsTarget, interval } } }: CurvePoint): string {
  if (meetsTarget === null) return "";
  return `, on target on ${percent(meetsTarget)} of days${interval.meetsTarget === null ? "" : ` (${pointsRange(interval.meetsTarget)})`}`;
}

/** What the formulas ask for, where they ask for something else. */
function methods({ least, vary: [varied], patientFormula, points }: Curve): string[] {
  if (least === null || least.onAverage.value === null) return [];
  const formulas = [["Erlang C", least.erlangC, points.some(({ erlangC }) => erlangC !== null)], [patientFormula ?? "", least.erlangA, patientFormula !== null]] as const;
  const other = formulas.filter(([, value, there]) => there && value !== least.onAverage.value);
  if (other.length === 0) return [];
  const verb = least.which === "least" ? "asks for" : "goes up to", none = least.which === "least" ? "more than any tried" : "less than any tried";
  const says = other.map(([name, value]) => `${name} ${verb} ${value === null ? none : valueShown(value, varied.unit)}`);
  return [`${says.join(", ")} on average.`];
}

/** Title for a slide or a page: with the scenario's name. */
export const named = (curve: Curve, title: string): string => `${shortened(curve.scenario)}: ${title}`;

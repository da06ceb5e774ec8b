// What a curve over a calendar shows, in sentences: how many it takes for misses to be rare, and where staff and credits together cost the least.

import { RARELY, type CalendarCurve, type CalendarCurvePoint } from "../sim/study/calendarCurve.ts";
import type { Answer } from "../sim/study/curveLeast.ts";
import type { Varied } from "../sim/study/varyRange.ts";
import { bracketed } from "./calendarWords.ts";
import { areAgents, axisWords, possible, valueInWords, valuesInWords } from "./curveWords.ts";
import { boundedMoney } from "./money.ts";
import type { Finding } from "./finding.ts";
import { shortened } from "./names.ts";
import { capital, integer, listed, percent, pointsRange, plural, targetPercent } from "./words.ts";

/** "5%" */
export const RARELY_WORDS = targetPercent(RARELY);

export function calendarCurveFinding(curve: CalendarCurve): Finding {
  const { rarely, vary: [varied], from, to, points, cheapest } = curve, names = Object.keys(rarely);
  const answers = new Map<string, string[]>(); // agreements by what is said of them
  for (const name of names) answers.set(answerOf(rarely[name], varied), [...(answers.get(answerOf(rarely[name], varied)) ?? []), name]);
  const one = ([says, of]: readonly [string, readonly string[]]) => says.replace("…", answers.size === 1 ? "" : ` of ${listed(of.map(shortened))}`);
  const title = names.length === 0 ? withoutAgreements(curve) : capital(listed([...answers].map(one)));
  return { title, lead: `${cheapestWords(curve)}${cheapest === null ? `Between ${from} and ${to}, at ${integer(points.length)} ${plural(points.length, "value")} of ${axisWords(varied)}.` : ""}` };
}

/** "188 agents reach 80% over the calendar" */
function withoutAgreements({ onAverage, target, vary: [varied] }: CalendarCurve): string {
  if (onAverage === null || target === null) return `Service level by ${axisWords(varied)}`;
  if (onAverage.value === null) return `Nothing tried up to ${valueInWords(varied.values[varied.values.length - 1], varied)} reaches ${targetPercent(target)} over the calendar`;
  const words = valuesInWords(possible(onAverage), varied);
  return `${capital(words)} ${areAgents(varied) && !words.startsWith("1 ") ? "reach" : "reaches"} ${targetPercent(target)} over the calendar`;
}

/** What is said of an agreement, with … where its name belongs. */
function answerOf(answer: Answer, varied: Varied): string {
  if (answer.value === null) return `nothing tried up to ${valueInWords(varied.values[varied.values.length - 1], varied)} makes a missed period… rarer than ${RARELY_WORDS}`;
  const words = valuesInWords(possible(answer), varied), verb = areAgents(varied) && !words.startsWith("1 ") ? "keep" : "keeps";
  return `${words} ${verb} the chance of a missed period… under ${RARELY_WORDS}${answer.openStart ? ", perhaps fewer do" : ""}`;
}

/** "Staff and credits together cost least with 13 agents: £330,512 (± 512) from 2026-09-01 to 2027-08-31. " */
function cheapestWords({ cheapest, vary: [varied], points, from, to, currency }: CalendarCurve): string {
  if (cheapest === null || currency === null) return "";
  const at = points.find((point) => point.at[0] === cheapest.value), cost = at?.costWithCredits;
  if (cost === undefined) return "";
  const others = cheapest.candidates.length > 1 ? ` (${valuesInWords(cheapest.candidates, varied)} cannot be told apart)` : "", [first] = points, last = points[points.length - 1];
  const edge = cheapest.value === first.at[0] ? "; fewer were not tried" : cheapest.value === last.at[0] ? "; more were not tried" : "";
  return `Staff and credits together cost least with ${valueInWords(cheapest.value, varied)}${others}${edge}: ${bracketed(boundedMoney(cost, currency))} from ${from} to ${to}. `;
}

/** A chance with its interval: "3.2% (2.8–3.7)". */
export function chanceShown({ mean, interval }: { readonly mean: number | null; readonly interval: readonly [number, number] | null }): string {
  return mean === null ? "" : `${percent(mean)}${interval === null ? "" : ` (${pointsRange(interval)})`}`;
}

export const agreementNames = ([first]: readonly CalendarCurvePoint[]): string[] => Object.keys(first.agreements);

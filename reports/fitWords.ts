// What a fit found, in sentences for page and terminal.

import { civilOf } from "../sim/scenario/civilDate.ts";
import type { Fit } from "../sim/study/fit.ts";
import type { Fitted } from "../sim/study/fitAll.ts";
import type { OddDay } from "../sim/study/fitDays.ts";
import { FORECASTS, type Forecast } from "../sim/study/fitHoldOut.ts";
import type { FittedLaw, Ranged } from "../sim/study/fitLaw.ts";
import type { Validated, ValidatedMeasure } from "../sim/study/fitValidate.ts";
import { remembers } from "../sim/study/fitText.ts";
import { capital, clockOfHours, decimal, duration, halfWidth, integer, listed, NOTHING, percent, plural, points } from "./words.ts";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "1 September 2026" */
export function dateInWords(day: number): string {
  const { year, month, day: date } = civilOf(day);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

export const fullMonth = (month: number): string => MONTHS[month];
export const monthName = (month: number): string => MONTHS[month].slice(0, 3);

/** "12.3 ± 0.4" */
export function ranged({ value, halfWidth: half }: Ranged, digits: number): string {
  return `${decimal(value, digits)}${half === null ? "" : ` ± ${halfWidth(half, digits)}`}`;
}

/** "12.3% ± 0.4" */
export const rangedShare = ({ value, halfWidth: half }: Ranged, digits = 1): string => `${percent(value, digits)}${half === null ? "" : ` ± ${halfWidth(100 * half, digits)}`}`;

/** "185 s ± 4" */
export function rangedSeconds({ value, halfWidth: half }: Ranged): string {
  const digits = value < 100 ? 1 : 0;
  return `${decimal(value, digits)} s${half === null ? "" : ` ± ${halfWidth(half, digits)}`}`;
}

export const MEASURE_WORDS: Readonly<Record<Validated, { readonly name: string; readonly unit: string }>> = {
  offered: { name: "contacts", unit: "contacts" }, serviceLevel: { name: "service level", unit: "% in time" }, abandonmentRate: { name: "abandonment", unit: "% hung up" }, averageSpeedOfAnswer: { name: "average speed of answer", unit: "seconds" },
};

export const FORECAST_WORDS: Readonly<Record<Forecast, string>> = { fit: "The fit", lastWeek: "Same half hour last week", lastFour: "Mean of the last four same weekdays" };

/** A value of a validated measure. */
export function measured(measure: Validated, value: number): string {
  if (measure === "offered") return decimal(value, value < 100 ? 1 : 0);
  return measure === "averageSpeedOfAnswer" ? `${decimal(value, value < 100 ? 1 : 0)} s` : percent(value);
}

/** The page's title and what follows it. */
export function fitFinding({ fit, validation, heldOut }: Fitted): { readonly title: string; readonly lead: string } {
  const judged = validation?.measures.find(({ measure }) => measure === "serviceLevel") ?? validation?.measures.find(({ measure }) => measure === "abandonmentRate");
  const title = judged === undefined ? `${integer(fit.offered)} contacts become ${fit.kinds.length === 1 ? "one kind of day" : `${integer(fit.kinds.length)} kinds of day`}; ${fit.agents === "file" || fit.agents === "seen" ? (fit.abandonment === null && fit.serviceLevel === null && fit.waitAnswered === null ? "what became of them is not in the file" : "there are too few days or contacts to judge by") : "staff is assumed"}, so nothing can be held against what happened`
    : `The fitted scenario has ${percent(judged.inside.value, 0)} of half hours inside its 90% band: ${verdict(judged)}`;
  const forecast = heldOut === null ? "" : ` On ${integer(heldOut.days)} days kept back it errs by ${percent(heldOut.volume.fit.value)} of contacts; ${better(heldOut.volume)}.`;
  const assumed = assumptions(fit);
  return { title, lead: `${judged === undefined ? "" : `${capital(MEASURE_WORDS[judged.measure].name)}: ${measured(judged.measure, judged.observed)} in the data, ${measured(judged.measure, judged.simulated)} simulated with the agents of the same days. `}${assumed.length === 0 ? "No number is assumed." : `Assumed, not in the file: ${listed(assumed)}.`}${forecast}` };
}

function verdict({ inside, slots }: ValidatedMeasure): string {
  const wrong = slots.filter(({ isWrong }) => isWrong).length, low = inside.value + (inside.halfWidth ?? 0) < 0.9;
  if (wrong === 0 && !low) return "it reproduces what happened";
  if (wrong === 0) return "on average right, but real days vary more";
  return `it is surely off in ${integer(wrong)} of ${integer(slots.length)} half hours`;
}

function better(volume: Readonly<Record<Forecast, Ranged>>): string {
  const others = FORECASTS.filter((name) => name !== "fit").map((name) => ({ name, value: volume[name].value })), best = others.reduce((least, each) => (each.value < least.value ? each : least));
  return `${FORECAST_WORDS[best.name].replace(/^[A-Z]/, (letter) => letter.toLowerCase())} errs by ${percent(best.value)}${best.value < volume.fit.value ? ", less than the fit" : ""}`;
}

/** What is in no data. */
export function assumptions(fit: Fit): string[] {
  return [
    ...(fit.openingOrigin === "assumed" ? [fit.rows === "periods" ? "opening days and hours, the shape of the day" : "opening hours and the shape of the day"] : []), ...(fit.types.some(({ handle }) => handle?.origin !== "data") ? ["handle time"] : []),
    ...(fit.types.some(({ handle }) => handle !== null && handle.cv === null) ? ["how handle times vary"] : []), ...(fit.types.some(({ patience }) => patience.origin !== "data") ? ["patience"] : []),
    ...(fit.agents === "file" ? [] : fit.agents === "seen" ? ["agents on duty (those seen at work)"] : fit.agents === "matched" ? ["agents (as many as explain what became of the contacts)"] : ["agents"]), ...(fit.within.origin === "assumed" ? ["the threshold"] : []), ...(fit.target.origin === "assumed" ? ["the target"] : []),
  ];
}

/** Where a validated measure is surely off, in words: "11:00 to 13:00, too high by 5.2 points". Neighbours are told together. */
export function wrongStretches({ measure, slots }: ValidatedMeasure, interval: number): string[] {
  const stretches: { from: number; to: number; differences: number[] }[] = [];
  for (const { from, isWrong, difference } of slots) {
    if (!isWrong) continue;
    const last = stretches.at(-1);
    if (last !== undefined && last.to === from && Math.sign(last.differences[0]) === Math.sign(difference.value)) {
      last.to = from + interval;
      last.differences.push(difference.value);
    } else stretches.push({ from, to: from + interval, differences: [difference.value] });
  }
  return stretches.map(({ from, to, differences }) => {
    const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length, by = Math.abs(mean);
    const amount = measure === "offered" ? `${decimal(by, 1)} contacts` : measure === "averageSpeedOfAnswer" ? `${decimal(by, 1)} s` : `${points(by)} points`;
    return `${clockOfHours(from / 3600)} to ${clockOfHours(to / 3600)}: simulated ${mean > 0 ? "too low" : "too high"} by ${amount}`;
  });
}

/** How busyness varies, in a few sentences. */
export function variationPoints(fit: Fit): string[] {
  const { factor, dispersion } = fit;
  if (factor === null) return [fit.rows === "periods" ? "Rows of months or weeks do not tell how days vary." : "Too few days to tell how they vary."];
  const ten = dispersion?.slots.find(({ slot }) => slot * (dispersion.resolution) === 36_000);
  return [
    `After the weekday day totals vary by ${percent(fit.spreadOfAll ?? factor.plainSpread)} (coefficient of variation). Usual days alone vary by ${percent(factor.plainSpread)}${fit.season === null ? "" : ", the month taken out too"}; less the chance of single contacts, ${rangedShare(factor.cv)}: that is the scenario's dayToDayCv.`,
    factor.cv.value === 0 ? "Days vary no more than single contacts would make them, so none can be said to come in runs." : factor.memory.halfWidth === null ? "Too few days follow each other to tell whether busy days come in runs." : `Busyness is correlated from one open day to the next by ${ranged(factor.memory, 2)}: ${remembers(fit) ? "busy days come in runs" : "no sure sign that busy days come in runs"}.`,
    ...fit.correlations.map(({ a, b, correlation }) => `${fit.types[a].name} and ${fit.types[b].name} vary together with a correlation of ${ranged(correlation, 2)}${fit.shared ? "; the scenario takes their busyness as one" : ""}.`),
    ...(dispersion === null ? [] : [`Within the day, counts of ${duration(dispersion.resolution)} vary ${decimal(dispersion.withinDay, 2)} times as much as Poisson counts around the day's own level (variance over mean)${dispersion.withinDay > 1.05 && dispersion.chance < 0.01 ? ": more than chance; the scenario's arrivals are Poisson within the day, so it is a little too even" : dispersion.chance < 0.01 ? "" : ", as Poisson would"}.`]),
    ...(ten === undefined ? [] : [`At 10:00 the variance of all days is ${decimal(ten.raw, 1)} times the mean; after the weekday ${decimal(ten.afterKind, 1)}, after the day's own level ${decimal(ten.afterDay, 2)}.`]),
  ];
}

/** "2 September 2003 (1.31 times its weekday)" */
export const oddShown = ({ day, offered, usual }: OddDay): string => `${dateInWords(day)} (${usual > 0 ? `${decimal(offered / usual, 2)} times its weekday` : "no such weekday otherwise"})`;

export function dayPoints({ sorts, outside, offered }: Fit): string[] {
  if (sorts === null) return [];
  const some = (days: readonly OddDay[]) => `${listed(days.slice(0, 6).map(oddShown))}${days.length > 6 ? ` and ${integer(days.length - 6)} more` : ""}`, counted = (n: number) => `${integer(n)} ${plural(n, "day")}`;
  return [
    `${counted(sorts.usual.length)} ${plural(sorts.usual.length, "stands for a usual day", "stand for usual days")}.`,
    ...(outside > 0 ? [`${integer(outside)} ${plural(outside, "contact")} of usual days (${percent(outside / offered)}) came outside the opening hours, on too few days to count as open, and ${outside === 1 ? "is" : "are"} not in the volumes.`] : []),
    ...(sorts.peaks.length > 0 ? [`Peak days, kept apart: ${some(sorts.peaks)}.`] : []),
    ...(sorts.quiet.length > 0 ? [`Far too quiet, left out: ${some(sorts.quiet)}.`] : []),
    ...(sorts.cut.length > 0 ? [`Cut short or with gaps, left out: ${some(sorts.cut)}.`] : []),
    ...(sorts.closed.length > 0 ? [`Closed or nearly so: ${listed(sorts.closed.slice(0, 6).map(({ day }) => dateInWords(day)))}${sorts.closed.length > 6 ? ` and ${integer(sorts.closed.length - 6)} more` : ""}.`] : []),
    ...(sorts.missing.length > 0 ? [`Not in the file: ${listed(sorts.missing.slice(0, 6).map(dateInWords))}${sorts.missing.length > 6 ? ` and ${integer(sorts.missing.length - 6)} more` : ""}.`] : []),
  ];
}

/** "lognormal, mean 185 s ± 4, cv 0.82 ± 0.02" */
export function lawInWords({ law, mean, cv }: FittedLaw): string {
  return `${law.distribution}, mean ${rangedSeconds(mean)}${law.distribution === "exponential" ? "" : `, cv ${ranged(cv, 2)}`}`;
}

export function redialPoint({ redials }: Fit): string | null {
  if (redials === null) return null;
  const { hungUp, again, answered, answeredAgain, medianDelay } = redials;
  if (hungUp === 0) return "Nobody with a known key hung up.";
  const share = again / hungUp, error = 1.96 * Math.sqrt((share * (1 - share)) / hungUp);
  return `Of ${integer(hungUp)} callers with a key who hung up, ${again === 0 ? "none" : rangedShare({ value: share, halfWidth: error })} called again within the hour${medianDelay === null ? "" : `, half of them within ${duration(medianDelay)}`}; of those answered ${answered === 0 ? NOTHING : percent(answeredAgain / answered)}. The scenario has no redialling: these calls are part of its volume, so better staffing would bring fewer.`;
}

export const spanInWords = ({ from, to }: Fit): string => `${dateInWords(from)} to ${dateInWords(to)}`;

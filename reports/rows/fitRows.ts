// The questions that a fit answers, as rows of its page: what happened against the simulation, days, times of day, laws, variation.

import type { Fitted } from "../../sim/study/fitAll.ts";
import type { FittedTime } from "../../sim/study/fitTimes.ts";
import type { ValidatedMeasure } from "../../sim/study/fitValidate.ts";
import { fitDays } from "../charts/fitDays.ts";
import { fitDispersion } from "../charts/fitDispersion.ts";
import { fitProfile } from "../charts/fitProfile.ts";
import { fitSurvival } from "../charts/fitSurvival.ts";
import { fitValidation } from "../charts/fitValidation.ts";
import { dayPoints, lawInWords, measured, MEASURE_WORDS, oddShown, rangedSeconds, rangedShare, redialPoint, variationPoints, wrongStretches } from "../fitWords.ts";
import { nounFor } from "../intervalWords.ts";
import { inWords } from "../names.ts";
import { html, type Html } from "../page.ts";
import type { Chart } from "../panel.ts";
import type { Row } from "../row.ts";
import { capital, clockOfHours, decimal, duration, integer, percent, plural } from "../words.ts";

const figure = (name: string, chart: Chart): Html => html`<figure><h3><bdi>${name}</bdi></h3>${chart}</figure>`;

/** One row for each measure that the data have. */
export function validationRows({ fit, validation }: Fitted): Row[] {
  if (validation === null) return [];
  const { many } = nounFor(fit.interval), order = ["serviceLevel", "abandonmentRate", "averageSpeedOfAnswer", "offered"];
  return [...validation.measures].sort((a, b) => order.indexOf(a.measure) - order.indexOf(b.measure)).map((each): Row => {
    const wrong = wrongStretches(each, fit.interval), name = MEASURE_WORDS[each.measure].name;
    return {
      title: titleOf(each, many), points: wrong.slice(0, 6).map(capital),
      note: `${capital(name)} by time of arrival, mean of ${integer(validation.days)} days of the data, each simulated ${validation.replicas} times with its own agents. Band: in which 90 of 100 such ${many} of one day lie if the scenario is right (mean of the days). A dot's line is the 95% interval of data less simulation; orange: surely off, all ${many} considered.`,
      key: [{ mark: "better", says: "data" }, { mark: "worse", says: "data, surely off" }, { mark: "neutral-mean", says: "simulated, mean" }, { mark: "neutral-band", says: "simulated, 90% of days" }, ...(each.measure === "serviceLevel" ? [{ mark: "dashed", says: "target" } as const] : [])],
      panels: [figure(name, fitValidation(each, fit.interval, fit.target.value))],
    };
  });
}

function titleOf({ measure, inside, observed, simulated, slots }: ValidatedMeasure, many: string): string {
  const wrong = slots.filter(({ isWrong }) => isWrong).length, name = capital(MEASURE_WORDS[measure].name), both = `${measured(measure, observed)} in the data, ${measured(measure, simulated)} simulated`;
  return `${name}: ${both}; ${rangedShare(inside, 0)} of ${many} lie in the 90% band${wrong > 0 ? `, ${integer(wrong)} of ${integer(slots.length)} are surely off` : ""}`;
}

export function dayRow({ fit, picture }: Fitted): Row[] {
  if (picture === null || picture.days.length < 2) return [];
  const { peaks } = fit.sorts ?? { peaks: [] };
  return [{
    title: `${percent(picture.daysInside, 0)} of usual days lie where the fit has 90 of 100${peaks.length === 0 ? "" : `; ${peaks.length === 1 ? `${oddShown(peaks[0])} is a peak of its own` : `${integer(peaks.length)} days are peaks of their own`}`}`,
    points: dayPoints(fit), note: "Contacts of each day. Line: what its weekday has in the mean; band: 90 of 100 such days by the fit, day factor and chance together.",
    key: [{ mark: "better", says: "a usual day" }, { mark: "worse", says: "a day kept apart" }, { mark: "neutral-mean", says: "fit, mean" }, { mark: "neutral-band", says: "fit, 90% of days" }], panels: [figure("days", fitDays(picture))],
  }];
}

export function profileRow({ fit, picture }: Fitted): Row[] {
  if (picture === null || picture.kinds.length === 0) return [];
  const { one, many } = nounFor(fit.interval), slots = picture.kinds.flatMap((kind) => kind.slots), most = Math.max(...slots.flatMap(({ range: [, high], data: [, dataHigh] }) => [high, dataHigh]));
  const hours = [Math.min(...slots.map(({ from }) => from)) / 3600, Math.max(...slots.map(({ from }) => from + fit.interval)) / 3600] as const;
  const busiest = slots.reduce((best, each) => (each.mean > best.mean ? each : best)), inside = picture.kinds.reduce((sum, kind) => sum + kind.inside * kind.slots.length, 0) / slots.length;
  return [{
    title: `The busiest ${one} begins at ${clockOfHours(busiest.from / 3600)} with ${decimal(busiest.mean, 1)} contacts; ${percent(inside, 0)} of all ${many} lie where the fit has 90 of 100`,
    note: `Contacts by ${one} of each kind of day. ${picture.kinds.length > 1 ? "Weekdays whose volume and profile do not surely differ are one kind." : ""} The band is the fit's: day factor and Poisson chance.`,
    key: [{ mark: "better", says: "data, mean and 90% of days" }, { mark: "neutral-mean", says: "fit, mean" }, { mark: "neutral-band", says: "fit, 90% of days" }],
    wide: true, panels: [html`<div class="pairs">${picture.kinds.map(({ name, slots: own }, i) => html`<figure><h4>${capital(name)}</h4>${fitProfile(name, own, fit.interval, most, `profile-${i}`, one, hours)}</figure>`)}</div>`],
  }];
}

export function lawRows({ fit }: Fitted): Row[] {
  return fit.types.flatMap(({ name, handle, patience }, t) => {
    const named = fit.types.length > 1 ? `${inWords(name)}: ` : "";
    return [...(handle === null ? [] : [lawRow(handle, `${named}handle time`, `handle-${t}`, "Of calls that were answered: talk, hold and wrap-up as far as the file has them.")]), lawRow(patience, `${named}patience`, `patience-${t}`, "By Kaplan and Meier: who is answered would have waited longer, so the answer only cuts the observation off.")];
  }).filter((each) => each !== null);
}

function lawRow(time: FittedTime, what: string, id: string, how: string): Row | null {
  const { tried, survival, count } = time;
  if (tried.length === 0 || survival.length === 0) return null;
  const [best, ...others] = tried, next = others[0];
  return {
    title: `${capital(what)}: ${best.law.distribution}, ${rangedSeconds(best.mean)} in the mean, nowhere farther than ${percent(best.distance)} from the data`,
    points: tried.map((law) => `${capital(lawInWords(law))}: at most ${percent(law.distance)} away (at ${duration(law.farthestAt)}), Akaike’s criterion ${law === best ? "the best" : `${integer(law.aic - best.aic)} more`}`),
    note: `${how} From ${integer(count)} ${plural(count, "time")}; the distance is that of the shares that last longer, where the data know them to within 2 points.`,
    key: [{ mark: "mean", says: "data, with its 95% interval" }, { mark: "exact", says: best.law.distribution }, ...(next === undefined ? [] : [{ mark: "formula-dashed", says: next.law.distribution } as const])], panels: [figure(what, fitSurvival(time, id, what))],
  };
}

export function variationRow({ fit }: Fitted): Row[] {
  const { factor, dispersion } = fit, redials = redialPoint(fit), noun = dispersion === null ? "" : nounFor(dispersion.resolution).one;
  if (factor === null) return [];
  return [{
    title: `From day to day busyness varies by ${rangedShare(factor.cv)}${dispersion === null ? "" : `; within the day counts vary ${decimal(dispersion.withinDay, 2)} times as much as Poisson counts`}`,
    points: [...variationPoints(fit), ...(redials === null ? [] : [redials])], note: dispersion === null ? "" : `Variance over mean of the counts of each ${noun}, over all open days.`,
    key: dispersion === null ? [] : [{ mark: "formula", says: "all days" }, { mark: "below", says: "after the weekday" }, { mark: "mean", says: "after the day’s own level" }, { mark: "dashed", says: "Poisson" }], panels: dispersion === null ? [] : [figure("variation", fitDispersion(dispersion))],
  }];
}


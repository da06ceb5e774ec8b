// What results say of money and agreements, cell by cell, for the page and the terminal.

import type { Agreement } from "../sim/scenario/schema.ts";
import type { AgreementMeasure, Promised } from "../sim/scenario/promised.ts";
import type { AgreementResult, PeriodShare } from "../sim/study/agreementResult.ts";
import type { Money } from "../sim/study/moneyResult.ts";
import { boundedMoney, exactMoney, moneyShown, moneyText } from "./money.ts";
import { badPercentile, promiseWords, resultShown } from "./promisedWords.ts";
import { decimal, duration, integer, NOTHING, percent, plural, pointsRange, type Shown } from "./words.ts";

/** In the order of the bill. */
export const BILL_ITEMS = ["Pay by the rota", "Overrun", "Answered contacts", "Fixed", "Cost a day", "Cost and credits a day", "Cost per answered contact", "Full-time posts"] as const;

/** The day's bill: what it is for, and the amount. What costs nothing is left out, but for the total. */
export function bill(money: Money): readonly (readonly [item: (typeof BILL_ITEMS)[number], amount: Shown])[] {
  const { currency, cost, staff, overrun, contacts, fixed, costPerContact, costWithCredits, posts } = money, shown = (estimate: Money["cost"]) => moneyShown(estimate, currency);
  return [
    ["Pay by the rota", exactMoney(staff, currency)],
    ...(overrun.mean === 0 ? [] : [["Overrun", shown(overrun)] as const]),
    ...(contacts.mean === 0 ? [] : [["Answered contacts", shown(contacts)] as const]),
    ...(fixed === 0 ? [] : [["Fixed", exactMoney(fixed, currency)] as const]),
    ["Cost a day", shown(cost)],
    ...(costWithCredits === undefined ? [] : [["Cost and credits a day", boundedMoney(costWithCredits, currency)] as const]),
    ["Cost per answered contact", shown(costPerContact)],
    ...(posts === null ? [] : [["Full-time posts", { value: decimal(posts, 2), margin: "exact" }] as const]),
  ];
}

/** What some measures are called beside what was promised of them. */
const BEFORE: Partial<Readonly<Record<AgreementMeasure, string>>> = { averageSpeedOfAnswer: "average speed of answer ", averageWait: "average wait " }, AFTER: typeof BEFORE = { answerRate: " answered", abandonmentRate: " abandoned" };

type Told = Promised & Pick<AgreementResult, "measure" | "answerWithin" | "over"> & { readonly every: Agreement["every"] };

/** "80% every 20 days", "80% within 60 seconds every day, mean of intervals", "88% answered every month", "at most 5% abandoned every week", "average wait at most 30 s every month" */
export function promised(told: Told, intervals = "intervals"): string {
  const { measure, answerWithin, every, over } = told, what = AFTER[measure] ?? (answerWithin === null ? "" : ` within ${duration(answerWithin)}`);
  const put = over === "contacts" ? "" : `, mean of ${over === "days" ? "days" : intervals}`;
  return `${BEFORE[measure] ?? ""}${promiseWords(told)}${what} every ${typeof every === "string" ? every : every === 1 ? "day" : `${integer(every)} days`}${every === 1 && over === "days" ? "" : put}`;
}

/** "64.0%" and "(57–70)": of periods. */
export function periodsShown({ mean, interval }: PeriodShare): Shown {
  return mean === null ? { value: NOTHING, margin: "" } : { value: percent(mean), margin: interval === null ? "" : `(${pointsRange(interval)})` };
}

/** The result of a bad or a middle period with its interval: one in ten, or half of them, are worse. */
export function levelShown(agreement: AgreementResult, which: "bad" | "middle"): Shown {
  const { level, unit } = agreement, at = which === "bad" ? badPercentile(agreement) : "p50";
  return resultShown(level[at], level.interval[at], unit);
}

/** "£100" and "± 20", "£100" and "(£5–£623)", or "none in 20 periods" and "at most £337": a period. */
export function creditsShown({ credits, periods }: AgreementResult, currency: string): Shown {
  if (credits === null) return { value: "none agreed", margin: "" };
  const { mean, halfWidth, interval } = credits.aPeriod, most = interval?.[1] ?? 0;
  if (mean === 0 && halfWidth === null && most > 0) return { value: `none in ${integer(periods)} ${plural(periods, "period")};`, margin: `at most ${moneyText(most, currency, most < 10 ? 2 : 0)}` };
  return boundedMoney(credits.aPeriod, currency);
}

/** How many periods the shares are of, and what is left out. */
export function periodsCounted(agreements: readonly AgreementResult[]): string {
  const whole = [...new Set(agreements.map(({ periods }) => periods))], left = Math.max(...agreements.map(({ daysLeftOut }) => daysLeftOut));
  const counted = whole.length === 1 ? `${integer(whole[0])} whole ${whole[0] === 1 ? "period" : "periods"}` : `${integer(Math.min(...whole))} to ${integer(Math.max(...whole))} whole periods`;
  return `${counted} simulated${left === 0 ? "" : `; ${left === 1 ? "one day" : `up to ${integer(left)} days`} after the last left out`}`;
}

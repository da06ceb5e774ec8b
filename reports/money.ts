// Amounts of money in words, shared by the page and the terminal.

import type { Estimate } from "../sim/stats/estimate.ts";
import type { Bounded } from "../sim/stats/stepMean.ts";
import { decimal, halfWidth, NOTHING, type Shown } from "./words.ts";

/** From this half-width on pence say nothing. */
const NO_PENCE = 5;

/** "£1,134.50", "-£12.00", "EUR 3.20" */
export function moneyText(value: number, currency: string, digits = 2): string {
  const text = decimal(Math.abs(value), digits), isZero = Number(text.replaceAll(",", "")) === 0;
  return `${value < 0 && !isZero ? "-" : ""}${withCurrency(text, currency)}`;
}

/** An amount in digits behind its currency: "£3.20", "EUR 3.20" */
export const withCurrency = (digits: string, currency: string): string => `${currency}${/\p{L}$/u.test(currency) ? " " : ""}${digits}`;

/** An estimate: "£1,134" and "± 9", with pence where the half-width leaves them a meaning. */
export function moneyShown({ mean, halfWidth: half }: Estimate, currency: string): Shown {
  if (mean === null) return { value: NOTHING, margin: "" };
  const digits = (half ?? Math.abs(mean) / 100) < NO_PENCE ? 2 : 0;
  return { value: moneyText(mean, currency, digits), margin: half === null ? "" : `± ${halfWidth(half, digits)}` };
}

/** The same, and where too few periods say so for a half-width: "£100" and "(£5–£623)". */
export function boundedMoney({ mean, halfWidth: half, interval }: Bounded, currency: string): Shown {
  if (mean === null || half !== null || interval === null) return moneyShown({ mean, halfWidth: half }, currency);
  const [low, high] = interval, digits = (high - low) / 2 < NO_PENCE ? 2 : 0;
  return { value: moneyText(mean, currency, digits), margin: `(${moneyText(low, currency, digits)}–${moneyText(high, currency, digits)})` };
}

/** What no chance changes: "£805.07", "exact". */
export function exactMoney(value: number, currency: string): Shown {
  return { value: moneyText(value, currency), margin: "exact" };
}

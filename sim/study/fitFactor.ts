// How busy a day is beyond its weekday: the spread of the day factor, its memory from one open day to the next, and what types share.

import { NORMAL_95, studentT95 } from "../stats/studentT.ts";
import type { Ranged } from "./fitLaw.ts";

export interface DayFactor {
  /** Standard deviation of day totals over their weekday's mean, chance of single contacts among it: as anybody would reckon it. */
  readonly plainSpread: number;
  /** Coefficient of variation of the factor, what Poisson counts vary anyway taken off. */
  readonly cv: Ranged;
  /** Correlation of the factor from one open day to the next. */
  readonly memory: Ranged;
}

/** A day's contacts and what its kind has on average; rising days of one type. */
export interface CountedDay {
  readonly day: number;
  readonly count: number;
  readonly expected: number;
}

const NEXT = 4; // days apart at most: from a Thursday to a Monday

const NONE: DayFactor = { plainSpread: 0, cv: { value: 0, halfWidth: null }, memory: { value: 0, halfWidth: null } };

/**
 * @param means how many means of weekdays have been taken from the same days
 * @param blocks how many stretches of days, such as months, have had a mean of their own taken off; 0 for none
 */
export function dayFactorOf(days: readonly CountedDay[], means: number, blocks = 0): DayFactor {
  if (days.length === 0) return NONE;
  const n = days.length, freedom = Math.max(1, n - means), away = days.map(({ count, expected }) => (expected > 0 ? count / expected - 1 : 0));
  const squares = sum(away.map((each) => each * each)), noise = sum(days.map(({ expected }) => (expected > 0 ? 1 / expected : 0))) / n;
  const pairs = days.flatMap(({ day }, i) => (i > 0 && day - days[i - 1].day <= NEXT ? [away[i] * away[i - 1]] : [])), product = pairs.length < 10 ? 0 : ((sum(pairs) / pairs.length) * n) / freedom; // taking means off shrinks products as it shrinks squares
  let variance = squares / freedom, own = Math.max(0, variance - noise), memory = 0;
  for (let round = 0; round < ROUNDS; round++) { // a stretch's own mean takes with it what its days have in common: the variance of that mean
    const taken = blocks === 0 ? 0 : ((own * Math.min(n / blocks / 2, inflation(memory)) + noise) * blocks) / n;
    variance = squares / freedom + taken;
    own = Math.max(0, variance - noise);
    memory = own > 0 && pairs.length >= 10 ? Math.min(0.99, Math.max(-0.99, (product + taken * (1 - blocks / n)) / own)) : 0; // two days of a pair mostly share their stretch
  }
  const cv = Math.sqrt(own), left = Math.max(2, freedom - blocks), fourth = sum(away.map((each) => each ** 4)) / n / Math.max(squares / n, 1e-12) ** 2;
  const errorOfVariance = variance * Math.sqrt((Math.max(NORMAL_FOURTH, fourth) - 1) * inflation(memory * memory) / left), quantile = studentT95(left);
  const whole = variance / Math.max(own, 1e-12), errorOfMemory = Math.sqrt(Math.max(1 - memory * memory, 0.05) * (1 + whole * whole - 1) / Math.max(1, pairs.length));
  return {
    plainSpread: Math.sqrt(squares / Math.max(1, n - 1)),
    cv: { value: cv, halfWidth: n < 3 ? null : cv > 0 ? quantile * (errorOfVariance / (2 * Math.max(cv, Math.sqrt(errorOfVariance / 2)))) : quantile * Math.sqrt(errorOfVariance / 2) },
    memory: { value: memory, halfWidth: pairs.length < 10 || own === 0 ? null : NORMAL_95 * errorOfMemory },
  };
}

const ROUNDS = 20, NORMAL_FOURTH = 3; // fourth moment over the squared variance of a normal law; few days show too little of their tails

/** How much larger the variance of a long mean is than without memory. */
const inflation = (memory: number): number => (1 + memory) / (1 - memory);

/**
 * How much larger the variance of the mean of some days is than if each were alone, since busy days come in runs.
 * @param among places of the days among all open days, rising @param share of the variance of a day's count that its factor has
 */
export function runsInflation(among: readonly number[], memory: number, share: number): number {
  let together = 0;
  for (let i = 0; i < among.length; i++) for (let j = i + 1; j < among.length && memory ** (among[j] - among[i]) > 0.001; j++) together += memory ** (among[j] - among[i]);
  return 1 + (2 * share * together) / Math.max(1, among.length);
}

/** Correlation of two types' factors over the days that both have; chance of single contacts left out. Null where one of them does not vary. */
export function sharedBusyness(a: readonly CountedDay[], b: readonly CountedDay[], means: number): Ranged | null {
  const others = new Map(b.map((each) => [each.day, each])), both = a.flatMap((each) => { const other = others.get(each.day); return other === undefined ? [] : [[each, other] as const]; });
  if (both.length < 10) return null;
  const away = ({ count, expected }: CountedDay) => count / expected - 1, freedom = Math.max(1, both.length - means);
  const covariance = sum(both.map(([x, y]) => away(x) * away(y))) / freedom, [cvA, cvB] = [dayFactorOf(both.map(([x]) => x), means).cv.value, dayFactorOf(both.map(([, y]) => y), means).cv.value];
  if (cvA === 0 || cvB === 0) return null;
  const value = Math.min(1, Math.max(-1, covariance / (cvA * cvB))), noise = (days: readonly CountedDay[], cv: number) => 1 + sum(days.map(({ expected }) => 1 / expected)) / days.length / (cv * cv);
  const error = Math.sqrt((noise(both.map(([x]) => x), cvA) * noise(both.map(([, y]) => y), cvB)) / freedom) * Math.max(0.2, 1 - value * value);
  return { value, halfWidth: NORMAL_95 * error };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

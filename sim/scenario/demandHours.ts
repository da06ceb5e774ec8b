// Who comes when: the contacts that want to come, hour by hour, against the hours in which it is open.

import type { ContactType } from "./contact.ts";
import { meanMatters } from "./meanMatters.ts";

const SECONDS_PER_HOUR = 3600;

/** When it is open, seconds since midnight, and the length of a staffing interval in seconds. */
export interface Hours {
  readonly opening: { readonly from: number; readonly to: number };
  readonly interval: number;
}

/** Expected contacts a day. */
export interface Demand {
  /** All that want to come, at any time. */
  readonly wanted: number;
  /** Of these, met online. */
  readonly online: number;
  /** Of the others, those that want to come while it is closed: they move, or are lost. */
  readonly whileClosed: number;
  readonly moved: number;
  readonly lost: number;
}

type Busyness = Pick<ContactType, "volume" | "profile" | "ratesPerHour" | "demand" | "matters">;

/** The hours that a type's volume and profile describe, seconds since midnight. */
export function demandHours({ demand }: Pick<ContactType, "demand">, opening: Hours["opening"]): Hours["opening"] {
  return { from: demand?.from ?? opening.from, to: demand?.to ?? opening.to };
}

/** Expected contacts by interval of the opening, and what becomes of all that want to come. */
export function demandOf(type: Busyness, hours: Hours): Demand & { readonly coming: readonly number[] } {
  const { opening, interval } = hours, intervals = (opening.to - opening.from) / interval, online = type.demand?.online ?? 0;
  const wanting = wantedIn(type, interval), first = Math.round((opening.from - demandHours(type, opening).from) / interval);
  const staying = online === 0 ? wanting : wanting.map((contacts) => contacts * (1 - online));
  const coming = Array.from({ length: intervals }, (_, i) => staying[first + i] ?? 0);
  const whileClosed = sum(staying.filter((_, i) => i < first || i >= first + intervals)), moved = whileClosed * (type.demand?.moves ?? 0), wanted = wantedPerDay(type, interval);
  if (moved > 0) spread(moved, coming, type.demand?.into ?? [opening.from, opening.to], hours);
  return { wanted, online: wanted * online, whileClosed, moved, lost: whileClosed - moved, coming };
}

/** Contacts expected on a day. */
export function comingPerDay(type: Busyness, hours: Hours): number {
  if (type.demand === undefined) return wantedPerDay(type, hours.interval);
  const { wanted, online, lost } = demandOf(type, hours);
  return wanted - online - lost;
}

/** Contacts that want to come on a day, as the file has them; adding up what the profile makes of them would only round. */
function wantedPerDay({ volume = 0, ratesPerHour, matters }: Busyness, interval: number): number {
  return (ratesPerHour === undefined ? volume : (sum(ratesPerHour) * interval) / SECONDS_PER_HOUR) / meanMatters(matters);
}

/** Contacts that want to come in each interval of the demand, from hourly rates or from the volume shared out by the profile's weights. */
function wantedIn({ volume = 0, profile = [], ratesPerHour, matters }: Busyness, interval: number): number[] {
  const each = meanMatters(matters);
  if (ratesPerHour) return ratesPerHour.map((rate) => (rate * interval) / SECONDS_PER_HOUR / each);
  const weights = sum(profile);
  return profile.map((weight) => (volume * weight) / weights / each);
}

/** Add contacts to the intervals of a window, in proportion to those there; evenly where there are none. */
function spread(contacts: number, coming: number[], [from, to]: readonly [number, number], { opening, interval }: Hours): void {
  const first = Math.round((from - opening.from) / interval), last = Math.round((to - opening.from) / interval), there = sum(coming.slice(first, last));
  for (let i = first; i < last; i++) coming[i] += contacts * (there > 0 ? coming[i] / there : 1 / (last - first));
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

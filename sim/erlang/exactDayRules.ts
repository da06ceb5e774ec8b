// What stands in the way of an exact day. Every key that the solver reads, or need not read, is named here: any other key of the
// scenario file stands in the way as soon as it is set, so that a new one is never ignored by oversight.

import { compile } from "../model/compile.ts";
import type { Objection } from "../scenario/objection.ts";
import type { Law, Scenario } from "../scenario/schema.ts";
import { placeOfWait } from "../scenario/routePlace.ts";
import { formatPath, type Path } from "../scenario/shown.ts";
import { objectionsToWeek } from "../scenario/week.ts";
import { MOST_WORK, workOf } from "./exactDaySize.ts";

/** Keys by section that the exact day takes into account, or that change nothing of its means where the rules below hold. */
export const KEYS_OF_EXACT_DAY = {
  scenario: ["extends", "name", "opening", "interval", "contacts", "shifts", "groups", "routing", "lines", "closing", "pay", "agreements", "days", "precision", "seed"],
  opening: ["from", "to"],
  contact: ["volume", "profile", "ratesPerHour", "count", "demand", "dayToDayCv", "busyness", "handleTime", "patience", "balking", "answerWithin", "target", "priority"],
  demand: ["from", "to", "moves", "into", "online"],
  law: ["distribution", "mean"],
  shift: ["from", "to", "breaks", "absence"],
  break: ["for", "between", "paid"],
  group: ["answers", "agents", "shifts", "absence", "picks", "pay"],
  pay: ["perHour", "rates", "factor", "overrun", "perContact", "fixed", "post", "currency"],
  rate: ["from", "to", "factor"],
  post: ["hours", "away"],
  groupPay: ["perHour", "perContact"],
  agreement: ["contacts", "measure", "answerWithin", "atLeast", "atMost", "every", "over", "credits"],
  credit: ["below", "above", "pay"],
  service: ["handleTimeFactor"],
  route: ["group", "after"],
} as const;

/** Everything that stands in the way of an exact day, in the order of the scenario; empty where it can be solved. */
export function objectionsToExactDay(scenario: Scenario): Objection[] {
  if (scenario.calendar !== undefined) return objectionsToWeek(scenario);
  const objections: Objection[] = [];
  const value = (path: Path, message: string) => objections.push({ path, about: "value", message });
  const name = (path: Path, message: string) => objections.push({ path, about: "name", message });
  const known = (section: keyof typeof KEYS_OF_EXACT_DAY, path: Path, given: object) => {
    const keys: readonly string[] = KEYS_OF_EXACT_DAY[section];
    for (const [key, set] of Object.entries(given)) {
      if (set !== undefined && set !== null && !keys.includes(key)) value([...path, key], "has no place in an exact day: leave it out, or simulate the day");
    }
  };
  const exponential = (path: Path, law: Law) => {
    if (law.distribution === "exponential") known("law", path, law);
    else value([...path, "distribution"], "must be exponential in an exact day");
  };

  known("scenario", [], scenario);
  known("opening", ["opening"], scenario.opening);
  known("pay", ["pay"], scenario.pay ?? {});
  scenario.pay?.rates.forEach((rate, i) => known("rate", ["pay", "rates", i], rate));
  known("post", ["pay", "post"], scenario.pay?.post ?? {});
  for (const [agreement, { credits, ...promise }] of Object.entries(scenario.agreements ?? {})) { // about single days or periods: nothing is said of them
    known("agreement", ["agreements", agreement], promise);
    credits.forEach((credit, i) => known("credit", ["agreements", agreement, "credits", i], credit));
  }
  Object.entries(scenario.contacts).forEach(([type, contact], i) => {
    const path = ["contacts", type];
    if (i > 0) name(path, "is one contact type too many: an exact day has one");
    known("contact", path, contact);
    known("demand", [...path, "demand"], contact.demand ?? {});
    if (contact.count === "fixed") value([...path, "count"], "must be random in an exact day");
    if (contact.dayToDayCv > 0) value([...path, "dayToDayCv"], "must be 0 in an exact day");
    exponential([...path, "handleTime"], contact.handleTime);
    if (contact.patience !== "never") exponential([...path, "patience"], contact.patience);
  });
  for (const [shift, { breaks, absence = 0, ...hours }] of Object.entries(scenario.shifts)) {
    const path = ["shifts", shift], worked = Object.values(scenario.groups).some(({ shifts }) => (shifts?.[shift] ?? 0) > 0);
    known("shift", path, hours);
    breaks.forEach((pause, i) => known("break", [...path, "breaks", i], pause));
    if (absence > 0 && worked) value([...path, "absence"], "must be 0% in an exact day");
  }
  Object.entries(scenario.groups).forEach(([groupName, group], i) => {
    const path = ["groups", groupName];
    if (i > 0) name(path, "is one agent group too many: an exact day has one");
    known("group", path, group);
    known("groupPay", [...path, "pay"], group.pay ?? {});
    for (const [type, service] of Object.entries(group.answers)) known("service", [...path, "answers", type], service);
    const onItsOwn = Object.entries(group.shifts ?? {}).some(([shift, agents]) => agents > 0 && scenario.shifts[shift].absence === undefined);
    if ((group.absence ?? 0) > 0 && (group.agents !== undefined || onItsOwn)) value([...path, "absence"], "must be 0% in an exact day");
  });
  for (const [type, route] of Object.entries(scenario.routing)) {
    route.forEach((entry, i) => {
      if (typeof entry === "string") return;
      known("route", ["routing", type, i], entry);
      const place = placeOfWait(scenario, type, i), isNew = !objections.some(({ path }) => formatPath(path) === formatPath(place)); // the overflow of a site serves several routes
      if (entry.after > 0 && isNew) value(place, "must be 0s in an exact day");
    });
  }
  if (objections.length === 0 && workOf(compile(scenario)) > MOST_WORK) name(["contacts", ...Object.keys(scenario.contacts)], "is too large to be solved in good time: so many contacts, agents or people waiting can only be simulated");
  return objections;
}

// Several calendars of dates side by side: such as a year with and without Saturdays.

import { limitOf, type Promised } from "../sim/scenario/promised.ts";
import type { CalendarResult } from "../sim/study/calendarResult.ts";
import { hoursOf } from "./calendarFigures.ts";
import { perUnit, unitWords } from "./calendarNames.ts";
import { boundedShare, bracketed, currencyOf, missedWords, type CalendarPart } from "./calendarWords.ts";
import { boundedMoney, moneyShown } from "./money.ts";
import { periodsShown } from "./moneyWords.ts";
import { inWords, shortened, toldApart } from "./names.ts";
import { promiseWords } from "./promisedWords.ts";
import type { Row } from "./row.ts";
import { table, withMargin, type Cell } from "./tables/table.ts";
import { chanceOfDaysShown, countShown, integer, listed, NOTHING, percent, shareShown, type Shown } from "./words.ts";

const MOST_NAMED = 3; // calendars in a sentence

/** One sentence without a full stop, and how much is answered in time. */
export function calendarsFinding(parts: readonly CalendarPart[]): { readonly title: string; readonly lead: string } {
  const results = parts.map(({ result }) => result), said = (words: (result: CalendarResult) => string) => results.map((result) => `${words(result)} in “${shortened(result.scenario)}”`);
  const level = ({ whole: { total: { serviceLevel } } }: CalendarResult) => bracketed(shareShown(serviceLevel));
  const lead = results.length > MOST_NAMED ? `Answered in time: ${percent(Math.min(...levelsOf(results)))} to ${percent(Math.max(...levelsOf(results)))} of contacts.` : `Answered in time are ${listed(said(level))}.`;
  const shared = sharedAgreement(results);
  if (results.length > MOST_NAMED || shared === null) return { title: `${integer(results.length)} calendars side by side`, lead };
  const { name, every, promised } = shared;
  return { title: `The agreement ${inWords(name)}, ${promiseWords(promised)} ${perUnit(every)}, is missed ${listed(said(({ agreements }) => missedWords(agreements[name], true)))}`, lead };
}

const levelsOf = (results: readonly CalendarResult[]): number[] => results.flatMap(({ whole: { total: { serviceLevel: { mean } } } }) => (mean === null ? [] : [mean]));

/** The first agreement that all of them have, with the same promise. */
function sharedAgreement([first, ...others]: readonly CalendarResult[]): { readonly name: string; readonly every: CalendarResult["agreements"][string]["every"]; readonly promised: Promised } | null {
  const found = Object.entries(first.agreements).find(([name, own]) => others.every(({ agreements }) => Object.hasOwn(agreements, name) && isSame(agreements[name], own)));
  return found === undefined ? null : { name: found[0], every: found[1].every, promised: found[1] };
}

function isSame(one: CalendarResult["agreements"][string], other: CalendarResult["agreements"][string]): boolean {
  return one.every === other.every && one.measure === other.measure && limitOf(one) === limitOf(other);
}

/** A calendar a column. */
export function calendarsRow(parts: readonly CalendarPart[]): Row {
  const results = parts.map(({ result }) => result), names = toldApart(results.map(({ scenario, seed }) => ({ name: shortened(scenario), file: seed }))), none: Shown = { value: NOTHING, margin: "" };
  const line = (name: string, cell: (result: CalendarResult) => Shown): Cell[] => [{ text: name }, ...results.map((result) => ({ text: withMargin(cell(result)) }))];
  const ofAgreement = (name: string, cell: (agreement: CalendarResult["agreements"][string], currency: string) => Shown) => (result: CalendarResult) => (Object.hasOwn(result.agreements, name) ? cell(result.agreements[name], currencyOf(result)) : none);
  const agreements = [...new Map(results.flatMap((result) => Object.entries(result.agreements))).entries()], isPriced = results.some(({ whole: { money } }) => money !== undefined);
  return {
    title: "The calendars side by side", wide: true,
    note: "Calendars with the same seed have the same luck on the same dates. ±: 95% intervals of each by itself, over its runs; how sure a difference is, callhall compare tells.",
    panels: [table({
      caption: "In all", columns: ["", ...names],
      body: [
        line("Open days", ({ whole: { openDays } }) => ({ value: integer(openDays), margin: "" })), line("Offered", ({ whole: { total } }) => countShown(total.offered)),
        line("Answered in time", ({ whole: { total } }) => shareShown(total.serviceLevel)), line("Days on target", ({ whole: { total } }) => chanceOfDaysShown(total.daysOnTarget)),
        ...agreements.flatMap(([name, { every, credits }]) => [
          line(`${shortened(name)}: chance that a ${unitWords(every)} is missed`, ofAgreement(name, ({ missed }) => boundedShare(missed))),
          line(`${shortened(name)}: chance of two in a row`, ofAgreement(name, ({ twoInARow, periods }) => (periods.length < 2 ? none : periodsShown(twoInARow)))),
          ...(credits === null ? [] : [line(`${shortened(name)}: credits`, ofAgreement(name, (own, currency) => (own.credits === null ? none : boundedMoney(own.credits.inAll, currency))))]),
        ]),
        ...(isPriced ? [
          line("Cost", ({ whole: { money } }) => (money === undefined ? none : moneyShown(money.cost, money.currency))),
          line("Cost and credits", ({ whole: { money } }) => (money?.costWithCredits === undefined ? none : boundedMoney(money.costWithCredits, money.currency))),
        ] : []),
        line("Paid hours", ({ whole: { groups } }) => hoursOf(Object.values(groups).map(({ paidHours }) => paidHours))),
      ],
    })],
  };
}

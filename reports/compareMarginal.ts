// What some hours bring and cost, in words.

import type { Estimate } from "../sim/stats/estimate.ts";
import type { HoursWorth } from "../sim/study/compareMarginal.ts";
import { PER_WORDS, sideOf, sizeShown, type Terms, wayInWords } from "./compareWords.ts";
import { amountShown, capital, clock, inSentence } from "./words.ts";

/** "17:00 to 18:00 in the base" */
export const hoursInWords = ({ from, to, of }: HoursWorth): string => `${clock(from)} to ${clock(to)} in ${wayInWords(of)}`;

/** "… brings 21.3 (± 0.2) contacts a day; closing it saves …" */
export function worthInWords(worth: HoursWorth, terms: Terms): string {
  const { arriving, answered, paidHours, cost, costPerContact, paidHoursPerContact, daysMissed } = worth, lost = lostOf(worth);
  const all = lost.mean !== null && lost.mean === arriving.mean;
  const stay = all ? " All of them would be lost were it closed." : sideOf("offered", lost) === "same" || lost.mean === null ? " None of them would be lost as far as we can see: they would come at other times." : ` ${inSentence(amountShown(size(lost)))} of them would not come at all were it closed.`;
  const each = costPerContact !== null ? `, at ${inSentence(sizeShown("costPerContact", costPerContact, terms))} each` : paidHoursPerContact !== null && cost === null ? `, at ${inSentence(amountShown(paidHoursPerContact))} paid hours each` : "";
  const more = sideOf("answered", answered) === "same" || answered.mean === null ? "No difference in answered contacts can be seen" : `${inSentence(amountShown(size(answered)))} ${answered.mean > 0 ? "more" : "fewer"} are answered in all because of it${answered.mean > 0 ? each : ""}`;
  return `${capital(hoursInWords(worth))}: ${inSentence(amountShown(arriving))} contacts arrive${PER_WORDS[terms.per]}.${stay} ${more}. Closing it saves ${saved(paidHours, cost, terms)} and ${missed(daysMissed)}.`;
}

/** Who would not come at all: as both are estimates, no more than arrive. */
export const lostOf = ({ arriving, offered }: HoursWorth): Estimate => ({ mean: offered.mean === null || arriving.mean === null ? offered.mean : Math.min(offered.mean, arriving.mean), halfWidth: offered.halfWidth });

const size = ({ mean, halfWidth }: Estimate): Estimate => ({ mean: mean === null ? null : Math.abs(mean), halfWidth });

function saved(paidHours: Estimate, cost: HoursWorth["cost"], terms: Terms): string {
  const hours = `${inSentence(amountShown({ ...paidHours, halfWidth: null }))} paid hours`;
  if (cost === null || cost.mean === null) return `${hours}${PER_WORDS[terms.per]}`;
  const side = sideOf("cost", cost), money = side === "same" ? "nothing we can see in money" : side === "better" ? `no money, but costs ${inSentence(sizeShown("cost", cost, terms))} more` : inSentence(sizeShown("cost", cost, terms));
  return `${money}${PER_WORDS[terms.per]} (${hours})`;
}

/** @param difference of the chance of a missed day, open less closed */
function missed(difference: Estimate): string {
  if (difference.mean === null) return "says nothing of missed days, since targets differ by type";
  if (difference.halfWidth !== null && Math.abs(difference.mean) <= difference.halfWidth) return "moves the chance of a missed day by nothing we can see";
  return `${difference.mean > 0 ? "lowers" : "raises"} the chance of a missed day by ${inSentence(sizeShown("daysOnTarget", difference))}`;
}

/** The heading of the hours' row. */
export function worthTitle(worth: HoursWorth, { per, currency }: Terms): string {
  const { arriving, costPerContact } = worth, brings = `${capital(hoursInWords(worth))}: ${inSentence(amountShown(arriving))} contacts${PER_WORDS[per]}`;
  return costPerContact === null ? brings : `${brings}, at ${inSentence(sizeShown("costPerContact", costPerContact, { currency }))} for each more that is answered`;
}


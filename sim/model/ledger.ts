// What of a day must be written down, day by day, to reckon its money and its agreements.

import type { AgreementMeasure } from "../scenario/promised.ts";
import type { Scenario } from "../scenario/schema.ts";

export interface Ledger {
  /** Price of a second of overrun, by group. */
  readonly overrunPerSecond: Float64Array;
  /** Price of an answered contact, by group. */
  readonly perContact: Float64Array;
  /** Whether groups have different prices, so that it matters who answered. */
  readonly byGroup: boolean;
  /** The contact types of each agreement, what is measured of them, and its own threshold in seconds; null: that of the types. */
  readonly agreements: readonly { readonly types: readonly number[]; readonly measure: AgreementMeasure; readonly within: number | null }[];
}

/** Null where the scenario has neither pay nor agreements. */
export function compileLedger({ contacts, groups, pay, agreements }: Scenario): Ledger | null {
  if (pay === undefined && agreements === undefined) return null;
  const typeNames = Object.keys(contacts), all = typeNames.map((_, type) => type), teams = Object.values(groups);
  const perContact = Float64Array.from(teams, (group) => group.pay?.perContact ?? pay?.perContact ?? 0);
  return {
    overrunPerSecond: Float64Array.from(teams, (group) => ((group.pay?.perHour ?? pay?.perHour ?? 0) * (pay?.factor ?? 1) * (pay?.overrun ?? 1)) / 3600),
    perContact, byGroup: perContact.some((price) => price !== perContact[0]),
    agreements: Object.values(agreements ?? {}).map(({ contacts: some, measure, answerWithin = null }) => ({ types: some?.map((type) => typeNames.indexOf(type)) ?? all, measure, within: answerWithin })),
  };
}

// The one place where a measure is written: what is counted, and divided by what. Everything else reads these tables.

import {
  ABANDONED, ABANDONED_WITHIN, ABSENT, ANSWERED, ANSWERED_WITHIN, BLOCKED, BUSY, CONTACT_COUNTERS, ELSEWHERE, FOR_OTHERS, GROUP_COUNTERS, LONGEST, LOST_AT_CLOSE, OFFERED,
  OFF_PHONE, OVERRUN, PAID, ROSTERED, STAFFED, WAITED, WAIT_ABANDONED, WAIT_ALL, WAIT_ANSWERED,
} from "../engine/dayRecord.ts";
import type { AGREEMENT_MEASURES, AgreementMeasure } from "../scenario/promised.ts";

/** A counter of the day record and the factor it enters with. */
export type Term = readonly [counter: number, factor: number];

export interface Measure {
  /** In words, with the unit. */
  readonly says: string;
  readonly unit: "contacts" | "share" | "seconds" | "hours" | "money";
  readonly of: readonly Term[];
  /** The denominator of a ratio of means over days; absent where the measure is itself a mean over days. */
  readonly per?: readonly Term[];
}

const plus = (...counters: number[]): Term[] => counters.map((counter) => [counter, 1]);
const HOURS = 1 / 3600;

export const CONTACT_MEASURES = {
  offered: { says: "contacts that tried, a day", unit: "contacts", of: plus(OFFERED) },
  answered: { says: "contacts answered, a day", unit: "contacts", of: plus(ANSWERED) },
  abandoned: { says: "contacts that hung up, those that balked at once among them, a day", unit: "contacts", of: plus(ABANDONED) },
  blocked: { says: "contacts that found all lines taken, a day", unit: "contacts", of: plus(BLOCKED) },
  lostAtClose: { says: "contacts still waiting at closing that nobody stayed for, a day", unit: "contacts", of: plus(LOST_AT_CLOSE) },
  answeredWithin: { says: "contacts answered within the threshold, a day", unit: "contacts", of: plus(ANSWERED_WITHIN) },
  abandonedWithin: { says: "contacts that hung up within the threshold, a day", unit: "contacts", of: plus(ABANDONED_WITHIN) },
  serviceLevel: { says: "answered within the threshold / offered", unit: "share", of: plus(ANSWERED_WITHIN), per: plus(OFFERED) },
  serviceLevelOfAnswered: { says: "answered within the threshold / answered", unit: "share", of: plus(ANSWERED_WITHIN), per: plus(ANSWERED) },
  serviceLevelExcludingShortAbandons: {
    says: "answered within the threshold / (offered - abandoned within it)", unit: "share",
    of: plus(ANSWERED_WITHIN), per: [[OFFERED, 1], [ABANDONED_WITHIN, -1]],
  },
  serviceLevelIncludingAbandons: {
    says: "(answered + abandoned within the threshold) / offered", unit: "share",
    of: plus(ANSWERED_WITHIN, ABANDONED_WITHIN), per: plus(OFFERED),
  },
  abandonmentRate: { says: "abandoned / offered", unit: "share", of: plus(ABANDONED), per: plus(OFFERED) },
  probabilityOfWait: { says: "joined a queue / offered", unit: "share", of: plus(WAITED), per: plus(OFFERED) },
  averageSpeedOfAnswer: { says: "mean wait of answered contacts", unit: "seconds", of: plus(WAIT_ANSWERED), per: plus(ANSWERED) },
  averageWait: { says: "mean wait of all offered contacts", unit: "seconds", of: plus(WAIT_ALL), per: plus(OFFERED) },
  averageTimeToAbandon: { says: "mean wait of abandoned contacts", unit: "seconds", of: plus(WAIT_ABANDONED), per: plus(ABANDONED) },
  longestWait: { says: "longest wait of the day, averaged over days", unit: "seconds", of: plus(LONGEST) },
} as const satisfies Record<string, Measure>;

export const GROUP_MEASURES = {
  occupancy: { says: "busy / (busy + available)", unit: "share", of: plus(BUSY), per: plus(STAFFED) },
  utilisation: { says: "busy / paid, work past the shift's end paid too", unit: "share", of: plus(BUSY), per: plus(PAID, OVERRUN) },
  staffedHours: { says: "busy or available, agents together, a day", unit: "hours", of: [[STAFFED, HOURS]] },
  busyHours: { says: "serving contacts, a day", unit: "hours", of: [[BUSY, HOURS]] },
  overrunHours: { says: "worked past the shift's end or closing, a day", unit: "hours", of: [[OVERRUN, HOURS]] },
  rosteredHours: { says: "on duty by the rota, breaks left out, absent agents included, a day", unit: "hours", of: [[ROSTERED, HOURS]] },
  absentHours: { says: "rostered, but absent, a day", unit: "hours", of: [[ABSENT, HOURS]] },
  offPhoneHours: { says: "on duty, but off the phone, a day", unit: "hours", of: [[OFF_PHONE, HOURS]] },
  paidHours: { says: "by the rota, breaks (unless unpaid) and absent agents included, a day", unit: "hours", of: [[PAID, HOURS]] },
} as const satisfies Record<string, Measure>;

/** What agreements are made on, in the units in which they are promised. */
export const AGREEMENT_RATIOS = {
  serviceLevel: CONTACT_MEASURES.serviceLevel, serviceLevelOfAnswered: CONTACT_MEASURES.serviceLevelOfAnswered,
  serviceLevelExcludingShortAbandons: CONTACT_MEASURES.serviceLevelExcludingShortAbandons, serviceLevelIncludingAbandons: CONTACT_MEASURES.serviceLevelIncludingAbandons,
  answerRate: { says: "answered / offered", unit: "share", of: plus(ANSWERED), per: plus(OFFERED) },
  abandonmentRate: CONTACT_MEASURES.abandonmentRate, averageSpeedOfAnswer: CONTACT_MEASURES.averageSpeedOfAnswer, averageWait: CONTACT_MEASURES.averageWait,
} as const satisfies { readonly [Name in AgreementMeasure]: Required<Measure> & { readonly unit: (typeof AGREEMENT_MEASURES)[Name]["unit"] } };

/** Of a site, beside the measures of its contacts; its own counters follow theirs. */
export const SITE_MEASURES = {
  answeredElsewhere: { says: "of the site's answered contacts, those answered by groups that are not its own", unit: "share", of: plus(CONTACT_COUNTERS + ELSEWHERE), per: plus(ANSWERED) },
  answeredForOthers: { says: "contacts of other sites or of none that the site's groups answered, a day", unit: "contacts", of: plus(CONTACT_COUNTERS + FOR_OTHERS) },
} as const satisfies Record<string, Measure>;

/**
 * Of a period of a calendar, beside the counters of its contacts: open days, those on which anybody came, those on target, cost; of the agreements'
 * periods that end in it the credits, how many they are, and how many miss what was promised. Groups have the days.
 */
export const DAYS = CONTACT_COUNTERS, CAME = DAYS + 1, ON_TARGET = DAYS + 2, COST = DAYS + 3, CREDITS = DAYS + 4, JUDGED = DAYS + 5, MISSED = DAYS + 6, PERIOD_COUNTERS = DAYS + 7;
export const GROUP_DAYS = GROUP_COUNTERS, PERIOD_GROUP_COUNTERS = GROUP_DAYS + 1;

/** The same where an observation is the sum of several days, which a counter counts: means over days are ratios then, as all runs need not have as many. */
export function perDay<Name extends string>(measures: Readonly<Record<Name, Measure>>, days: number): Record<Name, Measure> {
  return Object.fromEntries(Object.entries<Measure>(measures).map(([name, measure]) => [name, { per: plus(days), ...measure }])) as Record<Name, Measure>; // the keys of `measures`, which fromEntries cannot know
}

/** Of a period: counts are sums over its days; a day's longest wait is a mean over them. */
export const PERIOD_MEASURES = {
  ...CONTACT_MEASURES,
  longestWait: { says: "longest wait of a day, averaged over open days", unit: "seconds", of: plus(LONGEST), per: plus(DAYS) },
  daysOnTarget: { says: "days whose own service level reaches their target / days on which anybody came", unit: "share", of: plus(ON_TARGET), per: plus(CAME) },
  cost: { says: "pay of the rota and overrun, answered contacts, fixed costs", unit: "money", of: plus(COST) },
  costPerContact: { says: "cost / answered", unit: "money", of: plus(COST), per: plus(ANSWERED) },
  credits: { says: "service credits of all agreements, of the periods that end in it", unit: "money", of: plus(CREDITS) },
  costWithCredits: { says: "cost and credits", unit: "money", of: plus(COST, CREDITS) },
  periodsMissed: { says: "periods of all agreements that miss what was promised / periods of all agreements", unit: "share", of: plus(MISSED), per: plus(JUDGED) },
} as const satisfies Record<string, Measure>;

export type PeriodMeasureName = keyof typeof PERIOD_MEASURES;

export type ContactMeasureName = keyof typeof CONTACT_MEASURES;
export type GroupMeasureName = keyof typeof GROUP_MEASURES;
export type SiteMeasureName = keyof typeof SITE_MEASURES;

/** In the order in which they are printed. */
export const CONTACT_MEASURE_NAMES = Object.keys(CONTACT_MEASURES) as ContactMeasureName[]; // keys() widens them to string
export const GROUP_MEASURE_NAMES = Object.keys(GROUP_MEASURES) as GroupMeasureName[];
export const SITE_MEASURE_NAMES = Object.keys(SITE_MEASURES) as SiteMeasureName[];

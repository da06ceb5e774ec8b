// The compiled model, what the engine runs on: numeric ids, seconds from the opening of the day, flat read-only arrays.

import type { Law } from "../scenario/schema.ts";
import type { Ledger } from "./ledger.ts";
import type { Sites } from "./sites.ts";

export interface Model {
  /** Names in file order; a type's or group's id is its place here. */
  readonly typeNames: readonly string[];
  readonly groupNames: readonly string[];
  readonly types: number;
  readonly groups: number;
  /** Staffing intervals of the day, and the length of one in seconds. */
  readonly intervals: number;
  readonly interval: number;

  // Contact types
  /** Of a contact, or of one matter where contacts bring several. */
  readonly handleTime: readonly Law[];
  /** null: one matter each. */
  readonly matters: readonly (Matters | null)[];
  /** null: never hangs up. */
  readonly patience: readonly (Law | null)[];
  readonly balking: Float64Array;
  readonly dayToDayCv: Float64Array;
  /** Contacts that come on every day, no more and no fewer; null where their number is Poisson. */
  readonly fixedCount: readonly (number | null)[];
  /** Types whose days are busy together. */
  readonly sharesBusyness: readonly boolean[];
  readonly answerWithin: Float64Array;
  /** Expected contacts of a type before each interval edge, on a day of factor 1: type x (intervals + 1). */
  readonly expected: Float64Array;

  // Routing
  /** Groups a type may go to at once, in order of choice: groupsOf[groupsFrom[type] .. groupsFrom[type + 1]). */
  readonly groupsFrom: Int32Array;
  readonly groupsOf: Int32Array;
  /** By type: the groups that may serve a contact only after it has waited for some seconds. */
  readonly helpers: readonly (readonly { readonly group: number; readonly after: number }[])[];
  readonly handleTimeFactor: Float64Array; // type x group
  /** Contacts that are served in order of arrival wait in one queue. Queues are numbered by falling priority. */
  readonly queues: number;
  readonly queueOf: Int32Array; // of a type
  /** The queues a group serves, one bit each, in `words` words of 32: group x word. */
  readonly words: number;
  readonly serves: Int32Array;
  /** In which order a group serves its queues, the lowest first, and after how many seconds of waiting: group x queue. */
  readonly rank: Int32Array;
  readonly after: Float64Array;
  /** Contacts that may be waiting or in hand at once, all types together; Infinity without a limit. */
  readonly lines: number;
  /** At closing, whoever waits is lost; otherwise agents on duty stay until their queues are empty. */
  readonly drop: boolean;

  /** Null without sites. */
  readonly sites: Sites | null;

  // Agents
  /** Steps of the day: every interval edge and every change of staff, the closing last. */
  readonly stepTime: Float64Array;
  /** The interval that begins at or contains the step; `intervals` for the closing. */
  readonly stepInterval: Int32Array;
  /** Change of agents on duty at a step, and how many of those who leave go home rather than into a break: step x group. */
  readonly stepChange: Int32Array;
  readonly stepGoHome: Int32Array;
  /** Rostered agents who may be missing for a day. */
  readonly mayBeAbsent: readonly MayBeAbsent[];
  /** Rostered agents who are at times off the phone. */
  readonly offPhone: readonly MayBeOffPhone[];
  /** Most agents on duty at once, all groups together. */
  readonly mostAgents: number;
  /** Seconds by the rota in each interval, on duty (breaks left out) and paid (unpaid breaks left out): group x intervals. */
  readonly rostered: Float64Array;
  readonly paid: Float64Array;

  /** What is written down of every day for money and agreements; null where there is neither. */
  readonly ledger: Ledger | null;
}

/** Contacts that bring several matters. */
export interface Matters {
  /** That a contact brings at most one, two, three … matters; the last is 1. */
  readonly chances: Float64Array;
  /** Handle time of each matter after the first, as a multiple of one of its own. */
  readonly furtherTakes: number;
  /** Mean handle time of a contact, as a multiple of that of one matter. */
  readonly meanWork: number;
}

export interface MayBeAbsent {
  /** Whose stream of chances the agent's is: a group, or a group's shift. Agent k of it has word k. */
  readonly roster: string;
  readonly agent: number;
  readonly chance: number;
  readonly group: number;
  /** What the agent adds to the steps of the day: nothing of it happens when absent. */
  readonly duty: readonly { readonly step: number; readonly change: number; readonly goHome: number }[];
  /** Seconds rostered, by interval. */
  readonly rostered: Float64Array;
}

export interface MayBeOffPhone {
  /** As of the absent; each agent has a stream of spells of their own. */
  readonly roster: string;
  readonly agent: number;
  readonly group: number;
  /** Which of `mayBeAbsent` this is; null for somebody who always comes. */
  readonly absentee: number | null;
  /** Of the time on duty. */
  readonly share: number;
  /** Of a spell, in seconds. */
  readonly meanLength: number;
  /** On duty without interruption, in seconds from the opening. */
  readonly duty: readonly { readonly from: number; readonly to: number }[];
}

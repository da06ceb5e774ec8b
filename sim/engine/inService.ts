// Contacts in service, by the time they finish. Two structures with the same answers, each the faster for its size.

import type { Contacts } from "./contacts.ts";
import { FewInService } from "./fewInService.ts";
import { ManyInService } from "./manyInService.ts";

export interface InService {
  /** The soonest finish; Infinity when nobody is served. */
  readonly soonest: number;
  /** Contacts in service. */
  readonly size: number;
  clear(): void;
  add(contact: number): void;
  /** Take out the contact that finishes soonest. */
  remove(): number;
}

const FEW = 40; // agents up to which a sorted list is the faster

/**
 * @param most about how many are in service at once
 * @param rate about how many finish per second; both decide the speed only
 */
export function createInService(most: number, rate: number, contacts: Contacts): InService {
  return most <= FEW ? new FewInService(contacts) : new ManyInService(most, rate, contacts);
}

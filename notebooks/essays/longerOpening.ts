// Longer opening: the study that the notebook's inputs ask for.

import { showStudy } from "./studies.ts";

export interface Hours {
  /** Of the shorter opening: "09:00", "17:00". */
  readonly from: string;
  readonly to: string;
  /** Share of those who find it closed that call again, in per cent. */
  readonly moves: number;
  /** When they do; null: at any time. */
  readonly into: readonly [string, string] | null;
  readonly days: number;
}

export const FROM: readonly (readonly [string, string])[] = [["9:00", "09:00"], ["9:30", "09:30"], ["10:00", "10:00"]];
export const TO: readonly (readonly [string, string])[] = [["16:00", "16:00"], ["16:30", "16:30"], ["17:00", "17:00"], ["17:30", "17:30"]];

/** When those call again who found it closed, of an opening. */
export const AGAIN = [["at any time", null], ["within the first half hour", 1], ["within the first two hours", 4]] as const;

/** So many half hours from a time on. */
export function firstHours(from: string, halfHours: number | null): readonly [string, string] | null {
  if (halfHours === null) return null;
  const [hours, minutes] = from.split(":").map(Number), end = 60 * hours + minutes + 30 * halfHours;
  return [from, `${String(Math.floor(end / 60)).padStart(2, "0")}:${String(end % 60).padStart(2, "0")}`];
}

export function openingStudy({ from, to, moves, into, days }: Hours): string {
  const variant = (name: string, says: string, share: number) => `  ${name}:
    says: ${says}
    patch:
      opening: { from: "${from}", to: "${to}" }
      contacts: { calls: { demand: { from: "08:30", to: "18:00", moves: ${share}%${into === null ? "" : `, into: ["${into[0]}", "${into[1]}"]`} } } }
      shifts: { early: null, middle: { from: "${from}", to: "${to}" }, late: null }
      groups: { generic: { shifts: { early: null, middle: 11, late: null } } }
`;
  return `question: Does longer opening pay?
base: ../usual-day.yaml
variants:
${variant("shorter, others give up", "Shorter hours with the same eleven agents; whoever would call outside gives up", 0)}${
    variant("shorter, some call again", `${moves}% of those callers call again while it is open`, moves)}${
    variant("shorter, all call again", "All of them call again", 100)}measures: [serviceLevel, daysOnTarget, answered, averageWait, paidHours]
hold: { vary: groups.generic }
breakEven:
  path: contacts.calls.handleTime.mean
  between: [4m, 6m]
  variants: [base, "shorter, all call again"]
  in: base
marginal:
  - { hours: ["08:30", "${from}"], of: base }
  - { hours: ["${to}", "18:00"], of: base }
days: ${days}
`;
}

export const showOpening = (id: string, hours: Hours, invalidation: Promise<void>): Promise<void> => showStudy(id, openingStudy(hours), "scenarios/studies/my-opening.yaml",
  (value) => `The longer opening would answer as many in time as shorter hours do with all callers, if a call took ${value} instead of 5m30s`, invalidation);

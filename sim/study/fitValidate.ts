// The fitted scenario against what happened: every half hour of the data beside the same half hour simulated many times with the agents of its day.

import { ABANDONED as LOST, ANSWERED as TAKEN, ANSWERED_WITHIN, OFFERED as CAME, WAIT_ANSWERED as WAITED } from "../engine/dayRecord.ts";
import { NORMAL_95, studentT } from "../stats/studentT.ts";
import type { Fit } from "./fit.ts";
import { ABANDONED, ANSWERED, IN_TIME, OFFERED, WAIT_ANSWERED, type Field, type History } from "./fitHistory.ts";
import type { Ranged } from "./fitLaw.ts";
import { daysToMatch } from "./fitMatch.ts";
import { Replay, scenarioOf, staffedAs } from "./fitReplay.ts";

export const VALIDATED = ["offered", "serviceLevel", "abandonmentRate", "averageSpeedOfAnswer"] as const;
export type Validated = (typeof VALIDATED)[number];

/** By measure: what is counted on top and below in the data and in the simulation. Contacts, and seconds of waiting. */
const PARTS: Readonly<Record<Validated, { readonly needs: Field | null; readonly data: readonly [number, number | null]; readonly simulated: readonly [number, number | null] }>> = {
  offered: { needs: null, data: [OFFERED, null], simulated: [CAME, null] },
  serviceLevel: { needs: IN_TIME, data: [IN_TIME, OFFERED], simulated: [ANSWERED_WITHIN, CAME] },
  abandonmentRate: { needs: ABANDONED, data: [ABANDONED, OFFERED], simulated: [LOST, CAME] },
  averageSpeedOfAnswer: { needs: WAIT_ANSWERED, data: [WAIT_ANSWERED, ANSWERED], simulated: [WAITED, TAKEN] },
};

export interface ValidatedSlot {
  /** Seconds since midnight. */
  readonly from: number;
  /** Days of the data with contacts in it. */
  readonly days: number;
  /** Over those days. */
  readonly observed: number;
  readonly simulated: number;
  /** Mean over days of the 90 % band's ends. */
  readonly band: readonly [low: number, high: number];
  /** Share of the days that lie in their band; 0.9 where the scenario is right. */
  readonly inside: number;
  /** Observed less simulated, a day, with its 95 % interval. */
  readonly difference: Ranged;
  /** Whether the difference is surely none of chance, all slots considered. */
  readonly isWrong: boolean;
}

export interface ValidatedMeasure {
  readonly measure: Validated;
  readonly inside: Ranged;
  readonly slots: readonly ValidatedSlot[];
  /** Over all days and slots. */
  readonly observed: number;
  readonly simulated: number;
}

export interface Validation {
  readonly days: number;
  readonly replicas: number;
  readonly measures: readonly ValidatedMeasure[];
}

// The value seen falls between the simulated ones at any of 20 places equally often if the scenario is right; 18 of them are the band.
const REPLICAS = 19, LOWEST = 1, HIGHEST = 18, CONTACTS = 600_000, MOST_DAYS = 60, FEWEST_DAYS = 8;

/** @returns null where no day has agents, or nothing is known of what became of the contacts */
export function validate(fit: Fit, history: History): Validation | null {
  const perDay = Math.max(...fit.kinds.map(({ volumes }) => volumes.reduce((sum, { value }) => sum + value, 0)));
  const days = daysToMatch(fit, history, Math.max(FEWEST_DAYS, Math.min(MOST_DAYS, Math.floor(CONTACTS / perDay / REPLICAS)))), types = fit.types.length;
  const measures = VALIDATED.filter((measure) => { const { needs } = PARTS[measure]; return needs === null || history.known.has(needs); });
  if (days.length < 3 || (fit.agents !== "file" && fit.agents !== "seen") || measures.length < 2) return null;
  const lived = days.map(({ day, kind, from }) => {
    const replay = new Replay(staffedAs(scenarioOf(fit, kind), fit, history, kind, day), `validate ${day}`), slots = kind.profiles[0].length;
    const values = measures.map(() => new Float64Array(slots * REPLICAS)), sums = measures.map(() => [0, 0]);
    for (let replica = 0; replica < REPLICAS; replica++) {
      replay.simulate(replica);
      measures.forEach((measure, m) => {
        const [top, bottom] = PARTS[measure].simulated;
        for (let slot = 0; slot < slots; slot++) {
          let above = 0, below = bottom === null ? 1 : 0;
          for (let type = 0; type < types; type++) {
            above += replay.counter(type, slot, top);
            if (bottom !== null) below += replay.counter(type, slot, bottom);
          }
          values[m][slot * REPLICAS + replica] = below === 0 ? NaN : above / below;
          sums[m][0] += above;
          sums[m][1] += below;
        }
      });
    }
    return { day, from, slots, values, sums };
  });
  const judged = measures.map((measure, m): ValidatedMeasure => {
      const [top, bottom] = PARTS[measure].data, cells = new Map<number, { observed: number; simulated: number; low: number; high: number; inside: number; weight: number; day: number; variance: number }[]>();
      for (const { day, from, slots, values } of lived) {
        for (let slot = 0; slot < slots; slot++) {
          const counted = (field: number) => history.types.reduce((sum, _, type) => sum + history.at(type, day, from + slot, field), 0), weight = bottom === null ? 1 : counted(bottom);
          const own = values[m].slice(slot * REPLICAS, (slot + 1) * REPLICAS).filter((each) => !Number.isNaN(each)).sort();
          if (weight === 0 || own.length < REPLICAS) continue;
          const observed = counted(top) / weight, known = cells.get(from + slot) ?? [];
          const simulated = own.reduce((sum, each) => sum + each, 0) / own.length;
          known.push({ observed, simulated, variance: own.reduce((sum, each) => sum + (each - simulated) ** 2, 0) / (own.length - 1), low: own[LOWEST - 1], high: own[HIGHEST], inside: placeInside(own, observed), weight, day });
          cells.set(from + slot, known);
        }
      }
      const limit = [...cells.values()].length;
      const slots = [...cells].sort(([a], [b]) => a - b).flatMap(([slot, own]): ValidatedSlot[] => {
        if (own.length < 3) return [];
        const mean = (of: (each: typeof own[number]) => number) => own.reduce((sum, each) => sum + of(each), 0) / own.length, difference = mean(({ observed, simulated }) => observed - simulated);
        // where hardly anybody waits, days without a long wait show too little of how much such days vary: then the simulation says it
        const variance = Math.max(own.reduce((sum, each) => sum + (each.observed - each.simulated - difference) ** 2, 0) / (own.length - 1), mean((each) => each.variance)), spread = Math.sqrt(variance / own.length);
        return [{
          from: slot * history.resolution, days: own.length, observed: mean((each) => each.observed), simulated: mean((each) => each.simulated), band: [mean(({ low }) => low), mean(({ high }) => high)], inside: mean((each) => each.inside),
          difference: { value: difference, halfWidth: NORMAL_95 * spread }, isWrong: Math.abs(difference) > studentT(1 - 0.025 / limit, own.length - 1) * spread && spread > 0,
        }];
      });
      const all = [...cells.values()].flat(), byDay = lived.map(({ day }) => all.filter((each) => each.day === day)).filter((own) => own.length > 0), weights = all.reduce((sum, { weight }) => sum + weight, 0);
      const inside = all.reduce((sum, each) => sum + each.inside, 0) / all.length, clustered = byDay.reduce((sum, own) => sum + own.reduce((inner, each) => inner + each.inside - inside, 0) ** 2, 0);
      return {
        measure, slots, inside: { value: inside, halfWidth: byDay.length < 2 ? null : (NORMAL_95 * Math.sqrt((clustered * byDay.length) / (byDay.length - 1))) / all.length },
        observed: all.reduce((sum, { observed, weight }) => sum + observed * weight, 0) / weights, simulated: lived.reduce((sum, { sums }) => sum + sums[m][0], 0) / lived.reduce((sum, { sums }) => sum + sums[m][1], 0),
      };
    }).filter(({ slots }) => slots.length > 0); // few contacts on few days leave nothing to judge
  return judged.length < 2 ? null : { days: days.length, replicas: REPLICAS, measures: judged };
}

/** The share of the places among equals at which a value lies inside the band: ties are neither in nor out. */
function placeInside(sorted: Float64Array, value: number): number {
  let below = 0, equal = 0;
  for (const each of sorted) {
    if (each < value - 1e-12) below++;
    else if (each <= value + 1e-12) equal++;
  }
  let inside = 0;
  for (let place = below; place <= below + equal; place++) if (place >= LOWEST && place <= HIGHEST) inside++;
  return inside / (equal + 1);
}

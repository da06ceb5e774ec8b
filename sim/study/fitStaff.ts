// Agents where the file tells none, but what became of the contacts: as many, by the square-root rule, as make the simulation do the same.

import { ABANDONED, ANSWERED_WITHIN, OFFERED } from "../engine/dayRecord.ts";
import type { Fit, FittedKind } from "./fit.ts";
import { Replay, scenarioOf } from "./fitReplay.ts";

const CONTACTS = 150_000, MOST_DAYS = 60, ROUNDS = 9, FEWEST = -2, MOST = 5; // of the factor beside the root of the load

/** The fit with agents in proportion to need, null where nothing is known to match them to. */
export function matchAgents(fit: Fit): Fit | null {
  const lost = fit.abandonment?.value ?? 0, level = fit.serviceLevel?.value ?? 0, wanted = lost > 0 ? lost : level;
  if (wanted <= 0 || wanted >= 1) return null;
  const staffed = (factor: number): Fit => ({ ...fit, agents: "matched", kinds: fit.kinds.map((kind) => ({ ...kind, agents: fit.groups.map(({ types }) => agentsFor(fit, kind, types, factor)) })) });
  const isTooMany = (factor: number) => (lost > 0 ? outcome(staffed(factor), ABANDONED) < lost : outcome(staffed(factor), ANSWERED_WITHIN) > level);
  if (isTooMany(FEWEST) || !isTooMany(MOST)) return null; // beyond all reason: handle times or counts do not belong together
  let low = FEWEST, high = MOST;
  for (let round = 0; round < ROUNDS; round++) {
    const middle = (low + high) / 2;
    if (isTooMany(middle)) high = middle;
    else low = middle;
  }
  return staffed((low + high) / 2);
}

function agentsFor({ types: fitted, interval }: Fit, { profiles }: FittedKind, types: readonly number[], factor: number): number[] {
  return profiles[0].map((_, i) => {
    const load = types.reduce((sum, type) => sum + (profiles[type][i] * (fitted[type].handle?.mean.value ?? 0)) / interval, 0);
    return load === 0 ? 0 : Math.max(1, Math.round(load + factor * Math.sqrt(load)));
  });
}

/** Share of the contacts of a week with that outcome. */
function outcome(fit: Fit, counter: number): number {
  let some = 0, all = 0;
  for (const kind of fit.kinds) {
    const volume = kind.volumes.reduce((sum, { value }) => sum + value, 0), days = Math.max(2, Math.min(MOST_DAYS, Math.floor(CONTACTS / fit.kinds.length / Math.max(1, volume)))), replay = new Replay(scenarioOf(fit, kind), `staff ${kind.name}`);
    for (let day = 0; day < days; day++) {
      replay.simulate(day);
      for (let type = 0; type < fit.types.length; type++) {
        some += (replay.counter(type, replay.intervals, counter) * kind.weekdays.length) / days;
        all += (replay.counter(type, replay.intervals, OFFERED) * kind.weekdays.length) / days;
      }
    }
  }
  return all === 0 ? 0 : some / all;
}

// Requirements: how many agents each interval needs, by every rule side by side, and what each rule attains when its staffing is
// simulated. All simulations have the same seed, so all rules meet the same callers.

import { meanLoads } from "../erlang/offeredLoad.ts";
import { fewest, formulaOf, FORMULA_RULES, staffByRule, targetsOf, type Limits } from "../erlang/staffingRules.ts";
import { formatClock } from "../scenario/clock.ts";
import { ObjectionError } from "../scenario/objection.ts";
import type { Scenario } from "../scenario/schema.ts";
import { VERSION } from "../version.ts";
import { iterativeStaffing, type Search } from "./iterativeStaffing.ts";
import { objectionsToRequirements } from "./requireObjections.ts";
import { poolsOf, staffed, type Pool } from "./requirePools.ts";
import { attainedBy, type RuleResult, type Staffing } from "./requireResult.ts";
import type { Result } from "./result.ts";
import { jobOf, simulateJob, type BlockJob, type RunOptions } from "./run.ts";

/** The formulas' rules, and iterative staffing by simulation. */
export const RULES = [...FORMULA_RULES, "iterative"] as const;

export type Rule = (typeof RULES)[number];

export interface RequirementOptions extends RunOptions, Limits {
  /** Share of the agents' paid time that is left after shrinkage: rosters are requirements divided by it. */
  readonly present?: number | undefined;
  /** Which rules; all of them where none is named. */
  readonly rules?: readonly Rule[] | undefined;
}

/** One group and the contact types that only it answers. */
export interface GroupRequirements {
  readonly group: string;
  readonly contacts: readonly string[];
  readonly intervals: readonly {
    /** Clock times, "08:30". */
    readonly from: string;
    readonly to: string;
    /** Contacts expected. */
    readonly expected: number;
    /** Share of 1 to be answered in time; of types with different targets, the mean over the contacts expected. */
    readonly target: number;
    /** Erlangs: the mean of the infinite-server load, carried over from the intervals before. */
    readonly offeredLoad: number;
    /** Agents on duty by the file's rota, mean over the interval, breaks left out; exact. */
    readonly rostered: number;
    /** Of these on the phone in the mean: less absence and time off the phone; exact. */
    readonly available: number;
  }[];
  /** What the file's own rota attains, absence and time off the phone included. */
  readonly rota: Staffing;
  readonly rules: readonly RuleResult<Rule>[];
}

export interface Requirements {
  /** Version of the program. */
  readonly callhall: string;
  readonly scenario: string;
  readonly seed: string;
  readonly days: number;
  readonly atLeast: number;
  /** Share of 1; null without a cap. */
  readonly maxOccupancy: number | null;
  /** Share of paid time; null without shrinkage. */
  readonly present: number | null;
  readonly groups: readonly GroupRequirements[];
}

export class NoRequirementsError extends ObjectionError {
  override readonly name = "NoRequirementsError";
}

/**
 * Agents by interval with which the target is met, by each rule, and what each staffing attains when it is simulated.
 *
 * Required are agents on the phone. The formulas take the day of mean busyness, and lines as unlimited; the simulations have
 * busy days, balking and lines as in the file, but neither absence nor time off the phone. With several groups each is staffed
 * on its own.
 * @throws NoRequirementsError with all that stands in the way: a type that several groups answer, a target of 100 %
 * @throws RangeError for options outside their range
 */
export function requirements(scenario: Scenario, options: RequirementOptions = {}): Requirements {
  const jobs = requirementJobs(scenario, options);
  let next = jobs.next();
  while (next.done !== true) next = jobs.next(simulateJob(next.value.job));
  return next.value;
}

/** A job to simulate, and what for, in words. */
export interface WantedJob {
  readonly job: BlockJob;
  readonly purpose: string;
}

type Jobs<Found> = Generator<WantedJob, Found, Result>;

/** The same, step by step: yields each job, is given back its result, and gives the requirements in the end. */
export function* requirementJobs(scenario: Scenario, options: RequirementOptions = {}): Jobs<Requirements> {
  checkLimits(options);
  const objections = objectionsToRequirements(scenario);
  if (objections.length > 0) throw new NoRequirementsError(objections);
  const groups: GroupRequirements[] = [], pools = poolsOf(scenario);
  let days = 0;
  for (const pool of pools) {
    const jobFor = (part: Scenario, purpose: string): WantedJob => ({ job: jobOf(part, options), purpose: pools.length > 1 ? `${pool.group}, ${purpose}` : purpose });
    const rota = yield jobFor(pool.scenario, "rota");
    days = Math.max(days, rota.days);
    groups.push(yield* requirementsOf(pool, rota, options, jobFor));
  }
  const { seed } = jobOf(scenario, options), { atLeast = 0, maxOccupancy = null, present = null } = options;
  return { callhall: VERSION, scenario: scenario.name, seed, days, atLeast, maxOccupancy, present, groups };
}

function* requirementsOf(pool: Pool, rota: Result, options: RequirementOptions, jobFor: (scenario: Scenario, purpose: string) => WantedJob): Jobs<GroupRequirements> {
  const { demand, scenario } = pool, { present } = options, targets = targetsOf(demand), hours = scenario.interval / 3600;
  const loads = demand.types.map((type) => meanLoads(type, demand.interval)), load = targets.map((_, i) => loads.reduce((sum, each) => sum + each[i], 0));
  const known = new Map<string, Result>(); // rules often agree
  function* simulated(agents: readonly number[], purpose: string): Jobs<Result> {
    const key = agents.join(), result = known.get(key) ?? (yield jobFor(staffed(pool, agents), purpose));
    known.set(key, result);
    return result;
  }
  function* searched(): Jobs<Search> {
    const goal = { targets, loads: load, fewest: fewest(demand, options.atLeast), maxOccupancy: options.maxOccupancy };
    const search = iterativeStaffing(staffByRule("mol", demand, options), goal);
    let next = search.next();
    for (let round = 1; next.done !== true; round++) {
      const { intervals } = yield* simulated(next.value, `iterative, round ${round}`);
      next = search.next(intervals.map(({ total, groups }) => ({ serviceLevel: total.serviceLevel.mean, occupancy: groups[pool.group].occupancy.mean })));
    }
    return next.value;
  }

  const rules: RuleResult<Rule>[] = [];
  for (const rule of options.rules ?? RULES) {
    const search = rule === "iterative" ? yield* searched() : null;
    const agents = rule === "iterative" ? search!.agents : staffByRule(rule, demand, options);
    const attained = attainedBy(yield* simulated(agents, rule), agents, targets, { hours, present });
    rules.push({ rule, formula: rule === "iterative" ? null : formulaOf(rule, demand), ...attained, ...(search === null ? {} : { search: { simulations: search.simulations, settled: search.settled, reached: search.short.length === 0 } }) });
  }
  const { opening, interval } = scenario, clock = (i: number) => formatClock(opening.from + i * interval);
  return {
    group: pool.group, contacts: pool.types,
    intervals: targets.map((target, i) => ({
      from: clock(i), to: clock(i + 1), expected: pool.expected[i], target, offeredLoad: load[i], rostered: pool.rostered[i], available: pool.available[i],
    })),
    rota: attainedBy(rota, pool.rostered, targets, { hours }),
    rules,
  };
}

function checkLimits({ atLeast = 0, maxOccupancy = 0.5, present = 1 }: RequirementOptions): void {
  if (!(Number.isSafeInteger(atLeast) && atLeast >= 0)) throw new RangeError(`atLeast must be a whole number of agents, not negative (got ${atLeast})`);
  if (!(maxOccupancy > 0 && maxOccupancy < 1)) throw new RangeError(`maxOccupancy must be a share above 0 and below 1 (got ${maxOccupancy})`);
  if (!(present > 0 && present <= 1)) throw new RangeError(`present must be a share above 0, up to 1 (got ${present})`);
}

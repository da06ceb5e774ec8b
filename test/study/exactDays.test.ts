import { describe, expect, test } from "vitest";
import { simulate } from "../../sim/study/run.ts";
import known from "../known/answers.json" with { type: "json" };
import { expectNear, zOf } from "../known/expectNear.ts";
import { councilDay } from "../known/scenarios.ts";

const DAYS = 12_000;

describe("council days agree with the exact solution of the forward equations", () => {
  for (const { id, inputs, exact, per_interval } of known.days) {
    test(`${id}, over the day and in every half hour of arrival`, () => {
      const { total, intervals, groups } = simulate(councilDay(inputs), { days: DAYS, seed: id });
      expectNear(total.offered, exact.arrivals, "offered");
      expectNear(total.answered, exact.served, "answered");
      if (exact.abandoned_after_joining > 0) expectNear(total.abandoned, exact.abandoned_after_joining, "abandoned");
      if (exact.blocked > 0) expectNear(total.blocked, exact.blocked, "blocked");
      expectNear(total.serviceLevel, exact.sl_served_of_offered, "service level");
      expectNear(total.serviceLevelIncludingAbandons, exact.sl_incl_ab, "including abandons");
      expectNear(total.serviceLevelExcludingShortAbandons, exact.sl_excl_short_ab, "excluding short abandons");
      expectNear(total.serviceLevelOfAnswered, exact.sl_of_served, "of answered");
      expectNear(total.probabilityOfWait, exact.p_wait, "probability of wait");
      expectNear(total.averageWait, exact.mean_wait_all * 3600, "average wait");
      // All served work is 5.5 minutes a contact on average; what is busy beyond the schedule is overrun.
      expectNear(groups.all.busyHours, (exact.served * 5.5) / 60, "busy hours");
      expect(groups.all.staffedHours.mean! - groups.all.overrunHours.mean!).toBeCloseTo(exact.agent_hours_sched, 6);

      const scores = intervals.flatMap((interval, i) => {
        const truth = per_interval[i];
        expectNear(interval.total.serviceLevel, truth.sl_served_of_offered, `service level ${interval.from}`);
        expectNear(interval.total.probabilityOfWait, truth.p_wait, `probability of wait ${interval.from}`);
        return [zOf(interval.total.serviceLevel, truth.sl_served_of_offered)];
      });
      const chiSquare = scores.reduce((sum, z) => sum + z * z, 0); // of 19 hardly dependent scores: mean 19, s.d. about 7
      expect(chiSquare).toBeLessThan(19 + 4.5 * 7);
    });
  }
});

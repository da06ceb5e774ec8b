// The 95 % intervals of a calendar with everything that makes its days depend on each other: memory, and peaks of which a month that is cut off has now
// more and now fewer. Truth is a long run with other seeds. CALLHALL_LONG=1 npx vitest run test/study/calendarCoverage.test.ts

import { describe, expect, test } from "vitest";
import type { Interval } from "../../sim/stats/daily.ts";
import { simulateCalendar } from "../../sim/study/calendar.ts";
import type { CalendarResult } from "../../sim/study/calendarResult.ts";
import { dated, OFFICE_WEEK, smallCalendar } from "./calendars.ts";

const RUNS = 40;

const scenario = dated(smallCalendar(`from: 2026-09-01
to: 2026-10-14
${OFFICE_WEEK}
dayTypes: { usual: {}, peak: { contacts: { calls: { volume: 28 } } } }
peaks: { dayType: peak, atRandom: 2 a month }
dayToDayCorrelation: 0.6`, {
  calls: "volume: 20, dayToDayCv: 0.3",
  more: "agreements:\n  month: { atLeast: 70%, every: month, credits: [{ below: 70%, pay: 2000 }, { below: 65%, pay: 5000 }] }\n  week: { atLeast: 80%, every: week, credits: [{ below: 80%, pay: 100 }] }\n",
}));

/** An estimate with its half-width, or a value with its interval; the interval is null where the calendar gives none. */
interface Known {
  readonly value: number;
  readonly halfWidth: number | null;
  readonly interval: Interval | null;
}

function knownOf({ whole, months, weeks, weekdays, dates, dayTypes, agreements }: CalendarResult): Record<string, Known> {
  const estimate = ({ mean, halfWidth }: { readonly mean: number | null; readonly halfWidth: number | null }): Known => ({ value: mean!, halfWidth, interval: [mean! - halfWidth!, mean! + halfWidth!] });
  const bounded = ({ mean, interval }: { readonly mean: number | null; readonly interval: Interval | null }): Known => ({ value: mean!, halfWidth: null, interval });
  const percentile = (of: { readonly p50: number | null; readonly interval: { readonly p50: Interval | null } }): Known => ({ value: of.p50!, halfWidth: null, interval: of.interval.p50 });
  return {
    "whole: service level": estimate(whole.total.serviceLevel), "whole: offered": estimate(whole.total.offered), "whole: abandonment": estimate(whole.total.abandonmentRate),
    "whole: days on target": estimate(whole.total.daysOnTarget), "whole: wait": estimate(whole.total.averageWait), "whole: occupancy": estimate(whole.groups.team.occupancy),
    "October: service level": estimate(months[1].total.serviceLevel), "October: offered": estimate(months[1].total.offered), "week: service level": estimate(weeks[3].total.serviceLevel),
    "Mondays: service level": estimate(weekdays.mon.total.serviceLevel), "date: service level": estimate(dates[9].serviceLevel), "date: missed": bounded(dates[9].missed), "date: median": percentile(dates[9].level),
    "usual: service level": estimate(dayTypes.usual.total.serviceLevel), "usual: offered": estimate(dayTypes.usual.total.offered), "usual at 09:30: service level": estimate(dayTypes.usual.intervals[1].total.serviceLevel),
    "peak: service level": estimate(dayTypes.peak.total.serviceLevel), "peak: offered": estimate(dayTypes.peak.total.offered), "peak at 09:30: offered": estimate(dayTypes.peak.intervals[1].total.offered), "peak: busy hours": estimate(dayTypes.peak.groups.team.busyHours),
    "usual: median day": percentile(dayTypes.usual.total.daily), "usual: meets target": { value: dayTypes.usual.total.daily.meetsTarget!, halfWidth: null, interval: dayTypes.usual.total.daily.interval.meetsTarget },
    "peak: median day": percentile(dayTypes.peak.total.daily), "peak: meets target": { value: dayTypes.peak.total.daily.meetsTarget!, halfWidth: null, interval: dayTypes.peak.total.daily.interval.meetsTarget },
    "September: median": percentile(months[0].level), "usual: median wait": percentile(dayTypes.usual.total.wait), "whole: ninth decile of waits": { value: whole.wait.p90!, halfWidth: null, interval: whole.wait.interval.p90 },
    "months missed": bounded(agreements.month.missed), "a month missed": bounded(agreements.month.anyMissed), "credits by month": bounded(agreements.month.credits!.inAll), "credits in September": bounded(agreements.month.periods[0].credits!),
    "weeks missed": bounded(agreements.week.missed), "a week missed": bounded(agreements.week.anyMissed), "two weeks in a row": bounded(agreements.week.twoInARow), "credits by week": bounded(agreements.week.credits!.inAll),
    "weeks over days": bounded(agreements.week.put.days.missed), "level over half hours": bounded(agreements.week.put.intervals.level),
  };
}

function coverage(seeds: number, truthRuns: number, label: string) {
  const truth = knownOf(simulateCalendar(scenario, { days: truthRuns, seed: `${label} truth` })), covered: Record<string, number> = {}, squares: Record<string, number> = {}, tried: Record<string, number> = {};
  for (let seed = 0; seed < seeds; seed++) {
    for (const [name, { value, halfWidth, interval }] of Object.entries(knownOf(simulateCalendar(scenario, { days: RUNS, seed: `${label} ${seed}` })))) {
      if (interval === null) continue;
      tried[name] = (tried[name] ?? 0) + 1;
      covered[name] = (covered[name] ?? 0) + (interval[0] <= truth[name].value && truth[name].value <= interval[1] ? 1 : 0);
      if (halfWidth !== null) squares[name] = (squares[name] ?? 0) + ((value - truth[name].value) / (halfWidth / 2.0227)) ** 2; // Student's t of 39
    }
  }
  return Object.entries(covered).map(([name, hits]) => ({ name, share: hits / tried[name], tried: tried[name], square: name in squares ? squares[name] / tried[name] : null }));
}

describe("95 % intervals hold the truth with memory and with peaks at random", () => {
  test("in about 95 % of 100 runs of 40 calendars each", { timeout: 120_000 }, () => {
    for (const { name, share, tried, square } of coverage(100, 2000, "short")) {
      expect(tried, name).toBe(100);
      expect(share, name).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / tried));
      // Chi-square of 100: a standard error of 0.14; and the truth has an error of its own, of 2 % of the square.
      if (square !== null) expect(square, name).toSatisfy((z: number) => z > 0.55 && z < 1.6);
    }
  });

  test.runIf(process.env.CALLHALL_LONG)("in 93.5 % or more of 3,000", { timeout: 1_200_000 }, () => {
    const found = coverage(3000, 60_000, "long");
    for (const { name, share, square } of found) process.stderr.write(`${name}: ${(100 * share).toFixed(1)} %${square === null ? "" : `, mean square ${square.toFixed(3)}`}\n`);
    for (const { name, share, square } of found) {
      expect(share, name).toBeGreaterThan(0.935); // a standard error is 0.4 points
      if (square !== null) expect(square, name).toSatisfy((z: number) => z > 0.9 && z < 1.2);
    }
  });
});

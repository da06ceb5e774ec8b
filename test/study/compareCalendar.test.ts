import { describe, expect, test } from "vitest";
import { parseStudy, type Study } from "../../sim/scenario/study.ts";
import { simulateCalendar } from "../../sim/study/calendar.ts";
import { compareHere } from "../../sim/study/compare.ts";

const base = `opening: { from: "09:00", to: "12:00" }
interval: 30m
contacts:
  calls: { volume: 65, profile: [3, 4, 4, 3, 2, 1], dayToDayCv: 0.2, handleTime: { distribution: exponential, mean: 4m }, patience: { distribution: exponential, mean: 3m }, answerWithin: 20s, target: 80% }
groups: { team: { answers: [calls], agents: 3 } }
pay: { perHour: 10, fixed: 5 }
calendar:
  from: 2026-09-01
  to: 2026-10-31
  week: { mon: usual, tue: usual, wed: usual, thu: usual, fri: usual, sat: short, sun: closed }
  dayTypes: { usual: {}, busy: { contacts: { calls: { volume: 110 } } }, short: { opening: { to: "10:00" }, contacts: { calls: { volume: 25, profile: [1, 1] } }, groups: { team: { agents: 2 } } } }
  peaks: { dayType: busy, atRandom: 2 a month }
  dayToDayCorrelation: 0.4
agreements: { council: { atLeast: 72%, every: month, credits: [{ below: 72%, pay: 100 }, { below: 70%, pay: 300 }] } }
days: 120
`;
const study = (rest: string): Study => parseStudy(`question: What if?\nbase: two-months.yaml\n${rest}`, "study.yaml", { readBase: () => ({ file: "two-months.yaml", text: base }) });
const variants = `variants:
  same: { says: Nothing changes, patch: { name: Another name } }
  four: { says: One more on usual days, patch: { calendar: { dayTypes: { usual: { groups: { team: { agents: 4 } } } } } } }
  no saturdays: { says: Closed on Saturdays, patch: { calendar: { week: { sat: closed }, dayTypes: { short: null } } } }
`;

describe("a study of calendars", () => {
  const asked = study(`${variants}measures: [periodsMissed, serviceLevel, cost, credits, costWithCredits, daysOnTarget, answered, longestWait, posts]\n`.replace(", posts", "")), compared = compareHere(asked);
  const results = asked.ways.map(({ scenario }) => simulateCalendar(scenario)), wholes = results.map(({ whole }) => whole);

  test("has every way's numbers as a run of its calendar has them", () => {
    expect(compared.per).toBe("calendar");
    asked.ways.forEach(({ name }, way) => {
      const { estimates } = compared, { total, money } = wholes[way], { missed, credits } = results[way].agreements.council;
      expect(estimates[name].serviceLevel?.mean).toBeCloseTo(total.serviceLevel.mean!, 12);
      expect(estimates[name].serviceLevel?.halfWidth).toBeCloseTo(total.serviceLevel.halfWidth!, 9);
      expect(estimates[name].answered?.mean).toBeCloseTo(total.answered.mean!, 8);
      expect(estimates[name].longestWait?.mean).toBeCloseTo(total.longestWait.mean!, 8);
      expect(estimates[name].daysOnTarget?.mean).toBeCloseTo(total.daysOnTarget.mean!, 12);
      expect(estimates[name].cost?.mean).toBeCloseTo(money!.cost.mean!, 8);
      expect(estimates[name].credits?.mean).toBeCloseTo(credits!.inAll.mean!, 8);
      expect(estimates[name].costWithCredits?.mean).toBeCloseTo(money!.cost.mean! + credits!.inAll.mean!, 8);
      expect(estimates[name].periodsMissed?.mean).toBeCloseTo(missed.mean!, 12);
      expect(name === "base" ? compared.base : compared.variants[name]).toEqual(results[way]);
    });
    expect(compared.base).toEqual(results[0]);
  });

  test("finds no difference where nothing changes, and differences of means with intervals narrower than those of two seeds", () => {
    for (const [measure, { mean, halfWidth }] of Object.entries(compared.differences.same)) expect([measure, mean === null ? [0, 0] : [mean, halfWidth]]).toEqual([measure, [0, 0]]);
    const { four } = compared.differences;
    expect(four.serviceLevel.mean).toBeCloseTo(wholes[2].total.serviceLevel.mean! - wholes[0].total.serviceLevel.mean!, 12);
    expect(four.serviceLevel.mean! - four.serviceLevel.halfWidth!).toBeGreaterThan(0);
    expect(four.serviceLevel.halfWidth!).toBeLessThan(Math.hypot(wholes[0].total.serviceLevel.halfWidth!, wholes[2].total.serviceLevel.halfWidth!));
    expect(four.periodsMissed.mean! + four.periodsMissed.halfWidth!).toBeLessThan(0);
    expect(compared.ruledOut.periodsMissed).toContain("base");
  });

  test("counts the rota's cost by hand: fixed costs and three hours a day, one on Saturdays", () => {
    // September and October 2026 have 44 weekdays and 9 Saturdays; four of the weekdays are busy, of the same rota. Overrun costs the little that is left.
    const rota = 44 * (5 + 3 * 3 * 10) + 9 * (5 + 2 * 10);
    expect(wholes[0].money!.cost.mean! - rota).toBeGreaterThan(0);
    expect(wholes[0].money!.cost.mean! - rota).toBeLessThan(0.03 * rota);
    expect(wholes[0].openDays).toBe(53);
    expect(results[0].dayTypes.busy.timesInCalendar).toBe(4);
    expect(results[3].whole.openDays).toBe(44);
  });
});

test("a calendar cannot be compared with a week or a day, nor periods without agreements", () => {
  expect(() => study("variants: { week: { says: A week, patch: { agreements: null, calendar: { from: null, to: null, peaks: null, dayToDayCorrelation: null, dayTypes: { busy: null } } } } }\n")).toThrow("makes a week, which cannot be compared with the base’s calendar of dates");
  expect(() => study("variants: { free: { says: Without, patch: { agreements: null } } }\nmeasures: [periodsMissed]\n")).toThrow("measures[0] needs agreements in every way of working, and there is none in free");
});

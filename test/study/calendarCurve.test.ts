import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { simulateCalendar } from "../../sim/study/calendar.ts";
import { calendarCurve, RARELY } from "../../sim/study/calendarCurve.ts";
import { simulate } from "../../sim/study/run.ts";
import { simulateWeek } from "../../sim/study/week.ts";

const month = `opening: { from: "09:00", to: "12:00" }
interval: 30m
contacts:
  calls: { volume: 65, profile: [3, 4, 4, 3, 2, 1], dayToDayCv: 0.1, handleTime: { distribution: exponential, mean: 4m }, patience: { distribution: exponential, mean: 3m }, answerWithin: 20s, target: 80% }
groups: { team: { answers: [calls], agents: 4 } }
pay: { perHour: 10 }
calendar:
  from: 2026-09-01
  to: 2026-09-30
  week: { mon: usual, tue: usual, wed: usual, thu: usual, fri: usual, sat: short, sun: closed }
  dayTypes: { usual: {}, short: { opening: { to: "10:00" }, contacts: { calls: { volume: 15, profile: [1, 1] } }, groups: { team: { agents: 2 } } } }
agreements: { council: { atLeast: 80%, every: month, credits: [{ below: 80%, pay: 1200 }] } }
days: 100
`;
const read = (set: readonly string[] = []) => parseScenario(month, "month.yaml", { set });

describe("a curve over a calendar", () => {
  const curve = calendarCurve(month, { vary: ["agents=2..6"] });

  test("has at each number what a run of the calendar with that number has, Saturdays in proportion", () => {
    expect(curve).toMatchObject({ from: "2026-09-01", to: "2026-09-30", runs: 100, currency: "£", vary: [{ path: "agents", values: [2, 3, 4, 5, 6] }] });
    for (const { at: [agents], total, agreements, cost } of curve.points) {
      const alone = simulateCalendar(read([`groups.team.agents=${agents}`, `calendar.dayTypes.short.groups.team.agents=${Math.round(agents / 2)}`]));
      expect(total).toEqual(alone.whole.total);
      expect(agreements.council).toMatchObject({ missed: alone.agreements.council.missed, credits: alone.agreements.council.credits?.inAll });
      expect(cost).toEqual(alone.whole.money?.cost);
    }
  });

  test("names the first number with which misses are rare, and the cheapest, as its own points say", () => {
    const rare = curve.points.find(({ agreements }) => agreements.council.missed.mean! < RARELY);
    expect(curve.rarely.council.value).toBe(rare?.at[0]);
    const cheapest = curve.points.reduce((best, point) => (point.costWithCredits!.mean! < best.costWithCredits!.mean! ? point : best));
    expect(curve.cheapest?.value).toBe(cheapest.at[0]);
    expect(curve.cheapest?.candidates).toContain(cheapest.at[0]);
    // An agent more costs some 22 days x 3 h + 4 Saturdays x 1/2 h at 10; a miss 1,200: between sure misses and none the cheapest lies where misses end.
    expect(curve.points[0].agreements.council.missed.mean).toBe(1);
    expect(curve.cheapest!.value).toBeGreaterThan(2);
    expect(curve.cheapest!.value).toBeLessThanOrEqual(curve.rarely.council.value! + 1);
  });

  test("has money of staff and credits that adds up", () => {
    for (const { cost, credits, costWithCredits } of curve.points) expect(costWithCredits!.mean).toBeCloseTo(cost!.mean! + credits!.mean!, 9);
  });
});

test("chooses its own numbers of agents, and goes on until misses are rare", () => {
  const curve = calendarCurve(month.replace("agents: 4 }", "agents: 2 }").replace("groups: { team: { agents: 2 } }", "groups: { team: { agents: 1 } }"), { days: 16 });
  expect(curve.points[0].at[0]).toBe(1);
  expect(curve.rarely.council.value).not.toBeNull();
  expect(curve.points.map(({ at }) => at[0])).toEqual([...curve.points.map(({ at }) => at[0])].sort((a, b) => a - b));
});

test("varies any one thing, and refuses two", () => {
  const curve = calendarCurve(month, { vary: ["contacts.calls.handleTime.mean=3m..5m/2m"], days: 16 });
  expect(curve.points[0].total.serviceLevel.mean!).toBeGreaterThan(curve.points[1].total.serviceLevel.mean!);
  expect(() => calendarCurve(month, { vary: ["agents=2..3", "contacts.calls.volume=60..70/10"] })).toThrow("--vary may be given once for a calendar of dates");
});

test("without agreements names the number that reaches the target over the calendar", () => {
  const curve = calendarCurve(month.replace(/agreements: .*\n/, ""), { vary: ["agents=2..6"], days: 50 });
  const first = curve.points.find(({ total }) => total.serviceLevel.mean! >= 0.8);
  expect(curve).toMatchObject({ target: 0.8, rarely: {}, cheapest: null, onAverage: { value: first?.at[0] } });
});

test("a calendar is never taken for a day or a week", () => {
  expect(() => simulate(read(), { days: 1 })).toThrow("this scenario has a calendar");
  expect(() => simulateWeek(read(), { days: 1 })).toThrow("this scenario is a calendar of dates");
});

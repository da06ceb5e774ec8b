import { describe, expect, test } from "vitest";
import { parseStudy, type Study } from "../../sim/scenario/study.ts";
import { kindsOfDay } from "../../sim/scenario/week.ts";
import { compareHere } from "../../sim/study/compare.ts";
import { withStaff } from "../../sim/study/compareStaff.ts";
import { simulate } from "../../sim/study/run.ts";
import { simulateWeek } from "../../sim/study/week.ts";

const base = `opening: { from: "09:00", to: "12:00" }
interval: 30m
contacts:
  calls: { volume: 130, profile: [3, 4, 4, 3, 2, 1], handleTime: { distribution: exponential, mean: 4m }, patience: { distribution: exponential, mean: 3m }, answerWithin: 20s, target: 80% }
groups: { team: { answers: [calls], agents: 4 } }
pay: { perHour: 10 }
calendar:
  week: { mon: usual, tue: usual, wed: usual, sat: short }
  dayTypes: { usual: {}, short: { opening: { to: "10:00" }, contacts: { calls: { volume: 50, profile: [1, 1] } }, groups: { team: { agents: 2 } } } }
days: 200
`;
const study = (rest: string, from = base): Study => parseStudy(`question: What if?\nbase: week.yaml\n${rest}`, "study.yaml", { readBase: () => ({ file: "week.yaml", text: from }) });
const variants = `variants:
  closed: { says: No short day, patch: { calendar: { week: { sat: closed }, dayTypes: { short: null } } } }
  three: { says: Three on short days, patch: { calendar: { dayTypes: { short: { groups: { team: { agents: 3 } } } } } } }
`;

describe("a study of weeks", () => {
  const asked = study(`${variants}measures: [serviceLevel, answered, cost, daysOnTarget, longestWait]\nhold: { target: 80% }\n`), compared = compareHere(asked);
  const kinds = asked.ways.map(({ scenario }) => kindsOfDay(scenario).map((kind) => ({ times: kind.times, result: simulate(kind.scenario) })));
  const sum = (way: number, of: (result: (typeof kinds)[number][number]["result"]) => number | null) => kinds[way].reduce((all, { times, result }) => all + times * of(result)!, 0);

  test("adds up the kinds of day as often as each comes, as by hand from a run of each", () => {
    expect(compared.per).toBe("week");
    ["closed", "three"].forEach((name, i) => {
      const level = (way: number) => sum(way, ({ total }) => total.answeredWithin.mean) / sum(way, ({ total }) => total.offered.mean), { differences } = compared;
      expect(differences[name].serviceLevel.mean).toBeCloseTo(level(i + 1) - level(0), 12);
      expect(differences[name].answered.mean).toBeCloseTo(sum(i + 1, ({ total }) => total.answered.mean) - sum(0, ({ total }) => total.answered.mean), 9);
      expect(differences[name].paidHours).toMatchObject({ mean: [-2, 1][i], halfWidth: 0 }); // an hour of two agents; an hour of one more
      const days = (way: number) => sum(way, ({ total }) => total.daily.meetsTarget) / sum(way, () => 1), longest = (way: number) => sum(way, ({ total }) => total.longestWait.mean) / sum(way, () => 1);
      expect(differences[name].daysOnTarget.mean).toBeCloseTo(days(i + 1) - days(0), 12);
      expect(differences[name].longestWait.mean).toBeCloseTo(longest(i + 1) - longest(0), 9);
      expect(differences[name].cost.mean).toBeCloseTo(sum(i + 1, ({ money }) => money!.cost.mean) - sum(0, ({ money }) => money!.cost.mean), 9);
    });
  }, 20_000);

  test("has each week as a run of its own would have it, and estimates that agree with it", () => {
    const week = simulateWeek(asked.ways[2].scenario);
    expect(compared.variants.three).toEqual(week);
    const { mean, halfWidth } = compared.estimates.three.serviceLevel!;
    expect(mean).toBeCloseTo(week.week.total.serviceLevel.mean!, 12);
    // Here the kinds pair by index, which by chance may go together a little; there they are independent.
    expect(halfWidth! / week.week.total.serviceLevel.halfWidth!).toBeCloseTo(1, 1);
  });

  test("knows the difference of a kind of day that only one has from that kind alone", () => {
    const { closed } = compared.differences;
    expect(closed.offered.halfWidth).toBeCloseTo(kinds[0][1].result.total.offered.halfWidth!, 9);
  });

  test("holds the target with all kinds of day in proportion", () => {
    const { agentsNow, agents, paidHours, cost } = compared.hold!.base;
    expect(agentsNow).toBe(4);
    const level = (number: number) => { const total = simulateWeek(withStaff(asked.ways[0].scenario, {}, number)).week.total; return total.serviceLevel.mean!; };
    expect(level(agents!)).toBeGreaterThanOrEqual(0.8);
    expect(level(agents! - 1)).toBeLessThan(0.8);
    const [usual, short] = [agents!, Math.round(agents! / 2)];
    expect(paidHours).toBe(3 * 3 * usual + short);
    expect(cost!.mean).toBeGreaterThanOrEqual(10 * paidHours!); // and what is worked after closing
    for (const held of Object.values(compared.hold!)) expect(held.cost!.mean! / (10 * held.paidHours!)).toBeCloseTo(1, 1); // also where a week has but one kind of day
    expect(compared.curves!.base.map((point) => point.agents)).toEqual([...new Set(compared.curves!.base.map((point) => point.agents))].sort((a, b) => a - b));
  }, 20_000);
});

test("of identical kinds is that many days: the same as the day itself, with the luck of the kind", () => {
  const same = base.replace(/ {2}dayTypes.*\n/, "  dayTypes: { usual: {} }\n").replace(", sat: short", ""), day = `${same.replace(/calendar:[^]*?dayTypes.*\n/, "")}seed: 1/usual\n`;
  const more = "variants: { five: { says: One more, patch: { groups: { team: { agents: 5 } } } } }\n", [week, days] = [same, day].map((text) => compareHere(study(more, text)).differences.five);
  expect(week.serviceLevel.mean).toBeCloseTo(days.serviceLevel.mean!, 12);
  expect(week.serviceLevel.halfWidth).toBeCloseTo(days.serviceLevel.halfWidth!, 12);
  expect(week.answered.mean).toBeCloseTo(3 * days.answered.mean!, 9);
});

test("a day cannot be compared with a week", () => {
  expect(() => study("variants: { day: { says: A day, patch: { calendar: null } } }\n")).toThrow('study.yaml:3:33 variants.day.patch makes a single day, which cannot be compared with the base’s week');
});

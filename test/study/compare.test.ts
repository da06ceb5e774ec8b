import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { parseStudy, type Study } from "../../sim/scenario/study.ts";
import type { BreakEven } from "../../sim/scenario/studyBreakEven.ts";
import { STUDY_MEASURES, type StudyMeasure } from "../../sim/scenario/studyMeasures.ts";
import { dayRatio, differenceOf } from "../../sim/stats/paired.ts";
import { compare, compareHere } from "../../sim/study/compare.ts";
import { tooManyToKeep } from "../../sim/study/compareDays.ts";
import { breakEvenRounds, type Even } from "../../sim/study/compareBreakEven.ts";
import { holdRounds } from "../../sim/study/compareHold.ts";
import { MONEY_MEASURES } from "../../sim/study/compareMeasures.ts";
import type { WayResult } from "../../sim/study/compareWayResult.ts";
import { exactDay } from "../../sim/study/exact.ts";
import type { Result } from "../../sim/study/result.ts";
import { simulate, tallyHere } from "../../sim/study/run.ts";

const base = `opening: { from: "09:00", to: "12:00" }
interval: 30m
contacts:
  calls:
    volume: 130
    profile: [3, 4, 4, 3, 2, 1]
    handleTime: { distribution: exponential, mean: 4m }
    patience: { distribution: exponential, mean: 3m }
    answerWithin: 20s
    target: 80%
groups: { team: { answers: [calls], agents: 4 } }
days: 400
`;
const readBase = () => ({ file: "day.yaml", text: base });
const study = (rest: string): Study => parseStudy(`question: What if?\nbase: day.yaml\n${rest}`, "study.yaml", { readBase });
const isMoney = (measure: StudyMeasure): measure is (typeof MONEY_MEASURES)[number] => (MONEY_MEASURES as readonly StudyMeasure[]).includes(measure);
const variants = `variants:
  same: { says: As it is, patch: { name: Another name } }
  five: { says: One more, patch: { groups: { team: { agents: 5 } } } }
  slow: { says: Longer calls, patch: { contacts: { calls: { handleTime: { mean: 4m30s } } } } }
  other: { says: Another type, patch: { contacts: { calls: null, chats: { volume: 130, profile: [3, 4, 4, 3, 2, 1], handleTime: { distribution: exponential, mean: 4m }, patience: never, answerWithin: 20s, target: 80% } }, groups: { team: { answers: [chats] } } } }
`;

const asDay = (result: WayResult): Result => { if (!("intervals" in result)) throw new Error("no single day"); return result; };

describe("a comparison", () => {
  const compared = compareHere(study(`${variants}measures: [serviceLevel, daysOnTarget, averageWait, paidHours]\n`));
  const dayOf = (name: string): Result => asDay(name === "base" ? compared.base : compared.variants[name]);

  test("has every way of working as a run of its own would have it, and its differences", () => {
    const [ofBase, five, slow] = ["base", "five", "slow"].map(dayOf), { differences } = compared, run = (set: string[]) => simulate(parseScenario(base, "day.yaml", { set }));
    expect(ofBase).toEqual(run([]));
    expect(five).toEqual(run(["groups.team.agents=5"]));
    for (const measure of STUDY_MEASURES) {
      if (isMoney(measure)) expect(differences.five[measure]).toEqual({ mean: null, halfWidth: null, timesMoreDays: null }); // nothing is said of pay
      else if (measure === "daysOnTarget") expect(differences.five.daysOnTarget.mean).toBeCloseTo(five.total.daily.meetsTarget! - ofBase.total.daily.meetsTarget!, 12);
      else {
        const of = (result: typeof five) => ({ ...result.groups.team, ...result.total })[measure].mean!;
        expect(differences.slow[measure].mean, measure).toBeCloseTo(of(slow) - of(ofBase), 9);
      }
    }
  });

  test("of a way with itself is nothing, exactly", () => {
    for (const measure of STUDY_MEASURES) if (!isMoney(measure)) expect(compared.differences.same[measure]).toEqual({ mean: 0, halfWidth: 0, timesMoreDays: null });
  });

  test("needs fewer days than seeds of their own, and says how many times fewer", () => {
    const { differences: { slow: { serviceLevel } } } = compared, [ofBase, slow] = ["base", "slow"].map(dayOf);
    const apart = Math.hypot(ofBase.total.serviceLevel.halfWidth!, slow.total.serviceLevel.halfWidth!);
    expect(serviceLevel.timesMoreDays).toBeGreaterThan(3);
    expect((apart / serviceLevel.halfWidth!) ** 2).toBeCloseTo(serviceLevel.timesMoreDays!, 6); // half-widths go with the root of the days
  });

  test("with other contact types is called not paired, and has an interval that needs nothing in common", () => {
    const { paired, differences: { other: { serviceLevel } } } = compared, [ofBase, other] = ["base", "other"].map(dayOf);
    expect(paired).toEqual({ same: true, five: true, slow: true, other: false });
    // Other callers: as wide as that of independent runs, but for a chance correlation of 400 days (a standard error of 5 %) and what the day's load has in common.
    const apart = Math.hypot(ofBase.total.serviceLevel.halfWidth!, other.total.serviceLevel.halfWidth!);
    expect(Math.abs((apart / serviceLevel.halfWidth!) ** 2 - 1)).toBeLessThan(4 * 0.05);
    expect(serviceLevel.timesMoreDays).toBeCloseTo((apart / serviceLevel.halfWidth!) ** 2, 6);
    expect(compared.typeDifferences.other).toEqual({});
    expect(compared.typeDifferences.slow.calls.serviceLevel).toEqual(compared.differences.slow.serviceLevel);
  });

  test("rules out what surely is not the best, by each measure in its good direction", () => {
    expect(compared.ruledOut).toEqual({
      serviceLevel: ["base", "same", "slow", "other"], daysOnTarget: ["base", "same", "slow", "other"], averageWait: ["base", "same", "slow", "other"], paidHours: ["five"],
    });
  });

  test("leaves ways without a value out of the ranking", () => {
    const nobody = compareHere(study(`${variants.replace(/ {2}other.*\n/, "")}  none: { says: Nobody calls, patch: { contacts: { calls: { volume: 0 } } } }\nsensitivity: { volume: [110%] }\nmeasures: [serviceLevel]\n`));
    expect(nobody.ruledOut).toEqual({ serviceLevel: ["base", "same", "slow"] });
    expect(nobody.sensitivity![0].best).toEqual(["five"]);
  });

  test("takes the groups together as one: busy / (busy + available) of all", () => {
    const both = compareHere(study("variants: { two: { says: Two groups, patch: { groups: { team: { agents: 2 }, more: { answers: [calls], agents: 3 } } } } }\n"));
    const { team, more } = asDay(both.variants.two).groups, sum = (measure: "busyHours" | "staffedHours" | "paidHours") => team[measure].mean! + more[measure].mean!;
    expect(both.differences.two.occupancy.mean! + asDay(both.base).groups.team.occupancy.mean!).toBeCloseTo(sum("busyHours") / sum("staffedHours"), 12);
    expect(both.differences.two.paidHours).toMatchObject({ mean: 3, halfWidth: 0 });
  });

  test("of opening hours still is a paired one, of days", () => {
    const shorter = compareHere(study('variants: { shorter: { says: Shorter, patch: { opening: { to: "11:00" }, contacts: { calls: { volume: 100, profile: [3, 4, 4, 3] } } } } }\n'));
    expect(shorter.paired.shorter).toBe(true);
    expect(shorter.differences.shorter.offered.mean).toBeCloseTo(-30, 0);
  });

  test("keeps no more days than fit into memory", () => {
    const scenario = parseScenario(base, "day.yaml");
    expect(tooManyToKeep([scenario, scenario], 1_000_000)).toBeNull();
    expect(tooManyToKeep([scenario, scenario], 10_000_000)).toMatch(/^10,000,000 days are too many to compare day by day: .* at most \d,\d{3},\d{3} days fit$/);
  });
});

describe("hold", () => {
  const twoGroups = "groups: { team: { agents: 3 }, more: { answers: [calls], agents: 2 } }";
  const asked = study(`variants:\n  two: { says: Two groups, patch: { ${twoGroups} } }\n  slow: { says: Slow, patch: { contacts: { calls: { handleTime: { mean: 9m } } } } }\nhold: { target: 80% }\n`);
  const { hold } = compareHere(asked);

  test("finds what an exhaustive search over all numbers finds, with its paid hours", () => {
    const shares: Record<string, (agents: number) => string[]> = {
      base: (agents) => [`groups.team.agents=${agents}`], slow: (agents) => [`groups.team.agents=${agents}`, "contacts.calls.handleTime.mean=9m"],
      // 3 to 2, the larger remainder up; by hand.
      two: (agents) => [`groups.team.agents=${[0, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6][agents]}`, `groups.more={ answers: [calls], agents: ${[0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4][agents]} }`],
    };
    for (const [name, settings] of Object.entries(shares)) {
      const levels = Array.from({ length: 11 }, (_, agents) => simulate(parseScenario(base, "day.yaml", { set: settings(agents) })).total.serviceLevel);
      const least = levels.findIndex(({ mean }) => mean! >= 0.8);
      expect(hold![name], name).toMatchObject({ agents: least, paidHours: 3 * least, serviceLevel: levels[least] });
      expect(hold![name].atLeast).toBe(levels.findIndex(({ mean, halfWidth }) => mean! + halfWidth! >= 0.8));
      expect(hold![name].atMost).toBe(levels.findIndex(({ mean, halfWidth }) => mean! - halfWidth! >= 0.8));
    }
  });

  test("finds the same where most numbers of agents get fewer days than the study has, and the one that holds gets all", () => {
    const long = study("variants: { same: { says: As it is, patch: { name: Another } } }\ndays: 1700\nhold: { target: 72.5% }\n"), { hold: held, curves } = compareHere(long);
    const levels = Array.from({ length: 9 }, (_, agents) => simulate(parseScenario(base, "day.yaml", { set: [`groups.team.agents=${agents}`] }), { days: 1700 }).total.serviceLevel);
    const least = levels.findIndex(({ mean }) => mean! >= 0.725);
    expect(held!.base).toMatchObject({ agents: least, serviceLevel: levels[least], agentsNow: 4 });
    expect(curves!.base.map(({ agents, days }) => [agents, days])).toEqual(curves!.base.map(({ agents }) => [agents, agents === 4 || agents === least ? 1700 : 1000]));
    expect(held!.same).toEqual(held!.base);
  });

  test("gives all days to a number of agents that the first of them leave open", () => {
    const five = parseScenario(base, "day.yaml", { set: ["groups.team.agents=5"] }), [first, all] = [1000, 1700].map((days) => simulate(five, { days }).total.serviceLevel);
    // Between what the first 1,000 days say and what all say: with the first alone the answer would be another.
    const target = (first.mean! + all.mean!) / 2, asked = study(`variants: { same: { says: As it is, patch: { name: Another } } }\ndays: 1700\nhold: { target: ${target} }\n`), { hold: held, curves } = compareHere(asked);
    expect(held!.base.agents).toBe(all.mean! >= target ? 5 : 6);
    expect(curves!.base.find(({ agents }) => agents === 5)).toMatchObject({ days: 1700, serviceLevel: all });
  });

  test("says when no number tried is enough", () => {
    const impossible = study("variants: { none: { says: Nobody helps, patch: { closing: drop, lines: 1 } } }\nhold: { target: 99% }\n");
    expect(compareHere(impossible).hold!.none).toMatchObject({ agents: null, atMost: null, tried: 100, paidHours: null });
  });

  test("looks below a number that misses for one that meets, as a rota scaled down may", () => {
    const scenario = parseScenario(base, "day.yaml"), real = simulate(scenario, { days: 2 }), tally = tallyHere({ scenario, days: 2, seed: "1" }), days = { columns: { rows: 1, width: 0, groups: 0, ledger: 0, days: 0 }, values: new Float64Array() };
    // Runs as if 7 agents, and 9 and more, met the target, and nobody else.
    const as = (agents: number): Result => ({ ...real, total: { ...real.total, serviceLevel: { mean: agents === 7 || agents >= 9 ? 0.9 : 0.5, halfWidth: 0.01 } } });
    const twelve = { ...scenario, groups: { team: { ...scenario.groups.team, agents: 12 } } };
    const rounds = holdRounds({ target: 0.8, staff: {} }, { scenario: twelve, kinds: [{ name: "day", times: 1, scenario: twelve, result: as(12), tally, days }] }, { days: 2, seed: "1", keep: "weeks" });
    let round = rounds.next();
    while (round.done !== true) round = rounds.next(round.value.map(({ scenario: { groups: { team } } }) => ({ result: as(team.agents as number), tally, days })));
    expect(round.value.held).toMatchObject({ agentsNow: 12, agents: 7, atLeast: 7, atMost: 7 });
  });

  test("needs nobody where nobody comes", () => {
    const nobody = study("variants: { none: { says: Nobody calls, patch: { contacts: { calls: { volume: 0 } } } } }\nhold: { target: 80% }\n");
    expect(compareHere(nobody).hold!.none).toMatchObject({ agents: 0, atLeast: 0, atMost: 0, paidHours: 0, serviceLevel: { mean: null } });
  });

  test("holds the types' own targets where the study names none", () => {
    const own = compareHere(study("variants: { strict: { says: A higher target, patch: { contacts: { calls: { target: 97% } } } } }\nhold: {}\n")).hold!;
    expect(own.strict.agents).toBeGreaterThan(own.base.agents!);
    expect(own.strict.serviceLevel!.mean).toBeGreaterThan(0.97);
  });
});

describe("a break-even", () => {
  const markov = (more: string, seed = "1") => compare(`question: What if?\nbase: day.yaml\nvariants: { five: { says: One more, patch: { groups: { team: { agents: 5 } } } } }\ndays: 400\nseed: ${JSON.stringify(seed)}\nbreakEven: ${more}\n`, { file: "study.yaml", readBase });

  test("is where the exact solutions are equal, within its interval 19 times in 20", () => {
    // Five agents with calls of so many seconds serve as four with calls of 4 minutes: by bisection of the exact day.
    const level = (set: string[]) => exactDay(parseScenario(base, "day.yaml", { set })).total.serviceLevel.mean!, goal = level([]);
    let [low, high] = [240, 420];
    while (high - low > 0.001) {
      const middle = (low + high) / 2;
      if (level(["groups.team.agents=5", `contacts.calls.handleTime.mean=${middle.toFixed(6)}s`]) > goal) low = middle;
      else high = middle;
    }
    const scores = Array.from({ length: 25 }, (_, seed) => {
      const { value, halfWidth, beyond } = markov("{ path: contacts.calls.handleTime.mean, between: [4m, 7m], variants: [base, five], in: five }", `even ${seed}`).breakEven!;
      expect(beyond).toBe(false);
      expect(halfWidth!).toBeLessThan(6);
      return ((value! - low) / halfWidth!) * 1.96;
    });
    expect(Math.abs(scores.reduce((sum, z) => sum + z, 0) / 25)).toBeLessThan(3.5 / Math.sqrt(25));
    const squares = scores.reduce((sum, z) => sum + z * z, 0); // chi-square with 25 degrees of freedom: mean 25, s.d. 7.1
    expect(squares).toBeGreaterThan(25 - 2.8 * 7.1);
    expect(squares).toBeLessThan(25 + 4 * 7.1);
  }, 60_000);

  test("that lies outside its range is told, with the difference at both ends", () => {
    const { breakEven } = markov("{ path: contacts.calls.handleTime.mean, between: [3m, 4m], variants: [base, five], in: five }");
    expect(breakEven).toMatchObject({ value: null, halfWidth: null, because: "oneSign", also: [], unit: "seconds", between: [180, 240], setIn: ["five"] });
    expect(breakEven!.tried.map(({ value }) => value)).toEqual([180, 192, 204, 216, 228, 240]);
    expect([0, 5].map((i) => breakEven!.tried[i])).toEqual(breakEven!.ends.map((end, i) => ({ value: [180, 240][i], ...end })));
    for (const { mean, halfWidth } of breakEven!.tried) expect(mean! + halfWidth!).toBeLessThan(0);
  });

  test("between ways that are the same is nowhere and everywhere: no difference at all", () => {
    const same = compareHere(study("variants: { same: { says: As it is, patch: { name: Another } } }\nbreakEven: { path: contacts.calls.handleTime.mean, between: [4m, 5m], variants: [base, same] }\n"));
    expect(same.breakEven).toMatchObject({ value: null, because: "identical", ends: [{ mean: 0, halfWidth: 0 }, { mean: 0, halfWidth: 0 }] });
  });

  test("between ways that no number of days tried tells apart is left open", () => {
    // The same at the lower end, worse by each second that calls take longer.
    const plenty = compareHere(study("variants: { slower: { says: Slower, patch: { groups: { team: { answers: { calls: { handleTimeFactor: 1 } } } } } } }\nbreakEven: { path: groups.team.answers.calls.handleTimeFactor, between: [1, 1.2], variants: [slower, base], in: slower, measure: averageWait }\n"));
    expect(plenty.breakEven!.ends[0]).toEqual({ mean: 0, halfWidth: 0 });
    expect(plenty.breakEven).toMatchObject({ value: null, because: "undecided" });
  });

  test("without a value of the measure somewhere says so", () => {
    const none = compareHere(study("variants: { none: { says: Nobody calls, patch: { contacts: { calls: { volume: 0 } } } } }\nbreakEven: { path: contacts.calls.handleTime.mean, between: [4m, 5m], variants: [base, none] }\n"));
    expect(none.breakEven).toMatchObject({ value: null, because: "noValue" });
  });

  /** The rounds of a break-even whose difference is made up. */
  function evenOf(difference: (value: number) => number, halfWidth = 0.01, between: readonly [number, number] = [0, 1]): Even {
    const scenario = parseScenario(base, "day.yaml"), ran = { result: simulate(scenario, { days: 2 }), tally: tallyHere({ scenario, days: 2, seed: "1" }), days: { columns: { rows: 1, width: 0, groups: 0, ledger: 0, days: 0 }, values: new Float64Array() } };
    const at = (value: number) => [{ ...scenario, days: value }, scenario] as const;
    const asked: BreakEven = { paths: ["x"], unit: "number", between, variants: ["a", "b"], setIn: ["a"], measure: "serviceLevel", at };
    const rounds = breakEvenRounds(asked, { days: 2, seed: "1", keep: "all" }, ({ scenario: { days: value } }) => ({ mean: difference(value), halfWidth, timesMoreDays: null }));
    let round = rounds.next();
    while (round.done !== true) round = rounds.next(round.value.map(() => ran));
    return round.value;
  }

  test("that is crossed twice within the range is found twice, though both ends have one sign", () => {
    const { value, halfWidth, also, because, ends } = evenOf((x) => (x - 0.3) * (x - 0.7));
    expect(ends.map(({ mean }) => Math.sign(mean!))).toEqual([1, 1]);
    expect(because).toBeNull();
    expect(value).toBeCloseTo(0.3, 3);
    expect(also.map((each) => each.value)).toEqual([expect.closeTo(0.7, 3)]);
    for (const half of [halfWidth, also[0].halfWidth]) expect(half!).toBeCloseTo(0.01 / 0.4, 2); // the slope is 0.4 at both
  });

  test("that is crossed three times is found three times", () => {
    const { value, also } = evenOf((x) => (x - 0.1) * (x - 0.5) * (x - 0.9), 0.001);
    [value, ...also.map((each) => each.value)].forEach((root, i) => { expect(root).toBeCloseTo([0.1, 0.5, 0.9][i], 2); });
    expect(also).toHaveLength(2);
  });

  test("is nowhere where the difference jumps over nothing: the bracket is told, and what stands on its sides", () => {
    for (const at of [0.1, 0.31, 0.6180339, 0.999]) {
      const { value, halfWidth, because, jumps, also } = evenOf((x) => (x < at ? 0.05 - 0.01 * x : -0.013));
      expect({ value, halfWidth, because, also }).toEqual({ value: null, halfWidth: null, because: "jump", also: [] });
      expect(jumps).toHaveLength(1);
      const [{ from, to }] = jumps;
      expect(from.value).toBeLessThan(at);
      expect(to.value).toBeGreaterThanOrEqual(at);
      expect(to.value - from.value).toBeLessThanOrEqual(1 / 4000);
      expect([from.mean, to.mean, from.halfWidth]).toEqual([0.05 - 0.01 * from.value, -0.013, 0.01]);
    }
  });

  test("may jump to nothing, and jump in one place and be crossed in another", () => {
    expect(evenOf((x) => (x < 0.45 ? 0.05 : -0.002))).toMatchObject({ value: null, because: "jump", jumps: [{ from: { mean: 0.05 }, to: { mean: -0.002 } }] });
    const { value, because, jumps } = evenOf((x) => (x < 0.3 ? 0.05 : x - 0.7), 0.001);
    expect({ because, jumps: jumps.length }).toEqual({ because: null, jumps: 1 });
    expect(value).toBeCloseTo(0.7, 3);
  });

  test("of a steep but unbroken line is a value with the half-width of its slope", () => {
    const { value, halfWidth, jumps } = evenOf((x) => Math.tanh(60 * (x - 0.37)), 0.01); // from one side to the other within a twentieth of the range
    expect(jumps).toEqual([]);
    expect(value).toBeCloseTo(0.37, 3);
    expect(halfWidth!).toBeGreaterThan(0.01 / 60); // no narrower than its slope allows
  });

  test("without a clear slope has an interval up to where one is surely ahead", () => {
    // Nothing to be seen over the middle of the range: equal anywhere from 0.3 to 0.7.
    const { value, halfWidth, beyond, because } = evenOf((x) => (x < 0.3 ? 0.05 : x > 0.7 ? -0.05 : 0.0001 * (0.5 - x)));
    expect(because).toBeNull();
    expect(beyond).toBe(false);
    expect(value! - halfWidth!).toBeLessThanOrEqual(0.3);
    expect(value! + halfWidth!).toBeGreaterThanOrEqual(0.7);
  });

  test("is left open where an end may be one but its mean has the sign of the others", () => {
    expect(evenOf((x) => 0.5 - 0.499 * x)).toMatchObject({ value: null, because: "undecided" });
    expect(evenOf((x) => 0.5 - 0.501 * x)).toMatchObject({ value: expect.closeTo(0.998, 3) as number, beyond: true, because: null });
    expect(evenOf((x) => 0.02 - 0.041 * x, 0.1)).toMatchObject({ value: null, because: "undecided" });
    expect(evenOf((x) => 0.02 + (x - 0.4) ** 2, 0.03)).toMatchObject({ value: null, because: "undecided" });
  });

  test("close to an end of its range says that its interval reaches beyond", () => {
    const found = (end: string) => markov(`{ path: contacts.calls.handleTime.mean, between: [4m, ${end}], variants: [base, five], in: five }`).breakEven!;
    const { value, halfWidth } = found("7m"), { beyond, value: again } = found(`${(value! + halfWidth! / 2).toFixed(3)}s`);
    expect(beyond).toBe(true);
    expect(Math.abs(again! - value!)).toBeLessThan(halfWidth! / 2);
  });
});

test("a difference does not depend on who is simulated first, and has the other sign the other way round", () => {
  const [x, y] = [Float64Array.of(1, 4, 2, 8), Float64Array.of(3, 5, 9, 9)], [a, b] = [dayRatio(x), dayRatio(y)], there = differenceOf(a, b), back = differenceOf(b, a);
  expect(back.mean).toBe(-there.mean!);
  expect(back.halfWidth).toBe(there.halfWidth);
});

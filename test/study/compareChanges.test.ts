import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { parseStudy, type Study } from "../../sim/scenario/study.ts";
import { changed } from "../../sim/scenario/studySensitivity.ts";
import { compareHere } from "../../sim/study/compare.ts";
import { simulate } from "../../sim/study/run.ts";

const base = `opening: { from: "09:00", to: "12:00" }
interval: 30m
contacts:
  calls: { volume: 130, profile: [3, 4, 4, 3, 2, 1], handleTime: { distribution: exponential, mean: 4m }, patience: { distribution: exponential, mean: 3m }, answerWithin: 20s, target: 80% }
groups: { team: { answers: [calls], agents: [4, 4, 4, 4, 3, 2] } }
pay: { perHour: 10, perContact: 0.5, fixed: 7 }
days: 300
`;
const study = (rest: string): Study => parseStudy(`question: What if?\nbase: day.yaml\nvariants: { slow: { says: Longer calls, patch: { contacts: { calls: { handleTime: { mean: 4m30s } } } } } }\n${rest}`, "study.yaml", { readBase: () => ({ file: "day.yaml", text: base }) });
const run = (...set: string[]) => simulate(parseScenario(base, "day.yaml", { set }));

describe("sensitivity", () => {
  const { sensitivity, differences } = compareHere(study("sensitivity: { volume: [110%], patience: [50%, 2], handleTime: [0.9], dayToDayCv: [0.2] }\n"));

  test("is what plain runs with the setting say, in the order of the file", () => {
    const settings: [string, number, string[], string[]][] = [
      ["volume", 1.1, ["contacts.calls.volume=143"], []], ["patience", 0.5, ["contacts.calls.patience.mean=90s"], []], ["patience", 2, ["contacts.calls.patience.mean=6m"], []],
      ["handleTime", 0.9, ["contacts.calls.handleTime.mean=216s"], ["contacts.calls.handleTime.mean=243s"]], ["dayToDayCv", 0.2, ["contacts.calls.dayToDayCv=0.2"], []],
    ];
    expect(sensitivity!.map(({ what, value }) => [what, value])).toEqual(settings.map(([what, value]) => [what, value]));
    settings.forEach(([what, , set, slow], i) => {
      const [before, after] = [run(...set), run(...set, ...(slow.length > 0 ? slow : ["contacts.calls.handleTime.mean=270s"]))];
      expect(sensitivity![i].differences.slow.mean, what).toBeCloseTo(after.total.serviceLevel.mean! - before.total.serviceLevel.mean!, 9);
      expect(sensitivity![i]).toMatchObject({ best: ["base"], stands: { slow: true } });
      expect(sensitivity![i].differences.slow.mean).not.toBeCloseTo(differences.slow.serviceLevel.mean!, 4); // the change does something
    });
  });

  test("tells a flip from what only appears or vanishes", () => {
    // Few quick agents against more slow ones: which is better hangs on how many call.
    const asked = parseStudy(`question: Which?\nbase: day.yaml\nvariants:\n  few: { says: Few quick, patch: { groups: { team: { agents: 3 } }, contacts: { calls: { handleTime: { mean: 2m45s } } } } }\nsensitivity: { volume: [20%, 100%, 150%], dayToDayCv: [0] }\n`, "study.yaml", { readBase: () => ({ file: "day.yaml", text: base }) });
    const { sensitivity: changes, differences: now } = compareHere(asked), side = ({ mean, halfWidth }: { mean: number | null; halfWidth: number | null }) => (Math.abs(mean!) > halfWidth! ? Math.sign(mean!) : 0);
    const was = side(now.few.serviceLevel);
    for (const { differences: under, stands } of changes!) {
      const is = side(under.few);
      expect(stands.few).toBe(is === was ? true : is === -was ? false : null);
    }
    expect(changes![1].differences.few).toEqual(now.few.serviceLevel); // 100% is no change, dayToDayCv 0 neither
    expect(changes![3].differences.few).toEqual(now.few.serviceLevel);
  });

  test("stretches every law and spares who never hangs up", () => {
    const laws = parseScenario(base.replace("patience: { distribution: exponential, mean: 3m }", "patience: never").replace("handleTime: { distribution: exponential, mean: 4m }", "handleTime: { distribution: uniform, from: 2m, to: 8m }"));
    expect(changed(laws, { what: "handleTime", value: 1.5 }).contacts.calls.handleTime).toEqual({ distribution: "uniform", from: 180, to: 720 });
    expect(changed(laws, { what: "patience", value: 2 }).contacts.calls.patience).toBe("never");
  });
});

describe("the worth of hours", () => {
  const { marginal } = compareHere(study('marginal: [{ hours: ["11:00", "12:00"] }, { hours: ["09:00", "09:30"], of: slow }]\n')), [last, first] = marginal!;
  // The last hour closed, by hand: its three seventeenths of the calls are lost, its agents go home.
  const shut = simulate(parseScenario(base.replace('to: "12:00"', 'to: "11:00"').replace("[3, 4, 4, 3, 2, 1]", "[3, 4, 4, 3]").replace("volume: 130", `volume: ${(130 * 14) / 17}`).replace("[4, 4, 4, 4, 3, 2]", "[4, 4, 4, 4]"))), open = run();

  test("is what two plain runs say, the hours open and closed", () => {
    const of = (result: typeof open) => ({ offered: result.total.offered.mean!, answered: result.total.answered.mean!, paidHours: result.groups.team.paidHours.mean!, cost: result.money!.cost.mean!, serviceLevel: result.total.serviceLevel.mean! });
    const [before, after] = [of(open), of(shut)];
    for (const measure of ["offered", "answered", "paidHours", "cost", "serviceLevel"] as const) expect(last[measure]!.mean, measure).toBeCloseTo(before[measure] - after[measure], 9);
    expect(last.paidHours).toMatchObject({ mean: 2.5, halfWidth: 0 });
    expect(last.daysMissed.mean).toBeCloseTo(shut.total.daily.meetsTarget! - open.total.daily.meetsTarget!, 12);
    expect(last.costPerContact!.mean).toBeCloseTo((before.cost - after.cost) / (before.answered - after.answered), 9);
    expect(last.paidHoursPerContact!.mean).toBeCloseTo(2.5 / (before.answered - after.answered), 9);
  });

  test("counts those who arrive then, whom the interval of the expected number holds", () => {
    expect(last.arriving.mean).toBeCloseTo(open.intervals[4].total.offered.mean! + open.intervals[5].total.offered.mean!, 9);
    const expected = (130 * 3) / 17, error = Math.sqrt(expected / 300); // Poisson
    expect(Math.abs(last.arriving.mean! - expected)).toBeLessThan(3 * error);
    expect(last.arriving.halfWidth! / (1.97 * error)).toBeGreaterThan(0.85);
    expect(last.arriving.halfWidth! / (1.97 * error)).toBeLessThan(1.5);
  });

  test("can be asked of several, each in its way of working", () => {
    expect([first.of, first.from, first.to]).toEqual(["slow", "09:00", "09:30"]);
    expect(first.paidHours.mean).toBe(2);
  });

  test("holds the exact ratio within its interval 19 times in 20", () => {
    // The truth from many more days, with an interval of its own.
    const seeds = Array.from({ length: 40 }, (_, seed) => compareHere({ ...study('marginal: { hours: ["11:00", "12:00"] }\n'), days: 60, seed: `worth ${seed}` }).marginal![0].costPerContact!);
    const truth = compareHere({ ...study('marginal: { hours: ["11:00", "12:00"] }\n'), days: 5000, seed: "truth" }).marginal![0].costPerContact!;
    const covered = seeds.filter(({ mean, halfWidth }) => Math.abs(mean! - truth.mean!) <= halfWidth! + truth.halfWidth!).length;
    expect(covered).toBeGreaterThanOrEqual(34); // 38 expected, a standard deviation is 1.4
  }, 60_000);
});

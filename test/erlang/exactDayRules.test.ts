import * as z from "zod";
import { expect, test } from "vitest";
import { KEYS_OF_EXACT_DAY, objectionsToExactDay } from "../../sim/erlang/exactDayRules.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { agreement } from "../../sim/scenario/agreement.ts";
import { pay } from "../../sim/scenario/pay.ts";
import { group, shift } from "../../sim/scenario/roster.ts";
import { contactType, service } from "../../sim/scenario/contact.ts";
import { scenarioSchema } from "../../sim/scenario/schema.ts";
import { formatPath } from "../../sim/scenario/shown.ts";

const plain = `
opening: { from: "09:00", to: "10:00" }
interval: 30m
contacts:
  calls: { volume: 20, profile: [1, 1], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 20s, target: 80% }
shifts: { early: { from: "09:00", to: "09:30" } }
groups: { team: { answers: [calls], shifts: { early: 2 } } }
`;
const paths = (set: string[], text = plain) => objectionsToExactDay(parseScenario(text, "x", { set })).map(({ path }) => formatPath(path));

/** Keys of the scenario file that stand in the way as soon as they are set: there is no rule for them, and no need of one. */
const REFUSED: Record<string, readonly string[]> = { scenario: ["sites", "calendar"], contact: ["site", "matters"], demand: [], shift: ["offPhone"], break: [], group: ["offPhone", "site"], service: [], route: [] };

test("every key of the scenario file is either part of an exact day or stands in its way: whoever adds one must say which", () => {
  const breakShape = shift.shape.breaks.unwrap().element.shape;
  const overflow = scenarioSchema.shape.routing.unwrap().valueType.element.options.find((option) => option instanceof z.ZodObject)!;
  const sections: Record<string, object> = {
    scenario: scenarioSchema.shape, opening: scenarioSchema.shape.opening.shape, contact: contactType.shape, demand: contactType.shape.demand.unwrap().shape, shift: shift.shape, break: breakShape,
    group: group.shape, pay: pay.shape, rate: pay.shape.rates.unwrap().element.shape, post: pay.shape.post.unwrap().shape, groupPay: group.shape.pay.unwrap().shape,
    agreement: agreement.shape, credit: agreement.shape.credits.unwrap().element.shape, service: service.shape, route: overflow.shape,
  };
  for (const [section, shape] of Object.entries(sections)) {
    const known: readonly string[] = KEYS_OF_EXACT_DAY[section as keyof typeof KEYS_OF_EXACT_DAY]; // the keys above
    const undecided = Object.keys(shape).filter((key) => !known.includes(key) && !(REFUSED[section] ?? []).includes(key));
    expect(undecided, `keys of ${section} that the exact day neither knows nor refuses`).toEqual([]);
    expect(known.filter((key) => !(key in shape)), `keys of ${section} that do not exist`).toEqual([]);
  }
});

test("a key that the exact day does not know stands in the way wherever it is set", () => {
  const scenario = parseScenario(plain), odd = { oddity: 1 };
  const calls = scenario.contacts.calls, team = scenario.groups.team, early = scenario.shifts.early;
  const cases = {
    "oddity": { ...scenario, ...odd },
    "opening.oddity": { ...scenario, opening: { ...scenario.opening, ...odd } },
    "contacts.calls.oddity": { ...scenario, contacts: { calls: { ...calls, ...odd } } },
    "contacts.calls.demand.oddity": { ...scenario, contacts: { calls: { ...calls, demand: { moves: 0, online: 0, ...odd } } } },
    "contacts.calls.handleTime.oddity": { ...scenario, contacts: { calls: { ...calls, handleTime: { ...calls.handleTime, ...odd } } } },
    "shifts.early.oddity": { ...scenario, shifts: { early: { ...early, ...odd } } },
    "shifts.early.breaks[0].oddity": { ...scenario, shifts: { early: { ...early, breaks: [{ for: 60, between: [0, 60] as [number, number], ...odd }] } } },
    "groups.team.oddity": { ...scenario, groups: { team: { ...team, ...odd } } },
    "groups.team.answers.calls.oddity": { ...scenario, groups: { team: { ...team, answers: { calls: { handleTimeFactor: 1, ...odd } } } } },
    "routing.calls[0].oddity": { ...scenario, routing: { calls: [{ group: "team", after: 0, ...odd }] } },
  };
  for (const [path, scenario] of Object.entries(cases)) expect(objectionsToExactDay(scenario).map((objection) => formatPath(objection.path))).toEqual([path]);
});

test("nothing stands in the way of a Markov day, with any of the keys that make one", () => {
  expect(paths([])).toEqual([]);
  expect(paths(["lines=9", "closing=drop", "contacts.calls.balking=5%", "contacts.calls.patience={ distribution: exponential, mean: 3m }", "groups.team.answers={ calls: { handleTimeFactor: 1.2 } }", "contacts.calls.priority=3", "days=7"])).toEqual([]);
  expect(paths(['contacts.calls.demand={ to: "10:30", moves: 50%, online: 10%, into: ["09:00", "09:30"] }', "contacts.calls.profile=[1, 1, 2]"])).toEqual([]);
});

test("each thing that an exact day cannot have is named", () => {
  const lognormal = "{ distribution: lognormal, mean: 3m, cv: 1 }";
  const cases: [set: string[], path: string][] = [
    [["contacts.calls.dayToDayCv=0.2"], "contacts.calls.dayToDayCv"],
    [["contacts.calls.count=fixed"], "contacts.calls.count"],
    [["contacts.calls.matters={ residents: [80%, 20%] }"], "contacts.calls.matters"],
    [[`contacts.calls.handleTime=${lognormal}`], "contacts.calls.handleTime.distribution"],
    [[`contacts.calls.patience=${lognormal}`], "contacts.calls.patience.distribution"],
    [["shifts.early.absence=5%"], "shifts.early.absence"],
    [["groups.team.absence=5%"], "groups.team.absence"],
    [["routing.calls=[{ group: team, after: 30s }]"], "routing.calls[0].after"],
    [["groups.others={ answers: [calls], agents: 1 }", "routing.calls=[team, others]"], "groups.others"],
    [["contacts.calls.volume=5000000"], "contacts.calls"],
  ];
  for (const [set, path] of cases) expect(paths(set)).toEqual([path]);
  const together = [0, 2, 3, 4, 5, 8].map((i) => cases[i]), all = together.flatMap(([set]) => set), named = together.map(([, path]) => path);
  expect(paths(all).sort()).toEqual(named.sort());
});

test("absence that nobody's shift has stands in nobody's way", () => {
  expect(paths(["shifts.spare={ from: \"09:00\", to: \"10:00\", absence: 5% }"])).toEqual([]);
  expect(paths(["shifts.early.absence=0%", "groups.team.absence=5%"])).toEqual([]);
});

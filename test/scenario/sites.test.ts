import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { edited, mistakesIn } from "./mistakes.ts";

const call = "volume: 20, profile: [1, 1], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 20s, target: 80% }";
const towns = `opening: { from: "09:00", to: "10:00" }
interval: 30m
sites:
  North: { overflow: [South, { site: West, after: 45s }] }
  South: { overflow: [{ site: North, after: 30s }] }
  West: {}
contacts:
  north calls: { site: North, ${call}
  south calls: { site: South, ${call}
  west calls: { site: West, ${call}
  central calls: { ${call}
groups:
  west team: { site: West, answers: [north calls, west calls], agents: 1 }
  north team: { site: North, answers: [north calls, south calls, central calls], agents: 2 }
  north veterans: { site: North, answers: [north calls, central calls], agents: 1 }
  south team: { site: South, answers: [south calls, north calls], agents: 2 }
  anywhere: { answers: [central calls, west calls], agents: 1 }
`;
const routing = (...edits: Parameters<typeof edited>[1][]) => parseScenario(edited(towns, ...edits)).routing;

describe("a contact type without routing of its own", () => {
  test("goes, of a site, to the groups there, then to those of the sites it overflows to, in their order and after their waits", () => {
    expect(routing()["north calls"]).toEqual(["north team", "north veterans", "south team", { group: "west team", after: 45 }]);
    expect(routing()["south calls"]).toEqual(["south team", { group: "north team", after: 30 }]);
  });

  test("goes, of a site, to no group that belongs nowhere", () => {
    expect(routing()["west calls"]).toEqual(["west team"]);
  });

  test("goes, of no site, to every group that answers it, in the file's order", () => {
    expect(routing()["central calls"]).toEqual(["north team", "north veterans", "anywhere"]);
  });

  test("does not follow an overflow's overflow", () => {
    expect(routing(["North: { overflow: [South, { site: West, after: 45s }] }", "North: { overflow: [West] }"], ["West: {}", "West: { overflow: [North] }"], ["north calls, south calls, central calls", "north calls, south calls, west calls, central calls"])["west calls"])
      .toEqual(["west team", "north team"]);
    expect(routing()["south calls"]).not.toContainEqual({ group: "west team", after: 45 });
  });

  test("takes a wait of no seconds for none", () => {
    expect(routing(["{ site: West, after: 45s }", "{ site: West, after: 0s }"])["north calls"]).toEqual(["north team", "north veterans", "south team", "west team"]);
  });
});

test("routing that is written wins, and may lead to any group", () => {
  const { routing } = parseScenario(`${towns}routing: { west calls: [anywhere, { group: west team, after: 10s }] }\n`);
  expect(routing["west calls"]).toEqual(["anywhere", { group: "west team", after: 10 }]);
  expect(routing["south calls"]).toEqual(["south team", { group: "north team", after: 30 }]);
});

describe("sites that cannot be", () => {
  const mistakes = (...edits: Parameters<typeof edited>[1][]) => mistakesIn(edited(towns, ...edits));

  test("names of sites that do not exist are shown where they stand, with the one that was meant", () => {
    expect(mistakes(["{ site: South, vol", "{ site: Soth, vol"], ["west team: { site: West", "west team: { site: Wst"], ["[South, {", "[Suth, {"], ["{ site: North, after", "{ site: Norht, after"])).toEqual([
      "day.yaml:4:23 sites.North.overflow[0] there is no such site; did you mean South? (got Suth)",
      "day.yaml:5:31 sites.South.overflow[0].site there is no such site; did you mean North? (got Norht)",
      'day.yaml:9:24 contacts["south calls"].site there is no such site; did you mean South? (got Soth)',
      'day.yaml:13:22 groups["west team"].site there is no such site; did you mean West? (got Wst)',
    ]);
  });

  test("a file that has no sites at all is told so at every name", () => {
    const none = edited(towns, [towns.slice(towns.indexOf("sites:"), towns.indexOf("contacts:")), ""]);
    expect(mistakesIn(none)).toHaveLength(7);
    expect(mistakesIn(none)[0]).toBe('day.yaml:4:24 contacts["north calls"].site there is no such site (got North)');
  });

  test("a site to which nobody belongs is refused", () => {
    expect(mistakes(["  West: {}\n", "  West: {}\n  East: {}\n"])).toEqual(["day.yaml:7:3 sites.East nobody belongs to this site: no contact type and no group names it"]);
  });

  test("overflow to itself, twice to one site, or to nobody who can help is refused", () => {
    expect(mistakes(["[South, {", "[North, {"])).toEqual(["day.yaml:4:23 sites.North.overflow[0] is this site itself: its own groups come first anyway (got North)"]);
    expect(mistakes(["[South, {", "[South, West, {"])).toEqual(["day.yaml:4:36 sites.North.overflow[2] is named twice (got a mapping)"]);
    expect(mistakes(["West: {}", "West: { overflow: [South] }"])).toEqual(["day.yaml:6:22 sites.West.overflow[0] nobody of that site can help: none of its groups answers a contact type of West (got South)"]);
    expect(mistakes(["overflow: [South, { site: West, after: 45s }]", "overflow: []"])).toEqual(["day.yaml:4:22 sites.North.overflow must name at least one site (got a list of 0 entries)"]);
  });

  test("a type that no group of its site answers, and no overflow reaches, is served by nobody", () => {
    expect(mistakes(["[north calls, west calls]", "[north calls]"])).toEqual([
      'day.yaml:10:3 contacts["west calls"] nobody serves this type: no group of its site answers it, nor of a site it overflows to',
    ]);
    expect(mistakes(["south team: { site: South", "south team: { site: North"], ["North: { overflow: [South, ", "North: { overflow: ["])).toEqual([]); // South's calls go to North after 30 s
  });

  test("a group to which nobody's site leads is no use", () => {
    expect(mistakes(["answers: [central calls, west calls], agents: 1", "answers: [west calls], agents: 1"])).toEqual([
      "day.yaml:17:3 groups.anywhere nobody routes to this group: no contact type has it in its routing",
    ]);
  });

  test("what is no site, no overflow and no name says what it must be", () => {
    expect(mistakes(["West: {}", "West: South"], ["[South, {", "[5, {"], ["after: 30s", "after: 30"], ["site: North, volume", "site: [North], volume"])).toEqual([
      "day.yaml:4:23 sites.North.overflow[0] must be the name of a site, or { site: C-Town, after: 30s } (got 5)",
      "day.yaml:5:45 sites.South.overflow[0].after must be a duration with its unit: write for example 20s, 5m30s or 1h (got 30)",
      "day.yaml:6:9 sites.West must be a site, such as {} or { overflow: [{ site: C-Town, after: 30s }] }: keys and values, one a line (got South)",
      'day.yaml:8:24 contacts["north calls"].site must be the name of a site (got a list of 1 entry)',
    ]);
    expect(mistakesIn(towns.replace(/ {2}North: .*\n {2}South: .*\n {2}West: .*\n/, "").replace("sites:", "sites: {}"))[0]).toBe("day.yaml:3:8 sites must have at least one site (got a mapping)");
  });
});

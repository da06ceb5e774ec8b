import { describe, expect, test } from "vitest";
import { expectedContactsPerDay } from "../../sim/scenario/limits.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { smallest } from "./issueExample.ts";
import { edited, mistakesIn } from "./mistakes.ts";

/** Open 9 to 11 in hours; `profile` and more keys stand in for the example's. */
const withDemand = (more: string, profile = "[1, 1]") => edited(smallest, ['to: "10:00"', 'to: "11:00"'], ["interval: 30m", "interval: 60m"], ["    profile: [1, 1]\n", `    profile: ${profile}\n${more === "" ? "" : `    ${more}\n`}`]);
const told = (more: string, profile?: string) => mistakesIn(withDemand(more, profile)).map((mistake) => mistake.replace(/^day\.yaml:\d+:\d+ contacts\.calls\./, ""));

describe("the hours of demand", () => {
  test("say how long the profile is", () => {
    expect(told('demand: { from: "08:00", to: "12:00" }', "[1, 1, 1, 1]")).toEqual([]);
    expect(told('demand: { from: "08:00", to: "12:00" }')).toEqual(["profile must have 4 entries, one for each 1h from 08:00 to 12:00 (got a list of 2 entries)"]);
    expect(told('demand: { from: "08:00" }')).toEqual(["profile must have 3 entries, one for each 1h from 08:00 to 11:00 (got a list of 2 entries)"]);
    expect(told('demand: { to: "10:00" }', "[1]")).toEqual([]);
  });

  test("lie on the intervals, in order, and who moves into the opening", () => {
    expect(told('demand: { from: "08:30", to: "12:20" }', "[1, 1, 1, 1]")).toEqual([
      "demand.from must be a whole number of intervals of 1h from the opening, 09:00 (got \"08:30\")",
      "demand.to must be a whole number of intervals of 1h from the opening, 09:00 (got \"12:20\")",
    ]);
    expect(told('demand: { from: "12:00", to: "10:00" }')).toEqual(['demand.to must be later than from, 12:00 (got "10:00")']);
    expect(told('demand: { from: "12:00" }')).toEqual(['demand.from must be earlier than the closing, 11:00 (got "12:00")']);
    expect(told('demand: { moves: 50%, into: ["08:00", "10:30"] }')).toEqual([
      'demand.into[0] must lie within the opening hours, 09:00 to 11:00 (got "08:00")', 'demand.into[1] must be a whole number of intervals of 1h from the opening, 09:00 (got "10:30")',
    ]);
    expect(told('demand: { into: ["10:00", "10:00"] }')).toEqual(['demand.into[1] must be later than 10:00 (got "10:00")']);
    expect(told("demand: { moves: 120%, onlin: 5% }")).toEqual(["demand.moves must be at most 100% (got 120%)", "demand.onlin unknown key; did you mean online?"]);
  });

  test("leave a fixed count whole, or cannot be", () => {
    expect(told('count: fixed\n    demand: { to: "12:00", moves: 100% }', "[1, 1, 1]")).toEqual([]);
    expect(told('count: fixed\n    demand: { to: "12:00" }', "[3, 1, 1]")).toEqual([]);
    expect(told('count: fixed\n    demand: { to: "12:00" }', "[1, 1, 1]")).toEqual(["count must be random here: by demand and matters 66.667 contacts come a day, which is no whole number (got fixed)"]);
  });

  test("count where contacts are counted: for the limit of days, and for everybody who asks what is expected", () => {
    const scenario = parseScenario(withDemand('demand: { to: "13:00", moves: 20% }', "[1, 1, 1, 1]"));
    expect(expectedContactsPerDay(scenario)).toBe(60);
  });
});

describe("matters", () => {
  test("are shares of residents that add up to 100%, ten at most", () => {
    expect(told("matters: { residents: [70%, 20%, 10%], furtherTakes: 80% }")).toEqual([]);
    expect(told("matters: { residents: [33.3%, 33.3%, 33.4%] }")).toEqual([]);
    expect(told("matters: { residents: [70%, 20%] }")).toEqual(["matters.residents must add up to 100%, not to 90% (got a list of 2 entries)"]);
    expect(told("matters: { residents: [], furtherTakes: 2 }")).toEqual([
      "matters.residents must have at least one share (got a list of 0 entries)", "matters.furtherTakes must be a share: write 2% (a bare number goes from 0 to 1) (got 2)",
    ]);
    expect(told("matters: { residents: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] }")).toEqual(["matters.residents must have at most 10 shares (got a list of 11 entries)"]);
    expect(told("matters: { furtherTakes: 80% }")).toEqual(["matters.residents is missing"]);
  });

  test("leave a fixed count whole, or cannot be", () => {
    expect(told("count: fixed\n    matters: { residents: [75%, 25%] }")).toEqual([]);
    expect(told("count: fixed\n    matters: { residents: [70%, 30%] }")).toEqual(["count must be random here: by demand and matters 76.923 contacts come a day, which is no whole number (got fixed)"]);
  });
});

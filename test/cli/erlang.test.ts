import { describe, expect, test } from "vitest";
import { callhall } from "./callhall.ts";

const calls = ["--calls", "100", "--per", "30m", "--handle", "3m"], within = ["--within", "20s"];

async function printed(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await callhall(["erlang", ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

async function json<Document>(...args: string[]): Promise<Document> {
  return JSON.parse(await printed(...args, "--json")) as Document;
}

async function refused(...args: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await callhall(["erlang", ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  return stderr.trimEnd().split("\n");
}

describe.concurrent("the figures", () => {
  test("Erlang C of 100 calls a half hour and 14 agents is that of the tables (CRAN package ErlangC)", async () => {
    const answer = await json<Record<string, number>>("c", ...calls, ...within, "--agents", "14");
    expect(Object.keys(answer)).toEqual(["agents", "offeredLoad", "probabilityOfWait", "serviceLevel", "serviceLevelOfAnswered", "averageSpeedOfAnswer", "averageWait", "abandonmentRate", "occupancy"]);
    expect(answer).toMatchObject({ agents: 14, offeredLoad: 10, abandonmentRate: 0 });
    expect(answer.probabilityOfWait).toBeCloseTo(0.1741319, 7);
    expect(answer.serviceLevel).toBeCloseTo(0.88835, 6);
    expect(answer.averageSpeedOfAnswer).toBeCloseTo(7.83593701177724, 10);
    expect(answer.occupancy).toBeCloseTo(0.7142857, 7);
  });

  test("Erlang A of the same calls with a patience of five minutes is that of pyworkforce's tests", async () => {
    const answer = await json<Record<string, number>>("a", ...calls, ...within, "--agents", "14", "--patience", "5m");
    for (const [name, wanted] of [["probabilityOfWait", 0.14526], ["abandonmentRate", 0.013984], ["occupancy", 0.704297], ["serviceLevel", 0.916792]] as const) expect(answer[name]).toBeCloseTo(wanted, 5);
    expect(answer.averageWait / 60).toBeCloseTo(0.069919, 6);
  });

  test("for Erlang B agents are lines, and the share blocked stands there", async () => {
    const answer = await json<Record<string, number>>("b", ...calls, "--agents", "15");
    expect(answer).toMatchObject({ agents: 15, averageWait: 0, probabilityOfWait: 0 });
    expect(answer.blocking).toBeCloseTo(0.036496945, 9); // every table of Erlang B: 10 erlangs on 15 lines
    expect(answer.serviceLevel).toBeCloseTo(1 - answer.blocking, 12);
  });

  test("a target gives the least number", async () => {
    expect(await json("c", ...calls, ...within, "--target", "80%")).toMatchObject({ agents: 14 });
    expect(await json("c", ...calls, ...within, "--target", "0.795")).toMatchObject({ agents: 13 });
    expect(await json("a", ...calls, ...within, "--target", "80%", "--patience", "5m")).toMatchObject({ agents: 13 });
    expect(await json("c", ...calls, ...within, "--target", "80%", "--max-occupancy", "65%")).toMatchObject({ agents: 16 }); // 10 / 0.65 = 15.4
    expect(await json("b", ...calls, "--target", "1%")).toMatchObject({ agents: 18 });
  });

  test("a range gives one answer after another, overload among them", async () => {
    const answers = await json<{ agents: number; serviceLevel: number; averageWait: number | null }[]>("c", ...calls, ...within, "--agents", "10..14");
    expect(answers.map(({ agents }) => agents)).toEqual([10, 11, 12, 13, 14]);
    [0, 0.3896138, 0.640158, 0.7955948, 0.88835].forEach((level, i) => expect(answers[i].serviceLevel).toBeCloseTo(level, 6));
    expect(answers[0]).toMatchObject({ probabilityOfWait: 1, averageSpeedOfAnswer: null, averageWait: null, occupancy: 1 });
  });

  test("shrinkage is a division, one upon another, rounded up once", async () => {
    expect(await json("c", ...calls, ...within, "--target", "80%", "--shrinkage", "30%")).toMatchObject({ agents: 14, rostered: 20 }); // README of pyworkforce
    const compounded = await json<{ rosteredUnrounded: number; rostered: number }>("c", ...calls, ...within, "--agents", "14", "--shrinkage", "20%", "--shrinkage", "10%");
    expect(compounded.rosteredUnrounded).toBeCloseTo(14 / 0.72, 12);
    expect(compounded.rostered).toBe(20);
    expect(await json("c", ...calls, ...within, "--agents", "18", "--shrinkage", "20%", "--shrinkage", "10%")).toMatchObject({ rostered: 25 }); // 18 / 0.72 is 25, whatever rounding says
  });

  test("lines and balking enter Erlang A", async () => {
    // test/known/answers.json, erlangA_finite_lines: 1.8333 calls a minute
    const answer = await json<Record<string, number>>("a", "--calls", "110", "--per", "60m", "--handle", "5m30s", ...within, "--patience", "3m", "--agents", "11", "--lines", "14");
    expect(answer.blocking).toBeCloseTo(0.043147575, 8);
    expect(answer.serviceLevel).toBeCloseTo(0.73182283, 7);
    const balking = await json<Record<string, number>>("a", ...calls, ...within, "--agents", "14", "--patience", "never", "--balking", "100%");
    const loss = await json<Record<string, number>>("b", ...calls, "--agents", "14");
    expect(balking.abandonmentRate).toBeCloseTo(loss.blocking, 12);
  });
});

describe.concurrent("the tables", () => {
  test("one number of agents is a list that says what it rests on and that it is exact", async () => {
    expect(await printed("a", ...calls, ...within, "--agents", "14", "--patience", "5m")).toBe([
      "Erlang A: 14 agents answer 91.7% within 20s",
      "100 calls in 30m, 3m each: an offered load of 10.0 erlangs; callers hang up after 5m in the mean",
      "",
      "Agents               14",
      "Answered in time  91.7%",
      "Had to wait       14.5%",
      "Abandoned          1.4%",
      "Average wait      4.2 s",
      "Speed of answer   3.9 s",
      "Occupancy         70.4%",
      "",
      "exact: the formula's own values, for a steady state with these very figures; what happens in any 30m varies around them",
      "",
    ].join("\n"));
  });

  test("a target is answered in the first line, and shrinkage by what to put on the rota", async () => {
    const text = await printed("c", ...calls, ...within, "--target", "80%", "--shrinkage", "20%", "--shrinkage", "10%");
    expect(text).toMatch(/^Erlang C: the least number that answers 80% is 14 agents, which answer 88.8% within 20s\n/);
    expect(text).toMatch(/\nTo roster +20 \(19\.44\)\n/);
  });

  test("a range has a row a number, and overload no bound to its waits", async () => {
    const lines = (await printed("c", ...calls, ...within, "--agents", "10..12")).split("\n");
    expect(lines[3]).toMatch(/^Agents +Answered in time +Had to wait +Average wait +Occupancy$/);
    expect(lines[4]).toMatch(/^10 +0\.0% +100\.0% +no bound +100\.0%$/);
    expect(lines[6]).toMatch(/^12 +64\.0% +44\.9% +40\.4 s +83\.3%$/);
  });

  test("Erlang B speaks of lines", async () => {
    expect(await printed("b", ...calls, "--target", "1%")).toMatch(/^Erlang B: the least number that blocks at most 1% is 18 lines, which block 0.7% of calls\n/);
  });
});

describe.concurrent("what is wrong is told, all of it at once", () => {
  test("negative and missing quantities, a range that runs backwards, a target of 100 %", async () => {
    expect(await refused("a", "--calls", "-5", "--per", "x", "--handle", "0s", "--agents", "16..10", "--target", "100%", "--shrinkage", "100%", "--balking", "120%", "--lines", "0")).toEqual([
      "--calls must be a number of calls above 0, up to 1,000,000,000 (got -5)",
      "--per must be a duration such as 20s, 5m30s or 1h (units h, m, s, in this order) (got x)",
      "--handle must be longer than 0s (got 0s)",
      "--within is missing: the time within which an answer is in time, such as 20s",
      "--patience is missing: how long callers wait in the mean before they hang up, such as 3m; nobody knows it well, and it matters",
      "--balking must be at most 100% (got 120%)",
      "--lines must be a whole number of lines from 1 to 10,000,000 (got 0)",
      "--agents and --target exclude each other: agents tell what they attain, a target tells how many it takes",
      "--agents must run upwards, as in 10..16 (got 16..10)",
      "--target must be below 100%: it would take agents without end (got 100%)",
      "--shrinkage must be below 100%: nobody would be left (got 100%)",
    ]);
  });

  test("neither agents nor a target", async () => {
    expect(await refused("c", ...calls, ...within)).toEqual(["--agents or --target is missing: agents tell what they attain, a target tells how many it takes"]);
  });

  test.each([
    ["1..1000000", "--agents must have at most 1,000 numbers (got 1..1000000)"],
    ["0", "--agents must be a whole number from 1 to 10,000,000, or a range such as 10..16 (got 0)"],
    ["-3", "--agents must be a whole number from 1 to 10,000,000, or a range such as 10..16 (got -3)"],
    ["5..", "--agents must be a whole number from 1 to 10,000,000, or a range such as 10..16 (got 5..)"],
    ["12.5", "--agents must be a whole number from 1 to 10,000,000, or a range such as 10..16 (got 12.5)"],
    ["", "--agents must be a whole number from 1 to 10,000,000, or a range such as 10..16 (got nothing)"],
  ])("--agents %j", async (agents, message) => {
    expect(await refused("c", ...calls, ...within, "--agents", agents)).toEqual([message]);
  });

  test.each([
    ["0%", "--target must be above 0% (got 0%)"],
    ["80", "--target must be a share: write 80% (a bare number goes from 0 to 1) (got 80)"],
    ["-5%", "--target must be a share from 0% to 100%, such as 80%, or a number from 0 to 1 (got -5%)"],
  ])("--target %j", async (target, message) => {
    expect(await refused("c", ...calls, ...within, "--target", target)).toEqual([message]);
  });

  test("what belongs to another formula", async () => {
    expect(await refused("b", ...calls, "--agents", "3", "--patience", "3m", "--max-occupancy", "80%")).toEqual(["--patience is for callers who hang up: use callhall erlang a", "--max-occupancy is only for c and a"]);
    expect(await refused("c", ...calls, ...within, "--agents", "14", "--lines", "20")).toEqual(["--lines is for callers who hang up: use callhall erlang a"]);
    expect((await refused("x", ...calls))[0]).toContain("Allowed choices are b, c, a");
  });

  test("a target that the lines put out of reach", async () => {
    expect(await refused("a", ...calls, ...within, "--patience", "3m", "--lines", "8", "--target", "80%")).toEqual([
      "--target cannot be met: no number of agents reaches a service level of 0.8 with 8 lines: too many are blocked",
    ]);
  });
});

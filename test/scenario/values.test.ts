import { expect, test } from "vitest";
import { issueExample, smallest } from "./issueExample.ts";
import { edited, mistakesIn } from "./mistakes.ts";

/** The one mistake in the issue's example after an edit. */
const mistake = (from: string, to: string): string => {
  const found = mistakesIn(edited(issueExample, [from, to]));
  expect(found).toHaveLength(1);
  return found[0] ?? "";
};

test("a negative number is shown where it stands, with what it was", () => {
  expect(mistake("volume: 600 ", "volume: -600 ")).toBe(
    "day.yaml:6:13 contacts.calls.volume must be a number of contacts a day from 0 to 100,000,000 (got -600)",
  );
});

test("text for a number is refused, and quotes are named as the reason", () => {
  expect(mistake("volume: 600 ", 'volume: "600" ')).toMatch(/^day\.yaml:6:13 contacts\.calls\.volume must be a number.* without quotes \(got "600"\)$/);
  expect(mistake("days: 2000", "days: many")).toMatch(/^day\.yaml:27:7 days must be a whole number of days.*\(got many\)$/);
});

test("a duration without a unit is told to have one", () => {
  expect(mistake("answerWithin: 20s", "answerWithin: 20")).toMatch(/^day\.yaml:12:19 contacts\.calls\.answerWithin must be a duration with its unit.*20s.*\(got 20\)$/);
});

test("wrong units, wrong order and negative durations are refused", () => {
  for (const wrong of ["20sec", "5min", "30s5m", "1d", "20 s", "-5m", "5m30", "1,5m"]) {
    expect(mistake("mean: 5m30s", `mean: "${wrong}"`)).toMatch(/^day\.yaml:9:50 contacts\.calls\.handleTime\.mean must be a duration/);
  }
});

test("durations are longer than nothing and at most a day, except that an answer may be due within 0s", () => {
  expect(mistake("mean: 5m30s", "mean: 0s")).toContain("9:50 contacts.calls.handleTime.mean must be longer than 0s (got 0s)");
  expect(mistake("mean: 5m30s", "mean: 25h")).toContain("must be at most 24h (got 25h)");
  expect(mistakesIn(edited(issueExample, ["answerWithin: 20s", "answerWithin: 0s"]))).toEqual([]);
});

test("impossible times of day are refused", () => {
  for (const wrong of ['"25:00"', '"17:60"', '"5pm"', "1800", '"24:01"']) {
    expect(mistake('to: "18:00" }\ninterval', `to: ${wrong} }\ninterval`)).toMatch(/^day\.yaml:2:31 opening\.to must be a time of day such as "08:30"/);
  }
});

test("a bare number above 1 for a share is told how to write it", () => {
  expect(mistake("target: 80%", "target: 80")).toBe("day.yaml:13:13 contacts.calls.target must be a share: write 80% (a bare number goes from 0 to 1) (got 80)");
});

test("shares have their limits", () => {
  expect(mistake("target: 80%", "target: 0%")).toContain("13:13 contacts.calls.target must be above 0%");
  expect(mistake("target: 80%", "target: 101%")).toContain("must be at most 100%");
  expect(mistake("target: 80%", "target: -5%")).toContain("must be a share from 0% to 100%");
  expect(mistake("balking: 5%", "balking: -0.1")).toContain("11:14 contacts.calls.balking must be a share");
  expect(mistake("balking: 5%", 'balking: "0.05"')).toContain("must be a share");
});

test(".nan and .inf are no numbers", () => {
  for (const wrong of [".nan", ".inf", "-.inf", "1e999"]) {
    expect(mistake("priority: 0 ", `priority: ${wrong} `)).toBe(`day.yaml:14:15 contacts.calls.priority must be a number (got ${wrong})`);
    expect(mistake("[31.2, 44.4", `[31.2, ${wrong}`)).toMatch(/^day\.yaml:7:21 contacts\.calls\.profile\[1\] must be a weight/);
  }
});

test("numbers have their limits", () => {
  expect(mistake("dayToDayCv: 0.2", "dayToDayCv: 3.5")).toContain("8:17 contacts.calls.dayToDayCv must be a number from 0 to 3 (got 3.5)");
  expect(mistake("cv: 0.8", "cv: 0")).toContain("9:61 contacts.calls.handleTime.cv must be a number above 0, up to 10");
  expect(mistake("days: 2000", "days: 0")).toContain("27:7 days must be a whole number of days");
  expect(mistake("lines: 14", "lines: 0")).toContain("25:8 lines must be a whole number of lines, at least 1");
  expect(mistake("lines: 14", "lines: 1.5")).toContain("25:8 lines must be a whole number");
});

test("agents are whole numbers", () => {
  expect(mistake("middle: 4,", "middle: 4.5,")).toMatch(/^day\.yaml:22:33 groups\.generic\.shifts\.middle must be a whole number of agents.*\(got 4\.5\)$/);
  expect(mistakesIn(edited(smallest, ["agents: 5", "agents: 2.5"]))[0]).toContain("12:37 groups.team.agents must be a whole number of agents");
  expect(mistakesIn(edited(smallest, ["agents: 5", "agents: [1, -1]"]))[0]).toContain("12:41 groups.team.agents[1] must be a whole number of agents");
  expect(mistakesIn(edited(smallest, ["agents: 5", "agents: 0"]))).toEqual([]);
});

test("the interval is one of five, and closing one of two", () => {
  expect(mistake("interval: 30m", "interval: 20m")).toContain("3:11 interval must be 5m, 10m, 15m, 30m or 60m (got 20m)");
  expect(mistakesIn(edited(smallest, ["interval: 30m", "interval: 1h"], ["[1, 1]", "[1]"]))).toEqual([]);
  expect(mistake("closing: drain", "closing: later")).toBe("day.yaml:26:10 closing must be drain or drop (got later)");
});

test("an unknown law and the figures of another law are named", () => {
  expect(mistake("distribution: lognormal", "distribution: lognorm")).toContain("9:33 contacts.calls.handleTime.distribution must be one of exponential, deterministic, lognormal, gamma, weibull, uniform");
  expect(mistake("{ distribution: lognormal, mean: 5m30s, cv: 0.8 }", "5m30s")).toContain("9:17 contacts.calls.handleTime must be a law of distribution");
  expect(mistake("distribution: lognormal", "distribution: exponential")).toContain("9:59 contacts.calls.handleTime.cv unknown key");
  expect(mistake(", cv: 0.8", "")).toBe("day.yaml:9:5 contacts.calls.handleTime.cv is missing");
  expect(mistake("{ distribution: lognormal, mean: 5m30s, cv: 0.8 }", "{ distribution: uniform, from: 9m, to: 2m }")).toContain("9:56 contacts.calls.handleTime.to must be longer than from (got 2m)");
});

test("patience is a law or never", () => {
  expect(mistake("patience: { distribution: exponential, mean: 3m }", "patience: forever")).toContain("10:15 contacts.calls.patience must be a law of distribution");
  expect(mistake("distribution: exponential, mean: 3m", "distribution: exponential, mean: 3")).toContain("10:50 contacts.calls.patience.mean must be a duration with its unit");
});

test("an empty value is missing, not zero", () => {
  expect(mistake("dayToDayCv: 0.2 ", "dayToDayCv:     ")).toMatch(/^day\.yaml:8:\d+ contacts\.calls\.dayToDayCv must be a number.*\(got nothing\)$/);
});

test("seeds are text or whole numbers that a computer holds exactly", () => {
  expect(mistake('seed: "1"', "seed: 1.5")).toContain("28:7 seed must be a text or a whole number");
  expect(mistake('seed: "1"', "seed: 12345678901234567890")).toContain("28:7 seed must be a text or a whole number (put a very large number in quotes)");
  expect(mistake('seed: "1"', 'seed: ""')).toContain("28:7 seed must be a text of 1 to 200 characters");
});

test("names are printable, not too long and not only digits", () => {
  const named = (name: string): string => mistakesIn(edited(smallest, ["  calls:", `  ${name}:`], ["[calls]", `[${name}]`])).join("\n");
  expect(named("2024")).toContain('day.yaml:4:3 contacts["2024"] must be a name, not only digits');
  expect(named('"a\\u001b[31mb"')).toContain('day.yaml:4:3 contacts["a\\u001b[31mb"] must not contain control characters');
  expect(named('"a\\nb"')).toContain("must not contain control characters");
  expect(named('""')).toContain('contacts[""] must be a name of 1 to 100 characters');
  expect(named("x".repeat(101))).toContain("must be a name of 1 to 100 characters");
  expect(named("x".repeat(100))).toBe("");
});

test("a long or strange value is shown cut and escaped, on one line", () => {
  const long = mistake("closing: drain", `closing: ${"x".repeat(5000)}`);
  expect(long.length).toBeLessThan(120);
  expect(mistake("closing: drain", "closing: |\n  a\n  b")).toBe("day.yaml:26:10 closing must be drain or drop (got |\\n  a\\n  b)");
});

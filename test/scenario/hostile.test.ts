import { expect, test } from "vitest";
import { issueExample, smallest } from "./issueExample.ts";
import { edited, errorFrom, mistakesIn } from "./mistakes.ts";

/** Files made to hurt must be refused at once, not after a while. */
const soon = 10_000;

test("an empty file, a comment, a list and a single word are no scenario", () => {
  for (const empty of ["", "\n\n", "# nothing yet\n", "---\n", "{}", "~"]) expect(mistakesIn(empty)).toEqual([expect.stringMatching(/^day\.yaml:1:1 the file is empty/)]);
  for (const other of ["- opening\n- interval\n", "[]", "hello", "42", "true"]) expect(mistakesIn(other)).toEqual([expect.stringMatching(/^day\.yaml:1:1 a scenario is neither a list nor a single value/)]);
});

test("a tab, a bad indentation and an open quote or bracket are told in plain words at their line", () => {
  expect(mistakesIn("opening:\n\tfrom: 8\n")).toEqual(["day.yaml:2:1 a tab is used to indent: use spaces"]);
  expect(mistakesIn(edited(smallest, ["    volume: 100\n", "   volume: 100\n"]))).toEqual([expect.stringMatching(/^day\.yaml:[56]:\d+ the indentation does not fit/)]);
  expect(mistakesIn(edited(smallest, ["interval: 30m", 'interval: "30m']))[0]).toMatch(/^day\.yaml:\d+:\d+ a quoted text is not closed/);
  expect(mistakesIn(`${smallest}routing: { calls: [team }\n`)[0]).toMatch(/^day\.yaml:13:\d+ /);
});

test("several slips of YAML come at once", () => {
  const lines = mistakesIn('opening: "\\q"\ninterval: "\\w"\n');
  expect(lines.map((line) => line.split(" ")[0])).toEqual(["day.yaml:1:11", "day.yaml:2:12"]);
});

test("a key given twice is shown at the second place, with the line of the first", () => {
  expect(mistakesIn(edited(smallest, ["    patience: never\n", "    patience: never\n    volume: 7\n"]))).toEqual(["day.yaml:9:5 contacts.calls.volume is given twice: first in line 5"]);
});

test("__proto__, constructor and prototype are no names, wherever they stand", () => {
  for (const name of ["__proto__", "constructor", "prototype", '"__proto__"', '"__pr\\u006fto__"']) {
    expect(mistakesIn(`${smallest}${name}: 1\n`)).toEqual([expect.stringMatching(/^day\.yaml:13:1 (__proto__|constructor|prototype) this name is not allowed$/)]);
    expect(mistakesIn(edited(smallest, ["    volume", `    ${name}: { volume: 3 }\n    volume`]))[0]).toMatch(/^day\.yaml:5:5 contacts\.calls\..* this name is not allowed$/);
    expect(mistakesIn(edited(smallest, ["  calls:\n", `  ${name}: {}\n  calls:\n`]))[0]).toContain("this name is not allowed");
  }
  expect(mistakesIn(edited(smallest, ["[calls]", "[calls, __proto__]"]))).toEqual(["day.yaml:12:28 groups.team.answers[1] there is no such contact type (got __proto__)"]);
  expect({}).not.toHaveProperty("volume");
});

test("an alias bomb is refused before it goes off", { timeout: soon }, () => {
  const letters = [..."abcdefghijklmnopqrst"];
  const bomb = letters.map((name, index) => `${name}: &${name} [${Array(9).fill(index === 0 ? "x" : `*${letters[index - 1]}`).join(", ")}]`).join("\n");
  expect(mistakesIn(bomb)).toEqual([expect.stringMatching(/^day\.yaml:\d+:\d+ \w aliases \(\*\) repeat values until there are more than 2,000,000/)]);
  const mappings = letters.map((name, index) => `${name}: &${name} { ${Array.from({ length: 9 }, (_, key) => `k${key}: ${index === 0 ? "x" : `*${letters[index - 1]}`}`).join(", ")} }`).join("\n");
  expect(mistakesIn(mappings)).toEqual([expect.stringContaining("aliases (*) repeat values")]);
});

test("aliases of nothing and of themselves are refused where they stand", () => {
  expect(mistakesIn(edited(smallest, ["patience: never", "patience: *p"]))).toEqual(["day.yaml:8:15 contacts.calls.patience there is no &p before this alias"]);
  expect(mistakesIn(edited(smallest, ["[calls]", "&a [*a]"]))).toContain("day.yaml:12:24 groups.team.answers[0] *a stands inside its own value");
});

test("tags, directives, merge keys and a second document are refused", () => {
  expect(mistakesIn(edited(smallest, ["volume: 100", "volume: !!binary aGk="]))[0]).toMatch(/^day\.yaml:5:22 contacts\.calls\.volume has a YAML tag/);
  expect(mistakesIn(edited(smallest, ["[calls]", "!secret [calls]"]))).toEqual([expect.stringMatching(/^day\.yaml:12:28 groups\.team\.answers has a YAML tag/)]);
  expect(mistakesIn(`%YAML 1.1\n---\n${smallest}`)).toEqual([expect.stringMatching(/^day\.yaml:1:1 .*directive/)]);
  expect(mistakesIn(`${smallest}<<: { days: 3 }\n`)).toEqual([expect.stringMatching(/^day\.yaml:13:1 .*unknown key: merging/)]);
  expect(mistakesIn(`${smallest}---\n${smallest}`)).toEqual([expect.stringMatching(/^day\.yaml:13:1 a second document starts here/)]);
});

test("lists and mappings as keys are refused", () => {
  expect(mistakesIn(`${smallest}? [a, b]\n: 1\n`)).toEqual([expect.stringMatching(/^day\.yaml:13:3 a key must be a plain word/)]);
  expect(mistakesIn(`${smallest}{ a: 1 }: 1\n`)).toEqual([expect.stringMatching(/^day\.yaml:13:1 a key must be a plain word/)]);
});

test("binary data is refused at its first strange character", () => {
  expect(mistakesIn("name: a\nlines: \0\0")).toEqual(["day.yaml:2:8 the control character \\u0000: a scenario file is plain text in UTF-8"]);
  expect(mistakesIn("\u007fELF\u0002\u0001\u0001")).toEqual([expect.stringMatching(/^day\.yaml:1:1 the control character \\u007f/)]);
  expect(mistakesIn("name: caf\ufffd\n")).toEqual(["day.yaml:1:10 bytes that are not UTF-8: a scenario file is plain text in UTF-8"]);
  expect(mistakesIn("name: a\rdays: 3")).toEqual([expect.stringContaining("day.yaml:1:8 the control character \\u000d")]);
  expect(mistakesIn("name: \ud800")).toEqual([expect.stringContaining("day.yaml:1:7 the control character \\ud800")]);
});

test("a file of more than 4 MiB is refused unread", { timeout: soon }, () => {
  expect(mistakesIn("#".repeat(5 * 1024 * 1024))).toEqual(["day.yaml:1:1 the file is longer than 4 MiB (got 5,242,880 characters)"]);
  expect(mistakesIn(`${smallest}#${"x".repeat(4 * 1024 * 1024 - smallest.length - 1)}`)).toEqual([]);
});

test("deep nesting is refused without going down", { timeout: soon }, () => {
  const deep = 10_000;
  const nests = ["[".repeat(deep), "[".repeat(deep) + "]".repeat(deep), `contacts: ${"{ a: ".repeat(deep)}`, "- ".repeat(deep), "? ".repeat(deep), "[{a: ".repeat(deep), "[".repeat(4_000_000), ": ".repeat(deep)];
  nests.push(Array.from({ length: 1000 }, (_, level) => `${" ".repeat(level)}a:`).join("\n"));
  for (const nest of nests) expect(mistakesIn(nest)).toEqual([expect.stringMatching(/^day\.yaml:\d+:\d+ brackets or indentation are nested more than 64 deep$/)]);
});

test("more than 1,000 types, groups, shifts or entries of a list are refused", { timeout: soon }, () => {
  const many = (count: number, entry: string): string => Array.from({ length: count }, (_, index) => `  n${index}: ${entry}\n`).join("");
  for (const section of ["contacts", "groups", "shifts"]) {
    expect(mistakesIn(`${section}:\n${many(1001, "{}")}`)).toEqual([`day.yaml:2:3 ${section} must have at most 1,000 entries (got 1,001)`]);
    expect(mistakesIn(`${section}:\n${many(200_000, "1")}`)).toEqual([expect.stringContaining("a list or mapping has more than 10,000 entries")]);
  }
  expect(mistakesIn(edited(smallest, ["[1, 1]", `[${"1, ".repeat(1_000_000)}]`]))).toEqual([expect.stringMatching(/^day\.yaml:6:\d+ a list or mapping has more than 10,000 entries/)]);
});

test("1,000 types in 1,000 groups are read in a few seconds", { timeout: 40_000 }, () => {
  const day = Array(288).fill(1).join(",");
  const names = Array.from({ length: 1000 }, (_, index) => `t${index}`);
  const types = names.map((name) => `  ${name}: { volume: 10, profile: [${day}], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 20s, target: 80% }\n`);
  const groups = names.map((name) => `  g${name}: { answers: [${name}], agents: [${day}] }\n`);
  const text = `opening: { from: "00:00", to: "24:00" }\ninterval: 5m\ncontacts:\n${types.join("")}groups:\n${groups.join("")}`;
  const start = performance.now();
  expect(mistakesIn(text)).toEqual([]);
  // 3 to 5 s on one core of 2025; the rest is room for busy machines.
  expect(performance.now() - start).toBeLessThan(20_000);
});

test("rubbish in bulk is refused in time, with at most a thousand problems", { timeout: 60_000 }, () => {
  const megabyte = 1024 * 1024;
  const bulk = (unit: string): string => unit.repeat(Math.floor(megabyte / unit.length));
  for (const text of [bulk("}"), `a: [${bulk(",").slice(8)}`, `a: "${bulk("\\q").slice(8)}"`, bulk(":"), bulk("!a "), `[${bulk("*a,").slice(2)}`, bulk("---\n"), bulk("%A\n"), bulk('"a" '), bulk("- a: b\n"), bulk("k: 1\n")]) {
    const start = performance.now();
    const { problems = [] } = errorFrom(text) ?? {};
    expect(problems.length).toBeGreaterThanOrEqual(1);
    expect(problems.length).toBeLessThanOrEqual(1001);
    expect(performance.now() - start).toBeLessThan(soon);
  }
});

test("a thousand problems are shown and the others counted", { timeout: soon }, () => {
  const wrong = Array.from({ length: 900 }, () => "x").join(", ");
  const text = edited(smallest, ["volume: 100\n", `volume: 100\n    ratesPerHour: [${wrong}]\n`], ["[1, 1]", `[${wrong}]`]);
  const lines = mistakesIn(text);
  expect(lines).toHaveLength(1001);
  expect(lines.at(-1)).toMatch(/^day\.yaml:14:1 and \d+ more problems, not shown$/);
});

test("names from the file cannot steer a terminal or break a line", () => {
  const error = errorFrom(edited(issueExample, ["name: Usual day", 'name: "a\\e[31m\\nb"'], ["lines: 14", '"\\x07\\n\\u202e": 3']), "bad\n\u001b]0;x\u0007.yaml");
  expect(error?.problems).toHaveLength(2);
  expect(error?.message.split("\n")).toHaveLength(2);
  expect(error?.message.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
});

import { expect, test } from "vitest";
import type { ReadBase } from "../../sim/scenario/extends.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { smallest } from "./issueExample.ts";
import { edited } from "./mistakes.ts";

const shifts = edited(smallest, ["agents: 5", "shifts: { early: 3 }"], ["groups:", 'shifts: { early: { from: "09:00", to: "10:00" } }\ngroups:']);

/** Reads from a table of files, all in one folder. */
const from = (files: Readonly<Record<string, string>>): ReadBase => (path) =>
  Object.hasOwn(files, path) ? { file: path, text: files[path] ?? "" } : { refused: "no such file" };

const read = (text: string, files: Readonly<Record<string, string>> = { "base.yaml": smallest }) => parseScenario(text, "day.yaml", { readBase: from(files) });

function problems(text: string, files?: Readonly<Record<string, string>>): string[] {
  try {
    read(text, files);
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.split("\n");
    throw error;
  }
}

test("a variant is its base with what it writes instead: mappings merge, lists and values replace", () => {
  const changed = read("extends: base.yaml\ncontacts: { calls: { volume: 70, profile: [3, 1] } }\nseed: x\n");
  expect(changed).toEqual(parseScenario(edited(smallest, ["volume: 100", "volume: 70"], ["[1, 1]", "[3, 1]"]) + "seed: x\n", "day.yaml"));
  expect(read("extends: base.yaml\n")).toEqual(parseScenario(smallest, "day.yaml"));
});

test("the examples of RFC 7396 that a scenario can have: null takes a key away, and a new mapping is added whole", () => {
  const { groups, routing, lines } = read("extends: base.yaml\ngroups: { team: { shifts: null, agents: 4 }, more: { answers: [calls], agents: 1 } }\nlines: null\n", { "base.yaml": `${shifts}lines: 14\n` });
  expect(groups).toEqual({ team: { answers: { calls: { handleTimeFactor: 1 } }, agents: 4 }, more: { answers: { calls: { handleTimeFactor: 1 } }, agents: 1 } });
  expect(lines).toBeNull();
  expect(routing).toEqual({ calls: ["team", "more"] });
});

test("a key that was taken away may come back further up, at its new value", () => {
  const files = { "base.yaml": `${smallest}lines: 14\n`, "middle.yaml": "extends: base.yaml\nlines: null\n" };
  expect(read("extends: middle.yaml\n", files).lines).toBeNull();
  expect(read("extends: middle.yaml\nlines: 20\n", files).lines).toBe(20);
});

test("every problem stands in the file where its value is written", () => {
  const base = edited(smallest, ["target: 80%", "target: 180%"]);
  expect(problems("extends: base.yaml\ncontacts:\n  calls:\n    volume: -4\n", { "base.yaml": base })).toEqual([
    "day.yaml:4:13 contacts.calls.volume must be a number of contacts a day from 0 to 100,000,000 (got -4)",
    "base.yaml:10:13 contacts.calls.target must be at most 100% (got 180%)",
  ]);
  expect(problems("extends: base.yaml\ngroup: {}\n")).toEqual(["day.yaml:2:1 group unknown key; did you mean groups?"]);
  expect(problems("extends: base.yaml\n", { "base.yaml": "a: [\n" })).toEqual([expect.stringMatching(/^base\.yaml:/)]);
});

test("what is missing because null took it away is shown at that null", () => {
  expect(problems("extends: base.yaml\ncontacts: { calls: { profile: null } }\n")).toEqual(["day.yaml:2:22 contacts.calls.profile is missing: volume and profile go together"]);
  expect(problems("extends: base.yaml\ninterval:\n")).toEqual(["day.yaml:2:1 interval is missing"]);
});

test("null for a key that the base does not have is no silent slip of the finger", () => {
  expect(problems("extends: base.yaml\ngroups: { team: { agnets: null } }\n")).toEqual(["day.yaml:2:19 groups.team.agnets unknown key; did you mean agents?"]);
});

test("keys that exclude each other are told with the way out", () => {
  expect(problems("extends: base.yaml\ngroups: { team: { agents: 4 } }\n", { "base.yaml": shifts })).toEqual([
    "day.yaml:2:19 groups.team.agents either agents or shifts, not both: shifts comes from base.yaml, and shifts: null in its place takes it away",
  ]);
  expect(problems("extends: base.yaml\ncontacts: { calls: { ratesPerHour: [1, 2] } }\n")).toEqual([
    "day.yaml:2:22 contacts.calls.ratesPerHour either volume with profile, or ratesPerHour, not both: volume comes from base.yaml, and volume: null in its place takes it away",
  ]);
});

test("an anchor is known in its own file only", () => {
  const base = edited(smallest, ["[1, 1]", "&p [1, 1]"]);
  expect(problems("extends: base.yaml\ncontacts: { calls: { profile: *p } }\n", { "base.yaml": base })).toEqual(["day.yaml:2:31 contacts.calls.profile there is no &p before this alias"]);
});

test("a change through one use of an anchor leaves the other uses as they are", () => {
  const base = `${edited(smallest, ["{ distribution: exponential, mean: 5m }", "&law { distribution: exponential, mean: 5m }"], ["patience: never", "patience: *law"])}`;
  const { calls } = read("extends: base.yaml\ncontacts: { calls: { patience: { mean: 2m } } }\n", { "base.yaml": base }).contacts;
  expect(calls).toMatchObject({ handleTime: { mean: 300 }, patience: { mean: 120 } });
});

test("a circle is named, also where a file extends itself", () => {
  const files = { "a.yaml": "extends: b.yaml\n", "b.yaml": "extends: a.yaml\n", "day.yaml": "" };
  expect(problems("extends: a.yaml\n", files)).toEqual(["b.yaml:1:10 extends goes round in a circle: a.yaml -> b.yaml -> a.yaml (got a.yaml)"]);
  expect(problems("extends: day.yaml\n", files)).toEqual(["day.yaml:1:10 extends goes round in a circle: day.yaml -> day.yaml (got day.yaml)"]);
});

test("ten files make a chain, more are refused", () => {
  const chain = (files: number) => Object.fromEntries(Array.from({ length: files }, (_, i) => [`${i}.yaml`, i === files - 1 ? smallest : `extends: ${i + 1}.yaml\n`]));
  expect(problems("extends: 0.yaml\n", chain(9))).toEqual([]);
  expect(problems("extends: 0.yaml\n", chain(10))).toEqual(["8.yaml:1:10 extends makes a chain of more than 10 files (got 9.yaml)"]);
  expect(problems("extends: 0.yaml\n", chain(5000))).toHaveLength(1);
});

test("a file and its bases may be 4 MiB long in all, and have 1,000 entries in a mapping", () => {
  const long = `${smallest}#${"x".repeat(3 * 1024 * 1024)}`;
  const middle = `extends: base.yaml\n#${"x".repeat(2 * 1024 * 1024)}`;
  expect(problems("extends: middle.yaml\n", { "base.yaml": long, "middle.yaml": middle })).toEqual([expect.stringMatching(/^middle\.yaml:1:10 extends makes more than 4 MiB of this file and its bases: 5,24\d,\d{3} characters \(got base\.yaml\)$/)]);
  const many = (letter: string) => `shifts: {${Array.from({ length: 600 }, (_, i) => `${letter}${i}: { from: "09:00", to: "10:00" }`).join(", ")}}\n`;
  expect(problems(`extends: base.yaml\n${many("a")}`, { "base.yaml": smallest + many("b") })).toEqual([
    "day.yaml:2:9 shifts must have at most 1,000 entries, those of the base included (got 1,200)",
  ]);
});

test("extends needs a path, and somebody to read it", () => {
  for (const wrong of ["[base.yaml]", "3", '""', "null", '"a\\u001b[2J"']) expect(problems(`extends: ${wrong}\n`)).toEqual([expect.stringMatching(/^day\.yaml:1:10 extends must /)]);
  expect(problems("extends: none.yaml\n")).toEqual(["day.yaml:1:10 extends no such file (got none.yaml)"]);
  expect(() => parseScenario("extends: base.yaml\n", "day.yaml")).toThrow("day.yaml:1:10 extends other files cannot be read here: write the whole scenario into one (got base.yaml)");
  expect(problems("extends: base.yaml\n__proto__: { days: 3 }\n")).toEqual(["day.yaml:2:1 __proto__ this name is not allowed"]);
});

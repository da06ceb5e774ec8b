import { expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { issueExample } from "./issueExample.ts";

const set = (...words: string[]) => parseScenario(issueExample, "day.yaml", { set: words });

function problems(...words: string[]): string[] {
  try {
    set(...words);
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.split("\n");
    throw error;
  }
}

test("a setting overrules the file, and a later one an earlier", () => {
  expect(set("groups.generic.shifts.early=5").groups.generic?.shifts).toEqual({ early: 5, middle: 4, late: 3 });
  expect(set("contacts.calls.volume=700", "contacts.calls.volume=800").contacts.calls?.volume).toBe(800);
  expect(set("contacts.calls.patience=never").contacts.calls?.patience).toBe("never");
  expect(set("contacts.calls.patience={ mean: 4m }").contacts.calls?.patience).toEqual({ distribution: "exponential", mean: 240 });
  expect(set("name=a = b").name).toBe("a = b");
});

test("null takes a key away, and several settings make one change", () => {
  expect(set("lines=null").lines).toBeNull();
  expect(set("seed=null").seed).toBe("1");
  expect(set("groups.generic.shifts=null", "groups.generic.agents=12").groups.generic).toEqual({ answers: { calls: { handleTimeFactor: 1 } }, agents: 12 });
});

test("a setting without a value is refused: an empty variable of a shell must not take a key away", () => {
  for (const word of ["seed=", "groups.generic.shifts.early= "]) expect(problems(word)).toEqual([expect.stringContaining("needs a value after =; null takes the key away")]);
});

test("a path leads into lists by index, and to any name in quotes, as messages print it", () => {
  expect(set("contacts.calls.profile[3]=0").contacts.calls?.profile?.slice(2, 5)).toEqual([48, 0, 46.8]);
  expect(set("shifts.early.breaks[0].for=45m").shifts.early?.breaks).toEqual([{ for: 2700, between: [43_200, 50_400] }]);
  const { groups } = set('groups["tax = [\\"1\\"]"]={ answers: [calls], agents: 2 }', 'groups["tax = [\\"1\\"]"].agents=3', "routing=null");
  expect(groups['tax = ["1"]']?.agents).toBe(3);
  expect(set('["days"]=7').days).toBe(7);
});

test("a wrong value is shown at its setting, others where they stand", () => {
  expect(problems("groups.generic.shifts.early=5.5")).toEqual(["day.yaml: --set groups.generic.shifts.early=5.5 must be a whole number of agents from 0 to 100,000 (got 5.5)"]);
  expect(problems("groups.generic.shfts.early=5")).toEqual(["day.yaml: --set groups.generic.shfts.early=5 groups.generic.shfts unknown key; did you mean shifts?"]);
  expect(problems("contacts.calls.handleTime.mean=null")).toEqual(["day.yaml: --set contacts.calls.handleTime.mean=null is missing"]);
  expect(problems("contacts.calls.volume.x=3")).toEqual(["day.yaml: --set contacts.calls.volume.x=3 contacts.calls.volume must be a number of contacts a day from 0 to 100,000,000 (got a mapping)"]);
  expect(problems("interval=60m")).toEqual(["day.yaml: --set interval=60m must divide the opening hours, 08:30 to 18:00 (9h30m) (got 60m)"]);
  expect(problems("groups.generic.agents=12")).toEqual(["day.yaml: --set groups.generic.agents=12 either agents or shifts, not both: shifts comes from day.yaml, and shifts: null in its place takes it away"]);
});

test("an index that is not there is refused with those that are", () => {
  expect(problems("contacts.calls.profile[19]=3")).toEqual(["day.yaml: --set contacts.calls.profile[19]=3 there is no contacts.calls.profile[19]: the list has entries [0] to [18]"]);
  expect(problems("shifts.late.breaks[0].for=3m")).toEqual(["day.yaml: --set shifts.late.breaks[0].for=3m there is no shifts.late.breaks[0]: there is no list"]);
  expect(problems("days[0]=3")).toEqual(["day.yaml: --set days[0]=3 there is no days[0]: there is no list"]);
});

test("what is no path, = and value is refused, all of it at once", () => {
  const wrong = ["days", "=3", ".days=3", "a..b=3", "a.=3", "a[x]=3", "a[-1]=3", 'a["x]=3', "a]=3", "[=3", " =3"];
  for (const word of wrong) expect(problems(word)).toEqual([`day.yaml: --set ${word} must be a path, = and a value, such as groups.generic.shifts.early=5 or 'contacts["council tax"].volume=200'`]);
  expect(problems("days", "a=[1", "extends=b.yaml").map((line) => line.slice(0, 24))).toEqual(["day.yaml: --set days mus", "day.yaml: --set a=[1 a b", "day.yaml: --set extends="]);
});

test("values made to hurt are refused as in a file", () => {
  for (const name of ["__proto__", "constructor", "prototype"]) {
    expect(problems(`${name}.x=1`, `groups["${name}"].agents=1`, `groups={ ${name}: 1 }`)).toEqual([1, 2, 3].map(() => expect.stringContaining("this name is not allowed") as string));
  }
  expect(problems(`name=${"[".repeat(10_000)}`)).toEqual([expect.stringMatching(/--set name=\[{55}… .*nested more than 64 deep/)]);
  expect(problems("name=a\u001b[2J")).toEqual([expect.stringMatching(/^day\.yaml: --set name=a\\u001b\[2J the control character/)]);
  expect(problems(`${"a.".repeat(5000)}b=1`)).toHaveLength(1);
  expect({}).not.toHaveProperty("x");
});

import { compare } from "callhall";
import { cpSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { STUDY_MEASURES } from "../../sim/scenario/studyMeasures.ts";
import { callhall, shipped, shippedText, temporaryFolder, write } from "./callhall.ts";
import { studyIn } from "./studyShape.ts";

const STUDY = `question: Is one more worth it?
base: usual-day.yaml
variants:
  one more: { says: A fifth on the early shift, patch: { groups: { generic: { shifts: { early: 5 } } } } }
  slow: { says: Longer calls, patch: { contacts: { calls: { handleTime: { mean: 6m } } } } }
hold: { target: 85%, vary: groups.generic.shifts.early }
breakEven: { path: contacts.calls.handleTime.mean, between: [5m, 7m], variants: [base, one more], in: one more }
days: 100
`;

function folderWith(study: string): string {
  const folder = temporaryFolder();
  cpSync(shipped("usual-day.yaml"), join(folder, "usual-day.yaml"));
  write(folder, "study.yaml", study);
  return folder;
}

test("the document is that of the library, with any number of threads, and its runs are those of run", async () => {
  const cwd = folderWith(STUDY), { code, stdout, stderr } = await callhall(["compare", "study.yaml", "--json"], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const document = studyIn(stdout);
  expect(document).toMatchObject({ question: "Is one more worth it?", seed: "1", days: 100, paired: { "one more": true, slow: true }, hold: { base: { agentsNow: 4 } }, breakEven: { unit: "seconds", setIn: ["one more"] } });
  expect(Object.keys(document.differences["one more"])).toEqual([...STUDY_MEASURES]);
  expect(stdout).toBe(`${JSON.stringify(compare(STUDY, { file: "study.yaml", readBase: (file) => ({ file, text: shippedText("usual-day.yaml") }) }), null, 2)}\n`);
  expect((await callhall(["compare", "study.yaml", "--json", "--workers", "3"], { cwd })).stdout).toBe(stdout);
  const { stdout: alone } = await callhall(["run", "usual-day.yaml", "--set", "groups.generic.shifts.early=5", "--days", "100", "--json"], { cwd });
  expect(document.variants["one more"]).toEqual(JSON.parse(alone));
});

test("tables open with the question and the finding, and end with days and seed", async () => {
  const { code, stdout, stderr } = await callhall(["compare", "study.yaml", "--days", "40", "--seed", "x", "--hold", "70%"], { cwd: folderWith(STUDY) });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const lines = stdout.split("\n");
  expect(lines[0]).toBe("Is one more worth it?");
  expect(lines[1]).toMatch(/^“one more” answers the most in time of three ways of working: [\d.]+ points \(± [\d.]+\) more than the base$/);
  expect(stdout).toContain("To hold 70%");
  expect(stdout).toMatch(/are equal \(answered in time\) where contacts\.calls\.handleTime\.mean in “one more” is \dm[\d.]+s \(± [\d.]+ s\)/);
  expect(stdout).toContain('40 simulated days of each way of working, the same callers in all, seed "x"');
  for (const line of lines.slice(3)) expect(line.length).toBeLessThan(130);
  expect(stdout).not.toMatch(/\u001b|undefined|NaN|null/);
});

test("what cannot be told apart is called so", async () => {
  const study = STUDY.replace("{ early: 5 }", "{ early: 4 }").replace(/ {2}slow.*\n/, "").replace(/hold[^]*in: one more \}\n/, "");
  expect((await callhall(["compare", "study.yaml"], { cwd: folderWith(study) })).stdout.split("\n")[1]).toBe("No difference we can see: answered in time");
});

test.each<[string, string, string[], RegExp]>([
  ["a key that nobody knows", STUDY.replace("hold", "hould"), [], /^study\.yaml:6:1 hould unknown key; did you mean hold\?\n$/],
  ["a base that is not there", STUDY.replace("usual-day", "none"), [], /^study\.yaml:2:7 base none\.yaml: no such file or folder \(got none\.yaml\)\n$/],
  ["a base outside the folder", STUDY.replace("usual-day", "../usual-day"), [], /^study\.yaml:2:7 base must not lead out of the folder of study\.yaml \(got \.\.\/usual-day\.yaml\)\n$/],
  ["a scenario", shippedText("usual-day.yaml"), [], /this is a scenario, not a study: callhall run simulates it/],
  ["one day", STUDY, ["--days", "1"], /^study\.yaml: --days 1 must be at least 2: one day says nothing of others\n$/],
  ["too many days to keep", STUDY, ["--days", "9000000"], /^study\.yaml: --days 9000000 9,000,000 days are too many to compare day by day/],
  ["a target of nothing", STUDY, ["--hold", "0%"], /^--hold must be above 0%\n$/],
  ["a target that is none", STUDY, ["--hold", "most"], /^--hold must be a share from 0% to 100%/],
  ["an empty seed", STUDY, ["--seed", ""], /^--seed must be a text of 1 to 200 characters/],
  ["hours that cannot be closed, and a factor that is none", STUDY.replace("days:", 'marginal: { hours: ["12:00", "13:00"] }\nsensitivity: { handleTime: [long] }\ndays:'), [],
    /^study\.yaml:8:20 marginal\.hours must be the first or the last hours of the day, 08:30 to 18:00 \(got a list of 2 entries\)\nstudy\.yaml:9:29 sensitivity\.handleTime\[0\] must be a factor such as 90% or 1\.2, above 0 and up to 10 \(got long\)\n$/],
  ["a table over the study", STUDY, ["--xlsx", "study.yaml"], /^study\.yaml: cannot be written: it would overwrite the study study\.yaml\n$/],
  ["a folder of tables that is a file", STUDY, ["--csv", "study.yaml"], /^study\.yaml\/compare\.csv: cannot be written: part of the path is a file, not a folder\n/],
  ["a page over the study", STUDY, ["--report", "study.yaml"], /^study\.yaml: cannot be written: it would overwrite the study study\.yaml\n$/],
  ["a page over its base", STUDY, ["--report", "usual-day.yaml"], /^usual-day\.yaml: cannot be written: it would overwrite the scenario usual-day\.yaml\n$/],
  ["no study", STUDY, ["more.yaml"], /too many arguments/],
])("%s ends with 2 and a message on stderr, nothing on stdout", async (_, study, args, message) => {
  const { code, stdout, stderr } = await callhall(["compare", "study.yaml", ...args], { cwd: folderWith(study) });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(message);
});

test("weeks, and all that a study may ask for, have the shape that is promised; pay is shown in its currency", async () => {
  const cwd = folderWith(`${STUDY.replace("slow:", "paid: { says: Paid, patch: { pay: { perHour: 10, currency: EUR } } }\n  slow:")}sensitivity: { patience: [50%], dayToDayCv: [0.2] }\nmarginal: { hours: ["17:00", "18:00"], of: paid }\n`);
  const { hold, marginal } = studyIn((await callhall(["compare", "study.yaml", "--days", "20", "--json"], { cwd })).stdout);
  expect(hold!.paid.cost).not.toBeNull();
  expect(marginal![0].cost).not.toBeNull();
  expect(studyIn((await callhall(["compare", shipped("studies/saturday.yaml"), "--days", "4", "--json"])).stdout).per).toBe("week");
  expect((await callhall(["compare", shipped("studies/survey.yaml"), "--days", "20"])).stdout).toMatch(/[+−]£\d[\d.,]* ± /);
}, 60_000);

test("a study in a folder of studies may use the scenarios of the folder above, and no others", async () => {
  const folder = folderWith(STUDY), cwd = join(folder, "studies");
  mkdirSync(join(cwd, "deep"), { recursive: true });
  const study = STUDY.replace("usual-day.yaml", "../usual-day.yaml").replace(/hold[^]*in: one more \}\n/, "");
  write(cwd, "one.yaml", study);
  write(cwd, "two.yaml", study.replace("../usual-day.yaml", "../../usual-day.yaml"));
  write(join(cwd, "deep"), "three.yaml", study);
  for (const [file, from] of [["studies/one.yaml", folder], ["one.yaml", cwd]]) expect(await callhall(["compare", file, "--days", "2"], { cwd: from })).toMatchObject({ code: 0, stderr: "" });
  expect((await callhall(["compare", "two.yaml"], { cwd })).stderr).toContain("must not lead out of the folder of");
  expect((await callhall(["compare", "deep/three.yaml"], { cwd })).stderr).toContain("must not lead out of the folder of");
});

test("the shipped studies run, and their pages need nothing from elsewhere", async () => {
  for (const name of ["longer-opening", "teams", "peak-day"]) {
    const page = join(temporaryFolder(), "page.html");
    expect(await callhall(["compare", shipped(`studies/${name}.yaml`), "--days", "40", "--report", page])).toMatchObject({ code: 0, stderr: `wrote ${page}\n` });
    const html = readFileSync(page, "utf8");
    expect(html).not.toMatch(/<script|<img|https?:\/\/(?!www\.w3\.org|json-schema)|undefined|NaN/);
    expect(html).toContain("How to repeat this page");
  }
}, 60_000);

test("tables and charts are written beside the answer, those that the study asks for", async () => {
  const cwd = folderWith(`${STUDY}sensitivity: { patience: [50%] }\nmarginal: { hours: ["17:00", "18:00"] }\n`);
  const { code, stdout, stderr } = await callhall(["compare", "study.yaml", "--days", "40", "--csv", "tables", "--xlsx", "study.xlsx", "--svg", "charts", "--png", "charts", "--json"], { cwd });
  expect({ code, stderr: stderr.split("\n").length }).toEqual({ code: 0, stderr: 4 + 1 + 2 * 8 + 1 });
  const { curves, estimates, sensitivity, marginal } = studyIn(stdout), csv = (name: string) => Papa.parse<Record<string, string>>(readFileSync(join(cwd, "tables", `${name}.csv`), "utf8").trim(), { header: true }).data;
  const level = csv("compare").find(({ way, measure, type }) => way === "slow" && measure === "serviceLevel" && type === "(all)");
  expect(Number(level?.mean)).toBe(estimates.slow.serviceLevel?.mean);
  expect(csv("compare-curves")).toHaveLength(Object.values(curves!).flat().length);
  expect(csv("compare-curves").filter(({ holds }) => holds !== "")).toHaveLength(3);
  expect(csv("compare-sensitivity").map(({ way, difference }) => [way, Number(difference)])).toEqual(Object.entries(sensitivity![0].differences).map(([way, { mean }]) => [way, mean]));
  expect(Number(csv("compare-hours")[0].answered)).toBe(marginal![0].answered.mean);
  const sheets = await readWorkbook(join(cwd, "study.xlsx"));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["Ways of working", "Curves", "Sensitivity", "Hours"]);
  expect(readdirSync(join(cwd, "charts")).sort()).toEqual(["difference-abandonmentrate", "difference-averagewait", "difference-paidhours", "difference-servicelevel", "intervals-base", "intervals-one-more", "intervals-slow", "staffing"].flatMap((name) => [`${name}.png`, `${name}.svg`]));
}, 60_000);

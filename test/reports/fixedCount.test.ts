import { expect, test } from "vitest";
import { finding } from "../../reports/finding.ts";
import { reportPage } from "../../reports/report.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { simulate } from "../../sim/study/run.ts";
import { example } from "./example.ts";

/** The example with a fixed number of calls, and perhaps a second type whose number is random. */
function fixed(options: Parameters<typeof example>[0] = {}) {
  const { text, file } = example({ days: 64, ...options }), scenario = parseScenario(text, file, { set: ["contacts.calls.count=fixed"] });
  return { scenario, result: simulate(scenario), file, text, bases: [] };
}

test("a number of calls that is the same every day is called exact, not expected", () => {
  const part = fixed(), { lead } = finding(part.result, part.scenario);
  expect(lead).toMatch(/^With exactly 60 calls a day, 5 agents answer /);
  const page = reportPage([part], "callhall run usual.yaml");
  expect(page).toContain("exactly 60 calls · 5 agents");
  expect(page).toContain("are taken as given, and every day has exactly the same volume.");
  expect(page).not.toMatch(/60 calls expected/);
});

test("beside a type whose number is random the sum is still expected", () => {
  const part = fixed({ second: { name: "mail", target: "80%" } });
  expect(finding(part.result, part.scenario).lead).toMatch(/^With 120 contacts expected a day, /);
  expect(reportPage([part], "")).toContain("and every day expects the same volume.");
});

import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { callhall, shipped, temporaryFolder } from "./callhall.ts";

const committed = (name: string) => readFileSync(shipped(name), "utf8");

test("schema prints the JSON Schema that is committed for editors", async () => {
  const { code, stdout, stderr } = await callhall(["schema"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({ type: "object", definitions: { scenario: { additionalProperties: false } } });
  expect(stdout).toBe(committed("scenario.schema.json"));
});

test("schema --keys prints the table that stands in the scenarios' README", async () => {
  const { code, stdout } = await callhall(["schema", "--keys"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\| key \|/);
  expect(committed("README.md")).toContain(stdout);
});

test("schema --into writes all, as committed, and leaves the rest of the README alone", async () => {
  const folder = temporaryFolder();
  const readme = committed("README.md");
  writeFileSync(join(folder, "README.md"), readme.replace(/(?<=<!-- keys -->\n)[^]*(?=<!-- \/keys -->)/, "old\n"));
  expect(await callhall(["schema", "--into", folder])).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(readFileSync(join(folder, "README.md"), "utf8")).toBe(readme);
  expect(readFileSync(join(folder, "scenario.schema.json"), "utf8")).toBe(committed("scenario.schema.json"));
  expect(readFileSync(join(folder, "study.schema.json"), "utf8")).toBe(committed("study.schema.json"));
  expect(readdirSync(folder).sort()).toEqual(["README.md", "scenario.schema.json", "study.schema.json"]);
});

test("schema --into refuses a folder without a README, or one without the markers, and writes nothing", async () => {
  const folder = temporaryFolder();
  expect(await callhall(["schema", "--into", folder])).toEqual({ code: 2, stdout: "", stderr: `${join(folder, "README.md")}: no such file or folder\n` });
  cpSync(shipped("usual-day.yaml"), join(folder, "README.md"));
  const { code, stderr } = await callhall(["schema", "--into", folder]);
  expect(code).toBe(2);
  expect(stderr).toContain("it has no lines <!-- keys --> and <!-- /keys -->");
  expect(readdirSync(folder)).toEqual(["README.md"]);
  expect(readFileSync(join(folder, "README.md"), "utf8")).toBe(committed("usual-day.yaml"));
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { callhall, root } from "./callhall.ts";

const folder = join(root, "scenarios/studies"), readme = readFileSync(join(folder, "README.md"), "utf8");
const quoted = new Map([...readme.matchAll(/<!-- finding: (.*?) -->\n```\n([^]*?)```/g)].map(([, file, finding]) => [file, finding]));

/** The headline and every sentence of a study's tables. */
function finding(printed: string): string {
  const [, headline, ...lines] = printed.split("\n");
  return [headline, ...lines.filter((line) => /\.$/.test(line))].map((line) => `${line}\n`).join("");
}

test("every shipped study has its finding in the studies' README", () => {
  expect([...quoted.keys()].sort()).toEqual(readdirSync(folder).filter((file) => file.endsWith(".yaml")).sort());
});

test.each([...quoted])("%s still finds what its README says", async (file, words) => {
  const { code, stdout } = await callhall(["compare", join(folder, file)]);
  expect(code).toBe(0);
  expect(finding(stdout)).toBe(words);
}, 120_000);

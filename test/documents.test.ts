import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { CONTACT_MEASURES, GROUP_MEASURES, type Measure } from "../sim/stats/measures.ts";

const root = join(import.meta.dirname, ".."), main = join(root, "dist/sim/cli/main.js");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const readme = read("README.md");
const folder = mkdtempSync(join(tmpdir(), "callhall-readme-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The fenced blocks of the README that a comment in front marks, as [what the comment says, the block]. */
const marked = (kind: string) => [...readme.matchAll(new RegExp(`<!-- ${kind}: ?(.*?) -->\\n\`\`\`\\w*\\n([^]*?)\`\`\``, "g"))].map(([, says, block]) => [says, block]);

describe("the README", () => {
  for (const [file, text] of marked("example")) writeFileSync(join(folder, file), text);

  test("shows commands with the output that they really give", () => {
    expect(marked("output").length).toBeGreaterThan(1);
    for (const [command, output] of marked("output")) {
      expect(execFileSync(process.execPath, [main, ...command.split(" ")], { cwd: folder, encoding: "utf8" })).toBe(output);
    }
  });

  test("shows a broken scenario with the problems that are really told", () => {
    expect(marked("problems")).toHaveLength(1);
    for (const [command, problems] of marked("problems")) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...command.split(" ")], { cwd: folder, encoding: "utf8" });
      expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: "", stderr: problems });
    }
  });

  test("shows a program that runs as it stands", () => {
    const program = /<!-- program -->\n```ts\n([^]*?)```/.exec(readme)![1];
    const file = join(root, "dist", "readme-program.mjs"); // below the package, so that its own name resolves
    writeFileSync(file, `const text = ${JSON.stringify(marked("example")[0][1])};\n${program}\nconsole.log(mean, halfWidth);\n`);
    const [mean, halfWidth] = execFileSync(process.execPath, [file], { encoding: "utf8" }).split(" ").map(Number);
    rmSync(file);
    expect(mean).toBeGreaterThan(0.6);
    expect(halfWidth).toBeLessThan(0.02);
  });

  test("names only files that exist, as do the other documents", () => {
    for (const document of ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "sim/DESIGN.md", "scenarios/README.md", "scenarios/studies/README.md", "reports/README.md", "notebooks/README.md"]) {
      const links = [...read(document).matchAll(/\]\((?!http)([^)#]+)(?:#[^)]*)?\)/g)].map(([, link]) => link);
      expect(links.filter((link) => !existsSync(join(root, dirname(document), link))), document).toEqual([]);
    }
  });

  test("has the two commands that the package has", () => {
    expect(readme).toContain("    npm ci && npm start\n");
    expect(readme).toContain("    npm ci && npm test\n");
    expect(read(".ci/run")).toContain("npm ci && npm test");
  });
});

test("the reference of the JSON document has every measure with its definition", () => {
  const reference = read("reports/README.md");
  for (const [name, { says }] of Object.entries<Measure>({ ...CONTACT_MEASURES, ...GROUP_MEASURES })) expect(reference).toContain(`| \`${name}\` | ${says} |`);
});

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ended, main, shipped, temporaryFolder } from "./callhall.ts";

// util-linux's `script` lends a terminal
const noTerminal = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") !== true;
const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;

async function onTerminal(args: readonly string[], redirection: string, env: Record<string, string> = {}) {
  const command = `${[process.execPath, main, "run", shipped("usual-day.yaml"), ...args].map(quoted).join(" ")} ${redirection}`;
  const { code, stdout } = await ended("script", ["-qefc", command, "/dev/null"], { env: { TERM: "xterm", ...env } });
  return { code, shown: stdout };
}

test.skipIf(noTerminal)("progress is shown on a terminal, on stderr, and wiped away", async () => {
  const out = join(temporaryFolder(), "out.json");
  const { code, shown } = await onTerminal(["--days", "300", "--json"], `> ${quoted(out)}`);
  expect(code).toBe(0);
  expect(shown).toContain("of 300 days");
  expect(shown).toMatch(/\u001b\[2K[^\n]*$/); // the line cleared last
  expect(JSON.parse(readFileSync(out, "utf8"))).toMatchObject({ days: 300 });
});

test.skipIf(noTerminal)("a title is bold on a terminal, and plain with NO_COLOR", async () => {
  const bold = await onTerminal(["--days", "3"], "2>/dev/null");
  expect(bold.shown).toMatch(/^\u001b\[1mUsual day/);
  const plain = await onTerminal(["--days", "3"], "2>/dev/null", { NO_COLOR: "1" });
  expect(plain.shown).toMatch(/^Usual day/);
  expect(plain.shown).not.toMatch(/\u001b/);
});

test.skipIf(noTerminal)("a terminal that can only print gets no codes, and no progress", async () => {
  const { code, shown } = await onTerminal(["--days", "300"], "", { TERM: "dumb" });
  expect(code).toBe(0);
  expect(shown).toMatch(/^Usual day/);
  expect(shown).not.toMatch(/\u001b/);
});

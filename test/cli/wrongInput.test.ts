import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { callhall, shippedText, temporaryFolder, write } from "./callhall.ts";

const good = shippedText("usual-day.yaml", ["days: 2000", "days: 3"]);

/** What is said on stderr about files that must be refused, line by line. */
async function problemsOf(folder: string, ...args: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await callhall(["run", ...args], { cwd: folder });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).not.toMatch(/\n {4}at |[\u0000-\u0009\u000b-\u001f\u007f]/);
  return stderr.trimEnd().split("\n");
}

test("all problems of all files come at once, each at its file, line and column", async () => {
  const folder = temporaryFolder();
  write(folder, "good.yaml", good);
  write(folder, "signs.yaml", good.replace("volume: 600", "volume: -600").replace("target: 80%", "target: 180%"));
  write(folder, "typo.yaml", good.replace("closing:", "").replace("days: 3", "dyas: .nan"));
  const problems = await problemsOf(folder, "signs.yaml", "good.yaml", "missing.yaml", "typo.yaml", "--json");
  expect(problems).toEqual([
    expect.stringMatching(/^signs\.yaml:11:13 contacts\.calls\.volume .* \(got -600\)$/),
    expect.stringMatching(/^signs\.yaml:17:13 contacts\.calls\.target .* \(got 180%\)$/),
    "missing.yaml: no such file or folder",
    expect.stringMatching(/^typo\.yaml:27:1 dyas unknown key; did you mean days\?/),
  ]);
});

test.each<[string, string | Uint8Array, RegExp]>([
  ["an empty file", "", /^x\.yaml:1:1 the file is empty/],
  ["a program", Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0), /^x\.yaml:1:1 the control character \\u007f/],
  ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), /^x\.yaml:1:1 bytes that are not UTF-8/],
  ["Latin-1", Buffer.from("name: Caf\u00e9\n", "latin1"), /^x\.yaml:1:10 bytes that are not UTF-8/],
  ["UTF-16", Buffer.from("\ufeffname: x\n", "utf16le"), /^x\.yaml:1:1 bytes that are not UTF-8/],
  ["5 MiB", "#".repeat(5 * 1024 * 1024), /^x\.yaml:1:1 the file is longer than 4 MiB \(got 5,242,880 bytes\)$/],
  ["infinite days", good.replace("days: 3", "days: .inf"), /^x\.yaml:27:7 days .*\(got \.inf\)$/],
  ["no number", good.replace("volume: 600", "volume: .nan"), /^x\.yaml:11:13 contacts\.calls\.volume .*\(got \.nan\)$/],
  ["an alias bomb", [..."abcdefghijklmnop"].map((name, i, all) => `${name}: &${name} [${Array(9).fill(i === 0 ? "x" : `*${all[i - 1]}`).join(", ")}]`).join("\n"), /aliases \(\*\) repeat values/],
  ["__proto__", `${good}__proto__: { days: 1 }\n`, /^x\.yaml:29:1 __proto__ this name is not allowed$/],
  ["names that steer the terminal", `${good}"\\e[31mred\\a": 1\n`, /^x\.yaml:29:1 \["\\u001b\[31mred\\u0007"\] unknown key/],
])("%s is refused with its place and without a stack trace", async (_, text, problem) => {
  const folder = temporaryFolder();
  write(folder, "x.yaml", text);
  expect((await problemsOf(folder, "x.yaml"))[0]).toMatch(problem);
});

test("a byte order mark is no problem", async () => {
  const folder = temporaryFolder();
  write(folder, "bom.yaml", `\ufeff${good}`);
  expect(await callhall(["run", "bom.yaml"], { cwd: folder })).toMatchObject({ code: 0, stderr: "" });
});

test("more contacts in all than can be simulated are refused, whether the file or --days asks for them", async () => {
  const folder = temporaryFolder();
  write(folder, "busy.yaml", good.replace("volume: 600", "volume: 5000000"));
  expect(await problemsOf(folder, "busy.yaml", "--days", "5000")).toEqual(["busy.yaml: --days 5000 makes 25,000,000,000 expected contacts in all; at most 10,000,000,000"]);
  write(folder, "long.yaml", good.replace("volume: 600", "volume: 5000000").replace("days: 3", "days: 5000"));
  expect((await problemsOf(folder, "long.yaml"))[0]).toMatch(/^long\.yaml:\d+:\d+ .*25,000,000,000/);
});

test("only files are read: no folder, device or pipe, and the program does not wait for one", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "folder.yaml"));
  write(folder, "day.yaml", good);
  expect(spawnSync("mkfifo", [join(folder, "pipe.yaml")]).status).toBe(0);
  expect(await problemsOf(folder, "folder.yaml", "pipe.yaml", "/dev/zero", "day.yaml/x", "", "x".repeat(300), "\u001b[2Jx")).toEqual([
    "folder.yaml: it is a folder, not a scenario file",
    "pipe.yaml: it is a device or a pipe, not a scenario file",
    "/dev/zero: it is a device or a pipe, not a scenario file",
    "day.yaml/x: part of the path is a file, not a folder",
    '"": no such file or folder',
    `${"x".repeat(300)}: the name is too long`,
    "\\u001b[2Jx: no such file or folder",
  ]);
});

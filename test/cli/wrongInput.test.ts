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
  write(folder, "typo.yaml", good.replace("days: 3", "dyas: .nan"));
  const at = (text: string) => good.split("\n").findIndex((line) => line.includes(text)) + 1;
  expect(await problemsOf(folder, "signs.yaml", "good.yaml", "missing.yaml", "typo.yaml", "--json")).toEqual([
    `signs.yaml:${at("volume: 600")}:13 contacts.calls.volume must be a number of contacts a day from 0 to 100,000,000 (got -600)`,
    `signs.yaml:${at("target: 80%")}:13 contacts.calls.target must be at most 100% (got 180%)`,
    "missing.yaml: no such file or folder",
    `typo.yaml:${at("days: 3")}:1 dyas unknown key; did you mean days?`,
  ]);
});

const files: Record<string, [text: string | Uint8Array, problem: string]> = {
  "empty.yaml": ["", "empty.yaml:1:1 the file is empty"],
  "program.yaml": [Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0), "program.yaml:1:1 the control character \\u007f"],
  "picture.yaml": [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), "picture.yaml:1:1 bytes that are not UTF-8"],
  "latin.yaml": [Buffer.from("name: Caf\u00e9\n", "latin1"), "latin.yaml:1:10 bytes that are not UTF-8"],
  "utf16.yaml": [Buffer.from("\ufeffname: x\n", "utf16le"), "utf16.yaml:1:1 bytes that are not UTF-8"],
  "huge.yaml": ["#".repeat(5 * 1024 * 1024), "huge.yaml:1:1 the file is longer than 4 MiB (got 5,242,880 bytes)"],
  "inf.yaml": [`days: .inf\n${good.replace("days: 3\n", "")}`, "inf.yaml:1:7 days must be a whole number of days from 1 to 10,000,000 (got .inf)"],
  "bomb.yaml": [[..."abcdefghijklmnop"].map((name, i, all) => `${name}: &${name} [${Array(9).fill(i === 0 ? "x" : `*${all[i - 1]}`).join(", ")}]`).join("\n"), "bomb.yaml:7:7 g aliases (*) repeat values"],
  "proto.yaml": [`__proto__: { days: 1 }\n${good}`, "proto.yaml:1:1 __proto__ this name is not allowed"],
  "codes.yaml": [`"\\e[31mred\\a": 1\n${good}`, 'codes.yaml:1:1 ["\\u001b[31mred\\u0007"] unknown key'],
};

test("files that are no scenario, or made to hurt, are refused with their places and without a stack trace", async () => {
  const folder = temporaryFolder();
  for (const [name, [text]] of Object.entries(files)) write(folder, name, text);
  const problems = await problemsOf(folder, ...Object.keys(files));
  expect(Object.entries(files).map(([name, [, problem]]) => problems.find((line) => line.startsWith(name))?.slice(0, problem.length))).toEqual(Object.values(files).map(([, problem]) => problem));
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

import { cpSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { callhall, shipped, temporaryFolder, write } from "./callhall.ts";

/** A folder with the usual day in it and another beside it. */
function twoFolders(): { folder: string; inner: string } {
  const folder = temporaryFolder(), inner = join(folder, "mine");
  mkdirSync(join(inner, "deep"), { recursive: true });
  for (const place of [folder, inner]) cpSync(shipped("usual-day.yaml"), join(place, "usual-day.yaml"));
  return { folder, inner };
}

async function problems(cwd: string, ...args: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await callhall(["run", ...args], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  return stderr.trimEnd().split("\n");
}

const printed = async (...args: string[]) => (await callhall(["run", ...args, "--days", "40", "--json"])).stdout;

test("a variant, a setting and a file written out in full give the same bytes", async () => {
  const { inner } = twoFolders();
  const full = write(inner, "full.yaml", readFileSync(shipped("usual-day.yaml"), "utf8").replace("volume: 600", "volume: 1000").replace("name: Usual day", "name: Peak day"));
  const written = await printed(full);
  expect(JSON.parse(written)).toMatchObject({ scenario: "Peak day", days: 40 });
  expect(await printed(shipped("peak-day.yaml"))).toBe(written);
  expect(await printed(shipped("usual-day.yaml"), "--set", "contacts.calls.volume=1000", "--set", "name=Peak day")).toBe(written);
});

test("a base is looked for beside the file that names it, in its folder and below", async () => {
  const { inner } = twoFolders();
  write(join(inner, "deep"), "middle.yaml", "extends: ../usual-day.yaml\ndays: 3\n");
  write(inner, "top.yaml", "extends: deep/middle.yaml\n");
  expect(await callhall(["run", "mine/top.yaml"], { cwd: join(inner, "..") })).toMatchObject({ code: 0, stderr: "" });
  write(join(inner, "deep"), "wrong.yaml", "extends: ../usual-day.yaml\n");
  expect(await problems(inner, "deep/wrong.yaml")).toEqual(["deep/wrong.yaml:1:10 extends must not lead out of the folder of deep/wrong.yaml (got ../usual-day.yaml)"]);
});

test("nothing outside the folder is read, by .., by a whole path or by links", async () => {
  const { folder, inner } = twoFolders();
  symlinkSync(join(folder, "usual-day.yaml"), join(inner, "link.yaml"));
  symlinkSync(folder, join(inner, "out"));
  symlinkSync(join(inner, "usual-day.yaml"), join(inner, "fine.yaml"));
  const outside = ["../usual-day.yaml", "deep/../../usual-day.yaml", "link.yaml", "out/usual-day.yaml"];
  for (const path of outside) {
    expect(await problems(inner, write(inner, "v.yaml", `extends: ${path}\n`))).toEqual([`${join(inner, "v.yaml")}:1:10 extends must not lead out of the folder of ${join(inner, "v.yaml")} (got ${path})`]);
  }
  for (const path of [join(inner, "usual-day.yaml"), "/etc/passwd", "C:\\\\x.yaml"]) {
    expect(await problems(inner, write(inner, "v.yaml", `extends: "${path}"\n`))).toEqual([expect.stringContaining("v.yaml:1:10 extends must be a path relative to this file")]);
  }
  write(inner, "v.yaml", "extends: fine.yaml\ndays: 2\n");
  expect(await callhall(["run", "v.yaml"], { cwd: inner })).toMatchObject({ code: 0, stderr: "" });
});

test("a base that is missing, a folder, too long or part of a circle is told at the line that names it", async () => {
  const { inner } = twoFolders();
  write(inner, "long.yaml", "#".repeat(5 * 1024 * 1024));
  write(inner, "a.yaml", "extends: ./b.yaml\n");
  write(inner, "b.yaml", "extends: a.yaml\n");
  write(inner, "v.yaml", "extends: none.yaml\n");
  write(inner, "w.yaml", "extends: deep\n");
  write(inner, "x.yaml", "extends: long.yaml\n");
  expect(await problems(inner, "v.yaml", "w.yaml", "x.yaml", "./a.yaml")).toEqual([
    "v.yaml:1:10 extends none.yaml: no such file or folder (got none.yaml)",
    "w.yaml:1:10 extends deep: it is a folder, not a scenario file (got deep)",
    "x.yaml:1:10 extends long.yaml:1:1 the file is longer than 4 MiB (got 5,242,880 bytes) (got long.yaml)",
    "b.yaml:1:10 extends goes round in a circle: ./a.yaml -> b.yaml -> a.yaml (got a.yaml)",
  ]);
});

test("--set goes for every file, and is wrong where it does not fit", async () => {
  expect(await problems(".", shipped("usual-day.yaml"), shipped("specialised-teams.yaml"), "--set", "groups.generic.shifts.early=5")).toEqual([
    expect.stringContaining("specialised-teams.yaml: --set groups.generic.shifts.early=5 groups.generic"),
  ]);
  expect(await problems(".", shipped("usual-day.yaml"), shipped("peak-day.yaml"), "--set", "days", "--set", "x=[1")).toEqual([
    "--set days must be a path, = and a value, such as groups.generic.shifts.early=5 or 'contacts[\"council tax\"].volume=200'",
    "--set x=[1 a bracket is not closed",
  ]);
});

test("an output does not overwrite a base, and the report repeats the settings", async () => {
  const { inner } = twoFolders();
  write(inner, "v.yaml", "extends: usual-day.yaml\ndays: 2\n");
  expect(await problems(inner, "v.yaml", "--report", "usual-day.yaml")).toEqual(["usual-day.yaml: cannot be written: it would overwrite the scenario usual-day.yaml"]);
  expect(await callhall(["run", "v.yaml", "--set", "name=A b", "--set", "lines=14", "--report", "r.html"], { cwd: inner })).toMatchObject({ code: 0 });
  expect(readFileSync(join(inner, "r.html"), "utf8")).toContain("callhall run v.yaml --set &#39;name=A b&#39; --set lines=14 --report r.html");
});

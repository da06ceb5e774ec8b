import { existsSync, linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { callhall, shippedText, temporaryFolder, write } from "./callhall.ts";

const text = shippedText("usual-day.yaml", ["days: 2000", "days: 3"]);

/** A folder with a scenario, day.yaml, and a way to run it there. */
function workplace() {
  const folder = temporaryFolder();
  write(folder, "day.yaml", text);
  const refused = async (...args: string[]) => {
    const before = readdirSync(folder, { recursive: true });
    const { code, stdout, stderr } = await callhall(["run", "day.yaml", "--days", "10000000", ...args], { cwd: folder }); // refused before an hour's work
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
    expect(readFileSync(join(folder, "day.yaml"), "utf8")).toBe(text);
    return stderr;
  };
  return { folder, refused };
}

test("a report is written whole, folders made, and an older file replaced", async () => {
  const { folder } = workplace();
  for (const path of ["new/folder/report.html", "new/folder/report.html", "C:\\reports\\report.html"]) {
    const { code, stderr } = await callhall(["run", "day.yaml", "--report", path], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: `wrote ${path}\n` });
    const page = readFileSync(join(folder, path), "utf8");
    expect(page).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
    expect(page).toContain("callhall run day.yaml --report ");
  }
  expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).includes(".part"))).toEqual([]);
});

test("places that cannot be written to are all refused before any work, and nothing is made", async () => {
  const { folder, refused } = workplace();
  mkdirSync(join(folder, "folder"));
  expect(await refused("--report", "folder")).toBe("folder: cannot be written: it is a folder\n");
  expect(await refused("--csv", "day.yaml/x", "--report", "day.yaml/report.html")).toBe(
    ["day.yaml/x/contacts.csv", "day.yaml/x/groups.csv", "day.yaml/x/days.csv", "day.yaml/report.html"].map((path) => `${path}: cannot be written: part of the path is a file, not a folder\n`).join(""));
  expect(await refused("--report", "x".repeat(300))).toMatch(/cannot be written: the name is too long\n$/);
});

test("a report never replaces a scenario it is made from, by whatever name", async () => {
  const { folder, refused } = workplace();
  symlinkSync("day.yaml", join(folder, "link.html"));
  mkdirSync(join(folder, "sub"));
  for (const path of ["day.yaml", "./sub/../day.yaml", join(folder, "day.yaml"), "link.html"]) {
    expect(await refused("--report", path)).toBe(`${path}: cannot be written: it would overwrite the scenario day.yaml\n`);
  }
});

test("a CSV folder whose file is the scenario, and two outputs in one place, are refused", async () => {
  const { folder, refused } = workplace();
  expect(await refused("--csv", "out", "--report", "out/../out/days.csv")).toBe("out/../out/days.csv: cannot be written: it would overwrite another output, out/days.csv\n");
  linkSync(join(folder, "day.yaml"), join(folder, "days.csv"));
  const { code, stderr } = await callhall(["run", "days.csv", "--csv", "."], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 2, stderr: "days.csv: cannot be written: it would overwrite the scenario days.csv\n" });
});

test("a link is followed, not replaced; a device is left alone", async () => {
  const { folder, refused } = workplace();
  writeFileSync(join(folder, "real.html"), "");
  symlinkSync("real.html", join(folder, "link.html"));
  expect(await callhall(["run", "day.yaml", "--report", "link.html"], { cwd: folder })).toMatchObject({ code: 0 });
  expect(lstatSync(join(folder, "link.html")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, "real.html"), "utf8")).toMatch(/^<!doctype html>/);
  if (existsSync("/dev/null")) expect(await refused("--report", "/dev/null")).toBe("/dev/null: cannot be written: it is a device or a pipe, not a file\n");
  expect(lstatSync("/dev/null").isCharacterDevice()).toBe(true);
});

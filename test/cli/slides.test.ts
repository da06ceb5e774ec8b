import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { callhall, shippedText, temporaryFolder, write } from "./callhall.ts";

const text = shippedText("usual-day.yaml", ["days: 2000", "days: 120"]);
const CHARTS = ["agents", "contacts", "days", "definitions", "occupancy", "service-level", "shifts", "waiting"];

test("--svg and --png write each chart of each scenario, the same as often as they are asked", async () => {
  const folder = temporaryFolder();
  write(folder, "a.yaml", text);
  write(folder, "b.yaml", text.replace("name: Usual day", "name: usual DAY!"));
  const run = () => callhall(["run", "a.yaml", "b.yaml", "--svg", "new/svg", "--png", "png"], { cwd: folder });
  const { code, stderr } = await run();
  expect(code).toBe(0);
  const names = ["usual-day", "usual-day-2"].flatMap((slug) => CHARTS.map((chart) => `${slug}-${chart}`)).sort();
  expect(readdirSync(join(folder, "new/svg")).sort()).toEqual(names.map((name) => `${name}.svg`));
  expect(readdirSync(join(folder, "png")).sort()).toEqual(names.map((name) => `${name}.png`));
  expect(stderr.split("\n").filter((line) => line.startsWith("wrote "))).toHaveLength(2 * names.length);
  for (const name of names) {
    const svg = readFileSync(join(folder, "new/svg", `${name}.svg`), "utf8"), png = readFileSync(join(folder, "png", `${name}.png`));
    expect(new JSDOM(svg, { contentType: "image/svg+xml" }).window.document.documentElement.tagName).toBe("svg");
    expect(svg).not.toContain("var(");
    expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 720]);
    expect(png.length, "words and marks take more than a blank page").toBeGreaterThan(12_000);
  }
  const first = readFileSync(join(folder, "png/usual-day-waiting.png"));
  await run();
  expect(readFileSync(join(folder, "png/usual-day-waiting.png")).equals(first)).toBe(true);
});

test("text is in the picture: without it, far less would be", async () => {
  const { Resvg } = await import("@resvg/resvg-js");
  const folder = temporaryFolder();
  write(folder, "a.yaml", text);
  expect(await callhall(["run", "a.yaml", "--svg", ".", "--png", "."], { cwd: folder })).toMatchObject({ code: 0 });
  const bare = new Resvg(readFileSync(join(folder, "usual-day-definitions.svg"), "utf8").replace(/<text[^>]*>.*?<\/text>/gs, ""), { font: { loadSystemFonts: false } }).render().asPng();
  expect(readFileSync(join(folder, "usual-day-definitions.png")).length).toBeGreaterThan(3 * bare.length);
});

test("folders that cannot be written to are refused before any work, and nothing is made", async () => {
  const folder = temporaryFolder();
  write(folder, "day.yaml", text);
  mkdirSync(join(folder, "png/usual-day-days.png"), { recursive: true });
  for (const [args, says] of [
    [["--svg", "day.yaml/x"], "part of the path is a file, not a folder"], [["--png", "png"], "png/usual-day-days.png: cannot be written: it is a folder"], [["--svg", ""], "must not be empty"],
    [["--png", "out", "--report", "out/usual-day-waiting.png"], "it would overwrite another output, out/usual-day-waiting.png"],
  ] as const) {
    const { code, stdout, stderr } = await callhall(["run", "day.yaml", "--days", "10000000", ...args], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
  }
  expect(existsSync(join(folder, "out"))).toBe(false);
  expect(readdirSync(join(folder, "png"))).toEqual(["usual-day-days.png"]);
  writeFileSync(join(folder, "svg"), "");
  expect(await callhall(["run", "day.yaml", "--svg", "svg"], { cwd: folder })).toMatchObject({ code: 2, stdout: "" });
});

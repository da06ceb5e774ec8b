import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { callhall, root, shipped, shippedText, temporaryFolder, write } from "./callhall.ts";

const long = ["--days", "10000000"]; // an hour's work
const interrupted = { meanwhile: (child: { kill: (signal: "SIGINT") => boolean }) => void setTimeout(() => child.kill("SIGINT"), 1500) };

test.each([["1"], ["2"]])("Ctrl-C ends a run of %s workers at once with 130, and leaves no file behind", async (workers) => {
  const folder = temporaryFolder();
  const args = ["run", shipped("usual-day.yaml"), ...long, "--workers", workers, "--csv", join(folder, "csv"), "--report", join(folder, "report.html")];
  expect(await callhall(args, interrupted)).toEqual({ code: 130, stdout: "", stderr: "" });
  expect(readdirSync(folder)).toEqual([]);
});

test("Ctrl-C is heard while a day of millions of contacts is simulated", async () => {
  const folder = temporaryFolder();
  const file = write(folder, "big.yaml", shippedText("usual-day.yaml", ["volume: 600", "volume: 90000000"], ["days: 2000", "days: 3"]));
  expect(await callhall(["run", file, "--workers", "1"], interrupted)).toEqual({ code: 130, stdout: "", stderr: "" });
});

test.each([
  ["throws", 'throw new Error("struck by lightning");', "struck by lightning"],
  ["just ends", "process.exit(0);", "a worker thread ended too early"],
  ["runs out of memory", 'const error = new RangeError("Array buffer allocation failed"); throw error;', "not enough memory"],
])("a worker that %s ends the run with 1, a message and no file", async (_, code, message) => {
  const folder = temporaryFolder();
  for (const shared of ["node_modules", "package.json"]) symlinkSync(join(root, shared), join(folder, shared));
  cpSync(join(root, "dist"), join(folder, "dist"), { recursive: true });
  mkdirSync(join(folder, "work"));
  writeFileSync(join(folder, "dist/sim/cli/worker.js"), code);
  const args = ["run", shipped("usual-day.yaml"), "--days", "200", "--workers", "2", "--report", join(folder, "work/report.html")];
  const ended = await callhall(args, { main: join(folder, "dist/sim/cli/main.js") });
  expect(ended).toMatchObject({ code: 1, stdout: "" });
  expect(ended.stderr).toContain(message);
  expect(readdirSync(join(folder, "work"))).toEqual([]);
});

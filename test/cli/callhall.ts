// Runs the built command line as a process, and makes folders for it to work in.

import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export const root = join(import.meta.dirname, "../..");
export const main = join(root, "dist/sim/cli/main.js");

export interface Ended {
  /** As a shell shows it: 128 and the signal's number for a process that a signal ended. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options {
  readonly cwd?: string;
  readonly main?: string;
  readonly env?: Record<string, string>;
  /** Called with the process as soon as it has been started. */
  readonly meanwhile?: (child: ChildProcess) => void;
}

export function callhall(args: readonly string[], options: Options = {}): Promise<Ended> {
  return ended(process.execPath, [options.main ?? main, ...args], options);
}

/** Settings of whatever runs the tests, left out: each of them turns colours on or off. */
const plain = { NO_COLOR: undefined, FORCE_COLOR: undefined, NODE_DISABLE_COLORS: undefined, CI: undefined, NODE_OPTIONS: undefined };

/** Run a program to its end, for at most half a minute. */
export function ended(program: string, args: readonly string[], { cwd = root, env = {}, meanwhile }: Options = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...plain, ...env }, stdio: ["ignore", "pipe", "pipe"], timeout: 30_000, killSignal: "SIGKILL" });
    let stdout = "", stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => { stdout += text; });
    child.stderr.setEncoding("utf8").on("data", (text: string) => { stderr += text; });
    child.on("error", reject).on("close", (code, signal) => resolve({ code: code ?? 128 + constants.signals[signal!], stdout, stderr }));
    meanwhile?.(child);
  });
}

/** A folder of its own for a test, gone after it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "callhall-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a scenario into a folder and returns its path. */
export function write(folder: string, name: string, text: string | Uint8Array): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

export function shipped(name: string): string {
  return join(root, "scenarios", name);
}

/** A shipped scenario's text, with replacements; each must change something. */
export function shippedText(name: string, ...replacements: readonly (readonly [from: string, to: string])[]): string {
  return replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
    return text.replaceAll(from, () => to);
  }, readFileSync(shipped(name), "utf8"));
}

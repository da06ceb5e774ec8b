import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { main } from "./callhall.ts";

/** The only test with a clock: what the command line loads before it knows what is wanted. */
test("--help comes within 1.7 times the start-up of bare Node", { retry: 3 }, () => {
  const bare: number[] = [], help: number[] = [];
  for (let i = 0; i < 11; i++) { // in turn, so that a busy machine slows both
    bare.push(milliseconds(["-e", "0"]));
    help.push(milliseconds([main, "--help"]));
  }
  expect(median(help) / median(bare)).toBeLessThan(1.7);
});

function milliseconds(args: readonly string[]): number {
  const start = performance.now();
  expect(spawnSync(process.execPath, args).status).toBe(0);
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

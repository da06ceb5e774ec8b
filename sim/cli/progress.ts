// Progress on stderr, only where somebody watches, on a terminal that can wipe it away.

import { Presets, SingleBar } from "cli-progress";
import { INTERRUPTED } from "./exit.ts";

export interface Progress {
  /** @param unit what is counted */
  readonly start: (name: string, total: number, unit?: string) => void;
  readonly update: (days: number) => void;
  readonly stop: () => void;
}

/** Also ends the program cleanly on Ctrl-C: nothing is half written then, since files come last, all at once. */
export function createProgress(): Progress {
  const progress = createBar();
  process.once("SIGINT", () => {
    progress.stop();
    process.exit(INTERRUPTED);
  });
  return progress;
}

function createBar(): Progress {
  if (!process.stderr.isTTY || process.env.TERM === "dumb") return { start: () => {}, update: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: "{name} {bar} {value} of {total} {unit}, {eta_formatted} to go",
    stream: process.stderr, clearOnComplete: true, hideCursor: true, barsize: 24,
  }, Presets.shades_grey);
  return {
    start: (name, total, unit = "days") => bar.start(total, 0, { name, unit }),
    update: (days) => bar.update(days),
    stop: () => bar.stop(),
  };
}

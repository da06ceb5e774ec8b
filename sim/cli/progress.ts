// Progress on stderr, only where somebody watches, on a terminal that can wipe it away.

import { Presets, SingleBar } from "cli-progress";

export interface Progress {
  readonly start: (name: string, days: number) => void;
  readonly update: (days: number) => void;
  readonly stop: () => void;
}

export function createProgress(): Progress {
  if (!process.stderr.isTTY || process.env.TERM === "dumb") return { start: () => {}, update: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: "{name} {bar} {value} of {total} days, {eta_formatted} to go",
    stream: process.stderr, clearOnComplete: true, hideCursor: true, barsize: 24,
  }, Presets.shades_grey);
  return {
    start: (name, days) => bar.start(days, 0, { name }),
    update: (days) => bar.update(days),
    stop: () => bar.stop(),
  };
}

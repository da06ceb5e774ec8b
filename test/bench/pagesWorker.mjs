// The engine as the benchmark of the pages runs it, the same script in Node and in Chromium.

import { parseScenario } from "../../sim/scenario/parse.ts";
import { simulate } from "../../sim/study/run.ts";

/** Milliseconds that so many days take, from scenario to result. @param {{text: string, days: number}} asked */
export function timed({ text, days }) {
  const scenario = parseScenario(text), before = performance.now();
  simulate(scenario, { days });
  return performance.now() - before;
}

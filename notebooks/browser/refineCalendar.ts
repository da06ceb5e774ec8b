// The runs of a calendar of dates that show what they come to while they go on: after the first few, then after twice as many, and so on
// to the end. The last result is that of `callhall run`, to the bit, and every other one that of so many runs.

import type { DatedScenario } from "../../sim/scenario/schema.ts";
import type { CalendarResult } from "../../sim/study/calendarResult.ts";
import type { BlockJob, SimulateBlocks } from "../../sim/study/run.ts";
import type { CalendarRequest } from "./calendarWork.ts";

const GROWTH = 2;

export interface CalendarSoFar {
  readonly result: CalendarResult;
  readonly done: boolean;
}

/**
 * @param simulateBlocks ends the job's blocks early once `signal` has fired; then nothing more comes
 * @param hire a worker of its own, in which the runs are added up @param tell hears how many runs are simulated
 */
export async function* refineCalendar(job: BlockJob & { readonly scenario: DatedScenario }, simulateBlocks: SimulateBlocks, signal: AbortSignal, hire: () => Worker, tell: (runs: number) => void): AsyncGenerator<CalendarSoFar> {
  const worker = hire(), send = (request: CalendarRequest) => worker.postMessage(request);
  let hear: (result: CalendarResult | null) => void = () => {};
  worker.onmessage = ({ data }: MessageEvent<CalendarResult>) => hear(data);
  signal.addEventListener("abort", () => hear(null), { once: true });
  const failed = new Promise<never>((_, reject) => { worker.onerror = ({ message }) => reject(new Error(message)); });
  failed.catch(() => {}); // it is heard of where a result is waited for
  try {
    send({ calendar: job.scenario, seed: job.seed });
    let runs = 0, next = 1;
    for await (const block of simulateBlocks(job)) {
      runs += block.days;
      tell(runs);
      const done = runs >= job.days, wanted = done || runs >= next;
      const answered = new Promise<CalendarResult | null>((resolve) => { hear = resolve; });
      send({ runs: block, wanted });
      if (!wanted) continue;
      const result = await Promise.race([answered, failed]);
      if (result === null) return;
      yield { result, done };
      next = GROWTH * runs;
    }
  } finally {
    worker.terminate();
  }
}

// The worker for curve and requirements, told of one plan at a time. With the next change of the plan it leaves off, so that the new
// plan's days have the processors to themselves; one that is too busy to hear of it is replaced.

import type { Studied, Wish } from "../browser/studyWork.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import type { Plan } from "./plan.ts";

const REST = 120; // ms without a newer plan before the work begins
const PATIENCE = 30; // ms in which a worker at work must have left off

/** @param start a new worker that runs `worker.ts` */
export function createStudies(start: () => Worker, tell: (plan: Plan, news: Studied) => void, fail: (error: unknown) => void): { readonly wish: (plan: Plan) => void; readonly leaveOff: () => void } {
  let worker: Worker | null = null, number = 0, wanted: Plan | null = null, resting: ReturnType<typeof setTimeout> | undefined, hearing: ReturnType<typeof setTimeout> | undefined, busy = false;
  const hire = (): Worker => {
    const hired = start();
    hired.onmessage = ({ data }: MessageEvent<Studied>) => {
      if (data.number !== number) return;
      if (data.done) {
        busy = false;
        clearTimeout(hearing);
      }
      if (wanted !== null) tell(wanted, data);
    };
    hired.onerror = (event) => fail(event.message);
    return hired;
  };
  const send = (scenario: Scenario | null) => {
    worker ??= hire();
    worker.postMessage({ number: ++number, scenario } satisfies Wish);
  };
  const leaveOff = () => {
    clearTimeout(resting);
    wanted = null;
    if (!busy) return;
    send(null);
    clearTimeout(hearing);
    hearing = setTimeout(() => {
      worker?.terminate();
      worker = null;
      busy = false;
    }, PATIENCE);
  };
  return {
    leaveOff,
    wish: (plan) => {
      leaveOff();
      resting = setTimeout(() => {
        clearTimeout(hearing);
        wanted = plan;
        busy = true;
        send(plan.scenario);
      }, REST);
    },
  };
}

// The worker for curve and requirements, told of one plan at a time. One that is too busy to hear of a newer plan is replaced.

import type { Studied, Wish } from "../browser/studyWork.ts";
import type { Plan } from "./plan.ts";

const REST = 120; // ms without a newer plan before the work begins
const PATIENCE = 400; // ms in which the worker must have heard

/** @param start a new worker that runs `worker.ts` */
export function createStudies(start: () => Worker, tell: (plan: Plan, news: Studied) => void, fail: (error: unknown) => void): { readonly wish: (plan: Plan) => void } {
  let worker: Worker | null = null, number = 0, wanted: Plan | null = null, resting: ReturnType<typeof setTimeout> | undefined, hearing: ReturnType<typeof setTimeout> | undefined;
  const hire = (): Worker => {
    const hired = start();
    hired.onmessage = ({ data }: MessageEvent<Studied>) => {
      if (data.number !== number || wanted === null) return;
      clearTimeout(hearing);
      tell(wanted, data);
    };
    hired.onerror = (event) => fail(event.message);
    return hired;
  };
  const send = (plan: Plan) => {
    worker ??= hire();
    worker.postMessage({ number, scenario: plan.scenario } satisfies Wish);
  };
  return {
    wish: (plan) => {
      clearTimeout(resting);
      resting = setTimeout(() => {
        number++;
        wanted = plan;
        send(plan);
        clearTimeout(hearing);
        hearing = setTimeout(() => {
          worker?.terminate();
          worker = null;
          send(plan);
        }, PATIENCE);
      }, REST);
    },
  };
}

import type { WorkloadTotals } from "./limit.mjs";

/** Workload A without events. */
export function recursionA(days: number, seed: number): WorkloadTotals;

/** Workload B without events. */
export function recursionB(days: number, seed: number): WorkloadTotals;

/** Totals over all days; waits are in seconds, of the answered calls only. */
export interface WorkloadTotals {
  calls: number;
  answered: number;
  answeredWithin: number;
  abandoned: number;
  waitAnswered: number;
}

/** Workload A (one queue, 12 agents), simulated by a program made for it alone. */
export function limitA(days: number, seed: number): WorkloadTotals;

/** Workload B (three types, specialists and generalists), simulated by a program made for it alone. */
export function limitB(days: number, seed: number): WorkloadTotals;

// Stationary, independent, period by period (SIPP): each interval as if its rate had always been so and would always be.

/**
 * The rates averaged over each interval shifted back by `lag`: contacts in hand came a handle time ago. Green, Kolesar and Soares,
 * "Improving the SIPP approach for staffing service systems that have cyclic demands" (2001), there "lag avg". Nobody comes before
 * the opening.
 * @param rates contacts a second, by interval
 * @param interval seconds
 * @param lag seconds, usually the mean handle time
 */
export function laggedRates(rates: readonly number[], interval: number, lag: number): number[] {
  const back = Math.floor(lag / interval), part = lag / interval - back;
  const rate = (i: number) => (i < 0 ? 0 : rates[i]);
  return rates.map((_, i) => (1 - part) * rate(i - back) + (part === 0 ? 0 : part * rate(i - back - 1)));
}

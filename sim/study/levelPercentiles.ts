import { percentile, percentileInterval, type Interval } from "../stats/daily.ts";

const PERCENTILES = { p025: 0.025, p05: 0.05, p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95, p975: 0.975 } as const;
type Percentile = keyof typeof PERCENTILES;

/** The distribution of levels or other results, all in one unit: of periods, or of one date, over as many simulated ones; null where there are none. */
export type LevelPercentiles = Readonly<Record<Percentile, number | null>> & {
  /** 95 % intervals; null where there are too few for one. */
  readonly interval: Readonly<Record<Percentile, Interval | null>>;
};

/** @param levels sorted, without NaN, independent of each other */
export function levelPercentiles(levels: Float64Array): LevelPercentiles {
  const each = <T>(of: (p: number) => T) => Object.fromEntries(Object.entries(PERCENTILES).map(([key, p]) => [key, levels.length === 0 ? null : of(p)])) as Record<Percentile, T | null>; // the keys of the table above
  return { ...each((p) => percentile(levels, p)), interval: each((p) => percentileInterval(levels, p)) };
}

// The distribution over days of the service level in each staffing interval, to the nearest tenth of a point, in fixed memory.

const STEPS = 1000;

export class IntervalLevels {
  /** Days by interval and level: interval x (STEPS + 1). */
  private readonly days: Float64Array;
  private readonly intervals: number;

  constructor(intervals: number) {
    this.intervals = intervals;
    this.days = new Float64Array(intervals * (STEPS + 1));
  }

  /** @param levels of a block: day x intervals; NaN where nobody came */
  add(levels: Float64Array): void {
    for (let at = 0; at < levels.length; at++) {
      const level = levels[at];
      if (!Number.isNaN(level)) this.days[(at % this.intervals) * (STEPS + 1) + Math.round(level * STEPS)]++;
    }
  }

  /** The level that a share p of the days in which anybody came does not exceed; null where nobody ever came. */
  percentile(interval: number, p: number): number | null {
    const days = this.days.subarray(interval * (STEPS + 1), (interval + 1) * (STEPS + 1));
    const wanted = p * days.reduce((sum, count) => sum + count, 0);
    if (wanted === 0) return null;
    let step = 0;
    for (let cumulated = days[0]; cumulated < wanted; cumulated += days[step]) step++;
    return step / STEPS;
  }
}

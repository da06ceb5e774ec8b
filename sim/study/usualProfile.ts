// How calls spread over a day when nobody knows: the shape of the shipped usual day, stretched to other hours.

/** The weights of scenarios/usual-day.yaml, from opening to closing. */
const SHAPE = [31.2, 44.4, 48, 49.2, 46.8, 43.2, 39.6, 34.8, 31.2, 30, 32.4, 33.6, 31.2, 28.8, 26.4, 22.8, 15.6, 7.2, 3.6];

/** One weight per interval; where there are more intervals than in the shape, on lines between its middles. */
export function usualProfile(intervals: number): number[] {
  return Array.from({ length: intervals }, (_, i) => {
    const at = Math.min(SHAPE.length - 1, Math.max(0, ((i + 0.5) / intervals) * SHAPE.length - 0.5)), before = Math.floor(at);
    const after = Math.min(SHAPE.length - 1, before + 1);
    return Math.round((SHAPE[before] + (at - before) * (SHAPE[after] - SHAPE[before])) * 10) / 10;
  });
}

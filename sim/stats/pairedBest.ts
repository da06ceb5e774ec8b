// Which of several ways can be ruled out as the best? A multiple comparison with the best (Hsu 1984, Annals of Statistics 12:1136)
// from paired differences, where Hsu's own intervals would need independent runs. A way is ruled out if it is surely worse than some
// other: the one-sided bound of their paired difference, at 1 - 5 % / (ways - 1), lies on the wrong side of 0. The best itself has
// only ways - 1 others to lose against by chance, so by Bonferroni's inequality it stays in on 95 of 100 studies, whatever the
// dependence (Nelson, Swann, Goldsman & Song 2001, Operations Research 49:950, screening with common random numbers).

import { leastTogether, variance, type DayRatio } from "./paired.ts";
import { studentT } from "./studentT.ts";

const MISTAKEN = 0.05;

/**
 * @param better which direction is good
 * @returns by way: whether it is surely not the best. A way without a value is neither ruled out nor rules out others
 */
export function ruledOut(ways: readonly DayRatio[], better: "more" | "less"): boolean[] {
  const known = ways.filter(({ mean }) => mean !== null).length, days = ways[0].errors.length;
  if (known < 2 || days < 2) return ways.map(() => false);
  const quantile = studentT(1 - MISTAKEN / (known - 1), days - 1);
  return ways.map((way, i) => ways.some((other, j) => {
    if (i === j || way.mean === null || other.mean === null) return false;
    const worse = better === "more" ? other.mean - way.mean : way.mean - other.mean;
    const spread = variance(way.errors.map((error, day) => error - other.errors[day]));
    return worse > Math.max(leastTogether(way, other), quantile * Math.sqrt(spread / days));
  }));
}

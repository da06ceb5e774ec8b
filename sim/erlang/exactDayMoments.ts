// Moments at which to look at a process, with weights, so that the weighted sum is an integral over time. After a change, and
// before one that casts its shadow, things move fast and then ever slower: there the panels begin small and double.

/** Nodes and weights of Gauss and Legendre on [0, 1] (Abramowitz and Stegun 1964, table 25.4, n = 8). */
const GAUSS = [
  [0.9602898564975363, 0.1012285362903763], [0.7966664774136267, 0.2223810344533745],
  [0.5255324099163290, 0.3137066458778873], [0.1834346424956498, 0.3626837833783620],
].flatMap(([x, w]) => [{ at: (1 - x) / 2, weight: w / 2 }, { at: (1 + x) / 2, weight: w / 2 }]).sort((a, b) => a.at - b.at);

export interface Moment {
  readonly time: number;
  readonly weight: number;
}

/**
 * @param first length of the first panel, about the mean time between two events
 * @param bothEnds whether the end is a change too
 */
export function momentsIn(from: number, to: number, first: number, bothEnds: boolean): Moment[] {
  const left = [from], right = [to], middle = bothEnds ? (from + to) / 2 : to;
  for (let length = first, at = from; at < middle; length *= 2) {
    at = at + 1.5 * length >= middle ? middle : at + length; // no crumb of a panel at the end
    left.push(at);
    if (bothEnds) right.push(from + to - at);
  }
  const edges = bothEnds ? [...left, ...right.reverse().slice(1)] : left;
  return edges.slice(1).flatMap((end, i) => GAUSS.map(({ at, weight }) => ({ time: edges[i] + at * (end - edges[i]), weight: weight * (end - edges[i]) })));
}

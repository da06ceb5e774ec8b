// The least whole number that is enough, where more is never worse.

/**
 * The least whole number from 0 for which `enough` holds.
 * @param enough false up to some number, true from there on; it must become true
 * @param near where the answer is likely to be, such as the offered load
 */
export function leastWhole(enough: (n: number) => boolean, near: number): number {
  let step = Math.ceil(Math.sqrt(near)) + 1, below = -1, above = Math.ceil(near) + 1;
  while (!enough(above)) {
    below = above;
    above += step;
    step *= 2;
  }
  // Downwards in growing steps too: the answer is mostly near the start, and small numbers may be dear to try.
  for (let down = Math.ceil(Math.sqrt(near)) + 1; below === -1 && above - down >= 0; down *= 2) {
    if (enough(above - down)) above -= down;
    else below = above - down;
  }
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (enough(middle)) above = middle;
    else below = middle;
  }
  return above;
}

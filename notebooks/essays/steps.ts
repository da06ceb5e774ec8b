// The order of work where several answers of a notebook want the workers: a few days for each of them, before all days for any.

/** Few days first, so that there is something to see at once. */
const FIRST = 100;

/** Numbers of days to simulate, one after another, up to those asked for. */
export const stepsTo = (days: number): readonly number[] => (days > 2 * FIRST ? [FIRST, days] : [days]);

const waiting: (() => void)[] = [];
let short = 0;

/** Do the work of so many days: at once where they are few, else when no work of few days is under way. */
export async function inTurn<Answer>(days: number, work: () => Promise<Answer>): Promise<Answer> {
  if (days > FIRST) {
    while (short > 0) await new Promise<void>((resolve) => { waiting.push(resolve); });
    return work();
  }
  short++;
  try {
    return await work();
  } finally {
    if (--short === 0) waiting.splice(0).forEach((resolve) => resolve());
  }
}

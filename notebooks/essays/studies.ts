import { comparisonShown, type Flips } from "./answers.ts";
import { comparisons } from "./comparisons.ts";
import { live } from "./live.ts";

/** Fill a place with the answer of a study. @param text of its file, @param file where it would be kept, @param flips says where the answer flips */
export function showStudy(id: string, text: string, file: string, flips: Flips, invalidation: Promise<void>): Promise<void> {
  return live(id, async function* (signal) {
    for await (const found of comparisons(text, file, signal)) yield comparisonShown(text, file, found, flips);
  }, invalidation);
}

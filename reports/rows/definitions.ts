import type { Estimate } from "../../sim/stats/estimate.ts";
import { DEFINITIONS, definitions, levelsOf } from "../charts/definitions.ts";
import { html } from "../page.ts";
import { drawn, type Row } from "../row.ts";
import { verdict } from "../verdict.ts";
import { inTime, shared, type View } from "../view.ts";
import { halfWidth, inSentence, shareShown } from "../words.ts";

/** What does the definition of service level decide? */
export function definitionsRow(views: readonly View[]): Row {
  const known = views.filter((view) => levelsOf(view).length > 0), low = lowEnd(known);
  const halves = known.flatMap(({ result }) => DEFINITIONS.flatMap(({ measure }) => (result.total[measure].mean === null ? [] : [result.total[measure].halfWidth])));
  const certain = halves.length === 0 || halves.includes(null) ? "" : ` Each is certain to within ${halfWidth(100 * Math.max(...halves.map((half) => half ?? 0)))} points.`;
  const within = shared(views.map((view) => view.within)), judged = known.some((view) => view.target !== null);
  const time = within === null ? "within the contact’s own threshold" : inTime({ within });
  return {
    title: titleOf(known, views.length > 1),
    note: `They differ in how those who hang up count: as failures, not at all, or as successes. In time: ${time}. A target should say which one it means; the first is the usual one.${certain}${known.some((view) => view.target === null) ? " Where targets differ by contact type, none is drawn." : ""}`,
    key: judged ? [{ mark: "reached", says: "reaches the target" }, { mark: "not-reached", says: "does not" }, { mark: "dashed", says: "target" }] : [],
    ...drawn(views, views.map((view) => (known.includes(view) ? definitions(view, low) : null)), () => html`Nobody came on any simulated day.`),
  };
}

/** A round number of points below everything that is drawn. */
function lowEnd(views: readonly View[]): number {
  const least = 100 * Math.min(0.9, ...views.flatMap((view) => [...levelsOf(view), view.target ?? 1]));
  return Math.max(0, Math.floor((least - 5) / 10) * 10);
}

function titleOf(known: readonly View[], several: boolean): string {
  const neutral = "Service level by its four definitions";
  if (known.length === 0) return neutral;
  const deciding = known.filter(decides);
  if (several) {
    if (known.length > 3) return neutral;
    const most = deciding.length === 0 ? movedMost(known) : null;
    if (most !== null) return `The definition moves the service level most in ${most.quoted}: from ${inSentence(shareShown(endsOf(most).low))} to ${inSentence(shareShown(endsOf(most).high))}`;
    if (deciding.length === 0) return neutral;
    return `The definition decides whether the target is met${deciding.length === known.length ? "" : ` in ${deciding.map((view) => view.quoted).join(" and ")}`}`;
  }
  const { low, high } = endsOf(known[0]);
  if (low.mean === high.mean) return `By every definition the service level is ${inSentence(shareShown(low))}`;
  const range = `from ${inSentence(shareShown(low))} to ${inSentence(shareShown(high))}`;
  return deciding.length > 0 ? `The definition decides whether the target is met: ${range}` : `Depending on its definition, the service level runs ${range}`;
}

/** The lowest and the highest of the definitions; each measure is known where one is. */
function endsOf({ result }: View): { readonly low: Estimate; readonly high: Estimate } {
  const all = DEFINITIONS.map(({ measure }) => result.total[measure]).filter(({ mean }) => mean !== null).sort((a, b) => (a.mean ?? 0) - (b.mean ?? 0));
  return { low: all[0], high: all[all.length - 1] };
}

/** The scenario whose definitions lie surely farther apart than those of every other; null where none stands out. */
function movedMost(known: readonly View[]): View | null {
  const moved = known.map((view) => {
    const { low, high } = endsOf(view), by = (high.mean ?? 0) - (low.mean ?? 0), margin = (low.halfWidth ?? Infinity) + (high.halfWidth ?? Infinity);
    return { view, by, margin };
  }).sort((a, b) => b.by - a.by);
  const [first, ...others] = moved;
  return others.length > 0 && others.every(({ by, margin }) => by + margin < first.by - first.margin) ? first.view : null;
}

/** Surely met by one definition and surely missed by another. */
function decides({ result, target }: View): boolean {
  if (target === null) return false;
  const verdicts = DEFINITIONS.map(({ measure }) => verdict(result.total[measure], target));
  return verdicts.includes("met") && verdicts.includes("missed");
}

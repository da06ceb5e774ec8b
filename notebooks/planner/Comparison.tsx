// The plan beside the pinned one: by how much each measure differs, and whether that is sure.

import { sideOf, signedShown } from "../../reports/compareWords.ts";
import { amountShown, integer, plural, secondsShown, shareShown, withHalfWidth, type Shown as Words } from "../../reports/words.ts";
import type { Estimate } from "../../sim/stats/estimate.ts";
import { differences, type Compared } from "./differences.ts";
import { pinned, plan, shown, stale, swap, type Shown } from "./state.ts";

const SIDES = { better: "surely better", worse: "surely worse", higher: "surely higher", lower: "surely lower", same: "no difference to be told from chance", unknown: "cannot be told" } as const;

const WORDS: Readonly<Record<Compared["measure"], readonly [name: string, unit: string, level: (estimate: Estimate) => Words]>> = {
  serviceLevel: ["Answered in time", "points", shareShown], daysOnTarget: ["Days on target", "points", shareShown], abandonmentRate: ["Hang up", "points", shareShown],
  averageWait: ["Average wait", "seconds", secondsShown], occupancy: ["Occupancy", "points", shareShown], paidHours: ["Paid hours", "hours a day", amountShown],
};

/** "Days on target 3.1 ± 0.4 points more, surely better", for the picture that shows it. */
export function againstPinned(now: Shown, before: Shown, measure: Compared["measure"]): string {
  const difference = differences(now, before).measures.find((each) => each.measure === measure)?.difference;
  if (difference === undefined || difference.mean === null) return "";
  const [name, unit] = WORDS[measure], side = sideOf(measure, difference), exact = difference.halfWidth === 0;
  return `${name}: ${exact && difference.mean === 0 ? "the same as pinned, exactly" : `${withHalfWidth(signedShown(measure, difference))} ${unit} against pinned${exact ? ", exact" : `: ${SIDES[side]}`}`}`;
}

/** What is the same on every day is exact. */
const said = (level: (estimate: Estimate) => Words, estimate: Estimate): string => (estimate.halfWidth === 0 ? level({ ...estimate, halfWidth: null }).value : withHalfWidth(level(estimate)));

export function Comparison() {
  const before = pinned.value, now = shown.value;
  if (before === null || now === null) return null;
  const tools = (
    <span class="tools">
      <button type="button" class="small" disabled={stale.value} onClick={swap}>Swap</button>
      <button type="button" class="small" onClick={() => { pinned.value = null; }}>Unpin</button>
    </span>
  );
  if (before.plan.text === plan.value.text) return <div class="comparison"><p><b>Pinned.</b> Now change something: both plans are then compared on the same callers.</p>{tools}</div>;
  const { paired, days, measures } = differences(now, before);
  return (
    <div class={stale.value ? "comparison stale" : "comparison"}>
      <p><b>Against the pinned plan</b>, {paired ? "on the same callers" : "on other callers, as the seed or the contact types differ"}, {integer(days)} {plural(days, "day")} each</p>{tools}
      <div class="scroll" role="region" aria-label="Differences from the pinned plan" tabIndex={0}>
        <table>
          <thead><tr><th scope="col">Measure</th><th scope="col">Pinned</th><th scope="col">Now</th><th scope="col">Difference</th><th scope="col" class="words">Is that sure?</th></tr></thead>
          <tbody>{measures.map(({ measure, before: old, now: present, difference }) => {
            const [name, unit, level] = WORDS[measure], side = sideOf(measure, difference);
            return <tr key={measure}><th scope="row">{name}</th><td>{said(level, old)}</td><td>{said(level, present)}</td><td>{withHalfWidth(signedShown(measure, difference))} <small>{unit}</small></td><td class={`words ${side}`}>{difference.halfWidth === 0 ? (difference.mean === 0 ? "the same, exactly" : "exact") : SIDES[side]}</td></tr>;
          })}</tbody>
        </table>
      </div>
    </div>
  );
}

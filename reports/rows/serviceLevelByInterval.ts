import { isBelow, lowestOf, serviceLevelByInterval } from "../charts/serviceLevelByInterval.ts";
import { intervalNoun, whenInWords, type IntervalNoun } from "../intervalWords.ts";
import { quoted } from "../names.ts";
import { figure, type Key, type Row } from "../row.ts";
import { verdict } from "../verdict.ts";
import { inTime, shared, targetWords, type Slot, type View } from "../view.ts";
import { counted, inSentence, listed, shareShown } from "../words.ts";

/** In which intervals is the target missed? */
export function levelRow(views: readonly View[], hours: readonly [number, number]): Row {
  const noun = intervalNoun(views), judged = views.filter((view) => view.target !== null);
  const within = shared(views.map((view) => view.within));
  const measured = within === null ? "by each contact type’s own threshold" : inTime({ within });
  const differ = views.filter((view) => view.target === null);
  const bands = views.some((view) => view.result.days > 1);
  return {
    title: titleOf(views, noun),
    note: [
      `Share of contacts offered that are answered ${measured}, by the ${noun.one} in which they arrive.`,
      ...(differ.length > 0 ? [`${differ.length === views.length ? "Targets" : `In ${listed(differ.map((view) => quoted(view.name)))} targets`} differ by contact type (${targetWords(differ[0])}), so no single target is drawn there.`] : []),
      ...(bands ? [] : ["One simulated day has no band and no interval."]),
      ...(bands && judged.length > 0 ? [`The heading counts only what surely lies below: with its whole 95% interval.`] : []),
    ].join(" "),
    key: [...keyOf(judged.length > 0, differ.length > 0, bands)],
    panels: views.map((view) => figure(view, serviceLevelByInterval(view, hours))),
  };
}

function keyOf(judged: boolean, differ: boolean, bands: boolean): Key[] {
  return [
    ...(judged ? [{ mark: "mean", says: "mean of all days" }] as const : []),
    ...(judged && bands ? [{ mark: "band", says: "eight days in ten" }] as const : []),
    ...(differ ? [{ mark: "neutral-mean", says: judged ? "the same, targets differ" : "mean of all days" }] as const : []),
    ...(differ && !judged && bands ? [{ mark: "neutral-band", says: "eight days in ten" }] as const : []),
    ...(judged ? [{ mark: "below", says: "orange: below the target on average" }, { mark: "dashed", says: "target" }] as const : []),
  ];
}

/** The slots that surely miss the target: their whole interval lies below it. */
function missedSlots({ slots, target }: View): Slot[] {
  return target === null ? [] : slots.filter((slot) => verdict(slot.result.total.serviceLevel, target) === "missed");
}

function titleOf(views: readonly View[], noun: IntervalNoun): string {
  const known = views.filter((view) => lowestOf(view.slots) !== null);
  if (known.length === 0) return `No service level by ${noun.one}: nobody came`;
  if (views.length > 3 || known.some((view) => view.result.days === 1)) return `Service level by ${noun.one}`;
  if (known.some((view) => view.target === null)) return lowestTitle(known, noun);
  const said = known.map((view) => whenInWords(missedSlots(view), view.slots.filter((slot) => lowestOf([slot]) !== null), noun));
  const all = shared(said);
  if (known.length === 1 || all !== null) {
    const where = known.length === 1 ? "" : known.length === 2 ? " in both scenarios" : ` in all ${counted(known.length)} scenarios`;
    return all === null ? `${noneMissed(known, noun)}${where}` : `The target is missed ${all}${where}`;
  }
  if (said.every((when) => when === null)) return noneMissed(known, noun);
  return `The target is missed ${listed(known.flatMap((view, i) => (said[i] === null ? [] : [`${said[i]} in ${quoted(view.name)}`])))}`;
}

/** Nothing is surely missed; that everything is met is only said where no mean lies below. */
function noneMissed(views: readonly View[], noun: IntervalNoun): string {
  const below = views.some((view) => view.slots.some((slot) => isBelow(slot, view.target)));
  return below ? `No ${noun.one} surely misses the target` : `Every ${noun.one} meets the target on average`;
}

function lowestTitle(views: readonly View[], noun: IntervalNoun): string {
  const said = views.flatMap((view) => {
    const lowest = lowestOf(view.slots);
    return lowest === null ? [] : [`${inSentence(shareShown(lowest.result.total.serviceLevel))} from ${lowest.when}${views.length > 1 ? ` in ${quoted(view.name)}` : ""}`];
  });
  return said.length === 0 ? `Service level by ${noun.one}` : `The lowest ${noun.one}: ${listed(said)}`;
}

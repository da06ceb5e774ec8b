import { isBelow, lowestOf, serviceLevelByInterval, standsOut } from "../charts/serviceLevelByInterval.ts";
import { intervalNoun, whenInWords, type IntervalNoun } from "../intervalWords.ts";
import { besideKey, drawn, type Beside, type Key, type Row } from "../row.ts";
import { verdict } from "../verdict.ts";
import { inTime, meanOfDays, shared, targetWords, type Slot, type View } from "../view.ts";
import { counted, halfWidth, inSentence, listed, shareShown } from "../words.ts";

/** In which intervals is the target missed? */
export function levelRow(views: readonly View[], hours: readonly [number, number], beside?: Beside): Row {
  const noun = intervalNoun(views), judged = views.filter((view) => view.target !== null);
  const within = shared(views.map((view) => view.within));
  const measured = within === null ? "by each contact type’s own threshold" : inTime({ within });
  const differ = views.filter((view) => view.target === null);
  const halves = views.flatMap((view) => view.slots.flatMap((slot) => slot.result.total.serviceLevel.halfWidth ?? []));
  const certain = halves.length === 0 ? "" : `; each mean is certain to within ${halfWidth(100 * Math.max(...halves))} points`;
  const bands = views.some((view) => view.result.days > 1);
  const title = titleOf(views, noun);
  return {
    title,
    note: [
      `Share of contacts offered that are answered ${measured}, by the ${noun.one} in which they arrive${certain}.`,
      ...(differ.length > 0 ? [`${differ.length === views.length ? "Targets" : `In ${listed(differ.map((view) => view.quoted))} targets`} differ by contact type (${targetWords(differ[0])}), so no single target is drawn there.`] : []),
      ...(bands ? [] : ["One simulated day has no band and no interval."]),
      ...(/ miss(?:es|ed) /.test(title) ? ["The heading counts only what surely misses the target, with its whole 95% interval."] : []),
    ].join(" "),
    key: [...keyOf(meanOfDays(views), judged.length > 0, differ.length > 0, bands), ...besideKey(beside)],
    ...drawn(views, views.map((view) => serviceLevelByInterval(view, hours, beside?.of))),
  };
}

function keyOf(mean: string, judged: boolean, differ: boolean, bands: boolean): Key[] {
  return [
    ...(judged ? [{ mark: "mean", says: mean }] as const : []),
    ...(judged && bands ? [{ mark: "band", says: "eight days in ten" }] as const : []),
    ...(differ ? [{ mark: "neutral-mean", says: judged ? "the same, targets differ" : mean }] as const : []),
    ...(differ && !judged && bands ? [{ mark: "neutral-band", says: "eight days in ten" }] as const : []),
    ...(judged ? [{ mark: "below", says: bands ? "orange: below the target on average" : "orange: below the target" }, { mark: "dashed", says: "target" }] as const : []),
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
  const said = known.map((view) => whenInWords(missedSlots(view), view.slots.filter((slot) => lowestOf([slot]) !== null), noun, known.length === 1 ? 2 : 1));
  const all = shared(said);
  if (known.length === 1 || all !== null) {
    const where = known.length === 1 ? "" : known.length === 2 ? " in both scenarios" : ` in all ${counted(known.length)} scenarios`;
    return all === null ? `${noneMissed(known, noun)}${where}` : `The target is missed ${all}${where}`;
  }
  if (said.every((when) => when === null)) return noneMissed(known, noun);
  const [first, ...others] = known.map((view, i) => ({ name: view.quoted, when: said[i] ?? `in no ${noun.one}` }));
  return [`${first.name} misses the target ${first.when}`, ...others.map(({ name, when }) => `${name} ${when}`)].join(", ");
}

/** Nothing is surely missed; that everything is met is only said where no mean lies below. */
function noneMissed(views: readonly View[], noun: IntervalNoun): string {
  const below = views.some((view) => view.slots.some((slot) => isBelow(slot, view.target)));
  return below ? `No ${noun.one} surely misses the target` : `Every ${noun.one} meets the target on average`;
}

function lowestTitle(views: readonly View[], noun: IntervalNoun): string {
  const said = views.flatMap((view) => {
    const lowest = lowestOf(view.slots);
    if (lowest === null) return [];
    const level = shareShown(lowest.result.total.serviceLevel), clear = standsOut(lowest, view.slots);
    return [views.length > 1 ? `${level.value} in ${view.quoted}${clear ? ` (${lowest.when})` : ""}` : `${inSentence(level)}${clear ? ` from ${lowest.when}` : ""}`];
  });
  return `The lowest ${noun.one}: ${listed(said)}`;
}

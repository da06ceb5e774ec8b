// Where two ways of working are equal, in words; or what can be said instead.

import { readSettingPath } from "../sim/scenario/settingPath.ts";
import type { Estimate } from "../sim/stats/estimate.ts";
import { formatDuration } from "../sim/scenario/duration.ts";
import { formatPath } from "../sim/scenario/shown.ts";
import type { Even } from "../sim/study/compareBreakEven.ts";
import type { Jump, TriedAt } from "../sim/study/compareCrossing.ts";
import { comparative, givenShown, measureName, quantityMargin, quantityShown, sizeShown, wayInWords, type Terms } from "./compareWords.ts";
import { shortened } from "./names.ts";
import { capital, counted, inSentence, listed, plural } from "./words.ts";

/** The value at which the answer flips. */
export function evenInWords(even: Even, terms: Terms): string {
  const { value, also, because, between, unit, measure, tried, setIn } = even, [first, second] = even.variants.map(wayInWords), [low, high] = between.map((end) => givenShown(end, unit));
  const number = `${numberInWords(even.paths)}${setIn.length === 1 ? ` in ${wayInWords(setIn[0])}` : ""}`, what = measureName(measure, terms), both = `${first} and ${second}`, range = `from ${low} to ${high}`;
  if (value !== null) {
    const again = also.map((each) => crossingShown(even, each)), reach = even.beyond ? `, an interval that reaches beyond the range ${range}` : "";
    const more = again.length === 0 ? "" : ` They are equal again at ${listed(again)}: ${plural(again.length, "between the two", "from one to the next")} the answer is the other way round.`;
    const jumping = even.jumps.map((jump) => ` The answer also flips without being equal: where ${number} is ${jumpInWords(even, jump, terms)}.`).join("");
    return `${capital(both)} are equal (${what}) where ${number} is ${crossingShown(even, { value, halfWidth: even.halfWidth })}${reach}.${more}${jumping}`;
  }
  const values = `${counted(tried.length)} values of ${number} tried ${range}`, sure = tried.filter((each) => isSure(each)), open = tried.filter((each) => !isSure(each));
  const ahead = (each: TriedAt) => `${inSentence(sizeShown(measure, each, terms))} ${comparative(measure, each)} at ${givenShown(each.value, unit)}`;
  switch (because) {
    case "jump":
      return `${capital(both)} are equal nowhere ${range}, as far as we looked (${what}): where ${number} is ${listed(even.jumps.map((jump) => jumpInWords(even, jump, terms)))}.`;
    case "identical":
      return `${capital(both)} are equal throughout (${what}): no difference on any day, at any of the ${values}.`;
    case "noValue":
      return `Where ${both} are equal cannot be told: of one of them there is no ${what} at some of the ${values}.`;
    case "undecided":
      if (sure.length === 0) return `${capital(both)} cannot be told apart (${what}) at any of the ${values}.`;
      return `${capital(both)} cannot be told apart (${what}) where ${number} is ${listed(open.map((each) => givenShown(each.value, unit)), "or")}; at the other values tried ${range}, ${first} has ${comparative(measure, sure[0])} than ${second}.`;
    case "oneSign":
    case null:
      return `At none of the ${values} are ${both} equal (${what}): ${first} has ${ahead(tried[0])} and ${ahead(tried[tried.length - 1])}. Values between them were not tried.`;
  }
}

/** The heading of the break-even's row. */
export function evenTitle(even: Even): string {
  const { value, also, because, paths } = even, both = capital(even.variants.map(wayInWords).join(" and "));
  if (value !== null) return `${both} are equal at a ${lastStep(paths[0])} of ${crossingShown(even, { value, halfWidth: even.halfWidth })}${also.length === 0 ? "" : `, and again at ${listed(also.map((each) => crossingShown(even, each)))}`}`;
  return `${both} ${{ oneSign: "are equal at none of the values tried", undecided: "cannot always be told apart", jump: `are equal nowhere: the answer jumps at a ${lastStep(paths[0])} ${listed(even.jumps.map((jump) => bracketShown(even, jump)))}`, identical: "are equal throughout", noValue: "cannot be compared" }[because ?? "oneSign"]}`;
}

/** "demand.online of Cherwell and South Northamptonshire": what several paths have in common, and in what they differ. */
export function numberInWords(paths: readonly string[]): string {
  const [first, ...others] = paths.map((path) => readSettingPath(`${path}=`)?.path ?? [path]);
  if (others.length === 0) return shortened(paths[0]);
  const at = first.findIndex((step, i) => others.some((other) => other[i] !== step)), after = formatPath(first.slice(at + 1));
  const alike = others.every((other) => other.length === first.length && other.every((step, i) => i === at || step === first[i]));
  if (!alike || after === "") return listed(paths.map(shortened));
  const [, ...inside] = first.slice(0, at); // the section, contacts or groups, says nothing
  return `${after} of ${listed([first, ...others].map((steps) => shortened(String(steps[at]))))}${inside.length === 0 ? "" : ` (${shortened(formatPath(inside))})`}`;
}

const isSure = ({ mean, halfWidth }: Estimate): boolean => mean !== null && halfWidth !== null && Math.abs(mean) > halfWidth;

/** "between 20s and 20.03s, the base jumps from 1.5 points (± 0.1) more to 0.8 points (± 0.1) less" */
function jumpInWords(even: Even, jump: Jump, terms: Terms): string {
  const side = (each: TriedAt) => (isSure(each) ? `${inSentence(sizeShown(even.measure, each, terms))} ${comparative(even.measure, each)}` : "no difference we can see");
  return `${bracketShown(even, jump)}, ${wayInWords(even.variants[0])} jumps from ${side(jump.from)} to ${side(jump.to)}`;
}

/** "between 19.99s and 20.02s", with as many digits as it takes to tell them apart. */
function bracketShown({ unit }: Even, { from, to }: Jump): string {
  const factor = unit === "share" ? 100 : 1, step = 10 ** Math.floor(Math.log10(factor * (to.value - from.value)));
  const shown = (steps: number) => { const value = Number((steps * step).toPrecision(10)); return unit === "seconds" ? formatDuration(value) : `${value.toLocaleString("en-GB", { maximumFractionDigits: 12 })}${unit === "share" ? "%" : ""}`; };
  return `between ${shown(Math.floor((factor * from.value) / step + 1e-9))} and ${shown(Math.ceil((factor * to.value) / step - 1e-9))}`;
}

/** "1.45 (± 0.01)" */
function crossingShown({ unit }: Even, { value, halfWidth }: { readonly value: number; readonly halfWidth: number | null }): string {
  return inSentence({ value: quantityShown(value, unit, halfWidth), margin: quantityMargin(halfWidth, unit) });
}

/** "handleTime.mean" of a path, as "mean" says nothing. */
function lastStep(path: string): string {
  const steps = path.split("."), last = steps[steps.length - 1];
  return last === "mean" ? steps.slice(-2).join(".") : last;
}

// What a study shows, in one or two sentences that its numbers support. By rule.

import type { Study } from "../sim/scenario/study.ts";
import type { Even } from "../sim/study/compareBreakEven.ts";
import type { Held } from "../sim/study/compareHold.ts";
import type { Comparison } from "../sim/study/compareResult.ts";
import { comparative, leftAsBest, MEASURE_NAMES, measureShown, quantityMargin, quantityShown, sideOf, sizeShown, superlative, wayInWords } from "./compareWords.ts";
import type { Finding } from "./finding.ts";
import { shortened } from "./names.ts";
import { capital, counted, inSentence, integer, listed, plural } from "./words.ts";

export function compareFinding(study: Study, comparison: Comparison): Finding {
  const most = study.ways.length <= 5 ? eachInNumbers(study, comparison) : "";
  return { title: titleOf(study, comparison), lead: [most, unpaired(comparison)].filter((sentence) => sentence !== "").join(" ") };
}

function titleOf(study: Study, comparison: Comparison): string {
  const [measure] = comparison.measures, variants = Object.keys(comparison.variants), what = MEASURE_NAMES[measure], { ways } = study;
  const sides = variants.map((name) => sideOf(measure, comparison.differences[name][measure]));
  if (sides.every((side) => side === "unknown")) return "Nothing to compare: nobody came";
  if (sides.every((side) => side === "same")) return `No difference we can see: ${what}`;
  if (variants.length === 1) return `${capital(wayInWords(variants[0]))}: ${what}, ${apart(comparison, variants[0])} the base`;
  const left = leftAsBest(study, comparison, measure);
  if (left === null || left.length === 0) return `${capital(what)}: ${variants.slice(0, 2).map((name) => `${wayInWords(name)} ${apart(comparison, name)} the base`).join(", ")}`;
  const among = `of ${counted(ways.length)} ways of working`;
  if (left.length === ways.length) return `None ${among} can be ruled out as the best: ${superlative(measure)}`;
  if (left.length > 1) return `${capital(superlative(measure))} ${among}: it may be ${left.map(wayInWords).join(" or ")}, too close to call`;
  if (left[0] === ways[0].name) return `The base has the ${superlative(measure)} ${among}`;
  return `${capital(wayInWords(left[0]))}: ${superlative(measure)} ${among}, ${apart(comparison, left[0])} the base`;
}

/** "4.3 points (± 0.1) more than", "with no difference we can see from" */
function apart({ differences, measures: [measure] }: Comparison, name: string): string {
  const difference = differences[name][measure], side = sideOf(measure, difference);
  if (side === "unknown") return "cannot be compared with";
  if (side === "same") return "with no difference we can see from";
  return `${inSentence(sizeShown(measure, difference))} ${comparative(measure, difference)} than`;
}

function eachInNumbers({ ways }: Study, comparison: Comparison): string {
  const { measures: [measure], base, variants } = comparison;
  const said = ways.map(({ name }, i) => {
    const level = measureShown(measure, i === 0 ? base : variants[name]).replace(/ (± [\d.,]+)$/, " ($1)");
    if (i === 0) return `${capital(MEASURE_NAMES[measure])}: ${level} in the base`;
    const difference = comparison.differences[name][measure], side = sideOf(measure, difference);
    const beside = side === "unknown" ? "" : side === "same" ? ", no difference we can see" : `, ${inSentence(sizeShown(measure, difference))} ${comparative(measure, difference)}`;
    return `${level} in ${wayInWords(name)}${beside}`;
  });
  return `${said.join("; ")}.`;
}

function unpaired({ paired }: Comparison): string {
  const other = Object.entries(paired).filter(([, same]) => !same).map(([name]) => wayInWords(name));
  return other.length === 0 ? "" : `${capital(listed(other))} ${plural(other.length, "has", "have")} other contact types, and so not the same callers.`;
}

/** "12 agents", or "12 or 13 agents" where the intervals do not decide. */
export function agentsRange({ agents, atLeast, atMost }: Held): string {
  if (agents === null) return "–";
  const low = atLeast ?? agents, words = (most: number) => (low === most ? integer(most) : most - low === 1 ? `${integer(low)} or ${integer(most)}` : `${integer(low)} to ${integer(most)}`);
  if (atMost === null) return `at least ${integer(low)} agents`;
  return `${words(atMost)} ${plural(atMost, "agent")}`;
}

/** The value at which the answer flips. */
export function evenInWords(even: Even | null): string {
  if (even === null) return "";
  const { variants: [first, second], value, halfWidth, between, unit, measure, setIn, beyond } = even, [low, high] = between.map((end) => quantityShown(end, unit, null));
  const number = `${even.paths.map((path) => shortened(path)).slice(0, 1).join("")}${even.paths.length > 1 ? ` and ${counted(even.paths.length - 1)} more` : ""}${setIn.length === 1 ? ` in ${wayInWords(setIn[0])}` : ""}`;
  if (value === null) return `Between ${low} and ${high}, no value of ${number} makes ${wayInWords(first)} and ${wayInWords(second)} equal (${MEASURE_NAMES[measure]}).`;
  const margin = halfWidth === null ? "" : ` (${quantityMargin(halfWidth, unit)})`, reach = beyond ? `, an interval that reaches beyond the range from ${low} to ${high}` : "";
  return `${capital(wayInWords(first))} and ${wayInWords(second)} are equal (${MEASURE_NAMES[measure]}) where ${number} is ${quantityShown(value, unit, halfWidth)}${margin}${reach}.`;
}

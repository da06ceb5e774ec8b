// What a study shows, in one or two sentences that its numbers support. By rule.

import type { Study } from "../sim/scenario/study.ts";
import type { Held } from "../sim/study/compareHold.ts";
import type { Comparison } from "../sim/study/compareResult.ts";
import { comparative, hasValue, leftAsBest, measureName, measureShown, PER_WORDS, sideOf, sizeShown, superlative, superlativeVerb, termsOf, wayInWords } from "./compareWords.ts";
import { standsInWords } from "./compareStands.ts";
import type { Finding } from "./finding.ts";
import { capital, counted, inSentence, integer, listed, plural, targetPercent } from "./words.ts";

export function compareFinding(study: Study, comparison: Comparison): Finding {
  const most = study.ways.length <= 5 ? eachInNumbers(study, comparison) : "";
  return { title: titleOf(study, comparison), lead: [most, cheapestInWords(study, comparison), unpaired(comparison), standsInWords(comparison, study.ways.map(({ name }) => name))].filter((sentence) => sentence !== "").join(" ") };
}

function titleOf(study: Study, comparison: Comparison): string {
  const [measure] = comparison.measures, variants = Object.keys(comparison.variants), { ways } = study, terms = termsOf(study, comparison), what = measureName(measure, terms);
  const sides = variants.map((name) => sideOf(measure, comparison.differences[name][measure]));
  const valued = ways.filter(({ name }) => hasValue(comparison, name, measure)), without = ways.filter((way) => !valued.includes(way)).map(({ name }) => wayInWords(name));
  if (valued.length < 2) return `Nothing to compare: ${valued.length === 0 ? `no way of working has a value of ${what}` : `${listed(without)} ${plural(without.length, "has", "have")} no value of ${what}`}`;
  if (sides.every((side) => side === "same" || side === "unknown") && sides.includes("same")) return `No difference we can see: ${what}`;
  if (variants.length === 1) return `${capital(wayInWords(variants[0]))}: ${what}, ${apart(study, comparison, variants[0])} the base`;
  const left = leftAsBest(study, comparison, measure);
  if (left === null) return `${capital(what)}: ${variants.slice(0, 2).map((name) => `${wayInWords(name)} ${apart(study, comparison, name)} the base`).join(", ")}`;
  const among = `of ${without.length === 0 ? "" : "the "}${counted(valued.length)} ways of working${without.length === 0 ? "" : " that have a value"}`;
  if (left.length === valued.length) return `None ${among} can be ruled out as the best: ${superlative(measure, terms)}`;
  const best = `${listed(left.map(wayInWords), "or")} ${superlativeVerb(measure, terms)} ${among}`;
  if (left.length > 1) return `${capital(best)}: too close to call`;
  return `${capital(best)}${left[0] === ways[0].name || !hasValue(comparison, ways[0].name, measure) ? "" : `: ${apart(study, comparison, left[0])} the base`}`;
}

/** "4.3 points (± 0.1) more than", "with no difference we can see from" */
function apart(study: Study, comparison: Comparison, name: string): string {
  const { differences, measures: [measure] } = comparison, difference = differences[name][measure], side = sideOf(measure, difference);
  if (side === "unknown") return "cannot be compared with";
  if (side === "same") return "with no difference we can see from";
  return `${inSentence(sizeShown(measure, difference, termsOf(study, comparison)))} ${comparative(measure, difference)} than`;
}

function eachInNumbers(study: Study, comparison: Comparison): string {
  const { measures: [measure] } = comparison, terms = termsOf(study, comparison);
  const said = study.ways.map(({ name }, i) => {
    const level = measureShown(measure, name, comparison, terms).replace(/ (± [\d.,]+)$/, " ($1)");
    if (i === 0) return `${capital(measureName(measure, terms))}: ${level} in the base`;
    const difference = comparison.differences[name][measure], side = sideOf(measure, difference);
    const beside = side === "unknown" ? "" : side === "same" ? ", no difference we can see" : `, ${inSentence(sizeShown(measure, difference, terms))} ${comparative(measure, difference)}`;
    return `${level} in ${wayInWords(name)}${beside}`;
  });
  return `${said.join("; ")}.`;
}

function unpaired({ paired }: Comparison): string {
  const other = Object.entries(paired).filter(([, same]) => !same).map(([name]) => wayInWords(name));
  return other.length === 0 ? "" : `${capital(listed(other))} ${plural(other.length, "has", "have")} other contact types, and so not the same callers.`;
}

/** "“X” holds 80% at the lowest cost"; empty where the study holds nothing, or nothing is said of pay. */
export function cheapestInWords(study: Study, comparison: Comparison): string {
  const { hold: held, per } = comparison, terms = termsOf(study, comparison);
  if (held === null || study.hold === undefined) return "";
  const goal = study.hold.target === undefined ? "the target" : targetPercent(study.hold.target);
  // From what the number that may hold costs at least, to what the one that surely holds costs at most.
  const costAt = (name: string, agents: number | null) => comparison.curves?.[name].find((point) => point.agents === agents)?.cost;
  const known = study.ways.flatMap(({ name }) => {
    const { cost, atLeast, atMost } = held[name], [low, high] = [costAt(name, atLeast), costAt(name, atMost)].map((each) => each?.mean ?? null);
    return cost === null || low === null ? [] : [{ name, cost, low: low - (cost.halfWidth ?? 0), high: high === null ? Infinity : high + (cost.halfWidth ?? 0) }];
  });
  if (known.length < 2) return "";
  const least = Math.min(...known.map(({ high }) => high)), left = known.filter(({ low }) => low <= least);
  if (left.length === known.length) return `What it costs to hold ${goal} differs by nothing we can see.`;
  if (left.length > 1) return `${capital(listed(left.map(({ name }) => wayInWords(name))))} hold ${goal} at the lowest cost, too close to call.`;
  const [{ name, cost }] = left;
  return `${capital(wayInWords(name))} holds ${goal} at the lowest cost: ${inSentence(sizeShown("cost", cost, terms))}${PER_WORDS[per]}, with ${agentsRange(held[name])}.`;
}

/** "12 agents", or "12 or 13 agents" where the intervals do not decide. */
export function agentsRange({ agents, atLeast, atMost }: Held): string {
  if (agents === null) return "–";
  const low = atLeast ?? agents, words = (most: number) => (low === most ? integer(most) : most - low === 1 ? `${integer(low)} or ${integer(most)}` : `${integer(low)} to ${integer(most)}`);
  if (atMost === null) return `at least ${integer(low)} agents`;
  return `${words(atMost)} ${plural(atMost, "agent")}`;
}

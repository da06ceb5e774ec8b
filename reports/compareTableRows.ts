// The figures of a study.

import type { Study } from "../sim/scenario/study.ts";
import type { Comparison } from "../sim/study/compareResult.ts";
import { evenInWords, evenTitle } from "./compareEven.ts";
import { agentsRange } from "./compareFinding.ts";
import { givenShown, hasValue, leftAsBest, measureName, measureShown, PER_WORDS, rankShown, sideOf, signedShown, sizeShown, superlative, termsOf, timesShown, unitWords, wayInWords } from "./compareWords.ts";
import type { Row } from "./row.ts";
import { table, withMargin, type Cell } from "./tables/table.ts";
import { capital, decimal, integer, listed, shareShown, targetPercent } from "./words.ts";

/** Every way of working by every measure of interest. */
export function figuresRow(study: Study, comparison: Comparison): Row {
  const { ways } = study, { measures, differences } = comparison, [first] = measures, left = leftAsBest(study, comparison, first), terms = termsOf(study, comparison);
  const best = capital(superlative(first, terms));
  const title = left === null || left.length === 0 || left.length === ways.filter(({ name }) => hasValue(comparison, name, first)).length ? "Every way of working in figures"
    : left.length === 1 ? `${best}: surely ${wayInWords(left[0])}` : `${best}: ${left.map(wayInWords).join(" or ")}, surely none of the others`;
  return {
    title,
    note: "Ruled out: surely not the best by that measure. At most 5 studies in 100 rule out the true best (each way against every other on the same days, Bonferroni; Hsu 1984, Nelson et al. 2001). ▾: surely worse than the base. A number without ± is exact: the rota’s, or the same on every day.",
    wide: true,
    panels: measures.map((measure) => table({
      caption: capital(measureName(measure, terms)),
      columns: ["Way of working", "Mean", `Less the base, ${unitWords(measure, terms)}`, "Best?", "With own seeds it takes"],
      body: ways.map(({ name }, i): Cell[] => {
        const difference = i === 0 ? undefined : differences[name][measure];
        return [
          { text: name }, { text: measureShown(measure, name, comparison, terms) },
          difference === undefined ? { text: "" } : { text: withMargin(signedShown(measure, difference)), bad: sideOf(measure, difference) === "worse" },
          { text: rankShown(comparison, name, measure) },
          { text: timesShown(difference, " times the days") },
        ];
      }),
    })),
  };
}

/** What each way needs to hold the target; null where the study holds none. */
export function holdRow(study: Study, comparison: Comparison): Row | null {
  const { ways, hold: asked } = study, { hold: held, per } = comparison, terms = termsOf(study, comparison);
  if (held === null || asked === undefined) return null;
  const priced = ways.some(({ name }) => held[name].cost !== null);
  const goal = asked.target === undefined ? "the target" : targetPercent(asked.target);
  const known = ways.flatMap(({ name }) => (held[name].agents === null ? [] : [{ name, hours: held[name].paidHours ?? 0 }])), least = Math.min(...known.map(({ hours }) => hours));
  const cheapest = known.filter(({ hours }) => hours === least).map(({ name }) => wayInWords(name));
  return {
    title: ways.some(({ name }) => held[name].atLeast !== held[name].atMost) ? `What it takes to hold ${goal}` : known.length === ways.length && cheapest.length === ways.length ? `All hold ${goal} with ${decimal(least, 0)} paid hours${PER_WORDS[per]}` : known.length === 0 ? `No number of agents tried holds ${goal}` : `${capital(listed(cheapest))} ${cheapest.length === 1 ? "holds" : "hold"} ${goal} with the fewest paid hours: ${decimal(least, 0)}${PER_WORDS[per]}`,
    note: "The least number of agents with which the mean of the simulated days meets the target; two numbers where the 95% interval does not decide. Agents and paid hours are the rota’s: exact." + (per !== "day" ? " Agents: those of the kind of day that has the most; the others have theirs in proportion." : ""),
    wide: true,
    panels: [table({
      caption: `What it takes to hold ${goal} on average`,
      columns: ["Way of working", "Agents now", "Agents needed", `Paid hours${PER_WORDS[per]}`, ...(priced ? [`Cost${PER_WORDS[per]}`] : []), "Answered in time then"],
      body: ways.map(({ name }): Cell[] => {
        const each = held[name];
        return [
          { text: name }, { text: integer(each.agentsNow) }, { text: each.agents === null ? `more than ${integer(each.tried)}` : agentsRange(each).replace(/ agents?$/, "") },
          { text: each.paidHours === null ? "" : decimal(each.paidHours, 1) },
          ...(priced ? [{ text: each.cost === null ? "" : withMargin(sizeShown("cost", each.cost, terms)) }] : []), { text: each.serviceLevel === null ? "" : withMargin(shareShown(each.serviceLevel)) },
        ];
      }),
    })],
  };
}

/** Where the answer flips; null where the study does not ask. */
export function evenRow(study: Study, comparison: Comparison): Row | null {
  const { breakEven } = comparison, terms = termsOf(study, comparison);
  if (breakEven === null) return null;
  const { variants, ends, measure, between: [low, high], unit } = breakEven, [first, second] = variants.map(wayInWords);
  const end = (value: number, i: 0 | 1) => `${givenShown(value, unit)}: ${signed(i)}`;
  const signed = (i: 0 | 1) => { const { value, margin } = signedShown(measure, ends[i]); return `${value} ${unitWords(measure, terms)}${margin === "" ? "" : ` (${margin})`}`; };
  return {
    title: evenTitle(breakEven),
    note: `${evenInWords(breakEven, terms)} ${capital(first)} less ${second}, ${measureName(measure, terms)}: at ${end(low, 0)}; at ${end(high, 1)}.${breakEven.value === null ? "" : " The half-width is that of the difference, divided by its slope."}`,
    wide: true, panels: [],
  };
}

// Each chart of requirements as a picture for slides.

import type { Scenario } from "../sim/scenario/schema.ts";
import { RULES, type Requirements, type Rule } from "../sim/study/require.ts";
import { shortened } from "./names.ts";
import { requireRows } from "./rows/requireRows.ts";
import { slide, slugs, sourceLine, type Slide } from "./slides.ts";

/** All names that slides may have. @param rules that were asked for; all without it */
export function requireSlideNames(scenario: Scenario, rules: readonly Rule[] = RULES): string[] {
  return slugsOf(scenario.name, Object.keys(scenario.groups)).flatMap((slug) => [...rules.map((rule) => `${slug}-required-${rule}`), ...["rota", ...rules].map((rule) => `${slug}-attained-${rule}`)]);
}

export function requireSlides(found: Requirements, scenario: Scenario): Slide[] {
  const all = Object.keys(scenario.groups), names = slugsOf(scenario.name, all), source = sourceLine(found);
  return found.groups.flatMap(({ group }, at) => {
    const slug = names[all.indexOf(group)], name = shortened(all.length > 1 ? `${scenario.name}, ${group}` : scenario.name);
    return Object.entries(requireRows(found, at, scenario)).flatMap(([question, { row, slides }]) => slides.map(({ key, title, chart }) => ({ name: `${slug}-${question}-${key}`, svg: slide({ ...row, title, name, chart, source }) })));
  });
}

/** A name for each group of the scenario, all different. */
const slugsOf = (scenario: string, groups: readonly string[]): string[] => slugs(groups.map((group) => (groups.length > 1 ? `${scenario} ${group}` : scenario)));

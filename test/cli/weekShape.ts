// The JSON document of a week as it is promised, written down by hand: a change of its shape must be made here too.

import { expect } from "vitest";
import { checkBounded, checkMeasures, G, M, record, resultsIn, values, type Json, type Measures } from "./resultShape.ts";

type Contacts = Measures<typeof M> & { daysOnTarget: { mean: number | null; interval: [number, number] | null } };

export interface WeekJson {
  callhall: string;
  scenario: string;
  seed: string;
  days: number;
  week: { times: Record<string, number>; total: Contacts; types: Record<string, Contacts>; groups: Record<string, Measures<typeof G>> };
  dayTypes: Record<string, Json>;
}

/** Parse what `--json` printed of weeks, each document checked key by key, its kinds of day among it. */
export function weeksIn(stdout: string): WeekJson[] {
  const document: unknown = JSON.parse(stdout), documents = Array.isArray(document) ? document as unknown[] : [document];
  documents.forEach((each) => {
    const { week, dayTypes, days } = record(each, ["callhall", "scenario", "seed", "days", "week", "dayTypes"]), money = "money" in (week as object);
    const { times, total, types, groups, money: spent } = record(week, ["times", "total", "types", "groups", ...(money ? ["money"] : [])]);
    expect(Object.keys(times as object)).toEqual(Object.keys(dayTypes as object));
    for (const contacts of [total, ...values(types)]) record(checkMeasures(contacts, M, ["daysOnTarget"]).daysOnTarget, ["mean", "interval"]);
    for (const group of values(groups)) checkMeasures(group, G);
    if (money && "credits" in (spent as object)) checkBounded((spent as { credits: unknown }).credits);
    if (money) record(spent, ["currency", "cost", "costPerContact", ...("credits" in (spent as object) ? ["credits"] : []), "posts"]);
    for (const kind of resultsIn(JSON.stringify(each))) expect(kind.days).toBe(days);
  });
  return documents as WeekJson[];
}

// Requirements in, one HTML page out, in the manner of a run's report: questions are rows, rules are columns.

import type { Scenario } from "../sim/scenario/schema.ts";
import type { Requirements } from "../sim/study/require.ts";
import { nounFor } from "./intervalWords.ts";
import { inWords } from "./names.ts";
import { html } from "./page.ts";
import { repeatBy, type File } from "./repeat.ts";
import { requireFinding } from "./requireFinding.ts";
import { meaning } from "./requireWords.ts";
import { row } from "./row.ts";
import { requireRows } from "./rows/requireRows.ts";
import { requiredByIntervalRow, ruleRow } from "./tables/requirements.ts";
import { wholePage } from "./wholePage.ts";
import { capital, integer, plural } from "./words.ts";

/** The whole page: self-contained, no script, no request. @param files all that the scenario is made of @param command that repeats the page */
export function requirePage(found: Requirements, scenario: Scenario, files: readonly File[], command: string): string {
  const { title, lead } = requireFinding(found, scenario), noun = nounFor(scenario.interval), days = `${integer(found.days)} simulated ${plural(found.days, "day")} for each staffing`;
  const rows = found.groups.flatMap((group, at) => {
    const named = found.groups.length > 1 ? `${capital(inWords(group.group))}: ` : "", { required, attained } = requireRows(found, at, scenario);
    return [ruleRow(group, noun, named), required.row, attained.row, requiredByIntervalRow(group, noun, named)];
  });
  return wholePage({
    columns: 3, over: `Contact centre simulation · ${days}`, title, lead,
    note: `${meaning(found, noun).join(" ")} Each ± is the 95% interval of the simulation; the assumptions of the scenario file are not covered.`,
    main: html`${rows.map(row)}`,
    footer: repeatBy(command, `callhall ${found.callhall} · seed “${found.seed}” · ${days}`, files.filter(({ file, text }, i) => files.findIndex((other) => other.file === file && other.text === text) === i)),
  });
}

// Requirements as two tables: a row for each group and rule, and a row for each of them and interval. The file's rota is among the rules.

import type { Estimate } from "../stats/estimate.ts";
import type { GroupRequirements, Requirements, Rule } from "../study/require.ts";
import type { Staffing } from "../study/requireResult.ts";
import type { Row } from "./resultRows.ts";

export const requireTableNames = ["rules", "requirements"] as const;

interface Named {
  readonly group: GroupRequirements;
  readonly rule: Rule | "rota";
  readonly staffing: Staffing;
}

export function requireTables({ scenario, groups, present }: Requirements): { readonly name: (typeof requireTableNames)[number]; readonly rows: readonly Row[] }[] {
  const all = groups.flatMap((group): Named[] => [{ group, rule: "rota", staffing: group.rota }, ...group.rules.map((staffing) => ({ group, rule: staffing.rule, staffing }))]);
  return [
    {
      name: "rules",
      rows: all.map(({ group, rule, staffing }) => ({
        scenario, group: group.group, rule, agentHours: staffing.agentHours, ...(present === null ? {} : { hoursToRoster: staffing.hoursToRoster ?? null }),
        ...columns("serviceLevel", staffing.serviceLevel), ...columns("abandonmentRate", staffing.abandonmentRate), ...columns("occupancy", staffing.occupancy),
        daysMissed: staffing.daysMissed.mean, daysMissed_low: staffing.daysMissed.interval?.[0] ?? null, daysMissed_high: staffing.daysMissed.interval?.[1] ?? null,
        worstFrom: staffing.worst?.from ?? null, worstTo: staffing.worst?.to ?? null, ...columns("worst_serviceLevel", staffing.worst?.serviceLevel ?? { mean: null, halfWidth: null }),
        intervalsMissed: staffing.intervalsMissed,
      })),
    },
    {
      name: "requirements",
      rows: all.flatMap(({ group, rule, staffing }) => group.intervals.map(({ from, to, expected, target, offeredLoad, rostered, available }, i) => {
        const { agents, toRoster, serviceLevel, occupancy } = staffing.intervals[i];
        return {
          scenario, group: group.group, rule, from, to, expected, target, offeredLoad, rostered, available, agents, ...(present === null ? {} : { toRoster: toRoster ?? null }),
          ...columns("serviceLevel", serviceLevel), ...columns("occupancy", occupancy),
        };
      })),
    },
  ];
}

const columns = (name: string, { mean, halfWidth }: Estimate): Row => ({ [name]: mean, [`${name}_halfWidth`]: halfWidth });

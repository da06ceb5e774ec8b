import type * as z from "zod";
import type { Findings } from "./findings.ts";
import type { Scenario } from "./schema.ts";
import { readSettingPath } from "./settingPath.ts";
import type { studySchema } from "./studySchema.ts";
import type { Way } from "./studyWay.ts";
import { kindsOfDay } from "./week.ts";

/** Whose number of agents may change: all groups', one group's, or one shift's; in a week in every kind of day that has them. */
export interface Staff {
  readonly group?: string;
  readonly shift?: string;
}

export interface Hold {
  /** Of all contacts together; without it the types' own. */
  readonly target: number | undefined;
  readonly staff: Staff;
}

type Read = NonNullable<z.output<typeof studySchema>["hold"]>;

/** What to hold; complains where some way of working has no such agents. */
export function readHold({ target, vary }: Read, ways: readonly Way[], findings: Findings): Hold | undefined {
  const staff = staffOf(vary);
  if (staff === undefined) {
    findings.value(["hold", "vary"], "must be agents, groups.<group>, or groups.<group>.shifts.<shift>");
    return undefined;
  }
  const lacking = ways.filter(({ scenario }) => !kindsOfDay(scenario).some((kind) => hasStaff(kind.scenario, staff))).map(({ name }) => name);
  if (lacking.length > 0) findings.value(["hold", "vary"], `there are no such agents in ${lacking.join(", ")}; agents stands for those of all groups`);
  return { target, staff };
}

function staffOf(vary: string): Staff | undefined {
  if (vary === "agents") return {};
  const [top, group, what, shift, ...more] = readSettingPath(`${vary}=`)?.path ?? [];
  if (top !== "groups" || typeof group !== "string" || more.length > 0) return undefined;
  if (shift === undefined) return what === undefined || what === "shifts" || what === "agents" ? { group } : undefined;
  return what === "shifts" && typeof shift === "string" ? { group, shift } : undefined;
}

function hasStaff({ groups }: Scenario, { group, shift }: Staff): boolean {
  const numbers = ({ agents = 0, shifts }: Scenario["groups"][string]) => (shifts === undefined ? [agents].flat() : Object.values(shifts));
  if (shift !== undefined) return group !== undefined && Object.hasOwn(groups, group) && Object.hasOwn(groups[group].shifts ?? {}, shift);
  const some = group === undefined ? Object.values(groups) : Object.hasOwn(groups, group) ? [groups[group]] : [];
  return some.flatMap(numbers).some((agents) => agents > 0);
}

import type { Findings } from "./findings.ts";
import type { Scenario } from "./schema.ts";
import { noSuch } from "./nearest.ts";
import { piece } from "./pieces.ts";
import { readSettingPath } from "./settingPath.ts";
import { hold } from "./studySchema.ts";
import { shorten } from "./shown.ts";
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

/** What to hold, undefined where nothing is asked; complains where some way of working has no such agents. */
export function readHold(ways: readonly Way[], findings: Findings): Hold | undefined {
  if (!findings.isMapping(["hold"])) return undefined; // not asked for, or the schema has told
  const vary = piece(findings, hold.shape.vary, ["hold", "vary"]), target = piece(findings, hold.shape.target, ["hold", "target"]);
  if (vary === undefined) return undefined;
  const staff = staffOf(vary);
  if (staff === undefined) {
    findings.value(["hold", "vary"], "must be agents, groups.<group>, or groups.<group>.shifts.<shift>");
    return undefined;
  }
  const lacking = ways.filter(({ scenario }) => !kindsOfDay(scenario).some((kind) => hasStaff(kind.scenario, staff))).map(({ name }) => name);
  if (lacking.length > 0) findings.value(["hold", "vary"], lackingInWords(staff, ways, lacking));
  return { target, staff };
}

/** @param lacking names of the ways that have none */
function lackingInWords({ group, shift }: Staff, ways: readonly Way[], lacking: readonly string[]): string {
  const where = `in ${lacking.join(", ")}`, days = ways.flatMap(({ scenario }) => kindsOfDay(scenario).map((kind) => kind.scenario));
  if (group === undefined) return `cannot become more or fewer in proportion ${where}: all groups have 0 agents there`;
  const known = [...new Set(days.flatMap(({ groups }) => Object.keys(groups)))], shifts = [...new Set(days.flatMap(({ groups }) => (Object.hasOwn(groups, group) ? Object.keys(groups[group].shifts ?? {}) : [])))];
  if (!known.includes(group)) return noSuch(`group ${where}`, group, known);
  if (shift !== undefined) return shifts.includes(shift) ? `${shorten(group)} has no shift ${shorten(shift)} ${where}` : noSuch(`shift of ${shorten(group)} ${where}`, shift, shifts);
  return `there are no agents of ${shorten(group)} ${where}; agents stands for those of all groups`;
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

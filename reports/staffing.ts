// Who is on the rota, in words. Exact: the rota is given, not simulated.

import { shortened } from "./names.ts";
import { total, type View } from "./view.ts";
import { decimal, integer, plural } from "./words.ts";

/** How many agents, as the subject of a sentence, and whether its verb is singular. */
export function agentsOf({ scenario, slots }: View): { readonly words: string; readonly one: boolean } {
  const groups = Object.values(scenario.groups);
  if (groups.some(({ agents }) => Array.isArray(agents))) {
    // Numbers by interval do not say who they are; the most at once is what can be said.
    const most = Math.max(...slots.map((slot) => slot.rostered));
    return { words: `up to ${Number.isInteger(most) ? integer(most) : decimal(most, 1)} ${plural(most, "agent")} at once`, one: most === 1 };
  }
  const people = total(groups.map(({ agents, shifts }) => (typeof agents === "number" ? agents : total(Object.values(shifts ?? {})))));
  return { words: `${integer(people)} ${plural(people, "agent")}`, one: people === 1 };
}

/** "11 agents (4 early + 4 middle + 3 late)", "13 agents in 4 groups" */
export function rotaWords(view: View): string {
  const { words } = agentsOf(view), groups = Object.values(view.scenario.groups);
  if (groups.length > 1) return `${words} in ${integer(groups.length)} groups`;
  const shifts = Object.entries(groups[0].shifts ?? {}).filter(([, agents]) => agents > 0);
  if (shifts.length < 2 || shifts.length > 4) return words;
  return `${words} (${shifts.map(([name, agents]) => `${integer(agents)} ${shortened(name)}`).join(" + ")})`;
}

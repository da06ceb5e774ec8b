import { inWords } from "../names.ts";
import type { Html } from "../page.ts";
import type { Row } from "../row.ts";
import { verdict, type Verdict } from "../verdict.ts";
import { shared, type View } from "../view.ts";
import { amountShown, capital, listed, secondsShown, shareShown, targetPercent } from "../words.ts";
import { table, withMargin, type Cell } from "./table.ts";

/** Each site's contacts and agents beside one another; null where no scenario has sites. */
export function siteRow(views: readonly View[]): Row | null {
  const several = views.filter((view) => view.result.sites !== undefined);
  if (several.length === 0) return null;
  return {
    title: titleOf(several, views.length > 1),
    note: "Of a site’s own contacts: offered a day, answered in time, hung up, average wait of all, and of those answered the share that groups of other sites, or of none, answered. Of its agents: contacts of other sites, or of one central number, that they answered a day; occupancy and hours a day. ±: 95% intervals of the simulation. ▾ below the site’s target on average.",
    panels: several.map(tableOf),
    wide: true,
  };
}

/** Which sites surely miss the target of their contact types. */
function titleOf(views: readonly View[], named: boolean): string {
  const neutral = "Each site, its contacts and its agents";
  if (views.length > 1) return neutral;
  const where = named ? ` in ${views[0].quoted}` : "", judged = Object.keys(views[0].scenario.sites ?? {}).map((name) => ({ name, ...judge(views[0], name) }));
  const missed = judged.filter((site) => site.verdict === "missed"), met = judged.filter((site) => site.verdict === "met");
  if (met.length === judged.length) return `Every site${where} meets its target`;
  if (missed.length === judged.length) return `Every site${where} misses its target`;
  if (missed.length === 0 || missed.length > 3) return neutral;
  return `${capital(listed(missed.map(({ name }) => inWords(name))))} ${missed.length === 1 ? "misses its" : "miss their"} target${where}`;
}

/** A site by the target that all its contact types share; null where they differ or there are none. */
function judge({ scenario, result }: View, site: string): { readonly target: number | null; readonly verdict: Verdict | null } {
  const target = shared(Object.values(scenario.contacts).filter((type) => type.site === site).map((type) => type.target));
  const level = result.sites?.[site].contacts.serviceLevel;
  return { target, verdict: target === null || level === undefined ? null : verdict(level, target) };
}

function tableOf(view: View): Html {
  return table({
    caption: view.name,
    columns: ["Site", "Offered", "In time", "Target", "Hang up", "Average wait", "Answered elsewhere", "For others", "Occupancy", "Staffed h"],
    body: Object.entries(view.result.sites ?? {}).map(([name, { contacts, agents, answeredElsewhere, answeredForOthers }]): Cell[] => {
      const { target } = judge(view, name), { mean } = contacts.serviceLevel;
      return [
        { text: name },
        { text: withMargin(amountShown(contacts.offered)) },
        { text: withMargin(shareShown(contacts.serviceLevel)), bad: target !== null && mean !== null && mean < target },
        { text: target === null ? "by type" : targetPercent(target) },
        { text: withMargin(shareShown(contacts.abandonmentRate)) },
        { text: withMargin(secondsShown(contacts.averageWait)) },
        { text: withMargin(shareShown(answeredElsewhere)) },
        { text: withMargin(amountShown(answeredForOthers)) },
        { text: withMargin(shareShown(agents.occupancy)) },
        { text: withMargin(amountShown(agents.staffedHours)) },
      ];
    }),
  });
}

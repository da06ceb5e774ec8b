import { agentsByInterval, busyOfRostered, mostAgents, tightestOf } from "../charts/agentsByInterval.ts";
import { intervalNoun } from "../intervalWords.ts";
import { quoted } from "../names.ts";
import { figure, type Row } from "../row.ts";
import { shared, type View } from "../view.ts";
import { halfWidth, listed } from "../words.ts";

/** When are the agents busiest? */
export function agentsRow(views: readonly View[], hours: readonly [number, number]): Row {
  const most = mostAgents(views), halves = views.flatMap((view) => view.slots.map((slot) => slot.busyHalfWidth));
  const certain = halves.includes(null) ? "" : `, certain to within ${halfWidth(Math.max(...halves.map((half) => half ?? 0)))}`;
  const groups = views.some((view) => Object.keys(view.scenario.groups).length > 1) ? ", all groups together" : "";
  return {
    title: titleOf(views),
    note: `Rostered: agents on duty by the rota, breaks left out (exact)${groups}. Busy: agents serving a contact, mean of all days${certain}.`,
    key: [{ mark: "rostered", says: "rostered" }, { mark: "busy", says: "busy" }],
    panels: views.map((view) => figure(view, agentsByInterval(view, hours, most))),
  };
}

/** Busiest: the largest part of those rostered. Named once where it is the same time in every scenario. */
function titleOf(views: readonly View[]): string {
  const some = views.flatMap((view) => {
    const tightest = tightestOf(view.slots);
    return tightest === null ? [] : [{ view, tightest }];
  });
  const neutral = `Agents rostered and busy by ${intervalNoun(views).one}`;
  if (some.length === 0 || views.length > 3) return neutral;
  const named = (view: View) => (views.length > 1 ? ` in ${quoted(view.name)}` : "");
  const when = shared(some.map(({ tightest }) => tightest.when));
  if (when !== null) return `Agents are busiest from ${when}: ${listed(some.map(({ view, tightest }) => `${busyOfRostered(tightest)}${named(view)}`))}`;
  return `Agents are busiest ${listed(some.map(({ view, tightest }) => `from ${tightest.when}${named(view)}: ${busyOfRostered(tightest)}`))}`;
}

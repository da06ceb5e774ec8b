import { agentsByInterval, busyOfRostered, mostAgents, standsOut, tightestOf } from "../charts/agentsByInterval.ts";
import { intervalNoun } from "../intervalWords.ts";
import { besideKey, drawn, type Beside, type Row } from "../row.ts";
import { awayOf, meanOfDays, shared, type Slot, type View } from "../view.ts";
import { halfWidth, listed } from "../words.ts";

/** When are the agents busiest? */
export function agentsRow(views: readonly View[], hours: readonly [number, number], beside?: Beside): Row {
  const most = views.map((view) => Math.max(mostAgents(view), ...(beside?.of.slots ?? []).map(({ rostered }) => rostered))), largest = Math.max(...most);
  const certain = certainty(views, ({ busyHalfWidth }) => busyHalfWidth);
  const groups = views.some((view) => Object.keys(view.scenario.groups).length > 1) ? ", all groups together" : "";
  const away = views.map(awayOf), included = [...(away.some(({ absent }) => absent) ? ["absent agents"] : []), ...(away.some(({ offPhone }) => offPhone) ? ["time off the phone"] : [])];
  const absent = included.length > 0 ? `, ${listed(included)} included` : "";
  const onPhone = included.length > 0 ? ` On the phone: busy or available, without ${listed(included)}, ${meanOfDays(views)}${certainty(views, ({ onPhoneHalfWidth }) => onPhoneHalfWidth)}.` : "";
  const oneScale = largest <= 4 * Math.min(...most); // a small centre beside a large one would be a line on the floor
  return {
    title: titleOf(views),
    note: `Rostered: agents on duty by the rota, breaks left out${absent} (exact)${groups}. Busy: agents serving a contact, ${meanOfDays(views)}${certain}.${onPhone}${oneScale ? "" : " The scales differ."}`,
    key: [{ mark: "rostered", says: "rostered" }, ...(included.length > 0 ? [{ mark: "dashed", says: "on the phone" } as const] : []), { mark: "busy", says: "busy" }, ...besideKey(beside, ": rostered")],
    ...drawn(views, views.map((view, i) => agentsByInterval(view, hours, oneScale ? largest : most[i], beside?.of))),
  };
}

function certainty(views: readonly View[], halfWidthOf: (slot: Slot) => number | null): string {
  const halves = views.flatMap((view) => view.slots.map(halfWidthOf));
  return halves.includes(null) || halves.every((half) => half === 0) ? "" : `, certain to within ${halfWidth(Math.max(...halves.map((half) => half ?? 0)))} agents`;
}

/** Busiest: the largest part of those rostered. The time is said where it surely stands out, and once where it is the same in every scenario. */
function titleOf(views: readonly View[]): string {
  const some = views.flatMap((view) => {
    const tightest = tightestOf(view.slots);
    return tightest === null ? [] : [{ view, tightest }];
  });
  const neutral = `Agents rostered and busy by ${intervalNoun(views).one}`;
  if (some.length === 0 || views.length > 3) return neutral;
  const named = (view: View) => (views.length > 1 ? ` in ${view.quoted}` : "");
  const rostered = views.map(awayOf).some(({ absent, offPhone }) => absent || offPhone) ? " rostered" : ""; // not all of them are there to be busy
  const busy = (slot: Slot) => `${busyOfRostered(views.length > 1 ? { ...slot, busyHalfWidth: null } : slot)}${rostered}`; // the note has the margin
  if (!some.every(({ view, tightest }) => standsOut(tightest, view.slots))) return `Agents busy at the busiest time: ${listed(some.map(({ view, tightest }) => `${busy(tightest)}${named(view)}`))}`;
  const when = shared(some.map(({ tightest }) => tightest.when));
  if (when !== null) return `Agents are busiest from ${when}: ${listed(some.map(({ view, tightest }) => `${busy(tightest)}${named(view)}`))}`;
  return `Agents are busiest ${listed(some.map(({ view, tightest }) => `from ${tightest.when}${named(view)} (${busy(tightest)})`))}`;
}

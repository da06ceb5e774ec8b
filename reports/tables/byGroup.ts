import { inWords } from "../names.ts";
import type { Html } from "../page.ts";
import type { Row } from "../row.ts";
import { awayOf, type View } from "../view.ts";
import { amountShown, decimal, inSentence, shareShown } from "../words.ts";
import { table, withMargin, type Cell } from "./table.ts";

/** The groups beside one another; null where every scenario has one group only. */
export function groupRow(views: readonly View[]): Row | null {
  const several = views.filter((view) => Object.keys(view.scenario.groups).length > 1);
  if (several.length === 0) return null;
  return {
    title: titleOf(several, views.length > 1),
    note: `Occupancy: busy / (busy + available). Utilisation: busy / paid, breaks and work past the shift’s end paid too. Hours a day: rostered by the rota (exact), ${missing(several)}staffed with the work past the shift’s end, overrun that work alone. ±: 95% intervals of the simulation.`,
    panels: several.map(tableOf),
    wide: true,
  };
}

/** The busiest group, where its interval lies above that of every other. */
function titleOf(views: readonly View[], named: boolean): string {
  const neutral = "How busy each group is";
  if (views.length > 1) return neutral;
  const groups = Object.entries(views[0].result.groups).flatMap(([name, { occupancy: { mean, halfWidth } }]) => (mean === null || halfWidth === null ? [] : [{ name, mean, halfWidth }]));
  if (groups.length < 2) return neutral;
  const [first, second] = [...groups].sort((a, b) => b.mean - a.mean);
  if (!groups.every((group) => group === first || group.mean + group.halfWidth < first.mean - first.halfWidth)) return neutral;
  return `Of the groups${named ? ` in ${views[0].quoted}` : ""}, ${inWords(first.name)} is the busiest: occupancy ${inSentence(shareShown(first))}, next ${inWords(second.name)} ${inSentence(shareShown(second))}`;
}

/** What stands between the hours rostered and those staffed. */
function missing(views: readonly View[]): string {
  const away = views.map(awayOf), words = [...(away.some(({ absent }) => absent) ? ["absent"] : []), ...(away.some(({ offPhone }) => offPhone) ? ["off the phone while on duty"] : [])];
  return words.map((word) => `${word}, `).join("");
}

function tableOf(view: View): Html {
  const away = awayOf(view), names = [...(away.absent ? ["Absent h"] : []), ...(away.offPhone ? ["Off phone h"] : [])];
  return table({
    caption: view.name,
    columns: ["Agent group", "Answers", "Occupancy", "Utilisation", "Rostered h", ...names, "Staffed h", "Busy h", "Overrun h"],
    body: Object.entries(view.scenario.groups).map(([name, group]): Cell[] => {
      const { occupancy, utilisation, rosteredHours, absentHours, offPhoneHours, staffedHours, busyHours, overrunHours } = view.result.groups[name];
      return [
        { text: name }, { text: Object.keys(group.answers).join(", "), words: true },
        { text: withMargin(shareShown(occupancy)) }, { text: withMargin(shareShown(utilisation)) },
        { text: decimal(rosteredHours.mean ?? 0, 1) },
        ...[...(away.absent ? [absentHours] : []), ...(away.offPhone ? [offPhoneHours] : []), staffedHours, busyHours, overrunHours].map((hours) => ({ text: withMargin(amountShown(hours)) })),
      ];
    }),
  });
}

import { inWords } from "../names.ts";
import type { Html } from "../page.ts";
import type { Row } from "../row.ts";
import { judge } from "../verdict.ts";
import type { View } from "../view.ts";
import { longWait } from "../waits.ts";
import {
  amountShown, capital, daysInHundred, duration, listed, NOTHING, points, pointsRange, secondsShown, shareShown, targetPercent,
} from "../words.ts";
import { table, withMargin, type Cell } from "./table.ts";

/** Each contact type beside its own target; null where every scenario has one type only. */
export function typeRow(views: readonly View[]): Row | null {
  const several = views.filter((view) => Object.keys(view.scenario.contacts).length > 1);
  if (several.length === 0) return null;
  return {
    title: titleOf(several, views.length > 1),
    note: "Offered: contacts a day. In time: answered within the type’s own threshold, of contacts offered. Answer: average speed of answer. One in ten waits longer: the wait that nine contacts offered in ten do not exceed. ± and ranges: 95% intervals of the simulation. ▾ below the type’s target on average.",
    panels: several.map(tableOf),
    wide: true,
  };
}

function titleOf(views: readonly View[], named: boolean): string {
  if (views.length > 1) return "Each contact type beside its own target";
  const where = named ? ` in ${views[0].quoted}` : "";
  const [view] = views, { types } = judge(view), all = Object.keys(view.scenario.contacts).length;
  if (types.met.length === all) return `Every contact type${where} meets its own target`;
  if (types.missed.length === all) return `Every contact type${where} misses its own target`;
  if (types.missed.length > 0) {
    const some = types.missed.length <= 3 ? capital(listed(types.missed.map(inWords))) : `${types.missed.length} of ${all} contact types`;
    return `${some} ${types.missed.length === 1 ? "misses its" : "miss their"} own target${where}`;
  }
  return "Each contact type beside its own target";
}

function tableOf(view: View): Html {
  const { scenario, result } = view;
  return table({
    caption: view.name,
    columns: ["Contact type", "Offered", "In time", "Target", "Days on target", "Hang up", "Answer", "One in ten waits longer"],
    body: Object.entries(scenario.contacts).map(([name, type]): Cell[] => {
      const { offered, serviceLevel, abandonmentRate, averageSpeedOfAnswer, wait, daily } = result.types[name];
      return [
        { text: name },
        { text: withMargin(amountShown(offered)) },
        { text: withMargin(shareShown(serviceLevel)), bad: serviceLevel.mean !== null && serviceLevel.mean < type.target },
        { text: `${targetPercent(type.target)} ${type.answerWithin === 0 ? "at once" : `in ${duration(type.answerWithin)}`}` },
        { text: withMargin({ value: chance(daily.meetsTarget, result.days), margin: daily.interval.meetsTarget && result.days > 1 ? `(${pointsRange(daily.interval.meetsTarget)})` : "" }) },
        { text: withMargin(shareShown(abandonmentRate)) },
        { text: withMargin(secondsShown(averageSpeedOfAnswer)) },
        { text: withMargin(longWait(wait)) },
      ];
    }),
  });
}

function chance(share: number | null, days: number): string {
  if (share === null) return NOTHING;
  if (share === 0 || share === 1 || days < 2) return share === 1 ? "all" : "none";
  return daysInHundred(share, days).startsWith("on ") && share >= 0.005 && share < 0.995 ? `${points(share, 0)} in 100` : share < 0.5 ? "<1 in 100" : ">99 in 100";
}

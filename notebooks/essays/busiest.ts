// The textbook's sum: Erlang C for the busiest half hour of the day.

import { html } from "../../reports/page.ts";
import { row } from "../../reports/row.ts";
import { table } from "../../reports/tables/table.ts";
import { clockOfHours, decimal, duration, integer, percent, plural, targetPercent } from "../../reports/words.ts";
import { shellCommand } from "../../sim/cli/shellCommand.ts";
import { erlangC } from "../../sim/erlang/erlangC.ts";
import { leastAgents } from "../../sim/erlang/leastAgents.ts";
import { meanHandleTime } from "../../sim/erlang/offeredLoad.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import type { Shown } from "./live.ts";

/** @param scenario with calls of exponential handle time */
export function busiest({ opening, interval, contacts: { calls } }: Scenario): Shown {
  const { volume = 0, profile = [], answerWithin, target } = calls, handleTime = meanHandleTime({ handleTime: calls.handleTime, handleTimeFactor: 1 });
  const most = Math.max(...profile), at = opening.from + interval * profile.indexOf(most), offered = Math.round((10 * volume * most) / profile.reduce((sum, weight) => sum + weight, 0)) / 10;
  const queue = { arrivalRate: offered / interval, handleTime, answerWithin, patience: null }, least = leastAgents(queue, { serviceLevel: target }, erlangC);
  const numbers = [-2, -1, 0, 1, 2].map((more) => least + more).filter((agents) => agents > 0), when = `${clockOfHours(at / 3600)} to ${clockOfHours((at + interval) / 3600)}`;
  const command = shellCommand(["callhall", "erlang", "c", "--calls", String(offered), "--per", `${interval}s`, "--handle", `${handleTime}s`, "--within", `${answerWithin}s`, "--agents", `${numbers[0]}..${numbers[numbers.length - 1]}`]);
  return {
    content: html`${row({
      title: `For the busiest half hour, ${when}, Erlang C asks for ${integer(least)} ${plural(least, "agent")}`,
      note: `${decimal(offered, 1)} calls of ${duration(handleTime)}, and nobody hangs up. Exact: the formula’s own values, for a half hour that lasts for ever.`,
      wide: true,
      panels: [table({
        caption: `Erlang C for ${when}`, columns: ["Agents", "Answered in time", `${targetPercent(target)} reached?`, "Average wait"],
        body: numbers.map((agents) => {
          const { serviceLevel, averageWait } = erlangC({ ...queue, agents });
          return [{ text: integer(agents) }, { text: percent(serviceLevel ?? 0) }, { text: agents >= least ? "yes" : "no" }, { text: averageWait === null ? "no bound" : `${decimal(averageWait, averageWait < 100 ? 1 : 0)} s` }];
        }),
      })],
    })}<details><summary>The same from the command line</summary><pre class="command">${command}</pre></details>`,
    certainty: "Exact.", done: true,
  };
}

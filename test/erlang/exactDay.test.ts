import { describe, expect, test } from "vitest";
import {
  ABANDONED, ABANDONED_WITHIN, ANSWERED, ANSWERED_WITHIN, BLOCKED, BUSY, CONTACT_COUNTERS, GROUP_COUNTERS, LOST_AT_CLOSE, OFFERED,
  OVERRUN, STAFFED, WAITED, WAIT_ABANDONED, WAIT_ALL, WAIT_ANSWERED,
} from "../../sim/engine/dayRecord.ts";
import { expectedDay } from "../../sim/erlang/exactDay.ts";
import { compile } from "../../sim/model/compile.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { naiveDay, type NaiveDay } from "./naiveDay.ts";

/** Quarter of an hour in three intervals; the staff falls and rises inside and at the edges, with breaks and people going home. */
const day = (options: { patience: string; lines: string; balking: string; closing: string; within: string; rates: string; extra?: string }) => `
opening: { from: "09:00", to: "09:15" }
interval: 5m
contacts:
  calls:
    ratesPerHour: ${options.rates}
    handleTime: { distribution: exponential, mean: 1m }
    patience: ${options.patience}
    balking: ${options.balking}
    answerWithin: ${options.within}
    target: 80%
lines: ${options.lines}
closing: ${options.closing}
shifts:
  short: { from: "09:00", to: "09:05" }
  break: { from: "09:00", to: "09:15", breaks: [{ for: 4m, between: ["09:05", "09:09"] }] }
  late: { from: "09:03", to: "09:12" }
groups: { all: { answers: { calls: { handleTimeFactor: 1.25 } }, ${options.extra ?? "shifts: { short: 1, break: 1, late: 1 }"} } }
`;
const exponential = "{ distribution: exponential, mean: 45s }";

describe("the exact day agrees with tiny steps through every state and a contact followed on its own", () => {
  const cases: Record<string, [text: string, own: Pick<NaiveDay, "lines" | "room">]> = {
    "lines, balking, lost at closing": [day({ patience: exponential, lines: "7", balking: "20%", closing: "drop", within: "40s", rates: "[240, 150, 90]", extra: "shifts: { short: 1, break: 2, late: 1 }" }), { lines: 7, room: 7 }],
    "nobody hangs up, a long threshold": [day({ patience: "never", lines: "9", balking: "0%", closing: "drain", within: "2m", rates: "[120, 150, 60]" }), { lines: 9, room: 9 }],
    "nobody on duty for a while, and at closing": [day({ patience: exponential, lines: "6", balking: "10%", closing: "drain", within: "20s", rates: "[200, 0, 200]", extra: "agents: [3, 1, 0]" }), { lines: 6, room: 6 }],
  };
  for (const [title, [text, own]] of Object.entries(cases)) {
    test(title, () => {
      const model = compile(parseScenario(text)), exact = expectedDay(model);
      const within = model.answerWithin[0], times = [...new Set([...model.stepTime, ...Array.from(model.stepTime, (time) => time - within).filter((time) => time > 0)])].sort((a, b) => a - b);
      let agents = 0;
      const steps = times.map((time) => {
        const interval = Math.floor(time / 300), s = model.stepTime.indexOf(time);
        if (s >= 0) agents += model.stepChange[s];
        return { time, agents, goHome: s < 0 ? 0 : model.stepGoHome[s], interval, arrival: interval < 3 ? (model.expected[interval + 1] - model.expected[interval]) / 300 : 0 };
      });
      const naive = naiveDay({
        ...own, finish: 1 / 75, hangUp: text.includes("never") ? 0 : 1 / 45, joins: 1 - model.balking[0], within, drop: model.drop, steps, grid: within > 60 ? 2 : 1, tail: 4000,
      });
      naive.intervals.forEach((sums, i) => {
        const contact = (counter: number) => exact.contacts[i * CONTACT_COUNTERS + counter], group = (counter: number) => exact.group[i * GROUP_COUNTERS + counter];
        const pairs: [string, number, number][] = [
          ["offered", contact(OFFERED), sums.offered], ["answered", contact(ANSWERED), sums.atOnce + sums.answered], ["abandoned", contact(ABANDONED), sums.balked + sums.abandoned],
          ["blocked", contact(BLOCKED), sums.blocked], ["lost", contact(LOST_AT_CLOSE), sums.lost], ["waited", contact(WAITED), sums.joined],
          ["answered within", contact(ANSWERED_WITHIN), sums.atOnce + sums.answeredWithin], ["abandoned within", contact(ABANDONED_WITHIN), sums.balked + sums.abandonedWithin],
          ["wait of answered", contact(WAIT_ANSWERED), sums.waitAnswered], ["wait of abandoned", contact(WAIT_ABANDONED), sums.waitAbandoned],
          ["wait of all", contact(WAIT_ALL), sums.waitAnswered + sums.waitAbandoned + sums.waitLost],
          ["busy", group(BUSY), sums.busy], ["staffed", group(STAFFED), sums.staffed], ["overrun", group(OVERRUN), sums.overrun],
        ];
        const off = pairs.filter(([, a, b]) => !(Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b)))).map(([name, a, b]) => `interval ${i} ${name}: ${a} against ${b}`);
        expect(off).toEqual([]);
      });
      expect(exact.group[3 * GROUP_COUNTERS + BUSY]).toBeCloseTo(naive.workAfterClosing, 5);
    });
  }
});

// Survival times as books print them.

import type { Times } from "../../sim/stats/kaplanMeier.ts";

/** "6 6+": an event and a censored time. */
export function timesOf(text: string): Times {
  const all = text.split(" ").map((word) => ({ at: parseInt(word), isEvent: !word.endsWith("+") })), at = [...new Set(all.map((each) => each.at))].sort((a, b) => a - b);
  const count = (isEvent: boolean) => Float64Array.from(at, (time) => all.filter((each) => each.at === time && each.isEvent === isEvent).length);
  return { at: Float64Array.from(at), events: count(true), censored: count(false) };
}

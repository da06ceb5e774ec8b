// The text of a starter scenario: every value with a comment in a planner's words, and what is assumed marked as such.

import { formatClock } from "../scenario/clock.ts";
import { formatDuration } from "../scenario/duration.ts";
import { escapeControls } from "../scenario/shown.ts";

/** A value and where it comes from. */
export interface Told<Value> {
  readonly value: Value;
  readonly says: string;
}

export interface Starter {
  /** Lines about the whole. */
  readonly heading: readonly string[];
  /** Seconds since midnight. */
  readonly opening: Told<{ readonly from: number; readonly to: number }>;
  /** Seconds. */
  readonly interval: Told<number>;
  readonly volume: Told<number>;
  /** One weight per interval. */
  readonly profile: Told<readonly number[]>;
  /** Seconds. */
  readonly handleTime: Told<number>;
  /** All day, or one number per interval. */
  readonly agents: Told<number | readonly number[]>;
}

export function starterText({ heading, opening, interval, volume, profile, handleTime, agents }: Starter): string {
  const { from, to } = opening.value;
  const perInterval = (values: readonly number[]) => list(values, from, interval.value, "      ");
  return [
    ...heading.map(comment),
    comment("Simulate it with `callhall run` and the name of this file. What says assumed is a guess of ours: put your own figures there"),
    comment("first. `callhall schema --keys` explains every key."),
    `opening: { from: "${formatClock(from)}", to: "${formatClock(to)}" } ${comment(`when callers can ring. ${opening.says}`)}`,
    `interval: ${formatDuration(interval.value)} ${comment(`the step of your forecast and rota: 5m, 10m, 15m, 30m or 60m. ${interval.says}`)}`,
    "contacts:",
    `  calls: ${comment("one kind of contact; the name is yours, and others may stand below it")}`,
    `    volume: ${number(volume.value)} ${comment(`calls expected on this day. ${volume.says}`)}`,
    `    ${comment(`How they spread: one weight for each ${formatDuration(interval.value)}, an hour a line; only the proportions matter. ${profile.says}`)}`,
    `    profile: ${perInterval(profile.value)}`,
    `    ${comment(`Talk, hold and wrap-up together. ${handleTime.says}`)}`,
    `    ${comment("assumed: lognormal, most calls below the mean and a few long ones; cv is the standard deviation over the mean")}`,
    `    handleTime: { distribution: lognormal, mean: ${formatDuration(handleTime.value)}, cv: 0.8 }`,
    `    ${comment("How long callers wait before they hang up; it matters more than most figures. assumed: 3m in the mean; never: nobody does")}`,
    "    patience: { distribution: exponential, mean: 3m }",
    `    answerWithin: 20s ${comment("an answer within this time is in time. assumed: 20s is usual")}`,
    `    target: 80% ${comment("the share of calls that should be answered in time. assumed: 80% is usual")}`,
    "groups:",
    `  team: ${comment("people who do the same work; the name is yours, and others may stand below it")}`,
    `    answers: [calls] ${comment("the kinds of contact they take")}`,
    `    ${comment(`People on the telephone${typeof agents.value === "number" ? " all day; a list has one number for each interval" : ", one number for each interval"}. ${agents.says}`)}`,
    `    agents: ${typeof agents.value === "number" ? agents.value : perInterval(agents.value)}`,
    `days: 1000 ${comment("days to simulate; more days, narrower intervals around the results")}`,
    `seed: "1" ${comment("where chance starts: the same seed gives the same days")}`,
    "",
  ].join("\n");
}

/** One line, with nothing that YAML or a terminal would trip over. */
function comment(text: string): string {
  return `# ${escapeControls(text).replace(/[\ufffd-\uffff]/g, "?")}`;
}

/** A list with an hour of the clock a line, its start beside it. */
function list(values: readonly number[], from: number, interval: number, indent: string): string {
  const lines: { readonly start: number; readonly numbers: string[] }[] = [];
  values.forEach((value, i) => {
    const start = from + i * interval, last = lines.at(-1);
    if (last === undefined || Math.floor(last.start / 3600) !== Math.floor(start / 3600)) lines.push({ start, numbers: [number(value)] });
    else last.numbers.push(number(value));
  });
  return `[\n${lines.map(({ start, numbers }) => `${indent}${numbers.join(", ")}, # from ${formatClock(start)}`).join("\n")}\n${indent.slice(2)}]`;
}

/** To the millionth, without an exponent. */
function number(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, "");
}

// Small calendars for tests: a day of two hours, and what is said of its dates.

import { parseScenario, type ParseOptions } from "../../sim/scenario/parse.ts";
import { isDated } from "../../sim/scenario/dated.ts";
import type { DatedScenario } from "../../sim/scenario/schema.ts";

export function dated(text: string, options: ParseOptions = {}): DatedScenario {
  const scenario = parseScenario(text, "year.yaml", options);
  if (!isDated(scenario)) throw new Error("a calendar of dates was meant");
  return scenario;
}

/** A day of four half hours; the calendar's keys follow, one a line. */
export function smallCalendar(calendar: string, { calls = "volume: 20", contacts = "", answers = "[calls]", agents = 2, more = "" } = {}): string {
  return `opening: { from: "09:00", to: "11:00" }
interval: 30m
contacts:
  calls: { ${calls}, profile: [1, 2, 2, 1], handleTime: { distribution: exponential, mean: 5m }, patience: { distribution: exponential, mean: 4m }, answerWithin: 20s, target: 80% }
${contacts}groups: { team: { answers: ${answers}, agents: ${agents} } }
days: 100
${more}calendar:
${calendar.trim().split("\n").map((line) => `  ${line.replace(/^ {2}(?=\S)/, "")}`).join("\n")}
`;
}

export const OFFICE_WEEK = "week: { mon: usual, tue: usual, wed: usual, thu: usual, fri: usual, sat: closed, sun: closed }";

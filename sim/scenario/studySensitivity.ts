import * as z from "zod";
import type { Findings } from "./findings.ts";
import type { Law } from "./law.ts";
import { checkTotal } from "./expected.ts";
import { piece } from "./pieces.ts";
import type { Scenario } from "./schema.ts";
import { parseShare, sharePattern } from "./share.ts";
import { onEveryKind, type Way } from "./studyWay.ts";
import { distinct, must, numberFrom, section } from "./values.ts";
import { kindsOfDay } from "./week.ts";

const MOST_VALUES = 20;

const factorRule = must("a factor such as 90% or 1.2, above 0 and up to 10");

const factor = z.union([z.string(factorRule).regex(sharePattern, factorRule).transform(parseShare), z.number(factorRule)], factorRule)
  .refine((value) => value > 0 && value <= 10, factorRule);

const several = <Value extends z.ZodType>(value: Value, rule: string) => z.array(value, must(rule)).min(1, { error: "must have at least one value" }).max(MOST_VALUES, { error: `must have at most ${MOST_VALUES} values` }).superRefine(distinct).optional();

const factors = several(factor, "a list of factors such as [90%, 110%]");
const factorsForm = "list of factors above 0, up to 10 or 999%";

/** What a study changes to see whether its answer stands. */
export const sensitivity = section("what to change, such as { patience: [50%, 200%], handleTime: [90%, 110%] }", {
  patience: factors.meta({ description: "Mean patience of every type that hangs up, as a multiple of its own", form: factorsForm, example: ["50%", "200%"] }),
  handleTime: factors.meta({ description: "Handle times of every type, as a multiple of its own", form: factorsForm, example: ["90%", "110%"] }),
  volume: factors.meta({ description: "Contacts of every type, as a multiple of its own; a fixed count to the nearest whole number", form: factorsForm, example: ["90%", "110%"] }),
  dayToDayCv: several(numberFrom(0, 3, "a number from 0 to 3"), "a list of numbers from 0 to 3 such as [0, 0.2]").meta({
    description: "How busyness varies from day to day: the `dayToDayCv` of every type whose count is not fixed", form: "list of numbers from 0 to 3", example: [0, 0.2],
  }),
});

export type Sensitive = keyof typeof sensitivity.shape;

/** One change: a factor, or of `dayToDayCv` the value itself. */
export interface Change {
  readonly what: Sensitive;
  readonly value: number;
}

/** All changes in the file's order; complains of those that would change nothing, or make too many contacts. @param names of all ways, also of those that are wrong */
export function readSensitivity(ways: readonly Way[], names: readonly string[], days: number | undefined, findings: Findings): Change[] {
  // Key by key, so that a mistake in one hides none in another.
  const { patience, handleTime, volume, dayToDayCv } = sensitivity.shape, own = <Schema extends z.ZodType>(schema: Schema, key: Sensitive) => piece(findings, schema, ["sensitivity", key]);
  const read = { patience: own(patience, "patience"), handleTime: own(handleTime, "handleTime"), volume: own(volume, "volume"), dayToDayCv: own(dayToDayCv, "dayToDayCv") };
  const allKnown = ways.length === names.length, types = ways.flatMap(({ scenario }) => kindsOfDay(scenario).flatMap((kind) => Object.values(kind.scenario.contacts)));
  const changes = findings.keysAt(["sensitivity"]).flatMap((key) => (isSensitive(key) ? (read[key] ?? []).map((value, index) => ({ what: key, value, index })) : []));
  if (findings.keysAt(["sensitivity"]).length === 0) findings.value(["sensitivity"], "must change something: patience, handleTime, volume or dayToDayCv");
  if (read.patience !== undefined && allKnown && types.every(({ patience }) => patience === "never")) findings.value(["sensitivity", "patience"], "changes nothing: nobody hangs up in any way of working");
  if (read.dayToDayCv !== undefined && allKnown && types.every(({ count }) => count === "fixed")) findings.value(["sensitivity", "dayToDayCv"], "changes nothing: every type has a fixed count");
  for (const { what, value, index } of changes) {
    if (what !== "volume" || days === undefined) continue;
    const tooMany = ways.map(({ scenario }) => checkTotal(changed(scenario, { what, value }), days)).find((each) => each !== null) ?? null;
    if (tooMany !== null) findings.value(["sensitivity", what, index], tooMany);
  }
  return changes.map(({ what, value }) => ({ what, value }));
}

const isSensitive = (key: string): key is Sensitive => key in sensitivity.shape;

/** A scenario with one change, in every kind of day. */
export function changed(scenario: Scenario, { what, value }: Change): Scenario {
  return onEveryKind(scenario, (day) => ({ ...day, contacts: Object.fromEntries(Object.entries(day.contacts).map(([name, type]) => [name, changedType(type, what, value)])) }));
}

type ContactType = Scenario["contacts"][string];

function changedType(type: ContactType, what: Sensitive, value: number): ContactType {
  if (what === "patience") return type.patience === "never" ? type : { ...type, patience: stretched(type.patience, value) };
  if (what === "handleTime") return { ...type, handleTime: stretched(type.handleTime, value) };
  if (what === "dayToDayCv") return type.count === "fixed" ? type : { ...type, dayToDayCv: value };
  const volume = type.volume === undefined ? undefined : type.count === "fixed" ? Math.round(type.volume * value) : type.volume * value;
  return { ...type, ...(volume === undefined ? {} : { volume }), ...(type.ratesPerHour === undefined ? {} : { ratesPerHour: type.ratesPerHour.map((rate) => rate * value) }) };
}

/** A law whose every time is so many times as long: the same shape. */
function stretched(law: Law, factor: number): Law {
  if (law.distribution === "weibull") return { ...law, scale: law.scale * factor };
  if (law.distribution === "uniform") return { ...law, from: law.from * factor, to: law.to * factor };
  return { ...law, mean: law.mean * factor };
}

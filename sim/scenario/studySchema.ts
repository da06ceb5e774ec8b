import * as z from "zod";
import { count, limits } from "./limits.ts";
import { nearest } from "./nearest.ts";
import { quantity } from "./quantity.ts";
import { scenarioSchema } from "./schema.ts";
import { marginal } from "./studyMarginal.ts";
import { STUDY_MEASURES } from "./studyMeasures.ts";
import { sensitivity } from "./studySensitivity.ts";
import { distinct, line, must, name, section, share, wholeFrom } from "./values.ts";

export const measure = z.enum(STUDY_MEASURES, must((input) => {
  const meant = typeof input === "string" ? nearest(input, STUDY_MEASURES) : undefined;
  return `the name of a measure${meant === undefined ? ` such as serviceLevel, averageWait or paidHours` : `; did you mean ${meant}?`}`;
}));

const patchRule = must("a patch of the base: keys and values, one a line; null takes a key away");

const variant = section("a variant", {
  says: line(500, "a sentence of 1 to 500 characters").meta({ description: "What the variant means, in a sentence", form: "text", example: "Monday to Friday 9-17, as before" }),
  patch: z.record(z.string(), z.unknown(), patchRule).meta({
    description: "What differs from the base, as in a file that `extends` it (JSON Merge Patch, RFC 7396). Keep the contact types, and all variants meet the same callers",
    form: "keys of a scenario; `null` takes a key away",
    example: { groups: { generic: { shifts: { early: 5 } } } },
  }),
});

export const hold = section("what to hold, such as { target: 80%, vary: agents }", {
  target: share.refine((value) => value > 0, { error: "must be above 0%" }).optional().meta({
    description: "Service level of all contacts that each variant must give on average; without it the types' own targets", form: "share above 0%, up to 100%", example: "80%",
  }),
  vary: line(500, "agents, groups.<group>, or groups.<group>.shifts.<shift>").default("agents").meta({
    description: "Whose number may change: `agents` of all groups, those of one group (`groups.generic`), both in the proportions of the variant; or one shift (`groups.generic.shifts.early`)",
    form: "`agents`, or path of a group or of a shift in it", example: "groups.generic",
  }),
});

const path = line(500, "the path of a number, such as contacts.calls.handleTime.mean");

export const breakEven = section("a break-even, such as { path: contacts.calls.handleTime.mean, between: [5m, 7m], variants: [base, nine-to-five] }", {
  path: z.union([path, z.array(path).min(1, { error: "must name at least one path" }).superRefine(distinct)], must("the path of a number, or a list of such paths")).transform((given) => (Array.isArray(given) ? given : [given])).meta({
    description: "The number whose value is sought, or several that are to have the same value", form: "path as messages print it, or list of paths", example: "contacts.calls.handleTime.mean",
  }),
  between: z.tuple([quantity, quantity], must("two values such as [5m, 7m]")).meta({ description: "Range in which it is sought, lower end first", form: "two numbers, durations or shares", example: ["5m", "7m"] }),
  variants: z.tuple([line(100, "the name of a variant"), line(100, "the name of a variant")], must("two names such as [base, nine-to-five]")).meta({
    description: "The two ways that are to be equal there; `base` is the base", form: "two names", example: ["base", "nine-to-five"],
  }),
  in: line(100, "the name of one of the two variants").optional().meta({ description: "Set the value in this one only; without it in both, or in the one that has it", form: "name", example: "nine-to-five" }),
  measure: measure.default("serviceLevel").meta({ description: "What is to be equal", form: "name of a measure", example: "serviceLevel" }),
});

/** The study file: types, defaults, messages, its JSON Schema and its reference all come from here. */
export const studySchema = section("a study", {
  question: line(300, "a question of 1 to 300 characters").meta({ description: "What the study asks; the title of its tables and its page", form: "text", example: "Does longer opening pay?" }),
  base: line(1000, "the path of a scenario file").meta({ description: "The scenario that every variant patches. Relative to the study, in its folder or below; a study in a folder named `studies` may use the folder above", form: "path", example: "usual-day.yaml" }),
  variants: z
    .record(name, variant, must("a mapping from the name of a variant to what it says and its patch"))
    .refine((entries) => Object.keys(entries).length > 0, { error: "must have at least one variant" })
    .refine((entries) => Object.keys(entries).length <= limits.variants, { error: `must have at most ${count(limits.variants)} variants` })
    .meta({ description: "Other ways of working, by name", entry: "variant", minProperties: 1 }),
  measures: z.array(measure, must("a list of measures such as [serviceLevel, averageWait]")).min(1, { error: "must name at least one measure" }).superRefine(distinct)
    .default(["serviceLevel", "abandonmentRate", "averageWait", "paidHours"])
    .meta({ description: "Measures of interest, the one that decides first; the document holds all others too", form: "list of measures", example: ["serviceLevel", "averageWait"] }),
  hold: hold.optional().meta({ description: "Find the least agents with which each way of working meets the target, and what it gives with more and fewer" }),
  breakEven: breakEven.optional().meta({ description: "Find the value of a number at which two ways of working are equal" }),
  sensitivity: sensitivity.optional().meta({ description: "Run all ways of working again with one thing changed in all of them, and say whether the answer stands" }),
  marginal: marginal.optional().meta({
    description: "Say what the first or last hours of the day bring and cost, by closing them on the same callers; one mapping, or a list of them", form: "mapping, or list of mappings", example: { hours: ["17:00", "18:00"], of: "base" },
  }),
  days: wholeFrom(2, limits.days, `a whole number of days from 2 to ${count(limits.days)}`).optional().meta({ description: "Days to simulate of each way of working, instead of the base's", form: "whole number of at least 2", unit: "days", example: 2000 }),
  seed: scenarioSchema.shape.seed.unwrap().optional().meta({ description: "Where chance starts, for all ways of working, instead of the base's", form: "text, or whole number", example: "1" }),
});

import * as z from "zod";
import { clockPattern, parseClock, secondsPerDay } from "./clock.ts";
import { durationPattern, parseDuration } from "./duration.ts";
import { parseShare, sharePattern } from "./share.ts";
import { unprintable } from "./shown.ts";

type Rule = string | ((input: unknown) => string);

/** The message of a schema: what the value must be, or that it is not there. */
export function must(rule: Rule): { error: (issue: { readonly input?: unknown }) => string } {
  return {
    error: ({ input }) => {
      if (input === undefined) return "is missing";
      return `must be ${typeof rule === "string" ? rule : rule(input)}`;
    },
  };
}

/** A number; a number in quotes is text and told so. */
const numeric = (rule: string): ReturnType<typeof must> =>
  must((input) => (typeof input === "string" && /^[0-9.+-]+$/.test(input) ? `${rule}, without quotes` : rule));

export function numberFrom(from: number, to: number, rule: string): z.ZodNumber {
  return z.number(numeric(rule)).min(from, must(rule)).max(to, must(rule));
}

export function numberAbove(above: number, to: number, rule: string): z.ZodNumber {
  return z.number(numeric(rule)).gt(above, must(rule)).max(to, must(rule));
}

export function wholeFrom(from: number, to: number, rule: string): z.ZodNumber {
  return z.int(numeric(rule)).min(from, must(rule)).max(to, must(rule));
}

const clockRule = 'a time of day such as "08:30", from "00:00" to "24:00"';

/** A time of day; becomes seconds since midnight. */
export const clock = z
  .string(must(clockRule))
  .regex(clockPattern, must(clockRule))
  .transform(parseClock)
  .meta({ form: "time of day", unit: "24-hour clock" });

function durationRule(input: unknown): string {
  if (typeof input === "number") return "a duration with its unit: write for example 20s, 5m30s or 1h";
  if (typeof input === "string" && input.startsWith("-")) return "a duration that is not negative";
  return "a duration such as 20s, 5m30s or 1h (units h, m, s, in this order)";
}

/** A length of time from 0s to 24h; becomes seconds. */
export const durationOrZero = durationBy(durationRule).meta({ form: "duration up to 24h", unit: "h, m or s, in the value" });

/** A length of time from 0s to 24h; becomes seconds. @param rule what is said of any other value */
export function durationBy(rule: Rule) {
  return z.string(must(rule)).regex(durationPattern, must(rule)).transform(parseDuration).refine((seconds) => seconds <= secondsPerDay, { error: "must be at most 24h" });
}

/** A length of time above zero, up to 24h; becomes seconds. */
export const duration = durationOrZero.refine((seconds) => seconds > 0, { error: "must be longer than 0s" })
  .meta({ form: "duration above 0s, up to 24h" });

function shareRule(input: unknown): string {
  if (typeof input === "number" && input > 1 && input <= 100) return `a share: write ${input}% (a bare number goes from 0 to 1)`;
  return "a share from 0% to 100%, such as 80%, or a number from 0 to 1";
}

/** A share of something, "80%" or 0.8; becomes a number from 0 to 1. */
export const share = shareBy(shareRule).meta({ form: "share from 0% to 100%", unit: "%, or a number from 0 to 1" });

/** A share of something; becomes a number from 0 to 1. @param rule what is said of any other value */
export function shareBy(rule: Rule) {
  return z
    .union([z.string(must(rule)).regex(sharePattern, must(rule)).transform(parseShare), z.number(must(rule)).min(0, must(rule)).max(1, must(rule))], must(rule))
    .refine((value) => value <= 1, { error: "must be at most 100%" });
}

const printable = (text: string): boolean => !unprintable.test(text);

/** Any text to be shown to people: one line, no characters that steer a terminal. */
export function line(longest: number, rule: string): z.ZodString {
  return z
    .string(must(rule))
    .min(1, must(rule))
    .max(longest, must(rule))
    .refine(printable, { error: "must not contain control characters" });
}

/** What a contact type, group or shift may be called. Digits alone would look like a number and lose their place in the order. */
export const name = line(100, "a name of 1 to 100 characters").refine((text) => !/^[0-9]+$/.test(text), {
  error: "must be a name, not only digits",
});

/** A list without repetitions. */
export function distinct<Element>(list: readonly Element[], context: Pick<z.core.$RefinementCtx, "addIssue">): void {
  const seen = new Set<Element>();
  list.forEach((element, index) => {
    if (seen.has(element)) context.addIssue({ code: "custom", path: [index], message: "is named twice", input: element });
    seen.add(element);
  });
}

/** A mapping with the given keys and no others. */
export function section<Shape extends z.core.$ZodLooseShape>(what: string, shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const typeError = must(`${what}: keys and values, one a line`).error;
  return z.strictObject(shape, {
    // `zodProblems.ts` turns the known keys into advice about each unknown one.
    error: (issue) => (issue.code === "unrecognized_keys" ? Object.keys(shape).join(" ") : typeError(issue)),
  });
}

import * as z from "zod";
import { count, limits } from "./limits.ts";
import { must, section } from "./values.ts";

const fewest = 512;

const pointsRule = must("a half-width in points above 0, such as 0.5 points");
const daysRule = must(`a number of days from ${fewest} to ${count(limits.days)}, such as 100000 days`);

/** How well the service level is to be known, and how many days that may take. */
export const precision = section("a precision, such as { serviceLevel: 0.5 points, atMost: 100000 days }", {
  serviceLevel: z
    .string(pointsRule)
    .regex(/^(?!0+(?:\.0+)? )[0-9]{1,2}(?:\.[0-9]{1,6})? points?$/, pointsRule)
    .transform((text) => Number(`${text.replace(/ points?$/, "")}e-2`))
    .meta({ description: "Wanted half-width of the 95 % interval of the service level of all contacts", form: "number above 0 and the word `points`", unit: "points of 100", example: "0.5 points" }),
  atMost: z
    .string(daysRule)
    .regex(/^[0-9]{1,8} days$/, daysRule)
    .transform((text) => Number.parseInt(text, 10))
    .refine((days) => days >= fewest && days <= limits.days, daysRule)
    .meta({ description: "Days after which the run ends in any case", form: `whole number of at least ${fewest} and the word \`days\``, unit: "days", example: "100000 days" }),
});

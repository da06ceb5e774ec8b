import * as z from "zod";
import { CALENDAR_UNITS, type CalendarUnit } from "./date.ts";
import { money } from "./pay.ts";
import { AGREEMENT_MEASURE_NAMES, type Measured } from "./promised.ts";
import { WAYS_TO_SUM } from "./waysToSum.ts";
import { distinct, durationBy, durationOrZero, line, must, section, share, shareBy } from "./values.ts";

const aboveZero = share.refine((value) => value > 0, { error: "must be above 0%" });

const eitherRule = "a share such as 5% or a duration such as 30s, as the measure counts";
const belowAll = shareBy(eitherRule).refine((value) => value < 1, { error: "must be below 100%" });

/** What no result should exceed, by the unit of its measure: a share below 100%, or a length of time. */
export const ceilings = { share: belowAll, seconds: durationBy(eitherRule) } as const;

/** One of the two; which of them is said by the measure beside it. */
const ceiling = z.union([ceilings.share, ceilings.seconds], must(eitherRule))
  .meta({ form: "share from 0% to below 100% (`abandonmentRate`); duration up to 24h (`averageSpeedOfAnswer`, `averageWait`)", unit: "%, or a number from 0 to 1; or h, m or s, in the value" });

const MOST_DAYS = 3660;
const daysRule = must(`day, week, month, quarter or year, or a number of days from 1 to ${MOST_DAYS.toLocaleString("en-GB")}, such as 20 days`);

/** So many days, or a unit of the calendar. */
const everyPeriod = z
  .string(daysRule)
  .regex(/^(?:[1-9][0-9]{0,3} days?|day|week|month|quarter|year)$/, daysRule)
  .transform((text): number | CalendarUnit => CALENDAR_UNITS.find((unit) => unit === text) ?? (text === "day" ? 1 : Number.parseInt(text, 10)))
  .refine((period) => typeof period === "string" || period <= MOST_DAYS, daysRule);

const credit = section("a credit such as { below: 80%, pay: 2000 }", {
  below: aboveZero.optional().meta({ description: "Due where a period's result is below this; goes with `atLeast`", form: "share above 0%, up to 100%", example: "80%" }),
  above: ceiling.optional().meta({ description: "Due where a period's result is above this; goes with `atMost`", example: "8%" }),
  pay: money.meta({ description: "What is due then, for the whole period; of several steps reached, the farthest counts", unit: "currency a period", example: 2000 }),
});

/** What was promised over a period, and what missing it costs. */
export const agreement = section("an agreement, such as { atLeast: 80%, every: 20 days }", {
  contacts: z.array(line(100, "the name of a contact type"), must("a list of contact types such as [calls]"))
    .min(1, { error: "must name at least one contact type" }).superRefine(distinct).optional()
    .meta({ default: "all", description: "Contact types that count, together", form: "list of contact types", example: ["calls"] }),
  measure: z.enum(AGREEMENT_MEASURE_NAMES, must(`one of ${AGREEMENT_MEASURE_NAMES.join(", ")}`)).default("serviceLevel").meta({
    description: "What is measured: one of the four usual definitions of service level or the share answered at all (`answerRate`), of which at least so much is promised; or the share that hangs up, the mean wait of the answered, or that of all, of which at most so much is", form: AGREEMENT_MEASURE_NAMES.map((name) => `\`${name}\``).join(", "), example: "serviceLevel",
  }),
  answerWithin: durationOrZero.optional().meta({ default: "the contact types’ own", description: "Threshold of this agreement, where it is another than that of its contact types", example: "60s" }),
  atLeast: aboveZero.optional().meta({ description: "What was promised of it in every period, where more is better; required then", form: "share above 0%, up to 100%", example: "80%" }),
  atMost: ceiling.optional().meta({ description: "What was promised of it in every period, where less is better (`abandonmentRate`, `averageSpeedOfAnswer`, `averageWait`); required then", example: "30s" }),
  every: everyPeriod.prefault("1 day").meta({
    description: "How long a period is: a week, month, quarter or year of a calendar of dates; or so many simulated (of a calendar: open) days, one after another. One that is not complete is left out", form: "`day`, `week`, `month`, `quarter`, `year`, or whole number and the word `days`", example: "month",
  }),
  over: z.enum(WAYS_TO_SUM, must("contacts, days or intervals")).default("contacts").meta({
    description: "How a period is put together: `contacts`: all its contacts as one; `days`: the mean of the days' own levels; `intervals`: the mean of the staffing intervals' own levels", form: "`contacts`, `days` or `intervals`", example: "contacts",
  }),
  credits: z.array(credit, must("a list of credits such as [{ below: 80%, pay: 2000 }]")).default([]).meta({
    description: "Service credits: what is due for a period whose result is too low or, of what was promised at most, too high", form: "list of steps", example: [{ below: "80%", pay: 2000 }, { below: "75%", pay: 5000 }],
  }),
});

/** As the rules of agreements leave it: what is promised fits its measure. */
export type Agreement = Omit<z.output<typeof agreement>, keyof Measured | "atLeast" | "atMost"> & Measured;

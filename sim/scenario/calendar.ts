import * as z from "zod";
import { line, must, name, section } from "./values.ts";

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A weekday on which nobody comes; no day type may be called so. */
export const CLOSED = "closed";

const same = "is the same for all kinds of day: write it at the top of the scenario";

/** Keys of a scenario that its kinds of day cannot have, and why. */
export const NOT_OF_A_DAY: Readonly<Record<string, string>> = {
  extends: "a day type patches this scenario, and cannot have another base", calendar: "a day type has no calendar of its own", name: "a day type goes by its name in the calendar",
  days: same, precision: same, seed: same,
};

const kindOfDay = line(100, `the name of a day type, or ${CLOSED}`).optional();

const patchRule = must("a patch of the scenario: keys and values, one a line; {} for the scenario as it stands");

/** Kinds of day and the typical week that is made of them. */
export const calendar = section("a calendar, such as { week: { mon: usual, sat: saturday }, dayTypes: { usual: {}, saturday: { opening: … } } }", {
  week: section("a week, such as { mon: usual, sat: saturday }", {
    mon: kindOfDay, tue: kindOfDay, wed: kindOfDay, thu: kindOfDay, fri: kindOfDay, sat: kindOfDay, sun: kindOfDay,
  }).meta({
    description: `The typical week: the day type of each weekday, or \`${CLOSED}\`; weekdays left out are closed`,
    form: "mapping from `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun` to a day type",
    example: { mon: "usual", sat: "saturday", sun: CLOSED },
  }),
  dayTypes: z
    .record(name, z.record(z.string(), z.unknown(), patchRule), must("a mapping from the name of a day type to its patch"))
    .meta({
      description: "Kinds of day, by name: what differs from the scenario, as in a file that `extends` it. Every kind has callers of its own, and the same number of simulated days",
      form: "keys of a scenario, without `name`, `days`, `precision` and `seed`; `null` takes a key away, also where it is written by a variant or `--set`: this day then has none; `{}` is the scenario as it stands",
      example: { usual: {}, saturday: { opening: { from: "09:00", to: "16:00" } } },
    }),
});

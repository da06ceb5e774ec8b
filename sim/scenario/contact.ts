import * as z from "zod";
import { columnForList } from "./column.ts";
import { demand } from "./demand.ts";
import { law } from "./law.ts";
import { count, limits } from "./limits.ts";
import { matters } from "./matters.ts";
import { siteName } from "./site.ts";
import { durationOrZero, must, numberAbove, numberFrom, section, share } from "./values.ts";

const enormous = 1e9;
const mostPerDay = limits.contactsPerDay;

const oneEach = (what: string): z.ZodType<number[]> =>
  z.union(
    [
      z.array(numberFrom(0, enormous, `${what} from 0 to ${count(enormous)}`), must("a list of numbers, one per interval")),
      columnForList,
    ],
    must("a list of numbers, one per interval, or a column of a sheet such as { file: half-hours.csv, column: Calls }"),
  );

const patience = z.union(
  [law, z.literal("never")],
  must("a law of distribution such as { distribution: exponential, mean: 3m }, or never (nobody hangs up)"),
);

/** One kind of contact: how many come, how long they take, how long they wait, what was promised to them. */
export const contactType = section("a contact type", {
  volume: numberFrom(0, mostPerDay, `a number of contacts a day from 0 to ${count(mostPerDay)}`).optional().meta({
    description: "Expected contacts on a day, spread by `profile`; with `demand` those that want to come, with `matters` what they bring",
    form: "number of at least 0; needs `profile`",
    unit: "contacts a day",
    example: 600,
  }),
  profile: oneEach("a weight").optional().meta({
    description: "How the volume spreads over the day; only the proportions matter",
    form: "list of weights of at least 0, one per interval (of the opening, or of the hours of `demand`), not all 0; or a column",
    example: [2, 3, 1],
  }),
  ratesPerHour: oneEach("a rate").optional().meta({
    description: "Expected contacts per hour in each interval, instead of `volume` and `profile`",
    form: "list of numbers of at least 0, one per interval; or a column",
    unit: "contacts an hour",
    example: [62.4, 88.8],
  }),
  count: z.enum(["random", "fixed"], must("random or fixed")).optional().meta({
    default: "random",
    description: "How many come on a day: `random`: Poisson, on average `volume`; `fixed`: exactly `volume`, a whole number, every day, each at its own random time by `profile`",
    form: "`random` or `fixed`",
    example: "fixed",
  }),
  demand: demand.optional().meta({
    description: "When contacts want to come, where that is not just while it is open, and what becomes of those who find it closed",
    form: "mapping, see below",
    default: "none",
  }),
  matters: matters.optional().meta({
    description: "Residents who bring several matters in one contact: fewer and longer contacts",
    form: "mapping, see below",
    default: "none",
  }),
  dayToDayCv: numberFrom(0, 3, "a number from 0 to 3").default(0).meta({
    description: "How busyness varies from day to day: coefficient of variation of a gamma factor of mean 1 on the whole day",
    form: "number from 0 to 3",
    example: 0.2,
  }),
  busyness: z.enum(["own", "shared"], must("own or shared")).optional().meta({
    default: "own",
    description: "Whether the type's days are busy on their own, or together with all other types that share their busyness: then all have the same `dayToDayCv`",
    form: "`own` or `shared`",
    example: "shared",
  }),
  handleTime: law.meta({ description: "Time an agent is busy with a contact: talk, hold and wrap-up",
    form: "law",
    example: { distribution: "lognormal", mean: "5m30s", cv: 0.8 },
  }),
  patience: patience.meta({
    description: "How long a contact waits before it hangs up; `never`: it never hangs up",
    form: "law, or `never`",
    example: { distribution: "exponential", mean: "3m" },
  }),
  balking: share.default(0).meta({
    description: "Chance that a contact which finds a line but no agent free leaves at once",
    example: "5%",
  }),
  answerWithin: durationOrZero.meta({
    description: "Threshold of the service level: an answer within this time is in time",
    example: "20s",
  }),
  target: share.refine((value) => value > 0, { error: "must be above 0%" }).meta({
    description: "Share of offered contacts that should be answered within the threshold",
    form: "share above 0%, up to 100%",
    example: "80%",
  }),
  priority: z.number(must("a number")).default(0).meta({
    description: "Whom a freed agent serves first: the larger number; among equals whoever waits longest",
    form: "number",
    example: 1,
  }),
  site: siteName.optional().meta({
    default: "none",
    description: "The site whose local number this is: its own groups answer, then those of the sites it overflows to; without one, a central number that any group may answer",
    form: "name of a site",
    example: "B-Town",
  }),
}).meta({ oneOf: [{ required: ["volume", "profile"] }, { required: ["ratesPerHour"] }] });

/** How much slower (above 1) or quicker a group handles one type. */
export const service = section("how this type is answered", {
  handleTimeFactor: numberAbove(0, 100, "a number above 0, up to 100").default(1).meta({
    description: "This group's handle times for the type, as a multiple of the type's own",
    form: "number above 0, up to 100",
    example: 1.2,
  }),
});

export type ContactType = z.output<typeof contactType>;

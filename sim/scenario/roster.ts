import * as z from "zod";
import { service } from "./contact.ts";
import { count, limits } from "./limits.ts";
import { groupPay } from "./pay.ts";
import { siteName } from "./site.ts";
import { clock, distinct, duration, line, must, name, section, share, wholeFrom } from "./values.ts";

const aBreak = section("a break", {
  for: duration.meta({ description: "Length of the break", example: "30m" }),
  between: z.tuple([clock, clock], must('two times of day such as ["12:00", "14:00"]')).meta({
    description: "Window in which the group's agents take the break in turn; inside the shift, apart from its other windows",
    form: "two times of day",
    example: ["12:00", "14:00"],
  }),
  paid: z.boolean(must("true or false")).optional().meta({ default: true, description: "Whether the break is paid", form: "`true` or `false`", example: false }),
});

const belowOne = share.refine((value) => value < 1, { error: "must be below 100%" });

const absence = belowOne.meta({ form: "share from 0% to below 100%", example: "5%" });

const offPhone = section("time off the phone", {
  share: belowOne.meta({ description: "Share of the time on duty that an agent is off the phone, on average over days", form: "share from 0% to below 100%", example: "20%" }),
  meanLength: duration.meta({ description: "Mean length of one spell off the phone; lengths are exponential", example: "4m" }),
});

const offPhoneMeaning =
  "Spells away from the phone (post, a colleague's question, training): a spell begins when the contact in hand is done and keeps its length, but ends with the agent's time on duty";

/** Hours that agents work on a day. */
export const shift = section("a shift", {
  from: clock.meta({ description: "Start of the shift, not before opening", example: "08:30" }),
  to: clock.meta({ description: "End of the shift, not after closing; a contact in hand is finished first", example: "16:30" }),
  breaks: z.array(aBreak, must("a list of breaks")).default([]).meta({ description: "Breaks, away from the phone",
    form: "list of breaks",
    example: [{ for: "30m", between: ["12:00", "14:00"] }],
  }),
  absence: absence.optional().meta({ description: "Chance that an agent on this shift is missing for the whole day, instead of the group's" }),
  offPhone: offPhone.optional().meta({ description: `${offPhoneMeaning}; on this shift, instead of the group's` }),
});

const agentCount = wholeFrom(0, limits.agents, `a whole number of agents from 0 to ${count(limits.agents)}`);

const answersRule = must("a list of contact types such as [calls], or a mapping such as { calls: { handleTimeFactor: 1.2 } }");

const answers = z
  .union(
    [
      z.array(line(100, "the name of a contact type"), answersRule).min(1, { error: "must name at least one contact type" }).superRefine(distinct),
      z
        .record(name, service, answersRule)
        .refine((types) => Object.keys(types).length > 0, { error: "must name at least one contact type" })
        .meta({ entry: "type" }),
    ],
    answersRule,
  )
  .transform((given) => (Array.isArray(given) ? Object.fromEntries(given.map((type) => [type, { handleTimeFactor: 1 }])) : given));

/** Agents who do the same work. */
export const group = section("an agent group", {
  answers: answers.meta({
    description: "Contact types the group may serve, as a list, or as a mapping where it handles some slower or quicker",
    form: "list of contact types, or mapping from type to its settings",
    example: ["calls"],
  }),
  agents: z
    .union([agentCount, z.array(agentCount)], must("a whole number of agents, or a list of them, one per interval"))
    .optional()
    .meta({
      description: "Agents on duty all day, or in each interval; instead of `shifts`",
      form: "whole number of at least 0, or list of them, one per interval",
      unit: "agents",
      example: 12,
    }),
  shifts: z.record(name, agentCount, must("a mapping from shift to number of agents")).optional().meta({
    description: "Agents on each shift",
    form: "mapping from shift to whole number of at least 0",
    unit: "agents",
    example: { early: 4, late: 3 },
  }),
  absence: absence.optional().meta({ default: 0, description: "Chance that a rostered agent is missing for the whole day; nobody is brought in" }),
  offPhone: offPhone.optional().meta({ description: offPhoneMeaning, form: "mapping, see below", default: "none" }),
  picks: z.enum(["longest", "listed"], must("longest or listed")).optional().meta({
    default: "longest",
    description:
      "Whom a freed agent serves first: `longest`: the highest priority, then whoever waits longest; `listed`: the first type in the order of `answers`, whatever its priority",
    form: "`longest` or `listed`",
    example: "listed",
  }),
  site: siteName.optional().meta({
    default: "none",
    description: "The site where the group works; without one, contacts of a site come to it only by `routing`",
    form: "name of a site",
    example: "B-Town",
  }),
  pay: groupPay.optional().meta({ description: "Where this group costs something else than the scenario's `pay` says", default: "as all" }),
}).meta({ oneOf: [{ required: ["agents"] }, { required: ["shifts"] }] });

export type OffPhoneRule = z.output<typeof offPhone>;
export type Break = z.output<typeof aBreak>;
export type Shift = z.output<typeof shift>;
export type Group = z.output<typeof group>;

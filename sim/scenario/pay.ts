import * as z from "zod";
import { clock, duration, line, must, numberFrom, section, share } from "./values.ts";

const MOST_MONEY = 1e9;

/** An amount of money, in the scenario's currency. */
export const money = numberFrom(0, MOST_MONEY, "an amount of money from 0 to 1,000,000,000, without its sign").meta({ form: "number of at least 0", unit: "currency" });

const factor = numberFrom(0, 100, "a number from 0 to 100").meta({ form: "number from 0 to 100" });

const perHour = money.meta({ form: "number of at least 0", unit: "currency an hour", example: 14.5 });

const perContact = money.meta({ form: "number of at least 0", unit: "currency a contact", example: 0.25 });

const rate = section('a rate such as { from: "18:00", to: "20:00", factor: 1.25 }', {
  from: clock.meta({ description: "From this time of day on the factor holds", example: "18:00" }),
  to: clock.meta({ description: "Until this time of day", example: "20:00" }),
  factor: factor.meta({ description: "Multiplies the pay of every hour by the rota between the two", example: 1.25 }),
});

const post = section("a full-time post, such as { hours: 7h24m, away: 20% }", {
  hours: duration.meta({ description: "Paid time of one full-time post on a working day", example: "7h24m" }),
  away: share.refine((value) => value < 1, { error: "must be below 100%" }).default(0).meta({
    description: "Share of it lost to leave, sickness and training, for which somebody else must be there", form: "share from 0% to below 100%", example: "20%",
  }),
});

/** What a day costs. */
export const pay = section("pay, such as { perHour: 14.50 }", {
  perHour: perHour.meta({ description: "Cost of a paid hour of every agent, unless the group says otherwise; with what the employer adds, if the cost is to hold it" }),
  rates: z.array(rate, must("a list of rates")).default([]).meta({
    description: "Other rates by time of day, for hours by the rota; outside them the factor is 1", form: "list of rates", example: [{ from: "18:00", to: "20:00", factor: 1.25 }],
  }),
  factor: factor.default(1).meta({ description: "Multiplies the pay of every hour of this day: a Saturday, say", example: 1.5 }),
  overrun: factor.default(1).meta({ description: "Multiplies the pay of work past the shift's end or closing, in place of the rates by time of day", example: 1.5 }),
  perContact: perContact.default(0).meta({ description: "Cost of each answered contact: telephony, or a contractor's price; a group may have its own" }),
  fixed: money.default(0).meta({ description: "Cost of the day whoever works and calls: building, licences, supervisors", unit: "currency a day", example: 300 }),
  post: post.optional().meta({ description: "A full-time post, to say how many posts the rota takes" }),
  currency: line(10, "a text of 1 to 10 characters, such as £").default("£").meta({ description: "Stands before every amount", form: "text", example: "£" }),
});

/** What is different for one group. */
export const groupPay = section("a group's pay, such as { perHour: 12 }", {
  perHour: perHour.optional().meta({ description: "Cost of a paid hour of this group's agents, instead of everybody's", example: 12 }),
  perContact: perContact.optional().meta({ description: "Cost of each contact that this group answers, instead of everybody's", example: 0.4 }),
});

export type Pay = z.output<typeof pay>;

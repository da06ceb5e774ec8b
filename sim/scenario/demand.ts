import * as z from "zod";
import { clock, must, section, share } from "./values.ts";

/** When the contacts of a type want to come, and what becomes of those who find it closed. */
export const demand = section('the hours of demand, such as { from: "08:30", to: "18:00", moves: 60% }', {
  from: clock.optional().meta({
    description: "Start of the hours that `volume` and `profile`, or `ratesPerHour`, describe: the profile then has one entry for each interval of these hours. By default the opening; may be before it or after it, a whole number of intervals away",
    example: "08:30",
  }),
  to: clock.optional().meta({
    description: "End of these hours, by default the closing. In hours of the opening that lie outside nobody comes: those who would not move are the new demand that a longer opening brings",
    example: "18:00",
  }),
  moves: share.default(0).meta({
    description: "Share of those who want to come while it is closed that comes during the opening instead; the others are lost",
    example: "60%",
  }),
  into: z.tuple([clock, clock], must('two times of day such as ["09:00", "11:00"]')).optional().meta({
    description: "When those who move come, within the opening and on its intervals; by default at any time of the opening. In proportion to those who come in these hours anyway; evenly where nobody does",
    form: "two times of day",
    example: ["09:00", "11:00"],
  }),
  online: share.default(0).meta({
    description: "Share of the demand, at any time of day, that is met online instead and never comes",
    example: "15%",
  }),
});

export type DemandRule = z.output<typeof demand>;

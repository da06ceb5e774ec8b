import * as z from "zod";
import { must, section, share } from "./values.ts";

const MOST_MATTERS = 10;
/** As shares are rounded by people: 33.3%, 33.3% and 33.4%, or a little worse. */
const ROUNDING = 1e-6;

/** Several matters of one resident in a single contact. */
export const matters = section("the matters of a contact, such as { residents: [70%, 20%, 10%] }", {
  residents: z
    .array(share, must("a list of shares such as [70%, 20%, 10%]"))
    .min(1, { error: "must have at least one share" })
    .max(MOST_MATTERS, { error: `must have at most ${MOST_MATTERS} shares` })
    .superRefine((shares, context) => {
      const all = shares.reduce((sum, each) => sum + each, 0);
      if (shares.length > 0 && Math.abs(all - 1) > ROUNDING) context.addIssue({ code: "custom", message: `must add up to 100%, not to ${Number((100 * all).toFixed(6))}%` });
    })
    .meta({
      description: "Shares of residents who bring one, two, three … matters. `volume` (or `ratesPerHour`) then counts matters, and contacts are the fewer by the mean number of matters",
      form: `list of up to ${MOST_MATTERS} shares that add up to 100%`,
      example: ["70%", "20%", "10%"],
    }),
  furtherTakes: share.default(1).meta({
    description: "How long each matter after the first takes, as a share of a handle time of its own: what a shared greeting and identification saves. The contact's handle time is the sum",
    form: "share from 0% to 100%",
    unit: "%, or a number from 0 to 1",
    example: "80%",
  }),
});

export type MattersRule = z.output<typeof matters>;

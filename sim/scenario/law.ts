import * as z from "zod";
import { duration, durationOrZero, must, numberAbove, numberFrom, section } from "./values.ts";

const mean = duration.meta({ description: "Mean of the law", example: "5m30s" });

const cv = numberAbove(0, 10, "a number above 0, up to 10").meta({
  description: "Coefficient of variation: standard deviation divided by mean",
  form: "number above 0, up to 10",
  example: 0.8,
});

const named = <Name extends string>(distribution: Name): z.ZodLiteral<Name> =>
  z.literal(distribution).meta({ description: "Which law", form: "name of a law", example: distribution });

const what = "a law of distribution";

const laws = [
  section(what, { distribution: named("exponential"), mean }),
  section(what, { distribution: named("deterministic"), mean }),
  section(what, { distribution: named("lognormal"), mean, cv }),
  section(what, { distribution: named("gamma"), mean, cv }),
  section(what, {
    distribution: named("weibull"),
    shape: numberFrom(0.1, 10, "a number from 0.1 to 10").meta({
      description: "Shape: 1 is the exponential law, below 1 has more very short and very long times, above 1 fewer",
      form: "number from 0.1 to 10",
      example: 1.5,
    }),
    scale: duration.meta({ description: "Scale: 63 % of times are shorter", example: "6m" }),
  }),
  section(what, {
    distribution: named("uniform"),
    from: durationOrZero.meta({ description: "Shortest time", example: "2m" }),
    to: duration.meta({ description: "Longest time, above `from`", example: "9m" }),
  }).refine(({ from, to }) => from < to, { error: "must be longer than from", path: ["to"] }),
] as const;

const known = laws.map((law) => law.shape.distribution.value);

const lawRule = (input: unknown): string =>
  typeof input === "object" && input !== null && "distribution" in input
    ? `one of ${known.join(", ")}`
    : "a law of distribution such as { distribution: exponential, mean: 3m }";

/** How a length of time varies from one contact to the next. */
export const law = z
  .discriminatedUnion("distribution", laws, {
    error: (issue) => {
      const input: unknown = issue.input;
      const lacksName = typeof input === "object" && input !== null && !Array.isArray(input) && !("distribution" in input);
      return lacksName ? "is missing" : must(lawRule).error({ input });
    },
  })
  .meta({ id: "law", description: "A law of distribution: how a length of time varies from one contact to the next" });

export type Law = z.output<typeof law>;

import * as z from "zod";
import { durationPattern, parseDuration } from "./duration.ts";
import { parseShare, sharePattern } from "./share.ts";
import { must } from "./values.ts";

/** What a number of a scenario file is, and so how it is written. */
export type QuantityUnit = "number" | "seconds" | "share";

/** A number, "5m30s" or "5%". */
export interface Quantity {
  readonly value: number;
  readonly unit: QuantityUnit;
}

const rule = must("a number, a duration such as 5m30s or a share such as 5%");

export const quantity = z.union(
  [
    z.number(rule).min(-1e9, rule).max(1e9, rule).transform((value): Quantity => ({ value, unit: "number" })),
    z.string(rule).regex(durationPattern, rule).transform((text): Quantity => ({ value: parseDuration(text), unit: "seconds" })),
    z.string(rule).regex(sharePattern, rule).transform((text): Quantity => ({ value: parseShare(text), unit: "share" })),
  ],
  rule,
);

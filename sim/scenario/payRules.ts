import { formatClock } from "./clock.ts";
import type { Findings } from "./findings.ts";
import { readSpan, type Span } from "./hours.ts";
import { pay } from "./pay.ts";
import { piece } from "./pieces.ts";
import { scenarioSchema } from "./schema.ts";

const rate = pay.shape.rates.unwrap().element;

/** The rules of pay: rates that do not overlap, and no group's pay without everybody's. */
export function checkPay(findings: Findings): void {
  const rates = findings.valueAt(["pay", "rates"]), earlier: Span[] = [];
  for (let index = 0; index < (Array.isArray(rates) ? rates.length : 0); index++) {
    const path = ["pay", "rates", index], span = readSpan(findings, path);
    if (span === undefined) continue;
    const other = earlier.find(({ from, to }) => span.from < to && from < span.to);
    if (other !== undefined) findings.key(path, `must not overlap the rate from ${formatClock(other.from)} to ${formatClock(other.to)}`);
    earlier.push(span);
  }
  if (findings.keysAt([]).includes("pay")) return;
  for (const name of findings.keysAt(["groups"])) {
    if (findings.keysAt(["groups", name]).includes("pay")) findings.key(["groups", name, "pay"], "needs the pay of the scenario, of which it is the exception: write pay: { perHour: … } at the top");
  }
}

/**
 * A rate at times when nobody works is a slip, where the same file has the opening. Not so where either is inherited, or patched by a kind of day:
 * a shorter day need not do away with the rates of a longer one.
 */
export function checkRatesUsed(findings: Findings): void {
  const open = piece(findings, scenarioSchema.shape.opening, ["opening"]), rates = findings.valueAt(["pay", "rates"]), { source } = findings.placeAt(["opening"]);
  if (open === undefined || findings.keysAt([]).includes("calendar")) return;
  for (let index = 0; index < (Array.isArray(rates) ? rates.length : 0); index++) {
    const path = ["pay", "rates", index], read = piece(findings, rate, path), isHere = findings.placeAt(path).source === source;
    if (read !== undefined && isHere && read.from < read.to && (read.to <= open.from || read.from >= open.to)) findings.key(path, `must touch the opening hours, ${formatClock(open.from)} to ${formatClock(open.to)}, since nobody works outside them by the rota`);
  }
}

import { formatClock } from "./clock.ts";
import type { Findings } from "./findings.ts";
import { readSpan, type Span } from "./hours.ts";

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

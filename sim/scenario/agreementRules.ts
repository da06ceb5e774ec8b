import { agreement } from "./agreement.ts";
import { hasDates } from "./calendarDateRules.ts";
import type { Findings } from "./findings.ts";
import { noSuch } from "./nearest.ts";
import { piece } from "./pieces.ts";
import type { Path } from "./shown.ts";

const step = agreement.shape.credits.unwrap().element.shape;

/** The rules of agreements: types that exist, and credits that make a scale. */
export function checkAgreements(findings: Findings): void {
  const types = new Set(findings.keysAt(["contacts"])), isOfDates = hasDates(findings);
  for (const name of findings.keysAt(["agreements"])) {
    const path = ["agreements", name], given = findings.valueAt([...path, "contacts"]);
    (Array.isArray(given) && types.size > 0 ? given : []).forEach((type: unknown, i) => {
      if (typeof type === "string" && !types.has(type)) findings.value([...path, "contacts", i], noSuch("contact type", type, types));
    });
    checkScale(findings, path);
    if (findings.valueAt([...path, "measure"]) === "answerRate" && findings.valueAt([...path, "answerWithin"]) !== undefined) findings.key([...path, "answerWithin"], "has no effect: answerRate counts all that are answered, however late");
    const every = piece(findings, agreement.shape.every, [...path, "every"]);
    if (typeof every === "string" && !isOfDates) findings.value([...path, "every"], `needs a calendar of dates (calendar.from and to), or a number of days such as 20 days`);
  }
}

const percent = (share: number): string => `${Number((100 * share).toFixed(9))}%`;

/** Steps apart, none above what was promised, and a worse result never cheaper. */
function checkScale(findings: Findings, path: Path): void {
  const given = findings.valueAt([...path, "credits"]), promised = piece(findings, agreement.shape.atLeast, [...path, "atLeast"]);
  const steps = Array.from({ length: Array.isArray(given) ? given.length : 0 }, (_, i) => {
    const at = [...path, "credits", i];
    return { at, below: piece(findings, step.below, [...at, "below"]), pay: piece(findings, step.pay, [...at, "pay"]) };
  });
  for (const { at, below } of steps) {
    if (below !== undefined && promised !== undefined && below > promised) findings.value([...at, "below"], `must not be above the ${percent(promised)} promised`);
  }
  const scale = steps.flatMap(({ at, below, pay }) => (below === undefined ? [] : [{ at, below, pay }])).sort((a, b) => b.below - a.below);
  let dearest = 0;
  scale.forEach(({ at, below, pay }, i) => {
    if (i > 0 && below === scale[i - 1].below) findings.value([...at, "below"], "is a step already");
    else if (pay !== undefined && pay < dearest) findings.value([...at, "pay"], `must be at least ${dearest}, which is due for a better result`);
    dearest = Math.max(dearest, pay ?? 0);
  });
}

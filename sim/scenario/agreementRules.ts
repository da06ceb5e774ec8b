import type * as z from "zod";
import { agreement, ceilings } from "./agreement.ts";
import { hasDates } from "./calendarDateRules.ts";
import { formatDuration } from "./duration.ts";
import type { Findings } from "./findings.ts";
import { noSuch } from "./nearest.ts";
import { piece } from "./pieces.ts";
import { AGREEMENT_MEASURES, STEP_KEYS, type AgreementMeasure, type PromiseKey, type PromiseUnit } from "./promised.ts";
import type { Path } from "./shown.ts";

const step = agreement.shape.credits.unwrap().element.shape;

/** The rules of agreements: types that exist, a promise that fits its measure, and credits that make a scale. */
export function checkAgreements(findings: Findings): void {
  const types = new Set(findings.keysAt(["contacts"])), isOfDates = hasDates(findings);
  for (const name of findings.keysAt(["agreements"])) {
    const path = ["agreements", name], given = findings.valueAt([...path, "contacts"]), measure = piece(findings, agreement.shape.measure, [...path, "measure"]);
    (Array.isArray(given) && types.size > 0 ? given : []).forEach((type: unknown, i) => {
      if (typeof type === "string" && !types.has(type)) findings.value([...path, "contacts", i], noSuch("contact type", type, types));
    });
    if (measure !== undefined && findings.isMapping(path)) checkPromise(findings, path, measure);
    const blind = measure === undefined ? undefined : WITHOUT_THRESHOLD[measure];
    if (blind !== undefined && findings.valueAt([...path, "answerWithin"]) !== undefined) findings.key([...path, "answerWithin"], `has no effect: ${String(measure)} ${blind}`);
    const every = piece(findings, agreement.shape.every, [...path, "every"]);
    if (typeof every === "string" && !isOfDates) findings.value([...path, "every"], `needs a calendar of dates (calendar.from and to), or a number of days such as 20 days`);
  }
}

/** What no threshold changes. */
const WITHOUT_THRESHOLD: Partial<Readonly<Record<AgreementMeasure, string>>> = {
  answerRate: "counts all that are answered, however late", abandonmentRate: "counts all that hang up, however early",
  averageSpeedOfAnswer: "is the mean wait of all that are answered", averageWait: "is the mean wait of all that come",
};

const SHOWN = { share: (value: number) => `${Number((100 * value).toFixed(9))}%`, seconds: formatDuration } as const satisfies Record<PromiseUnit, (value: number) => string>;
const EXAMPLES = { atLeast: { share: "80%", seconds: "30s" }, atMost: { share: "5%", seconds: "30s" } } as const satisfies Record<PromiseKey, Record<PromiseUnit, string>>;

/** What is promised by the key that fits the measure, in its unit, and so are the steps of credits. */
function checkPromise(findings: Findings, path: Path, measure: AgreementMeasure): void {
  const { promise, unit } = AGREEMENT_MEASURES[measure], wrong = promise === "atLeast" ? "atMost" : "atLeast", given = findings.keysAt(path), example = EXAMPLES[promise][unit];
  const why = `${measure} is better the ${promise === "atLeast" ? "higher" : "lower"} it is`;
  if (given.includes(wrong)) {
    if (given.includes(promise)) findings.conflict(path, wrong, promise, `has no place beside ${promise}: ${why}`);
    else findings.key([...path, wrong], `does not fit its measure: ${why}; write for example ${promise}: ${example}`);
  } else if (!given.includes(promise)) findings.value([...path, promise], `is missing: write for example ${promise}: ${example}`);
  const promised = inUnit(findings, promise === "atLeast" ? agreement.shape.atLeast : agreement.shape.atMost, [...path, promise], measure);
  checkScale(findings, path, measure, promised);
}

/** A piece of the file in the unit of the measure; one in the other unit is told, and undefined. */
function inUnit(findings: Findings, schema: z.ZodType<number | undefined>, path: Path, measure: AgreementMeasure): number | undefined {
  const { promise, unit } = AGREEMENT_MEASURES[measure], read = piece(findings, schema, path);
  if (read === undefined || promise === "atLeast" || ceilings[unit].safeParse(findings.valueAt(path)).success) return read;
  findings.value(path, unit === "share" ? `must be a share such as 5%, since ${measure} is one` : `must be a duration such as 30s, since ${measure} is a time`);
  return undefined;
}

/** Steps apart, none better than what was promised, and a worse result never cheaper. */
function checkScale(findings: Findings, path: Path, measure: AgreementMeasure, promised: number | undefined): void {
  const { promise, unit } = AGREEMENT_MEASURES[measure], given = findings.valueAt([...path, "credits"]), key = STEP_KEYS[promise], wrong = key === "below" ? "above" : "below", worse = key === "below" ? -1 : 1;
  const steps = Array.from({ length: Array.isArray(given) ? given.length : 0 }, (_, i) => {
    const at = [...path, "credits", i], keys = findings.keysAt(at);
    if (keys.includes(wrong)) {
      if (keys.includes(key)) findings.conflict(at, wrong, key, `has no place beside ${key}: ${measure} is promised by ${promise}`);
      else findings.key([...at, wrong], `does not fit its agreement, which promises ${promise}: write for example ${key}: ${EXAMPLES[promise][unit]}`);
    } else if (findings.isMapping(at) && !keys.includes(key)) findings.value([...at, key], "is missing");
    return { at, limit: inUnit(findings, step[key], [...at, key], measure), pay: piece(findings, step.pay, [...at, "pay"]) };
  });
  for (const { at, limit } of steps) {
    if (limit !== undefined && promised !== undefined && worse * (limit - promised) < 0) findings.value([...at, key], `must not be ${key === "below" ? "above" : "below"} the ${SHOWN[unit](promised)} promised`);
  }
  const scale = steps.flatMap(({ at, limit, pay }) => (limit === undefined ? [] : [{ at, limit, pay }])).sort((a, b) => worse * (a.limit - b.limit));
  let dearest = 0;
  scale.forEach(({ at, limit, pay }, i) => {
    if (i > 0 && limit === scale[i - 1].limit) findings.value([...at, key], "is a step already");
    else if (pay !== undefined && pay < dearest) findings.value([...at, "pay"], `must be at least ${dearest}, which is due for a better result`);
    dearest = Math.max(dearest, pay ?? 0);
  });
}

import { contactType } from "./contact.ts";
import { checkDemand, expectedAt } from "./demandRules.ts";
import type { Findings } from "./findings.ts";
import { checkLength, type Intervals } from "./hours.ts";
import { checkDays, count, limits } from "./limits.ts";
import { piece } from "./pieces.ts";
import { precision } from "./precision.ts";
import { scenarioSchema } from "./schema.ts";
import { shorten, type Path } from "./shown.ts";

const { busyness, count: fixedOrRandom, dayToDayCv, volume } = contactType.shape;

/** The rules between the keys of contact types: one way to say how many come, and not too many of them. */
export function checkContacts(findings: Findings, intervals: Intervals | undefined): void {
  let expected = 0;
  let busiest: { path: Path; expected: number } = { path: ["contacts"], expected: -1 };
  for (const type of findings.keysAt(["contacts"])) {
    const path = ["contacts", type];
    const wanted = checkDemand(findings, path, intervals);
    checkArrivals(findings, path, wanted);
    const own = expectedAt(findings, path, intervals, wanted);
    checkCount(findings, path, own);
    expected += own;
    if (own > busiest.expected) busiest = { path: [...path, findings.keysAt(path).includes("ratesPerHour") ? "ratesPerHour" : "volume"], expected: own };
  }
  if (expected > limits.contactsPerDay) {
    findings.value(busiest.path, `makes ${count(expected)} expected contacts a day in all types; at most ${count(limits.contactsPerDay)}`);
  }
  checkBusyness(findings);
  checkAllDays(findings, expected);
}

/** One way to say how many days, and not too many. @param expected contacts a day */
function checkAllDays(findings: Findings, expected: number): void {
  const given = new Set(findings.keysAt([]));
  if (given.has("days") && given.has("precision")) findings.conflict([], "precision", "days", "either days or precision, not both");
  const path = given.has("precision") ? ["precision", "atMost"] : ["days"];
  const days = given.has("precision") ? piece(findings, precision.shape.atMost, path) : piece(findings, scenarioSchema.shape.days, path);
  const excess = days === undefined ? null : checkDays(expected, days);
  if (excess !== null) findings.value(path, excess);
}

/** Types that share their busyness share one factor, so it cannot vary by different amounts. */
function checkBusyness(findings: Findings): void {
  let first: { type: string; cv: number } | undefined;
  for (const type of findings.keysAt(["contacts"])) {
    const path = ["contacts", type, "dayToDayCv"];
    const cv = piece(findings, dayToDayCv, path);
    if (piece(findings, busyness, ["contacts", type, "busyness"]) !== "shared" || cv === undefined) continue;
    first ??= { type, cv };
    if (cv !== first.cv) findings.value(path, `must be ${first.cv}, as for ${shorten(first.type)}, with which the type shares its busyness`);
  }
}

/** A fixed number of contacts a day is whole, is that of the day, and does not vary. @param coming contacts expected on a day */
function checkCount(findings: Findings, path: Path, coming: number): void {
  if (piece(findings, fixedOrRandom, [...path, "count"]) !== "fixed") return;
  const contacts = piece(findings, volume, [...path, "volume"]);
  if (contacts !== undefined && !Number.isInteger(contacts)) findings.value([...path, "volume"], "must be a whole number of contacts where count is fixed");
  else if (contacts !== undefined && Math.abs(coming - Math.round(coming)) > 1e-9 * Math.max(1, coming)) {
    findings.value([...path, "count"], `must be random here: by demand and matters ${coming.toLocaleString("en-GB", { maximumFractionDigits: 3 })} contacts come a day, which is no whole number`);
  }
  if (findings.valueAt([...path, "ratesPerHour"]) !== undefined) findings.conflict(path, "count", "ratesPerHour", "a fixed count goes with volume and profile, not with ratesPerHour");
  const varies = (piece(findings, dayToDayCv, [...path, "dayToDayCv"]) ?? 0) > 0;
  if (varies) findings.conflict(path, "dayToDayCv", "count", "a fixed count does not vary from day to day: either dayToDayCv, or count: fixed");
}

function checkArrivals(findings: Findings, path: Path, intervals: Intervals | undefined): void {
  if (!findings.isMapping(path)) return;
  const given = new Set(findings.keysAt(path));
  if (given.has("ratesPerHour")) {
    for (const key of ["volume", "profile"]) {
      if (given.has(key)) findings.conflict(path, key, "ratesPerHour", "either volume with profile, or ratesPerHour, not both");
    }
  } else if (given.has("volume") !== given.has("profile")) {
    const missing = given.has("volume") ? "profile" : "volume";
    findings.key([...path, missing], "is missing: volume and profile go together");
  } else if (!given.has("volume")) {
    findings.key(path, "needs volume with profile, or ratesPerHour");
  }
  const weights = listAt(findings, [...path, "profile"], intervals);
  if (weights?.every((weight) => weight === 0)) findings.value([...path, "profile"], "must have a weight above 0");
  listAt(findings, [...path, "ratesPerHour"], intervals);
}

/** The list at a path, its length checked; undefined where there is none, or a column that could not be read, which has been told. */
function listAt(findings: Findings, path: Path, intervals: Intervals | undefined): readonly unknown[] | undefined {
  const value = findings.valueAt(path);
  if (!Array.isArray(value)) return undefined;
  const list: readonly unknown[] = value;
  checkLength(findings, path, list, intervals);
  return list;
}

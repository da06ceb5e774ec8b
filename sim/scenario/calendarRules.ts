import { calendar, NOT_OF_A_DAY, datesOf } from "./calendar.ts";
import { CLOSED, WEEKDAYS, type Weekday } from "./weekdays.ts";
import { checkDates, hasDates, kindsByDates } from "./calendarDateRules.ts";
import { checkSeasonedDays } from "./calendarDayRules.ts";
import type { Findings } from "./findings.ts";
import { merge } from "./merge.ts";
import { noSuch } from "./nearest.ts";
import type { ProblemList } from "./problemList.ts";
import { ProblemsBelow } from "./problemsBelow.ts";
import type { Calendar, Scenario } from "./schema.ts";
import { shorten } from "./shown.ts";
import { isMapping, placeOf, without, type Tree } from "./tree.ts";

/** The rules of a calendar: days that exist, work for every day type, and a day on which the centre is open. */
export function checkCalendar(findings: Findings): void {
  if (!findings.keysAt([]).includes("calendar")) return;
  const dayTypes = findings.keysAt(["calendar", "dayTypes"]), week = weekIn(findings), used = new Set([...Object.values(week), ...kindsByDates(findings)]);
  for (const [weekday, kind] of Object.entries(week)) {
    if (kind !== CLOSED && dayTypes.length > 0 && !dayTypes.includes(kind)) findings.value(["calendar", "week", weekday], noSuch("day type", kind, [...dayTypes, CLOSED]));
  }
  checkDates(findings, week, dayTypes);
  if (!hasDates(findings) && findings.isMapping(["calendar", "week"]) && WEEKDAYS.every((weekday) => (week[weekday] ?? CLOSED) === CLOSED && noKind(findings, weekday))) {
    findings.value(["calendar", "week"], "must have a day on which the centre is open");
  }
  for (const kind of dayTypes) {
    const path = ["calendar", "dayTypes", kind];
    if (kind === CLOSED) findings.key(path, `${CLOSED} is the word for a day without opening: choose another name`);
    else if (!used.has(kind)) findings.key(path, hasDates(findings) ? "no date is of this day type" : "no weekday is of this day type");
    for (const [key, why] of Object.entries(NOT_OF_A_DAY)) if (findings.keysAt(path).includes(key)) findings.key([...path, key], why);
    if (hasDates(findings) && findings.keysAt(path).includes("agreements")) findings.key([...path, "agreements"], "are judged over all days of a calendar of dates: write them at the top of the scenario");
  }
  if (findings.keysAt([]).includes("precision")) findings.conflict([], "precision", "calendar", "a calendar has days, the same number of every kind or date: either precision or calendar");
}

/** The weekdays that name a kind of day, or closed; others are wrong or left out. */
function weekIn(findings: Findings): Partial<Record<Weekday, string>> {
  return Object.fromEntries(WEEKDAYS.flatMap((weekday) => {
    const kind = findings.valueAt(["calendar", "week", weekday]);
    return typeof kind === "string" ? [[weekday, kind]] : [];
  }));
}

/** Whether nothing is said of a weekday that is no text: what is wrong with it has been told. */
function noKind(findings: Findings, weekday: Weekday): boolean {
  const kind = findings.valueAt(["calendar", "week", weekday]);
  return kind === undefined || typeof kind === "string";
}

/** The whole of a kind of day, as a file of its own would be read. */
export function treeOfDay(whole: Tree, kind: string, problems: ProblemList): Tree {
  const path = ["calendar", "dayTypes", kind], { tree: patch, found } = placeOf(whole, path), isOfDates = ["from", "to"].some((key) => placeOf(whole, ["calendar", key]).found);
  const base = without(whole, isOfDates ? ["calendar", "agreements"] : ["calendar"]); // agreements are then judged over all days
  return found && isMapping(patch) ? merge(base, without(patch, Object.keys(NOT_OF_A_DAY)), [], new ProblemsBelow(problems, path)) : base;
}

/** The kinds of day of a calendar that is right in itself. @param checkDay reads a day as a whole scenario, and tells what is wrong with it */
export function readCalendar(whole: Tree, findings: Findings, base: Scenario, problems: ProblemList, checkDay: (tree: Tree, problems: ProblemList) => Scenario | undefined): Calendar {
  const given = weekIn(findings), week = Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, given[weekday] ?? CLOSED])) as Calendar["week"]; // a key for each weekday
  const used = new Set([...Object.values(week), ...kindsByDates(findings)]);
  const dayTypes = findings.keysAt(["calendar", "dayTypes"]).filter((kind) => used.has(kind)).flatMap((kind) => {
    const day = checkDay(treeOfDay(whole, kind, problems), new ProblemsBelow(problems, ["calendar", "dayTypes", kind]));
    return day === undefined ? [] : [[kind, { ...day, name: nameOfDay(base, kind) }] as const];
  });
  checkWeeksPay(findings, dayTypes);
  const written = hasDates(findings) ? calendar.safeParse(findings.valueAt(["calendar"])) : undefined, dates = written?.success === true ? datesOf(written.data) : null;
  const read = { week, dayTypes: Object.fromEntries(dayTypes) };
  if (dates === null) return read;
  const dated = { ...read, dates };
  checkSeasonedDays(findings, { ...base, calendar: dated });
  return dated;
}

/** A week's cost is a sum: over all its days, and of one currency. */
function checkWeeksPay(findings: Findings, kinds: readonly (readonly [kind: string, day: Scenario])[]): void {
  const paid = kinds.filter(([, { pay }]) => pay !== undefined), unpaid = kinds.filter(([, { pay }]) => pay === undefined), [first] = paid;
  const names = (of: typeof kinds) => `${listed(of.map(([kind]) => shorten(kind)))} ${of.length === 1 ? "has" : "have"}`;
  const at = (kind: string, ...more: string[]) => ["calendar", "dayTypes", kind, "pay", ...more];
  if (paid.length > 0 && unpaid.length > 0) {
    const isTaken = findings.keysAt([]).includes("pay");
    for (const [kind] of isTaken ? unpaid : paid) {
      if (isTaken) findings.key(at(kind), `must not be taken away from this kind of day alone, since a week's cost is the sum of all: ${names(paid)} pay`);
      else findings.key(at(kind), `must be there for every kind of day or for none, since a week's cost is their sum: ${names(unpaid)} none`);
    }
  }
  for (const [kind, { pay }] of paid) {
    if (pay?.currency !== first[1].pay?.currency) findings.value(at(kind, "currency"), `must be that of ${shorten(first[0])}, ${shorten(first[1].pay?.currency ?? "")}, since a week's cost is one sum`);
  }
}

const listed = (words: readonly string[]): string => words.join(", ").replace(/, ([^,]*)$/, " and $1");

/** What a kind of day is called where it stands alone. */
export function nameOfDay({ name }: Pick<Scenario, "name">, kind: string): string {
  return `${name}, ${kind}`;
}

// The rules of a calendar of dates: every date has one rule, some are open, and what is drawn at random fits in.

import { bankHolidays, HOLIDAY_YEARS } from "./bankHolidays.ts";
import { calendar, datesOf, LONGEST_CALENDAR, OF_DATES, type Dates } from "./calendar.ts";
import { CLOSED, WEEKDAYS, type Weekday } from "./weekdays.ts";
import { kindByRule, mostOften, plannedDates } from "./calendarDates.ts";
import { datePattern, formatDate, nameOfUnit, parseDate } from "./date.ts";
import type { Findings } from "./findings.ts";
import { count } from "./limits.ts";
import { noSuch } from "./nearest.ts";
import { piece } from "./pieces.ts";
import type { Path } from "./shown.ts";

const at = (...keys: (string | number)[]): Path => ["calendar", ...keys];

/** Whether the file gives its calendar dates, right or wrong. */
export const hasDates = (findings: Findings): boolean => ["from", "to"].some((key) => findings.keysAt(at()).includes(key));

/** Day types that the keys of dates name. */
export function kindsByDates(findings: Findings): string[] {
  return placesOfKinds(findings).map(({ kind }) => kind);
}

/** Where the keys of dates name a day type: entries of peaks are found whether they stand in a list or alone. */
function placesOfKinds(findings: Findings): { readonly path: Path; readonly kind: string; readonly mayBeClosed: boolean }[] {
  const paths: { readonly path: Path; readonly mayBeClosed: boolean }[] = [
    { path: at("bankHolidays"), mayBeClosed: true },
    ...listAt(findings, at("otherWeeks")).flatMap((_, i) => WEEKDAYS.map((weekday) => ({ path: at("otherWeeks", i, "week", weekday), mayBeClosed: true }))),
    ...findings.keysAt(at("dates")).map((date) => ({ path: at("dates", date), mayBeClosed: true })),
    ...entriesAt(findings, at("peaks")).flatMap((path) => [
      { path: [...path, "dayType"], mayBeClosed: false }, ...listAt(findings, [...path, "instead"]).map((_, i) => ({ path: [...path, "instead", i], mayBeClosed: false })),
    ]),
  ];
  return paths.flatMap(({ path, mayBeClosed }) => { const kind = findings.valueAt(path); return typeof kind === "string" ? [{ path, kind, mayBeClosed }] : []; });
}

/** The paths of the entries of what may be a list or one alone. */
function entriesAt(findings: Findings, path: Path): Path[] {
  const value = findings.valueAt(path);
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map((_, i) => [...path, i]) : [path];
}

function listAt(findings: Findings, path: Path): readonly unknown[] {
  const value = findings.valueAt(path);
  return Array.isArray(value) ? value : [];
}

/** Everything about dates that can be said from the calendar alone. @param week the weekdays that name a kind of day */
export function checkDates(findings: Findings, week: Partial<Record<Weekday, string>>, dayTypes: readonly string[]): void {
  const keys = findings.keysAt(at());
  if (!hasDates(findings)) {
    for (const key of OF_DATES) if (keys.includes(key)) findings.key(at(key), "goes with a calendar of dates: from and to are missing");
    return;
  }
  for (const key of ["from", "to"]) if (!keys.includes(key)) findings.key(at(key), "is missing: from and to go together");
  for (const { path, kind, mayBeClosed } of placesOfKinds(findings)) {
    if (kind === CLOSED && !mayBeClosed) findings.value(path, "must be open days: dates on which the centre is closed go under calendar.dates");
    else if (kind !== CLOSED && !dayTypes.includes(kind) && dayTypes.length > 0) findings.value(path, noSuch("day type", kind, mayBeClosed ? [...dayTypes, CLOSED] : dayTypes));
  }
  if (findings.isMapping(at("week"))) for (const weekday of WEEKDAYS) if (!findings.keysAt(at("week")).includes(weekday)) findings.key(at("week"), `has no rule for ${weekday}: name a day type, or ${CLOSED}`);
  checkSeasons(findings);
  const from = piece(findings, calendar.shape.from, at("from")), to = piece(findings, calendar.shape.to, at("to"));
  if (from === undefined || to === undefined) return;
  if (to < from) return findings.value(at("to"), `must not be before ${formatDate(from)}, the first date`);
  if (to - from >= LONGEST_CALENDAR) return findings.value(at("to"), `must be at most ${count(LONGEST_CALENDAR)} days after the first date`);
  checkHolidayYears(findings, from, to);
  checkSingleDates(findings, from, to);
  checkOtherWeeks(findings);
  const read = calendar.safeParse(findings.valueAt(at()));
  const whole = WEEKDAYS.every((weekday) => week[weekday] !== undefined);
  if (read.success && whole) checkPlanned(findings, week as Record<Weekday, string>, datesOf(read.data)); // whole: every weekday has a kind
}

function checkHolidayYears(findings: Findings, from: number, to: number): void {
  if (findings.valueAt(at("bankHolidays")) === undefined) return;
  const known = bankHolidays(), [first] = known, last = `${HOLIDAY_YEARS.to}-12-31`;
  if (from < (parseDate(`${first.slice(0, 4)}-01-01`) ?? 0) || to > (parseDate(last) ?? 0)) findings.key(at("bankHolidays"), `are known from ${HOLIDAY_YEARS.from} to ${HOLIDAY_YEARS.to} only: write others under dates`);
}

function checkSingleDates(findings: Findings, from: number, to: number): void {
  for (const text of findings.keysAt(at("dates"))) {
    const date = datePattern.test(text) ? parseDate(text) : null;
    if (date === null) findings.key(at("dates", text), "must be a date such as 2026-12-24");
    else checkInside(findings, at("dates", text), date, from, to);
  }
  for (const path of entriesAt(findings, at("season"))) listAt(findings, [...path, "spans"]).forEach((_, i) => {
    const span = spanAt(findings, [...path, "spans", i]);
    if (span !== undefined && (span.last < from || span.first > to) && isSaidTogether(findings, [...path, "spans", i])) findings.key([...path, "spans", i], outside(from, to));
  });
}

/** A stretch of dates from first to last; undefined where one of them is wrong, which is told. */
function spanAt(findings: Findings, path: Path): { readonly first: number; readonly last: number } | undefined {
  const [first, last] = ["from", "to"].map((key) => findings.valueAt([...path, key])).map((text) => (typeof text === "string" && datePattern.test(text) ? parseDate(text) : null));
  if (first === null || last === null) return undefined; // the schema has told
  if (last >= first) return { first, last };
  findings.value([...path, "to"], `must not be before ${formatDate(first)}, the first date`);
  return undefined;
}

/** A date has one week. */
function checkOtherWeeks(findings: Findings): void {
  const spans = listAt(findings, at("otherWeeks")).map((_, i) => spanAt(findings, at("otherWeeks", i)));
  spans.forEach((span, i) => {
    const other = spans.findIndex((before, j) => j < i && before !== undefined && span !== undefined && before.first <= span.last && span.first <= before.last), known = spans[other];
    if (known !== undefined && span !== undefined) findings.value(at("otherWeeks", i, "from"), `gives ${formatDate(Math.max(known.first, span.first))} two rules: it lies in the other week from ${formatDate(known.first)} to ${formatDate(known.last)} too`);
  });
}

const outside = (from: number, to: number): string => `lies outside the calendar, which goes from ${formatDate(from)} to ${formatDate(to)}`;

function checkInside(findings: Findings, path: Path, date: number, from: number, to: number): boolean {
  if (date >= from && date <= to) return true;
  if (isSaidTogether(findings, path)) findings.key(path, outside(from, to));
  return false;
}

/** Whether a date stands in the file that says from when to when the calendar goes: a variant or a setting may shorten it, and what then lies outside is no slip. */
function isSaidTogether(findings: Findings, path: Path): boolean {
  const { source } = findings.placeAt(path);
  return ["from", "to"].every((key) => findings.placeAt(at(key)).source === source);
}

/** Seasons say something, of contact types that there are. */
function checkSeasons(findings: Findings): void {
  const types = [...new Set([...findings.keysAt(["contacts"]), ...findings.keysAt(at("dayTypes")).flatMap((kind) => findings.keysAt(at("dayTypes", kind, "contacts")))])];
  for (const path of entriesAt(findings, at("season"))) {
    const given = findings.keysAt(path);
    if (findings.isMapping(path) && !["byMonth", "byWeekday", "spans"].some((key) => given.includes(key))) findings.key(path, "changes nothing: needs byMonth, byWeekday or spans");
    const named = findings.valueAt([...path, "contacts"]), one = typeof named === "string";
    (one ? [named] : listAt(findings, [...path, "contacts"])).forEach((type, i) => {
      if (typeof type === "string" && types.length > 0 && !types.includes(type)) findings.value([...path, "contacts", ...(one ? [] : [i])], noSuch("contact type", type, types));
    });
  }
}

/** What only all of it together shows: dates with two rules, months too short for what is drawn, a calendar that never opens. */
function checkPlanned(findings: Findings, week: Readonly<Record<Weekday, string>>, dates: Dates | null): void {
  if (dates === null) return;
  const byRule = kindByRule(week, dates), single = new Map(dates.single), usual = mostOften(week), seen = new Map<number, string>();
  const paths = entriesAt(findings, at("peaks")), drawn = new Set<string>();
  dates.peaks.forEach(({ dayType, dates: on, atRandom, instead }, i) => {
    if (on === undefined && atRandom === undefined) findings.key(paths[i], "never come: needs dates or atRandom");
    if (atRandom !== undefined && drawn.has(dayType)) findings.value([...paths[i], "dayType"], "is drawn at random by other peaks already: say it in one place");
    if (atRandom !== undefined) drawn.add(dayType);
    if (atRandom !== undefined && instead === undefined && usual === CLOSED) findings.value([...paths[i], "atRandom"], "has no days to be drawn from, as no weekday is open: name day types with instead");
    else if (atRandom !== undefined && instead === undefined && usual === dayType) findings.value([...paths[i], "dayType"], "is the day type of most weekdays, so that these peaks change nothing: name another, or with instead the day types whose days may be drawn");
    if (instead !== undefined && atRandom === undefined) findings.key([...paths[i], "instead"], "goes with atRandom");
    if (instead?.includes(dayType) === true) findings.value([...paths[i], "instead", instead.indexOf(dayType)], "is the day type of these peaks: a day cannot come instead of itself");
    (on ?? []).forEach((date, at) => {
      const path = [...paths[i], "dates", at];
      if (!checkInside(findings, path, date, dates.from, dates.to)) return;
      if (single.has(date)) findings.value(path, `has two rules: it is ${single.get(date) ?? ""} by calendar.dates`);
      else if (seen.has(date)) findings.value(path, `has two rules: it is ${seen.get(date) ?? ""} already`);
      else if (byRule(date) === CLOSED) findings.value(path, "has two rules: the centre is closed on this date by its weekday or as a bank holiday");
      else seen.set(date, dayType);
    });
  });
  const { open, draws } = plannedDates(week, dates);
  if (open.length === 0) findings.key(at(), `has no open day from ${formatDate(dates.from)} to ${formatDate(dates.to)}`);
  const taken = new Set<number>();
  for (const { peaks, days, among } of draws) {
    const { atRandom } = dates.peaks[peaks], others = draws.filter((other) => other.peaks < peaks && other.among.some((date) => among.includes(date))).reduce((sum, other) => sum + other.days, 0);
    const inside = among.some((date) => date >= dates.from && date <= dates.to);
    if (!taken.has(peaks) && inside && atRandom !== undefined && days + others > among.length) {
      taken.add(peaks);
      findings.value([...paths[peaks], "atRandom"], `is more than fit: ${nameOfUnit(among[0], atRandom.every)} has ${among.length} days of ${(dates.peaks[peaks].instead ?? [usual]).join(" or ")}${others > 0 ? `, of which other peaks take ${others}` : ""}`);
    }
  }
}

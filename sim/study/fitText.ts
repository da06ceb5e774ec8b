// The text of a fitted scenario: every number with a comment that says where it comes from and how sure it is.

import { WEEKDAYS } from "../scenario/weekdays.ts";
import { formatClock } from "../scenario/clock.ts";
import { formatDuration } from "../scenario/duration.ts";
import type { Law } from "../scenario/law.ts";
import { escapeControls } from "../scenario/shown.ts";
import { civilOf, isoDate, weekdayOf } from "../scenario/civilDate.ts";
import type { Fit, FittedKind } from "./fit.ts";
import type { OddDay } from "./fitDays.ts";
import type { Ranged } from "./fitLaw.ts";

const CONTACTS_OF_A_RUN = 4e7, RUNS = [20, 1000] as const, WEEK = 7;
const YEARS_MOVED = 28, DAYS_MOVED = 10_227; // the same weekdays and leap years; the scenario's dates begin in 2000

/** @param source the name of the file, to be shown @param notes lines about what was read and left out */
export function fitText(fit: Fit, name: string, source: string, notes: readonly string[]): string {
  const base = mainKind(fit), dated = fit.to - fit.from + 1 > WEEK && fit.rows !== "periods" || (fit.season !== null && fit.rows === "periods"), isSeveral = fit.kinds.length > 1 || dated;
  return [
    comment(`Fitted by callhall fit to ${source}: ${count(fit.offered)} contacts from ${isoDate(fit.from)} to ${isoDate(fit.to)}.`),
    ...notes.map(comment),
    comment("Each ± is half the width of a 95% interval. What says assumed is in no data: put your own figures there first."),
    `name: ${quoted(name)}`,
    `opening: ${hours(base)} ${comment(`${fit.openingOrigin === "assumed" ? "assumed: the file has no times of day" : `from the file: when contacts usually come, ${base.name}${fit.outside === 0 ? "" : `; ${count(fit.outside)} contacts of usual days came outside such hours, and are not in the volumes`}`}`)}`,
    `interval: ${formatDuration(fit.interval)} ${comment("the step of rates, agents and results")}`,
    "contacts:",
    ...fit.types.flatMap((_, type) => contactLines(fit, base, type)),
    "groups:",
    ...fit.groups.flatMap((group, g) => [
      `  ${quoted(group.name)}:`,
      `    answers: [${group.types.map((type) => quoted(fit.types[type].name)).join(", ")}] ${comment(fit.types.length > 1 && fit.groups.length === 1 ? "assumed: everybody answers everything" : "as in the file")}`,
      ...agentLines(fit, base, g, "    "),
    ]),
    ...(isSeveral ? calendarLines(fit, base, dated) : []),
    `days: ${dated ? runs(fit) : 1000} ${comment(dated ? "how often the whole calendar is simulated; more often, narrower intervals. --days says otherwise, as for a single kind of day" : "days to simulate; more days, narrower intervals")}`,
    'seed: "1"',
    "",
  ].join("\n");
}

/** The kind that most weekdays have; of equals the first. */
export function mainKind({ kinds }: Pick<Fit, "kinds">): FittedKind {
  return kinds.reduce((most, each) => (each.weekdays.length > most.weekdays.length ? each : most));
}

function runs(fit: Fit): number {
  const contacts = fit.kinds.reduce((sum, { volumes, days, weekdays }) => sum + volumes.reduce((all, { value }) => all + value, 0) * (fit.rows === "periods" ? ((fit.to - fit.from) / WEEK) * weekdays.length : days.length), 0);
  return Math.max(RUNS[0], Math.min(RUNS[1], Math.floor(CONTACTS_OF_A_RUN / Math.max(1, contacts) / 10) * 10));
}

function contactLines(fit: Fit, base: FittedKind, type: number): string[] {
  const { name, handle, patience } = fit.types[type], cv = cvOf(fit, type), level = fit.serviceLevel === null ? "" : `; in the data ${share(fit.serviceLevel)}`;
  return [
    `  ${quoted(name)}:`,
    ...demandLines(fit, base, type, "    "),
    ...(cv === null ? [`    ${comment("assumed: no variation from day to day beyond single contacts, since the file cannot tell it")}`]
      : [`    dayToDayCv: ${round(cv.value, 4)} ${comment(`how busyness varies after the weekday${fit.season === null ? "" : " and the month"}, chance of single contacts taken off: ${margin(cv, 3)}`)}`]),
    ...(fit.shared ? [`    busyness: shared ${comment(`types are busy together: correlations of ${fit.correlations.map(({ correlation }) => round(correlation.value, 2)).join(", ")}`)}`] : []),
    ...(handle === null ? [] : [`    ${comment(`Talk, hold and wrap-up: mean ${seconds(handle.mean)}, ${handle.says}`)}`, `    handleTime: ${law(handle.law)}`]),
    `    ${comment(`How long callers wait before they hang up: ${patience.origin === "assumed" ? "" : `mean ${seconds(patience.mean)}, `}${patience.says}`)}`,
    `    patience: ${law(patience.law)}`,
    ...(patience.balking > 0 ? [`    balking: ${round(100 * patience.balking, 2)}% ${comment("from the file: hung up at once where they would have had to wait")}`] : []),
    `    answerWithin: ${formatDuration(fit.within.value)} ${comment(ORIGINS.within[fit.within.origin] + level)}`,
    `    target: ${round(100 * fit.target.value, 2)}% ${comment(ORIGINS.target[fit.target.origin])}`,
  ];
}

const ORIGINS = {
  within: { data: "the file's own threshold", told: "as told by --within", assumed: "assumed: an answer within 20s is in time, as is usual" },
  target: { data: "the file's own", told: "as told by --target", assumed: "assumed: 80% is usual" },
} as const;

function demandLines(fit: Fit, kind: FittedKind, type: number, indent: string): string[] {
  const volume = kind.volumes[type], per = fit.rows === "periods" ? `the mean of ${kind.days.length} rows over their Mondays to Fridays` : `the mean of ${kind.days.length} days${fit.season === null ? "" : ", the month's factor taken out"}`;
  const weights = kind.profiles[type].every((each) => each === 0) ? kind.profiles[type].map(() => 1) : kind.profiles[type];
  return [
    `${indent}volume: ${amount(volume.value)} ${comment(`contacts a day: ${per}: ${margin(volume, volume.value < 100 ? 2 : 0)}`)}`,
    `${indent}${comment(fit.openingOrigin === "assumed" ? "assumed: the usual shape of a day, since the file has no times of day" : `contacts of each ${formatDuration(fit.interval)}, the mean of those days`)}`,
    `${indent}profile: ${list(weights, kind, fit.interval, indent)}`,
  ];
}

function agentLines(fit: Fit, kind: FittedKind, group: number, indent: string): string[] {
  const says = {
    file: "agents on the phone, the mean of those days in the file, rounded", seen: "assumed: agents seen at work in the file, in the mean of those days, rounded; on duty were as many or more",
    told: "assumed: as told by --agents", matched: `assumed: as many, by the square-root rule, as make the simulation ${(fit.abandonment?.value ?? 0) > 0 ? `lose ${round(100 * (fit.abandonment?.value ?? 0), 1)}% of contacts` : `answer ${round(100 * (fit.serviceLevel?.value ?? 0), 1)}% in time`} as the file has it, since it does not tell staff`, formula: `assumed: as many as Erlang A asks for ${round(100 * fit.target.value, 2)}% in ${formatDuration(fit.within.value)}, since the file does not tell staff`,
  }[fit.agents];
  return [`${indent}${comment(says)}`, `${indent}agents: ${list(kind.agents[group], kind, fit.interval, indent)}`];
}

/** Of a type, or of all that share it; null where nothing is known. */
export function cvOf(fit: Fit, type: number): Ranged | null {
  const own = fit.types[type].factor;
  if (own === null) return null;
  if (!fit.shared) return own.cv;
  const all = fit.types.flatMap(({ factor }) => factor ?? []);
  return { value: all.reduce((sum, { cv }) => sum + cv.value, 0) / all.length, halfWidth: Math.max(...all.map(({ cv }) => cv.halfWidth ?? 0)) };
}

/** Whether days remember surely. */
export function remembers({ factor }: Pick<Fit, "factor">): boolean {
  return factor !== null && factor.cv.value > 0.005 && factor.memory.halfWidth !== null && factor.memory.value - factor.memory.halfWidth > 0;
}

function calendarLines(fit: Fit, base: FittedKind, dated: boolean): string[] {
  const kindOf = (weekday: number) => fit.kinds.find(({ weekdays }) => weekdays.includes(weekday))?.name ?? "closed", moved = civilOf(fit.from).year < 2000 ? DAYS_MOVED : 0, date = (day: number) => isoDate(day + moved);
  const { sorts, season } = fit, inUse = (day: number) => kindOf(weekdayOf(day)) !== "closed", shut = sorts === null ? [] : [...sorts.closed.map(({ day }) => day), ...sorts.missing].filter(inUse).sort((a, b) => a - b), peaks = sorts?.peaks.filter(({ day }) => inUse(day)) ?? [];
  const tests = fit.tests.length === 0 ? "" : " Weekdays are one kind where neither volume nor profile differs surely (1% for all pairs together)";
  return [
    "calendar:",
    ...(dated ? [`  from: ${date(fit.from)} ${comment(moved > 0 ? `the file's first day, moved ${YEARS_MOVED} years on, which keeps the weekdays` : "the file's first day")}`, `  to: ${date(fit.to)} ${comment("its last")}`] : []),
    `  week: { ${WEEKDAYS.map((weekday, i) => `${weekday}: ${quoted(kindOf(i))}`).join(", ")} } ${comment(`${fit.rows === "periods" ? "assumed: Monday to Friday, bank holidays among them, as the volume is reckoned" : "as in the file."}${tests}`)}`,
    ...(dated && shut.length > 0 ? ["  dates:", ...shut.map((day) => `    "${date(day)}": closed ${comment(sorts?.missing.includes(day) === true ? "not in the file" : "no contacts, or hardly any, in the file")}`)] : []),
    "  dayTypes:",
    ...fit.kinds.flatMap((kind) => (kind === base ? [`    ${quoted(kind.name)}: {}`] : [`    ${quoted(kind.name)}:`, ...patchLines(fit, base, kind)])),
    ...(dated && peaks.length > 0 ? peakLines(fit, base, peaks, date) : []),
    ...(dated && season !== null ? [`  season: { byMonth: [${season.byMonth.map(({ value }) => round(value, 3)).join(", ")}] } ${comment(`January to December: ${season.byMonth.map((each, i) => (season.seen[i] ? margin(each, 2) : "assumed 1")).join("; ")}`)}`] : []),
    ...(dated && remembers(fit) && fit.factor !== null ? [`  dayToDayCorrelation: ${round(Math.min(0.99, fit.factor.memory.value), 3)} ${comment(`of busyness from one open day to the next: ${margin(fit.factor.memory, 2)}`)}`] : []),
  ];
}

function patchLines(fit: Fit, base: FittedKind, kind: FittedKind): string[] {
  const sameHours = kind.opening.from === base.opening.from && kind.opening.to === base.opening.to;
  return [
    ...(sameHours ? [] : [`      opening: ${hours(kind)} ${comment("from the file")}`]),
    "      contacts:",
    ...fit.types.flatMap(({ name }, type) => [`        ${quoted(name)}:`, ...demandLines(fit, kind, type, "          ")]),
    "      groups:",
    ...fit.groups.flatMap((group, g) => [`        ${quoted(group.name)}:`, ...agentLines(fit, kind, g, "          ")]),
  ];
}

function peakLines(fit: Fit, base: FittedKind, peaks: readonly OddDay[], date: (day: number) => string): string[] {
  const factor = peaks.reduce((sum, { offered, usual }) => sum + offered / usual, 0) / peaks.length, weeks = (fit.to - fit.from + 1) / WEEK;
  return [
    `    peak: ${comment(`${peaks.length} ${peaks.length === 1 ? "day" : "days"} in ${Math.round(weeks)} weeks, far above ${peaks.length === 1 ? "its" : "their"} weekday: ${round(factor, 2)} times as many contacts in the mean`)}`,
    "      contacts:",
    ...fit.types.flatMap(({ name }, type) => [`        ${quoted(name)}:`, `          volume: ${amount(base.volumes[type].value * factor)} ${comment(`${base.name} times ${round(factor, 2)}`)}`]),
    `  peaks: { dayType: peak, dates: [${peaks.map(({ day }) => date(day)).join(", ")}] } ${comment("as spotted; for other dates write atRandom, such as 2 a year")}`,
  ];
}

const hours = ({ opening: { from, to } }: FittedKind): string => `{ from: "${formatClock(from)}", to: "${formatClock(to)}" }`;

function law(given: Law): string {
  switch (given.distribution) {
    case "exponential": case "deterministic": return `{ distribution: ${given.distribution}, mean: ${duration(given.mean)} }`;
    case "lognormal": case "gamma": return `{ distribution: ${given.distribution}, mean: ${duration(given.mean)}, cv: ${round(given.cv, 4)} }`;
    case "weibull": return `{ distribution: weibull, shape: ${round(Math.min(10, Math.max(0.1, given.shape)), 4)}, scale: ${duration(given.scale)} }`;
    case "uniform": return `{ distribution: uniform, from: ${duration(given.from)}, to: ${duration(given.to)} }`;
  }
}

const duration = (value: number): string => formatDuration(Math.max(0.01, Number(value.toPrecision(5))));
const round = (value: number, digits: number): string => String(Number(value.toFixed(digits)));
const count = (value: number): string => Math.round(value).toLocaleString("en-GB");
const amount = (value: number): string => (value === 0 ? "0" : value >= 100 ? value.toFixed(1) : Number(value.toPrecision(4)).toFixed(6).replace(/\.?0+$/, ""));
const share = ({ value, halfWidth }: Ranged): string => `${round(100 * value, 1)}%${halfWidth === null ? "" : ` ± ${round(100 * halfWidth, 1)}`}`;
const seconds = ({ value, halfWidth }: Ranged): string => `${round(value, 1)} s${halfWidth === null ? "" : ` ± ${halfWidth < 0.05 ? "<0.1" : round(halfWidth, 1)}`}`;
const margin = ({ value, halfWidth }: Ranged, digits: number): string => `${value.toLocaleString("en-GB", { maximumFractionDigits: digits, minimumFractionDigits: digits })}${halfWidth === null ? "" : ` ± ${halfWidth.toLocaleString("en-GB", { maximumFractionDigits: digits, minimumFractionDigits: digits })}`}`;

/** One line, with nothing that YAML or a terminal would trip over. */
function comment(text: string): string {
  return `# ${escapeControls(text).replace(/[\ufffd-\uffff]/g, "?")}`;
}

/** A name as YAML has it: plain where nobody could take it for something else. */
function quoted(name: string): string {
  return /^[A-Za-z][A-Za-z ]*$/.test(name) && !/^(?:null|true|false|yes|no|on|off|y|n)$/i.test(name) && !name.endsWith(" ") ? name : JSON.stringify(name);
}

/** A list with an hour of the clock a line, its start beside it. */
function list(values: readonly number[], { opening: { from } }: FittedKind, interval: number, indent: string): string {
  if (values.every((value) => value === values[0]) && Number.isInteger(values[0]) && indent.length > 0 && values.length > 1 && values[0] > 1) return `[${values.map(amountOf).join(", ")}]`;
  const lines = new Map<number, string[]>();
  values.forEach((value, i) => {
    const hour = Math.floor((from + i * interval) / 3600), known = lines.get(hour);
    if (known === undefined) lines.set(hour, [amountOf(value)]);
    else known.push(amountOf(value));
  });
  return `[\n${[...lines].map(([hour, own]) => `${indent}  ${own.join(", ")}, # from ${formatClock(Math.max(from, hour * 3600))}`).join("\n")}\n${indent}]`;
}

const amountOf = (value: number): string => (Number.isInteger(value) ? String(value) : amount(value));

// What can be taken away: the plan, its charts, tables and report; the same files that the command line writes, lines in charts up to half a pixel aside.

import { drawCalendarSlides } from "../../reports/calendarSlides.ts";
import { comparePage } from "../../reports/comparePage.ts";
import { curveSlides } from "../../reports/curveSlides.ts";
import { reportPage, type ReportPart } from "../../reports/report.ts";
import { SLIDE_HEIGHT, SLIDE_WIDTH, slides, slugs, type Slide } from "../../reports/slides.ts";
import { studyTables, STUDY_UNITS } from "../../sim/cli/compareRows.ts";
import { toCsv } from "../../sim/cli/csv.ts";
import { tablesOf } from "../../sim/cli/resultRows.ts";
import { tablesOfRun, type NamedTable } from "../../sim/cli/runRows.ts";
import { shellCommand } from "../../sim/cli/shellCommand.ts";
import { averageDays } from "../../sim/study/averageDay.ts";
import type { Comparison } from "../../sim/study/compareResult.ts";
import type { ShownCalendar } from "./openCalendar.ts";
import type { OpenStudy } from "./openStudy.ts";
import { FILE } from "./plan.ts";
import type { Shown, Studied } from "./state.ts";

/** The command that gives the same numbers. */
export const COMMAND = shellCommand(["callhall", "run", FILE]);

const CSV = "text/csv", EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function save(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type })), link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000); // the browser has begun to save it by then
}

export function savePlan(text: string): void {
  save(FILE, text, "application/yaml");
}

/** All charts of the run, and of the curve where it is known. */
export function slidesOf({ result, plan }: Shown, studied: Studied): Slide[] {
  const curve = studied.curve?.plan === plan ? studied.curve.value : null;
  return [...slides([{ result, scenario: plan.scenario }]), ...(curve === null ? [] : curveSlides(curve, plan.scenario))];
}

export function saveSvg({ name, svg }: Slide): void {
  save(`${name}.svg`, svg, "image/svg+xml");
}

/** Drawn by the browser itself. @throws Error where it cannot */
export async function savePng({ name, svg }: Slide): Promise<void> {
  const picture = new Image(), url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    picture.src = url;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = SLIDE_WIDTH;
    canvas.height = SLIDE_HEIGHT;
    canvas.getContext("2d")?.drawImage(picture, 0, 0);
    const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, "image/png"); });
    if (blob === null) throw new Error("this browser cannot make a PNG; the SVG holds the same picture");
    save(`${name}.png`, blob, "image/png");
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The document that `callhall run --json` prints. */
export function saveJson({ result }: Pick<Shown | ShownCalendar, "result">): void {
  save(`${slugs([result.scenario])[0]}.json`, `${JSON.stringify(result, null, 2)}\n`, "application/json");
}

/** The table of contacts, groups or days. */
export function saveCsv({ result }: Shown, table: "contacts" | "groups" | "days"): void {
  const { rows } = tablesOf([result]).find(({ name }) => name === table)!; // each of the three is there
  save(`${slugs([result.scenario])[0]}-${table}.csv`, toCsv(rows), CSV);
}

export async function saveExcel({ result }: Shown): Promise<void> {
  const { workbook } = await import("../../sim/cli/xlsx.ts");
  save(`${slugs([result.scenario])[0]}.xlsx`, new Uint8Array(await workbook(tablesOf([result]))), EXCEL);
}

export function saveReport({ result, plan }: Shown): void {
  save(`${slugs([result.scenario])[0]}.html`, reportPage([{ result, scenario: plan.scenario, file: FILE, text: plan.text, bases: [] }], REPORT_COMMAND), "text/html");
}

const REPORT_COMMAND = shellCommand(["callhall", "run", FILE, "--report", "report.html"]);

/** The kinds of day of a calendar, as `callhall run` tells of them: each an average day. */
function daysOf({ scenario, result, plan: { text } }: ShownCalendar): ReportPart[] {
  return averageDays(scenario, result.dates).map((kind) => ({ result: result.dayTypes[kind.name], scenario: kind.scenario, file: FILE, text, bases: [] }));
}

/** All tables of a calendar that `callhall run --csv` writes. */
export const calendarTables = (now: ShownCalendar): NamedTable[] => tablesOfRun([{ week: null, calendar: now, days: daysOf(now) }]);

export function saveCalendarCsv({ result }: ShownCalendar, { name, rows }: NamedTable): void {
  save(`${slugs([result.scenario])[0]}-${name}.csv`, toCsv(rows), CSV);
}

export async function saveCalendarExcel(now: ShownCalendar): Promise<void> {
  const { workbook } = await import("../../sim/cli/xlsx.ts");
  save(`${slugs([now.result.scenario])[0]}.xlsx`, new Uint8Array(await workbook(calendarTables(now))), EXCEL);
}

export function saveCalendarReport(now: ShownCalendar): void {
  save(`${slugs([now.result.scenario])[0]}.html`, reportPage(daysOf(now), REPORT_COMMAND, { calendars: [now] }), "text/html");
}

/** The calendar's own charts, then those of its kinds of day, one after another. */
export function* drawSlidesOfCalendar(now: ShownCalendar): Generator<Slide> {
  yield* drawCalendarSlides([now]);
  for (const day of daysOf(now)) yield* slides([day]);
}

/** The command that answers a study of the library or of the reader's own, typed where its scenarios lie. */
export function studyCommand(file: string, ...more: readonly string[]): string {
  return shellCommand(["callhall", "compare", file, ...more]);
}

const nameOf = ({ file }: OpenStudy): string => file.slice(file.lastIndexOf("/") + 1).replace(/\.ya?ml$/, "");

export function saveStudy(opened: OpenStudy): void {
  save(`${nameOf(opened)}.yaml`, opened.text, "application/yaml");
}

/** The document that `callhall compare --json` prints. */
export function saveStudyJson(opened: OpenStudy, comparison: Comparison): void {
  save(`${nameOf(opened)}.json`, `${JSON.stringify(comparison, null, 2)}\n`, "application/json");
}

export function saveStudyReport(opened: OpenStudy, comparison: Comparison): void {
  const { file, text, bases, study } = opened;
  save(`${nameOf(opened)}.html`, comparePage(study, comparison, [{ file, text }, ...bases], studyCommand(file, "--report", "report.html")), "text/html");
}

/** The tables that `callhall compare --csv` writes. */
export function saveStudyCsv(opened: OpenStudy, comparison: Comparison, table: string): void {
  for (const { name, rows } of studyTables(opened.study, comparison)) if (name === table) save(`${nameOf(opened)}-${name}.csv`, toCsv(rows), CSV);
}

export async function saveStudyExcel(opened: OpenStudy, comparison: Comparison): Promise<void> {
  const { workbookOf } = await import("../../sim/cli/xlsx.ts");
  save(`${nameOf(opened)}.xlsx`, new Uint8Array(await workbookOf(studyTables(opened.study, comparison), STUDY_UNITS)), EXCEL);
}

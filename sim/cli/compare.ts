// The compare subcommand: a study in, tables or JSON out, and the page asked for beside them.

import type { Study } from "../scenario/study.ts";
import { compareRounds } from "../study/compare.ts";
import type { Comparison } from "../study/compareResult.ts";
import { deliver, placesAsked, type AskedFiles } from "./askedFiles.ts";
import { studyTableNames, studyTables, STUDY_UNITS } from "./compareRows.ts";
import { readStudy, type StudyFile } from "./compareStudy.ts";
import { checkPlaces } from "./outputs.ts";
import { createProgress } from "./progress.ts";
import { readSeed } from "./readSeed.ts";
import { readHoldTarget } from "./compareTarget.ts";
import { asArgument, shellCommand } from "./shellCommand.ts";
import { simulateRounds } from "./simulateRounds.ts";

export interface CompareCommandOptions extends AskedFiles {
  readonly days?: number;
  readonly seed?: string;
  readonly hold?: string;
  readonly workers?: number;
  readonly json?: boolean;
}

export async function compareCommand(file: string, options: CompareCommandOptions): Promise<void> {
  const seed = readSeed(options.seed), target = readHoldTarget(options.hold);
  const read = await readStudy(file, options.days), study = overruled(read.study, seed, target);
  await checkOutputs(read, study, options);
  const progress = createProgress();
  const comparison = await simulateRounds(compareRounds(study), options.workers, progress, (jobs, number) => (number === 1 ? `${jobs.length} ways of working` : `looking for the answer, step ${number - 1}`));
  const tables = studyTables(study, comparison);
  await deliver(options, {
    tables,
    workbook: async () => (await import("./xlsx.ts")).workbookOf(tables, STUDY_UNITS),
    page: async () => (await import("../../reports/comparePage.ts")).comparePage(study, comparison, [read, ...read.bases, ...read.columns], commandOf(file, options)),
    pictures: async () => (await import("../../reports/compareSlides.ts")).compareSlides(study, comparison),
  }, await printed(study, comparison, options.json ?? false));
}

/** Nothing that is read may be written over. */
async function checkOutputs({ file, bases, columns }: StudyFile, study: Study, options: AskedFiles): Promise<void> {
  const outputs = await placesAsked(options, { tables: studyTableNames(study), pictures: async () => (await import("../../reports/compareSlides.ts")).compareSlideNames(study) });
  checkPlaces(outputs, [file], "the study");
  checkPlaces(outputs, bases.map((base) => base.file));
  checkPlaces(outputs, columns.map(({ sheetFile }) => sheetFile), "the sheet");
}

function overruled(study: Study, seed: string | undefined, target: number | undefined): Study {
  const hold = target === undefined ? study.hold : { staff: {}, ...study.hold, target };
  return { ...study, seed: seed ?? study.seed, hold };
}

async function printed(study: Study, comparison: Comparison, json: boolean): Promise<string> {
  if (json) return `${JSON.stringify(comparison, null, 2)}\n`;
  const { compareText } = await import("./compareTables.ts");
  return compareText(study, comparison);
}

/** The command that repeats the study. */
function commandOf(file: string, { days, seed, hold, report }: CompareCommandOptions): string {
  const words = ["callhall", "compare", asArgument(file)];
  if (days !== undefined) words.push("--days", String(days));
  if (seed !== undefined) words.push("--seed", seed);
  if (hold !== undefined) words.push("--hold", hold);
  if (report !== undefined) words.push("--report", report);
  return shellCommand(words);
}

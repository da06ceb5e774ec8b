// The files asked for beside a study: its page, its tables and its charts.

import { join } from "node:path";
import type { Study } from "../scenario/study.ts";
import type { Comparison } from "../study/compareResult.ts";
import { studyTableNames, studyTables, STUDY_UNITS } from "./compareRows.ts";
import type { StudyFile } from "./compareStudy.ts";
import { toCsv } from "./csv.ts";
import { checkPlaces, type OutputFile } from "./outputs.ts";

export interface StudyOutputs {
  readonly csv?: string;
  readonly xlsx?: string;
  readonly report?: string;
  readonly svg?: string;
  readonly png?: string;
}

/** Nothing that is read may be written over. */
export async function checkOutputs({ file, bases, columns }: StudyFile, study: Study, options: StudyOutputs): Promise<void> {
  const outputs = await places(study, options);
  checkPlaces(outputs, [file], "the study");
  checkPlaces(outputs, bases.map((base) => base.file));
  checkPlaces(outputs, columns.map(({ sheetFile }) => sheetFile), "the sheet");
}

async function places(study: Study, { csv, xlsx, report, svg, png }: StudyOutputs): Promise<string[]> {
  const files = [...(csv === undefined ? [] : studyTableNames(study).map((name) => join(csv, `${name}.csv`))), ...(xlsx === undefined ? [] : [xlsx]), ...(report === undefined ? [] : [report])];
  if (svg === undefined && png === undefined) return files;
  const [{ compareSlideNames }, { placesOf }] = await Promise.all([import("../../reports/compareSlides.ts"), import("./slides.ts")]);
  return [...files, ...placesOf({ ...(svg === undefined ? {} : { svg }), ...(png === undefined ? {} : { png }) }, compareSlideNames(study))];
}

/** @param command that repeats the page */
export async function outputsOf(read: StudyFile, study: Study, comparison: Comparison, options: StudyOutputs, command: string): Promise<OutputFile[]> {
  const { csv, xlsx, report, svg, png } = options, outputs: OutputFile[] = [];
  if (csv !== undefined) outputs.push(...studyTables(study, comparison).map(({ name, rows }) => ({ path: join(csv, `${name}.csv`), content: toCsv(rows) })));
  if (xlsx !== undefined) {
    const { workbookOf } = await import("./xlsx.ts");
    outputs.push({ path: xlsx, content: await workbookOf(studyTables(study, comparison), STUDY_UNITS) });
  }
  if (report !== undefined) {
    const { comparePage } = await import("../../reports/comparePage.ts");
    outputs.push({ path: report, content: comparePage(study, comparison, [read, ...read.bases, ...read.columns], command) });
  }
  if (svg !== undefined || png !== undefined) {
    const [{ compareSlides }, { filesOf }] = await Promise.all([import("../../reports/compareSlides.ts"), import("./slides.ts")]);
    outputs.push(...await filesOf(options, compareSlides(study, comparison)));
  }
  return outputs;
}

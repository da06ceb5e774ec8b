// The study that is open in place of the plan, and what has been simulated of it.

import { effect, signal } from "@preact/signals";
import type { ReadColumn } from "../../sim/scenario/sheetColumns.ts";
import { parseStudy, type Study } from "../../sim/scenario/study.ts";
import { BASE_NAME, type Way } from "../../sim/scenario/studyWay.ts";
import { kindsOfDay } from "../../sim/scenario/week.ts";
import { checkTotal } from "../../sim/scenario/expected.ts";
import { tooManyToKeep } from "../../sim/study/compareDays.ts";
import type { File } from "../../reports/repeat.ts";
import { refineStudy, type ComparedSoFar, type StudyProgress } from "../browser/refineStudy.ts";
import { readBase, readColumn, shippedText, studies } from "./library.ts";
import { planOf, type Plan } from "./plan.ts";
import { atOnce, fail, openAgainst, open, pool } from "./state.ts";

export interface OpenStudy {
  /** In the library, `studies/longer-opening.yaml`; of the reader's own, its name. */
  readonly file: string;
  readonly text: string;
  /** The base and what it extends, nearest first. */
  readonly bases: readonly File[];
  readonly study: Study;
  /** Finds the columns that it uses. */
  readonly readColumn: ReadColumn;
}

const ofLibrary = { readBase, readColumn };

export const openStudy = signal<OpenStudy | null>(null);
export const compared = signal<ComparedSoFar | null>(null);
export const progress = signal<StudyProgress | null>(null);

/** @param reading finds its base and columns: by default in the library. @throws ScenarioError, or Error where it is too large for a page */
export function readStudy(text: string, file: string, { readBase, readColumn } = ofLibrary): OpenStudy {
  const bases: File[] = [], study = parseStudy(text, file, {
    readColumn,
    readBase: (path, from) => {
      const found = readBase(path, from);
      if (!("refused" in found)) bases.push(found);
      return found;
    },
  });
  const kinds = study.ways.flatMap(({ scenario }) => kindsOfDay(scenario).map((kind) => kind.scenario)), tooMany = kinds.map((kind) => checkTotal(kind, study.days)).find((each) => each !== null) ?? tooManyToKeep(kinds, study.days);
  if (tooMany !== null) throw new Error(tooMany);
  return { file, text, bases, study, readColumn };
}

/** @param file of the library. @throws ScenarioError; a test opens every one */
export function openShippedStudy(file: string): void {
  if (openStudy.value?.file !== file) openStudy.value = readStudy(shippedText(file), file);
}

/** Whether the library has such a study. */
export const isShippedStudy = (file: string): boolean => studies.some((study) => study.file === file);

/** Whether a link can name it: a file of the same name from elsewhere may be another. */
export const isOfLibrary = (opened: OpenStudy): boolean => isShippedStudy(opened.file) && opened.readColumn === readColumn;

/** A way of working as a plan, with the study's days and seed: so its numbers are those that the study shows. @param kind of day, of a week or a calendar. @throws ScenarioError */
export function planOfWay({ study: { days, seed }, readColumn }: Pick<OpenStudy, "study" | "readColumn">, { name, scenario, tree }: Way, kind?: string): Plan {
  return planOf(tree, { ...scenario, name: name === BASE_NAME ? scenario.name : `${scenario.name}: ${name}`, days, seed, precision: undefined }, readColumn, kind);
}

/** Leave the study for one of its ways. @param beside the base pinned, so that the two are compared */
export function openWay(opened: OpenStudy, way: Way, beside: boolean): void {
  const [base] = opened.study.ways, kind = beside ? differingKind(base, way) ?? "" : undefined, plan = planOfWay(opened, way, kind);
  openStudy.value = null;
  if (beside) openAgainst(planOfWay(opened, base, kind), plan);
  else open(plan);
}

/** The first kind of day in which a way of working differs from the base; undefined where none does. */
function differingKind(base: Way, way: Way): string | undefined {
  const before = new Map(kindsOfDay(base.scenario).map(({ name, scenario }) => [name, JSON.stringify(scenario)]));
  return kindsOfDay(way.scenario).find(({ name, scenario }) => before.get(name) !== JSON.stringify(scenario))?.name;
}

/** Simulate every study that is opened, and let go of the one before. */
export function startStudies(): void {
  effect(() => {
    const opened = openStudy.value, giveUp = new AbortController();
    compared.value = progress.value = null;
    if (opened !== null) simulate(opened, giveUp.signal).catch(fail);
    return () => giveUp.abort();
  });
}

async function simulate({ study }: OpenStudy, signal: AbortSignal): Promise<void> {
  for await (const sofar of refineStudy(study, pool.simulateUntil(signal), atOnce, signal, (now) => { progress.value = now; })) compared.value = sofar;
}


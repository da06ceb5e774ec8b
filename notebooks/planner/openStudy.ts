// The study that is open in place of the plan, and what has been simulated of it.

import { effect, signal } from "@preact/signals";
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
}

export const openStudy = signal<OpenStudy | null>(null);
export const compared = signal<ComparedSoFar | null>(null);
export const progress = signal<StudyProgress | null>(null);

/** @throws ScenarioError, or Error where it is too large for a page */
export function readStudy(text: string, file: string): OpenStudy {
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
  return { file, text, bases, study };
}

/** @param file of the library. @throws ScenarioError; a test opens every one */
export function openShippedStudy(file: string): void {
  if (openStudy.value?.file !== file) openStudy.value = readStudy(shippedText(file), file);
}

/** Whether the library has such a study. */
export const isShippedStudy = (file: string): boolean => studies.some((study) => study.file === file);

/** A way of working as a plan, with the study's days and seed: so its numbers are those that the study shows. @param kind of day, of a week. @throws ScenarioError */
export function planOfWay({ days, seed }: Study, { name, scenario, tree }: Way, kind?: string): Plan {
  return planOf(tree, { ...scenario, name: name === BASE_NAME ? scenario.name : `${scenario.name}: ${name}`, days, seed, precision: undefined }, readColumn, kind);
}

/** Leave the study for one of its ways. @param beside the base pinned, so that the two are compared */
export function openWay(study: Study, way: Way, beside: boolean): void {
  const [base] = study.ways, kind = beside ? differingKind(base, way) : undefined, plan = planOfWay(study, way, kind);
  openStudy.value = null;
  if (beside) openAgainst(planOfWay(study, base, kind), plan);
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

/** Whether a text is that of a study, so that its mistakes are told as a study's. */
export const isStudy = (text: string): boolean => /^question:/m.test(text) && /^variants:/m.test(text);


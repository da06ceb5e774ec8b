// What the page knows: the plan, what has been simulated of it, what is pinned beside it, and the steps back. All else is read from these.

import { batch, computed, effect, signal } from "@preact/signals";
import { compile } from "../../sim/model/compile.ts";
import { isDated } from "../../sim/scenario/dated.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { shapeOf } from "../../sim/stats/block.ts";
import { dayColumns } from "../../sim/stats/dayTotals.ts";
import type { Curve } from "../../sim/study/curveResult.ts";
import { dayByErlangA } from "../../sim/study/dayFormula.ts";
import { formulaRules } from "../../sim/study/formulaRules.ts";
import { pooledDay } from "../../sim/study/pooledDay.ts";
import type { Requirements } from "../../sim/study/require.ts";
import { jobOf } from "../../sim/study/run.ts";
import { createPool } from "../browser/pool.ts";
import { refine, type Refined } from "../browser/refine.ts";
import EngineWorker from "../browser/worker.ts?worker&inline";
import { createStudies } from "./studies.ts";
import { FIRST, openShipped } from "./library.ts";
import { changed, type Change, type Plan } from "./plan.ts";

/** What has been simulated of a plan so far. */
export interface Shown extends Refined {
  readonly plan: Plan;
}

/** What takes longer than a run, each with the plan it is of. Undefined: never known yet; null: not to be had for that plan. */
export interface Studied {
  readonly curve?: Of<Curve | null>;
  readonly requirements?: Of<Requirements | null>;
  /** The plan of which all this is known to the last day. */
  readonly whole?: Plan;
}

export interface Of<T> {
  readonly plan: Plan;
  readonly value: T;
}

const STEPS_BACK = 100;
const MOST_THREADS = 8;
const ESTIMATE_AFTER = 80; // ms without a simulated number
const TWO_FRAMES = 32; // ms
const MOST_KEPT = 2 ** 27; // bytes of days kept for a comparison

export const plan = signal<Plan>(openShipped(FIRST));
export const shown = signal<Shown | null>(null);
export const pinned = signal<Shown | null>(null);
export const studied = signal<Studied>({});
/** The same of the pinned plan. */
export const studiedBeside = signal<Studied>({});
/** A formula's share answered in time, while a big model keeps the page waiting. */
export const estimate = signal<number | null>(null);
/** Why the page cannot go on, in words. */
export const failure = signal<string | null>(null);

/** Whether the numbers on the page are of an older plan than the form. */
export const stale = computed(() => shown.value === null || shown.value.plan !== plan.value);

const past = signal<readonly Plan[]>([]);
let before: Plan | null = null; // the plan before the gesture under way
export const canUndo = computed(() => past.value.length > 0);

/** The plan that the page begins with, to which no step leads back. */
export function begin(first: Plan): void {
  plan.value = first;
}

/** Put another plan in the place of this one. */
export function open(next: Plan): void {
  beginGesture();
  plan.value = next;
  settle();
}

/** Change values of the plan while a gesture goes on. Returns what is wrong with them, in words; then nothing is changed. */
export function change(changes: readonly Change[]): string | null {
  try {
    const next = changed(plan.value, changes);
    if (next.text === plan.value.text) return null;
    beginGesture();
    plan.value = next;
    return null;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.problems.map(({ path, message }) => (path.startsWith("calendar") ? `${path} ${message}` : message)).join("; "); // of a kind of day, whose control is not this one
  }
}

/** The same as one step. */
export function set(changes: readonly Change[]): string | null {
  const wrong = change(changes);
  settle();
  return wrong;
}

function beginGesture(): void {
  before ??= plan.value;
}

/** The gesture is over: one step back leads to where it began. */
export function settle(): void {
  if (before !== null && before !== plan.value) past.value = [...past.value, before].slice(-STEPS_BACK);
  before = null;
}

export function undo(): void {
  settle();
  const last = past.value.at(-1);
  if (last === undefined) return;
  batch(() => {
    past.value = past.value.slice(0, -1);
    plan.value = last;
  });
}

export function pin(): void {
  if (shown.value === null || shown.value.plan !== plan.value) return;
  batch(() => {
    pinned.value = shown.value;
    studiedBeside.value = studied.value;
  });
}

/** What is pinned becomes the plan, and the plan is pinned. */
export function swap(): void {
  const old = pinned.value, now = shown.value;
  if (old === null || now === null) return;
  batch(() => {
    pinned.value = now;
    studiedBeside.value = studied.value;
    open(old.plan);
  });
}

/** Open a plan beside another one: that one is simulated and pinned first. */
export function openAgainst(base: Plan, next: Plan): void {
  pinned.value = null;
  open(base);
  const stop = effect(() => {
    const now = shown.value;
    if (plan.value !== base) stop();
    else if (now?.plan === base && now.done) {
      queueMicrotask(() => {
        stop();
        if (plan.value !== base) return;
        pin();
        open(next);
      });
    }
  });
}

/** Whether the plan's days fit into memory, so that they can be compared one by one. */
export const comparable = computed(() => keepsDays(plan.value));

function keepsDays({ scenario }: Plan): boolean {
  return scenario.days * 8 * dayColumns(shapeOf(compile(scenario))).width <= MOST_KEPT;
}

const threads = Math.min(MOST_THREADS, Math.max(1, navigator.hardwareConcurrency || 1));
export const hire = (): Worker => new EngineWorker();
export const pool = createPool(threads, hire);

/** Jobs under way at once, so that the next fills the workers while one comes to its end. */
export const atOnce = threads === 1 ? 1 : threads + 1;

const studies = createStudies(hire, (given, news) => {
  const to = given === plan.peek() ? studied : studiedBeside;
  to.value = {
    ...to.peek(), ...(news.done ? { whole: given } : {}),
    ...(news.curve === undefined ? {} : { curve: { plan: given, value: news.curve } }), ...(news.requirements === undefined ? {} : { requirements: { plan: given, value: news.requirements } }),
  };
  const beside = pinned.peek()?.plan;
  if (news.done && to === studied && beside !== undefined && beside !== given && studiedBeside.peek().whole !== beside) studies.wish(beside); // it was pinned, or changed, before all was known of it
}, fail);

export function fail(error: unknown): void {
  failure.value = error instanceof Error ? error.message : String(error);
}

/** Simulate every new plan of a day, and let go of the one before; calendars of dates are those of `openCalendar.ts`. */
export function start(): void {
  effect(() => {
    const given = plan.value, giveUp = new AbortController();
    studies.leaveOff();
    if (isDated(given.scenario)) return undefined;
    const timer = setTimeout(() => { estimate.value = formulaFor(given); }, ESTIMATE_AFTER);
    const heard = () => {
      clearTimeout(timer);
      estimate.value = null;
    };
    simulate(given, giveUp.signal, heard).catch(fail);
    return () => {
      giveUp.abort();
      clearTimeout(timer);
    };
  });
}

/** The first numbers stand at once; newer ones at most every other frame, the newest of them, so that drawing does not keep the workers' answers waiting. */
async function simulate(given: Plan, signal: AbortSignal, heard: () => void): Promise<void> {
  const job = { ...jobOf(given.scenario), keepDays: keepsDays(given) };
  let newest: Refined | null = null, timer: ReturnType<typeof setTimeout> | undefined;
  const show = (refined: Refined) => {
    shown.value = { plan: given, ...refined };
    if (refined.done) studies.wish(given);
    newest = null;
    timer = setTimeout(() => {
      timer = undefined;
      if (newest !== null && !signal.aborted) show(newest);
    }, TWO_FRAMES);
  };
  for await (const refined of refine(job, pool.simulateUntil(signal))) {
    if (signal.aborted) return;
    heard();
    if (timer === undefined) show(refined);
    else newest = refined;
  }
}

function formulaFor({ scenario }: Plan): number | null {
  return formulaRules(scenario).patient === null ? null : dayByErlangA(pooledDay(compile(scenario))).serviceLevel;
}

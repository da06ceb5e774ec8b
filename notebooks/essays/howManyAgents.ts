// How many agents, and when Erlang C misleads: what the notebook asks the engine.

import { parseScenario } from "../../sim/scenario/parse.ts";
import { curveShown, curveWords, type CurveWords } from "./answers.ts";
import { busiest } from "./busiest.ts";
import { curves, type AskedCurve, type CurveSoFar } from "./curves.ts";
import { shipped } from "./library.ts";
import { live } from "./live.ts";
import { patienceWords } from "./patience.ts";

export interface Centre {
  /** Calls expected on the day. */
  readonly volume: number;
  /** Mean, in minutes. */
  readonly handleTime: number;
  /** Mean, in seconds; null: nobody hangs up. */
  readonly patience: number | null;
  readonly days: number;
}

const FILE = "usual-day.yaml";

export const PATIENCE: readonly (readonly [string, number | null])[] = [
  ["1 minute", 60], ["2 minutes", 120], ["3 minutes", 180], ["5 minutes", 300], ["10 minutes", 600], ["nobody hangs up", null],
];

const demand = ({ volume, handleTime }: Centre): string[] => [`contacts.calls.volume=${volume}`, `contacts.calls.handleTime.mean=${Math.round(60 * handleTime)}s`];

export function agentsAsked(centre: Centre): AskedCurve {
  const { patience, days } = centre;
  return { file: FILE, set: [...demand(centre), patience === null ? "contacts.calls.patience=never" : `contacts.calls.patience.mean=${patience}s`], vary: [], days };
}

export function patienceAsked(centre: Centre): AskedCurve {
  return { file: FILE, set: demand(centre), vary: ["contacts.calls.patience.mean=1m..10m/1m"], days: centre.days };
}

export const showAgents = (id: string, centre: Centre, invalidation: Promise<void>): Promise<void> => showCurve(id, agentsAsked(centre), (found) => curveWords(found, ["curve", "days"]), invalidation);

export const showPatience = (id: string, centre: Centre, invalidation: Promise<void>): Promise<void> => showCurve(id, patienceAsked(centre), patienceWords, invalidation);

function showCurve(id: string, asked: AskedCurve, words: (found: CurveSoFar) => CurveWords, invalidation: Promise<void>): Promise<void> {
  return live(id, async function* (signal) {
    for await (const found of curves(asked, signal)) yield curveShown(asked, found, words(found));
  }, invalidation);
}

export const showBusiest = (id: string, centre: Centre, invalidation: Promise<void>): Promise<void> => live(id, async function* () { yield await Promise.resolve(busiest(parseScenario(shipped[FILE], FILE, { set: demand(centre) }))); }, invalidation);

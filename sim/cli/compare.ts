// The compare subcommand: a study in, tables or JSON out, and the page asked for beside them.

import type { Study } from "../scenario/study.ts";
import { compareRounds } from "../study/compare.ts";
import type { Comparison } from "../study/compareResult.ts";
import { checkOutputs, outputsOf, type StudyOutputs } from "./compareOutputs.ts";
import { readStudy } from "./compareStudy.ts";
import { shownPath } from "./exit.ts";
import { writeOutputs } from "./outputs.ts";
import { createProgress } from "./progress.ts";
import { readSeed } from "./readSeed.ts";
import { readHoldTarget } from "./compareTarget.ts";
import { asArgument, shellCommand } from "./shellCommand.ts";
import { simulateRounds } from "./simulateRounds.ts";

export interface CompareCommandOptions extends StudyOutputs {
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
  const outputs = await outputsOf(read, study, comparison, options, commandOf(file, options));
  writeOutputs(outputs);
  process.stdout.write(await printed(study, comparison, options.json ?? false));
  for (const { path } of outputs) process.stderr.write(`wrote ${shownPath(path)}\n`);
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

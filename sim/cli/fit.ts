// The fit subcommand: an export in, a scenario out, and a page that says how well it fits.

import { basename } from "node:path";
import { formatDuration } from "../scenario/duration.ts";
import { parseScenario } from "../scenario/parse.ts";
import { shorten } from "../scenario/shown.ts";
import { isoDate } from "../scenario/civilDate.ts";
import { FitError } from "../study/fit.ts";
import { fitHistory, type Fitted } from "../study/fitAll.ts";
import { fitText } from "../study/fitText.ts";
import { InputError, INTERRUPTED, shownPath } from "./exit.ts";
import { readExport, type Export } from "./exportFile.ts";
import { readFitFlags, type FitCommandOptions, type FitFlags } from "./fitOptions.ts";
import { checkPlaces, writeOutputs, type OutputFile } from "./outputs.ts";
import { leftOutShown } from "./rowFaults.ts";
import { asArgument, shellCommand } from "./shellCommand.ts";

const USUAL_WITHIN = 20, USUAL_TARGET = 0.8, HALF_HOUR = 1800;

export async function fitCommand(file: string, options: FitCommandOptions): Promise<void> {
  const flags = readFitFlags(options), { output, report } = options;
  checkPlaces([output, ...(report === undefined ? [] : [report])], [file], "the export");
  process.once("SIGINT", () => process.exit(INTERRUPTED)); // nothing is half written: files come last, all at once
  const read = await readExport(file, { map: options.map ?? [], within: flags.within ?? USUAL_WITHIN, interval: flags.interval ?? HALF_HOUR });
  const fitted = fitRead(file, read, flags), notes = notesOf(read), name = basename(file).replace(/\.[^.]*$/, "").slice(0, 150) || "Fitted";
  const text = fitText(fitted.fit, shorten(name), shorten(basename(file)), notes);
  parseScenario(text, output); // whatever the data, what is written can be run
  const outputs: OutputFile[] = [{ path: output, content: text }];
  if (report !== undefined) {
    const { fitPage } = await import("../../reports/fitPage.ts");
    outputs.push({ path: report, content: fitPage(fitted, { name, notes: [...columnsSaid(read), ...notes], text, file: output, command: commandOf(file, options) }) });
  }
  writeOutputs(outputs);
  if (options.json === true) process.stdout.write(`${JSON.stringify(documentOf(fitted, read), null, 2)}\n`);
  else {
    const { fitTables } = await import("./fitTables.ts");
    process.stdout.write(fitTables(fitted, [...columnsSaid(read), ...notes], output));
  }
  for (const { path } of outputs) process.stderr.write(`wrote ${shownPath(path)}\n`);
}

function fitRead(file: string, read: Export, flags: FitFlags): Fitted {
  const within = { value: flags.within ?? read.threshold ?? USUAL_WITHIN, origin: flags.within !== null ? "told" : read.threshold !== null ? "data" : "assumed" } as const;
  try {
    return fitHistory({
      history: read.history, periods: read.periods, times: read.times, redials: read.redials, agentsSeen: read.kind === "calls", interval: intervalOf(read, flags.interval), within,
      target: { value: flags.target ?? USUAL_TARGET, origin: flags.target === null ? "assumed" : "told" }, handle: flags.handle, agents: flags.agents,
    }, flags.testFrom);
  } catch (error) {
    throw error instanceof FitError ? new InputError(`${shownPath(file)}: ${error.message}`) : error;
  }
}

/** The file's own step from a quarter of an hour on; shorter ones become half hours, the usual step of a rota. */
function intervalOf({ history }: Export, asked: number | null): number {
  const step = history === null || history.slots === 1 ? HALF_HOUR : history.resolution;
  if (asked === null) return history === null || history.slots === 1 ? HALF_HOUR : step < 900 ? HALF_HOUR : step;
  if (history !== null && history.slots > 1 && asked % step !== 0) throw new InputError(`--interval must be a multiple of the file's own step, ${formatDuration(step)} (got ${formatDuration(asked)})`);
  return asked;
}

const columnsSaid = ({ columns }: Export): string[] => [`columns taken: ${columns.join("; ")}`];

function notesOf({ leftOut, rows, notes }: Export): string[] {
  return [...leftOut.map((each) => leftOutShown(each, rows)), ...notes];
}

/** What a program may want to know; the data's own counts are not in it. */
function documentOf({ fit, ...others }: Fitted, { columns, leftOut, rows }: Export): unknown {
  const { sorts, from, to, ...rest } = fit, dates = (days: readonly { readonly day: number }[]) => days.map((each) => ({ ...each, day: isoDate(each.day) }));
  return {
    file: { rows, columns, leftOut }, from: isoDate(from), to: isoDate(to), ...rest, history: undefined, kinds: rest.kinds.map((kind) => ({ ...kind, days: kind.days.map(isoDate) })),
    ...(sorts === null ? {} : { odd: { closed: dates(sorts.closed), cut: dates(sorts.cut), peaks: dates(sorts.peaks), quiet: dates(sorts.quiet), missing: sorts.missing.map(isoDate) } }), ...others,
  };
}

/** The command that repeats the fit. */
function commandOf(file: string, { output, report, map = [], handle, agents, interval, within, target, testFrom }: FitCommandOptions): string {
  const words = ["callhall", "fit", asArgument(file), ...map.flatMap((each) => ["--map", each])];
  for (const [option, value] of [["--handle", handle], ["--agents", agents], ["--interval", interval], ["--within", within], ["--target", target], ["--test-from", testFrom], ["-o", output], ["--report", report]]) if (option !== undefined && value !== undefined) words.push(option, value);
  return shellCommand(words);
}

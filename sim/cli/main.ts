#!/usr/bin/env node
// The command line. What a subcommand needs is loaded when it is called, so that --help comes at once.

import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { escapeControls } from "../scenario/shown.ts";
import { VERSION } from "../version.ts";
import { exitCodeOf, FAULT, INPUT, systemReason, tellProblem } from "./exit.ts";
import type { CompareCommandOptions } from "./compare.ts";
import type { CurveCommandOptions } from "./curve.ts";
import type { ErlangCommandOptions } from "./erlang.ts";
import type { ExactCommandOptions } from "./exact.ts";
import type { FitCommandOptions } from "./fitOptions.ts";
import type { NewCommandOptions } from "./new.ts";
import type { OpenCommandOptions } from "./open.ts";
import type { RequireCommandOptions } from "./require.ts";
import type { RunCommandOptions } from "./run.ts";
import type { SchemaCommandOptions } from "./schema.ts";

const MOST_WORKERS = 256; // threads beyond any machine of today only cost memory

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || !Number.isSafeInteger(value)) throw new InvalidArgumentError("It must be a whole number of at least 1.");
  return value;
}

function workers(text: string): number {
  const value = wholeNumber(text);
  if (value > MOST_WORKERS) throw new InvalidArgumentError(`It must be at most ${MOST_WORKERS}.`);
  return value;
}

function port(text: string): number {
  const value = wholeNumber(text);
  if (value > 65535) throw new InvalidArgumentError("It must be at most 65535.");
  return value;
}

function path(text: string): string {
  if (text === "") throw new InvalidArgumentError("It must not be empty.");
  return text;
}

/** Of an option that may stand several times. */
function repeated(word: string, before: string[] = []): string[] {
  return [...before, word];
}

const program = new Command("callhall")
  .description("Simulates the days of a council's contact centre: how many agents, which hours, one team or several.")
  .version(VERSION)
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })
  .configureOutput({ outputError: (message, write) => write(message.split("\n").map(escapeControls).join("\n")) });

program
  .command("run")
  .description("simulate scenarios and print what share of contacts is answered in time, with its uncertainty")
  .argument("<file...>", "scenario files")
  .option("--set <path=value>", "a value instead of the file's, as in groups.generic.shifts.early=5; may be repeated", repeated)
  .option("--day-type <name>", "of a scenario with a calendar, this kind of day alone; what --set says is set in it")
  .option("--days <n>", "days to simulate, instead of the file's; of a calendar of dates how many times all of them", wholeNumber)
  .option("--seed <text>", "seed, instead of the file's; the same seed gives the same days")
  .option("--workers <n>", "threads; the result is the same with any number (default: one per core, fewer for small runs)", workers)
  .option("--json", "print one JSON document instead of tables (an array for several files)")
  .option("--csv <dir>", "also write contacts.csv, groups.csv and days.csv, of a calendar of dates calendar.csv and dates.csv, into this folder", path)
  .option("--xlsx <file>", "also write the same tables as the sheets of an Excel workbook", path)
  .option("--report <file>", "also write a page with charts (HTML, readable without a network)", path)
  .option("--svg <dir>", "also write each chart into this folder as a picture for slides", path)
  .option("--png <dir>", "the same as PNG", path)
  .action(async (files: string[], options: RunCommandOptions) => {
    const { runCommand } = await import("./run.ts");
    await runCommand(files, options);
  });

program
  .command("curve")
  .description("simulate a scenario with more and fewer agents, or at other values of anything, and say how many meet the target")
  .argument("<file>", "the scenario file")
  .option("--vary <path=range>", "what to vary, as in groups.generic.agents=8..20 or contacts.calls.volume=400..1200/50; twice for a map (default: agents, all groups in proportion)", repeated)
  .option("--set <path=value>", "a value instead of the file's, as in groups.generic.shifts.early=5; may be repeated", repeated)
  .option("--day-type <name>", "of a scenario with a calendar, this kind of day alone; what --set says is set in it")
  .option("--days <n>", "days to simulate at each point, instead of the file's", wholeNumber)
  .option("--seed <text>", "seed, instead of the file's; the same seed gives the same days")
  .option("--workers <n>", "threads; the result is the same with any number (default: one per core, fewer for small curves)", workers)
  .option("--json", "print one JSON document instead of a table")
  .option("--csv <dir>", "also write curve.csv and curve-groups.csv into this folder", path)
  .option("--xlsx <file>", "also write the same tables as the sheets of an Excel workbook", path)
  .option("--report <file>", "also write a page with charts (HTML, readable without a network)", path)
  .option("--svg <dir>", "also write each chart into this folder as a picture for slides", path)
  .option("--png <dir>", "the same as PNG", path)
  .action(async (file: string, options: CurveCommandOptions) => {
    const { curveCommand } = await import("./curve.ts");
    await curveCommand(file, options);
  });

program
  .command("compare")
  .description("compare ways of working on the same callers: what differs, how surely, what each needs, and where the answer flips")
  .argument("<study>", "the study file")
  .option("--days <n>", "days to simulate of each way of working, instead of the study's", wholeNumber)
  .option("--seed <text>", "seed, instead of the study's; the same seed gives the same days")
  .option("--hold <share>", "find the least agents with which each way answers this share in time, such as 80%; of all groups, unless the study says which")
  .option("--workers <n>", "threads; the result is the same with any number (default: one per core, fewer for small studies)", workers)
  .option("--json", "print one JSON document instead of tables")
  .option("--csv <dir>", "also write the figures of all ways as compare.csv into this folder, and the curves and what else the study asks for beside it", path)
  .option("--xlsx <file>", "also write the same tables as the sheets of an Excel workbook", path)
  .option("--report <file>", "also write a page with charts (HTML, readable without a network)", path)
  .option("--svg <dir>", "also write each chart into this folder as a picture for slides", path)
  .option("--png <dir>", "the same as PNG", path)
  .action(async (study: string, options: CompareCommandOptions) => {
    const { compareCommand } = await import("./compare.ts");
    await compareCommand(study, options);
  });

program
  .command("exact")
  .description("solve the day of a scenario instead of simulating it: one contact type, one group, exponential handle times and patience")
  .argument("<file>", "the scenario file")
  .option("--set <path=value>", "a value instead of the file's, as in groups.generic.shifts.early=5; may be repeated", repeated)
  .option("--day-type <name>", "of a scenario with a calendar, this kind of day alone; what --set says is set in it")
  .option("--json", "print one JSON document instead of tables")
  .action(async (file: string, options: ExactCommandOptions) => {
    const { exactCommand } = await import("./exact.ts");
    await exactCommand(file, options);
  });

program
  .command("require")
  .description("agents that each interval needs to meet the target, by formulas and by simulation side by side, and what each attains")
  .argument("<file>", "the scenario file")
  .option("--rule <name>", "only this rule: sipp-c, sipp-a, lagged, mol or iterative; may be repeated (default: all)", repeated)
  .option("--at-least <n>", "agents on duty in every interval, such as 2")
  .option("--max-occupancy <share>", "and agents busy at most this share of their time, such as 85%")
  .option("--shrinkage <share>", "share of paid time away from the phone: also the agents to roster; may be repeated", repeated)
  .option("--set <path=value>", "a value instead of the file's, as in contacts.calls.target=90%; may be repeated", repeated)
  .option("--day-type <name>", "of a scenario with a calendar, this kind of day alone; what --set says is set in it")
  .option("--days <n>", "days to simulate for each staffing, instead of the file's", wholeNumber)
  .option("--seed <text>", "seed, instead of the file's; the same seed gives the same days")
  .option("--workers <n>", "threads; the result is the same with any number (default: one per core, fewer for small days)", workers)
  .option("--json", "print one JSON document instead of tables")
  .option("--csv <dir>", "also write rules.csv and requirements.csv into this folder", path)
  .option("--report <file>", "also write a page with charts (HTML, readable without a network)", path)
  .option("--svg <dir>", "also write each chart into this folder as a picture for slides", path)
  .option("--png <dir>", "the same as PNG", path)
  .action(async (file: string, options: RequireCommandOptions) => {
    const { requireCommand } = await import("./require.ts");
    await requireCommand(file, options);
  });

program
  .command("erlang")
  .description("a calculator for one queue in a steady state: what a number of agents attains, or the least number for a target")
  .addArgument(new Argument("<formula>", "b: who finds all lines taken is gone; c: everybody waits; a: callers hang up").choices(["b", "c", "a"]))
  .option("--calls <n>", "calls expected, such as 100")
  .option("--per <time>", "in this time, such as 30m")
  .option("--handle <time>", "mean handle time, such as 5m30s")
  .option("--within <time>", "an answer within this time is in time, such as 20s (c and a)")
  .option("--agents <n>", "agents, or for b lines: a number, or a range such as 10..16")
  .option("--target <share>", "instead of --agents: the least number that answers this share in time, such as 80%; for b, that blocks at most this share")
  .option("--max-occupancy <share>", "with --target: and keeps agents busy at most this share of their time")
  .option("--patience <time>", "how long callers wait in the mean before they hang up, such as 3m; or never (a)")
  .option("--balking <share>", "share of callers that hang up at once when no agent is free (a)")
  .option("--lines <n>", "calls waiting and in hand at most (a)")
  .option("--shrinkage <share>", "share of paid time away from the phone: also the agents to roster; may be repeated", repeated)
  .option("--json", "print one JSON document instead of a table (an array for a range)")
  .action(async (formula: string, options: ErlangCommandOptions) => {
    const { erlangCommand } = await import("./erlang.ts");
    erlangCommand(formula, options);
  });

program
  .command("new")
  .description("write a starter scenario with a comment at every value, from the figures given here, from a planner's sheet, or from neither")
  .argument("[file]", "the scenario to write", path, "scenario.yaml")
  .option("--volume <calls>", "calls expected on the day, such as 600")
  .option("--opening <hours>", "opening hours, such as 08:30-18:00")
  .option("--interval <length>", "step of the forecast and the rota: 5m, 10m, 15m, 30m or 60m")
  .option("--handle <time>", "mean handle time, such as 5m30s")
  .option("--agents <n>", "agents on duty all day")
  .addOption(new Option("--from <sheet>", "take times, calls, agents and handle times from the columns of an .xlsx or CSV file").argParser(path).conflicts(["volume", "opening", "interval"]))
  .option("--force", "replace the file where it exists")
  .action(async (file: string, options: NewCommandOptions) => {
    const { newCommand } = await import("./new.ts");
    await newCommand(file, options);
  });

program
  .command("fit")
  .description("turn a telephone system's export (rows of intervals, or one row per call) into a scenario, and say how well it fits")
  .argument("<file>", "the export: CSV or .xlsx", path)
  .requiredOption("-o, --output <file>", "the scenario to write", path)
  .option("--report <file>", "also write a page: the data against the fit, the laws, and what happened against the simulation", path)
  .option("--map <name=head>", "which column is which, as in offered=\"Calls In\"; type=none leaves one aside; may be repeated", repeated)
  .option("--handle <time>", "mean handle time where the file has none, such as 5m30s")
  .option("--agents <n>", "agents on duty all day, where the file has none")
  .option("--interval <length>", "step of the scenario: 5m, 10m, 15m, 30m or 60m (default: the file's, from 15m on; else 30m)")
  .option("--within <time>", "an answer within this time is in time (default: as the file's heads say; else 20s)")
  .option("--target <share>", "share that should be answered in time (default: 80%)")
  .option("--test-from <date>", "fit to the days before this date, and score forecasts of those from it on")
  .option("--json", "print one JSON document instead of tables")
  .action(async (file: string, options: FitCommandOptions) => {
    const { fitCommand } = await import("./fit.ts");
    await fitCommand(file, options);
  });

program
  .command("open")
  .argument("[file]", "a scenario or a study to open the page with", path)
  .description("open the planner page in the browser: change anything and see at once what follows; nothing leaves this computer")
  .option("--port <n>", "port on this computer (default: a free one)", port)
  .option("--no-browser", "only print the address")
  .action(async (file: string | undefined, options: OpenCommandOptions) => {
    const { openCommand } = await import("./open.ts");
    await openCommand(file, options);
  });

program
  .command("schema")
  .description("print the JSON Schema of scenario files, for editors")
  .addOption(new Option("--keys", "print the reference of every key as Markdown instead").conflicts("into"))
  .option("--into <dir>", "write both, and study.schema.json, into this folder: the keys between the markers of README.md", path)
  .action(async (options: SchemaCommandOptions) => {
    const { schemaCommand } = await import("./schema.ts");
    schemaCommand(options);
  });

// A reader that has seen enough, such as `head`, closes the pipe: that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(`callhall: the results cannot be printed: ${systemReason(error)}\n`);
  process.exit(FAULT);
});
process.stderr.on("error", () => {}); // then there is nobody to tell; the exit code stands

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : INPUT; // commander has told the problem, or printed the help asked for
  } else {
    process.exitCode = exitCodeOf(error);
    tellProblem(error);
  }
}

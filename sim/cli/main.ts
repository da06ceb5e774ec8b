#!/usr/bin/env node
// The command line. What a subcommand needs is loaded when it is called, so that --help comes at once.

import { Command, CommanderError, InvalidArgumentError } from "commander";
import { VERSION } from "../version.ts";
import { exitCodeOf, FAULT, INPUT, tellProblem } from "./exit.ts";

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || !Number.isSafeInteger(value)) throw new InvalidArgumentError("It must be a whole number of at least 1.");
  return value;
}

const program = new Command("callhall")
  .description("Simulates the days of a council's contact centre: how many agents, which hours, one team or several.")
  .version(VERSION)
  .exitOverride()
  .configureHelp({ showGlobalOptions: true });

program
  .command("run")
  .description("simulate scenarios and print what share of contacts is answered in time, with its uncertainty")
  .argument("<file...>", "scenario files")
  .option("--days <n>", "days to simulate, instead of the file's", wholeNumber)
  .option("--seed <text>", "seed, instead of the file's; the same seed gives the same days")
  .option("--workers <n>", "threads; the result is the same with any number (default: one per core, fewer for small runs)", wholeNumber)
  .option("--json", "print one JSON document instead of tables (an array for several files)")
  .option("--csv <dir>", "also write contacts.csv, groups.csv and days.csv into this folder")
  .option("--report <file>", "also write a page with charts (HTML, readable without a network)")
  .action(async (files: string[], options: import("./run.ts").RunCommandOptions) => {
    const { runCommand } = await import("./run.ts");
    await runCommand(files, options);
  });

program
  .command("schema")
  .description("print the JSON Schema of scenario files, for editors")
  .option("--keys", "print the reference of every key as Markdown instead")
  .option("--into <dir>", "write both into this folder: scenario.schema.json, and the keys between the markers of README.md")
  .action(async (options: import("./schema.ts").SchemaCommandOptions) => {
    const { schemaCommand } = await import("./schema.ts");
    schemaCommand(options);
  });

// A reader that has seen enough, such as `head`, closes the pipe: that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : FAULT));

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

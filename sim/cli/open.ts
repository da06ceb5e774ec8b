// The open subcommand: the planner page, with a scenario or a study in it or without, served to this computer's own browser and to nobody else.

import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { fileURLToPath } from "node:url";
import { InputError, shownPath } from "./exit.ts";
import { answerTo } from "./pageServer.ts";

export interface OpenCommandOptions {
  readonly port?: number;
  /** False: only tell the address. */
  readonly browser: boolean;
}

/** Where `npm run build:pages` puts it, beside the compiled program. */
const PAGE = new URL("../../pages/planner.html", import.meta.url);

/** Only this computer can reach it. */
const ADDRESS = "127.0.0.1";

export async function openCommand(file: string | undefined, { port = 0, browser }: OpenCommandOptions): Promise<void> {
  const page = await pageOf(file), server = createServer((request, response) => {
    const { status, headers, body } = answerTo(request, page, portOf(server));
    response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : body);
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(0)); // the usual end of it, not a failure
  await listening(server, port);
  const address = `http://${ADDRESS}:${portOf(server)}/`;
  process.stdout.write(`${address}\n`);
  process.stderr.write(`The planner page${file === undefined ? "" : ` with ${shownPath(file)}`} is at this address, for this computer only, until you press Ctrl-C.\n`);
  if (browser) await show(address);
}

/** @param file read once; what is changed of it later is not seen */
async function pageOf(file: string | undefined): Promise<Buffer> {
  if (file === undefined) return readPage();
  const { givenFile, pageWith } = await import("./openFile.ts"), given = await givenFile(file);
  return Buffer.from(pageWith(readPage().toString(), given));
}

function readPage(): Buffer {
  try {
    return readFileSync(PAGE);
  } catch {
    throw new InputError(`${fileURLToPath(PAGE)}: the planner page has not been built; build it with npm run build:pages`);
  }
}

function portOf(server: Server): number {
  const address = server.address();
  return address === null || typeof address === "string" ? 0 : address.port;
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", ({ message, code }: NodeJS.ErrnoException) => reject(new InputError(`port ${port}: ${code === "EADDRINUSE" ? "in use by another program; without --port a free one is found" : message}`)));
    server.listen(port, ADDRESS, resolve);
  });
}

/** Where no browser can be started the address has been told. */
async function show(address: string): Promise<void> {
  const { default: open } = await import("open");
  const browser = await open(address).catch(() => undefined);
  browser?.once("error", () => {});
}

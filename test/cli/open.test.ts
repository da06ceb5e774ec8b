import { spawn } from "node:child_process";
import { request } from "node:http";
import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { readersOf, type GivenFile } from "../../sim/scenario/givenFile.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { callhall, main, shippedText, temporaryFolder, write } from "./callhall.ts";

/** The command, until its address has been printed; it is ended with the test. */
async function opened(...args: readonly string[]) {
  const child = spawn(process.execPath, [main, "open", "--no-browser", ...args], { stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [address] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
  return { child, url: new URL(address.trim()) };
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function ask({ port }: URL, path: string, { method = "GET", host }: { readonly method?: string; readonly host?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers: host === undefined ? {} : { host } }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => { body += text; }).on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    asked.on("error", reject).end();
  });
}

test("the planner page is served at the printed address, with headers that keep it to itself", async () => {
  const { url } = await opened();
  expect(url.hostname).toBe("127.0.0.1");
  const { status, headers, body } = await ask(url, "/");
  expect(status).toBe(200);
  expect(headers).toMatchObject({ "content-type": "text/html; charset=utf-8", "x-content-type-options": "nosniff", "content-security-policy": "frame-ancestors 'none'", "cache-control": "no-store" });
  expect(body).toContain("<title>Planner");
  expect(await ask(url, "/", { method: "HEAD" })).toMatchObject({ status: 200, body: "" });
});

test("there is one page and nothing else: no other path, no other method, no file of the disk", async () => {
  const { url } = await opened();
  for (const path of ["/planner.html", "/../package.json", "/%2e%2e/package.json", "//"]) expect((await ask(url, path)).status, path).toBe(404);
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) expect((await ask(url, "/", { method })).status, method).toBe(405);
});

test("a request that names another host gets nothing, whoever's name points at this computer", async () => {
  const { url } = await opened();
  for (const host of ["evil.example", `evil.example:${url.port}`, "127.0.0.1", "127.0.0.1:1", `127.0.0.1.evil.example:${url.port}`]) {
    const { status, body } = await ask(url, "/", { host });
    expect([status, body.includes("<")], host).toEqual([421, false]);
  }
  expect((await ask(url, "/", { host: `localhost:${url.port}` })).status).toBe(200);
});

test("other computers cannot reach it: it listens on the loopback address only", async () => {
  const { url } = await opened();
  const outward = Object.values(networkInterfaces()).flat().find((own) => own?.family === "IPv4" && !own.internal)?.address;
  if (outward === undefined) return; // a computer without a network has nobody to keep out
  await expect(new Promise((resolve, reject) => request({ host: outward, port: url.port, path: "/" }, resolve).on("error", reject).end())).rejects.toThrow(/ECONNREFUSED/);
});

describe("with a file", () => {
  test("the page holds it and all that it names, as data that is never taken for markup", async () => {
    const folder = temporaryFolder();
    write(folder, "base.yaml", shippedText("usual-day.yaml", ["name: Usual day", 'name: "</script><script>alert(1)</script>"']));
    write(folder, "mine.yaml", "extends: base.yaml\nname: Mine\ncontacts: { calls: { profile: { file: hours.csv, column: Calls } } }\n");
    write(folder, "hours.csv", `Time,Calls\n${Array.from({ length: 19 }, (_, i) => `${i},${10 + i}`).join("\n")}\n`);
    const { url } = await opened(join(folder, "mine.yaml")), { status, body } = await ask(url, "/"), [, data] = /<script type="application\/json" id="given">([^<]*)<\/script>/.exec(body) ?? [];
    expect(status).toBe(200);
    const given = JSON.parse(data) as GivenFile, read = parseScenario(given.text, given.file, readersOf(given));
    expect([read.name, read.contacts.calls.volume, read.contacts.calls.profile]).toEqual(["Mine", 600, Array.from({ length: 19 }, (_, i) => 10 + i)]);
    expect(Object.values(given.bases).map(({ text }) => text)).toEqual([readFileSync(join(folder, "base.yaml"), "utf8")]);
    expect((await ask(url, "/mine.yaml")).status).toBe(404); // it is in the page, and nowhere else
  });

  test("that is wrong the command ends with every problem at its place and exit code 2, before anything is served", async () => {
    const folder = temporaryFolder();
    write(folder, "wrong.yaml", shippedText("usual-day.yaml", ["volume: 600", "volume: lots"], ["answerWithin: 20s", "answerWithin: 20"]));
    write(folder, "astray.yaml", "extends: ../elsewhere.yaml\n");
    write(folder, "study.yaml", "question: What?\nbase: nowhere.yaml\nvariants: { more: { patch: {} } }\n");
    const said = async (file: string) => {
      const ended = await callhall(["open", "--no-browser", file], { cwd: folder });
      expect(ended).toMatchObject({ code: 2, stdout: "" });
      return ended.stderr;
    };
    expect(await said("wrong.yaml")).toMatch(/^wrong\.yaml:12:13 contacts\.calls\.volume must be a number.*\nwrong\.yaml:\d+:\d+ contacts\.calls\.answerWithin must be a duration/);
    expect(await said("astray.yaml")).toMatch(/^astray\.yaml:1:10 extends must not lead out of the folder/);
    expect(await said("study.yaml")).toMatch(/^study\.yaml:2:7 base nowhere\.yaml: no such file/);
    expect(await said("none.yaml")).toBe("none.yaml: no such file or folder\n");
  });
});

test("Ctrl-C is the usual end of it: exit code 0", async () => {
  const { child } = await opened();
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("a port that is taken, or is none, is said in one line with exit code 2", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void taken.close());
  await once(taken, "listening");
  const { port } = taken.address() as { port: number }; // listening on a port, so that is its address
  expect(await callhall(["open", "--no-browser", "--port", String(port)])).toMatchObject({ code: 2, stdout: "", stderr: `port ${port}: in use by another program; without --port a free one is found\n` });
  for (const wrong of ["0", "65536", "http"]) expect(await callhall(["open", "--no-browser", "--port", wrong])).toMatchObject({ code: 2, stdout: "" });
});

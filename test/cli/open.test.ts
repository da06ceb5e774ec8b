import { spawn } from "node:child_process";
import { request } from "node:http";
import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { callhall, main } from "./callhall.ts";

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

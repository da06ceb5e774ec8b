// What the server of the page answers: one page, to requests that name this computer.

export interface PageRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: { readonly host?: string | undefined };
}

export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** On every answer. The page's own policy stands in the page; that no other site may frame it can only be said here. */
const ALWAYS = {
  "cache-control": "no-store", "content-security-policy": "frame-ancestors 'none'", "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer", "x-content-type-options": "nosniff",
};

/**
 * A site that points its own name at this computer (DNS rebinding) sends that name as the host, and gets nothing.
 * @param port that the server listens on
 */
export function answerTo({ method, url, headers: { host } }: PageRequest, page: Uint8Array, port: number): PageAnswer {
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return told(421, "This server answers only to this computer's own address.");
  if (method !== "GET" && method !== "HEAD") return told(405, "Only GET and HEAD.", { allow: "GET, HEAD" });
  if (url?.replace(/\?.*$/s, "") !== "/") return told(404, "There is only one page here, at /.");
  return { status: 200, headers: { ...ALWAYS, "content-type": "text/html; charset=utf-8", "content-length": String(page.length) }, body: page };
}

function told(status: number, message: string, more: Readonly<Record<string, string>> = {}): PageAnswer {
  return { status, headers: { ...ALWAYS, ...more, "content-type": "text/plain; charset=utf-8" }, body: `${message}\n` };
}

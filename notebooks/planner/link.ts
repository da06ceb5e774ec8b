// The plan in the link: the scenario file's text, packed small, behind the #. It never leaves the reader's machine, as what follows a #
// is not sent to a server.

import { limits } from "../../sim/scenario/limits.ts";

const KEY = "plan=";

/** What follows the #. */
export async function packed(text: string): Promise<string> {
  const bytes = await bytesThrough(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
  return `${KEY}${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

const STUDY = "study=";

/** What follows the # while a study of the library is open. @param file `studies/longer-opening.yaml` */
export const packedStudy = (file: string): string => `${STUDY}${file.replace(/^studies\//, "").replace(/\.yaml$/, "")}`;

/** The study of the library that a link names, as a file; null where it names none. */
export function studyIn(hash: string): string | null {
  const given = hash.replace(/^#/, "");
  return given.startsWith(STUDY) ? `studies/${given.slice(STUDY.length)}.yaml` : null;
}

/** The text behind the # of a link; null where there is no plan in it. @throws Error where it is broken */
export async function unpacked(hash: string): Promise<string | null> {
  const given = hash.replace(/^#/, "");
  if (!given.startsWith(KEY)) return null;
  try {
    const base64 = given.slice(KEY.length).replaceAll("-", "+").replaceAll("_", "/"), bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(await bytesThrough(bytes, new DecompressionStream("deflate-raw")));
  } catch {
    throw new Error("it is damaged: a part of it is missing or changed");
  }
}

/** At most as many bytes as a scenario file may have, whatever a link unpacks to. */
async function bytesThrough(bytes: Uint8Array<ArrayBuffer>, through: ReadableWritablePair<Uint8Array<ArrayBuffer>, BufferSource>): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader(), chunks: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > limits.fileBytes) throw new Error("too long");
    chunks.push(read.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

import { Composer, type Document, type ParsedNode } from "yaml";
import type { Complaints } from "./complaints.ts";
import { readTokens } from "./yamlTokens.ts";
import { inPlainWords, wrongIndentation } from "./yamlWords.ts";

/** The YAML of a scenario as nodes with offsets, or null for an empty file; complains about everything that is not YAML. */
export function readNodes(text: string, complaints: Complaints): ParsedNode | null {
  const tokens = readTokens(text, complaints);
  if (tokens === null) return null;
  const composer = new Composer({
    prettyErrors: false,
    // Every key as it is written; the check of duplicates is ours, since the library's takes quadratic time.
    stringKeys: true,
    uniqueKeys: false,
    resolveKnownTags: false,
    version: "1.2",
    logLevel: "silent",
  });
  const documents = withoutTraces(() => [...composer.compose(tokens, true, text.length)]);
  complainOfSyntax(documents, complaints);
  return documents[0]?.contents ?? null;
}

function complainOfSyntax(documents: readonly Document.Parsed[], complaints: Complaints): void {
  const errors = documents.flatMap((document) => document.errors).sort((a, b) => a.pos[0] - b.pos[0]);
  let last = { line: -1, words: "" };
  for (const error of errors) {
    const [line, words] = [complaints.lineAt(error.pos[0]), inPlainWords(error)];
    // One slip often makes the library stumble several times on one line; a wrong indentation, on the lines below as well.
    const again = line === last.line || (line <= last.line + 3 && words === last.words && words === wrongIndentation);
    if (!again) complaints.add(error.pos[0], [], words);
    last = { line, words };
  }
}

/** The library makes an error object for every slip, and V8 a stack trace for every one; without those it is five times as quick. */
function withoutTraces<Result>(work: () => Result): Result {
  const usual = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = usual;
  }
}

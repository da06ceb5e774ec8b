import fc from "fast-check";
import { expect, test } from "vitest";
import { readEntry } from "../../sim/scenario/readEntry.ts";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { issueExample } from "./issueExample.ts";

/** Whatever the text, the answer is a scenario or a list of problems with places in that text. */
function holds(text: string): void {
  try {
    const { contacts, groups, routing } = parseScenario(text, "any.yaml");
    for (const type of Object.keys(contacts)) {
      expect(routing[type]?.length).toBeGreaterThan(0);
      for (const entry of routing[type] ?? []) expect(Object.keys(groups[readEntry(entry).group]?.answers ?? {})).toContain(type);
    }
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const lines = text.replace(/^\ufeff/, "").split("\n");
    expect(error.problems.length).toBeGreaterThanOrEqual(1);
    expect(error.message.split("\n")).toHaveLength(error.problems.length);
    for (const { line, column, message } of error.problems) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(column).toBeGreaterThanOrEqual(1);
      expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
      expect(message).not.toBe("");
    }
  }
}

const strange = fc.constantFrom(
  "\t", "\n", "  ", ":", ": ", "- ", "? ", "[", "]", "{", "}", ",", '"', "'", "#", "|", ">", "&a ", "*a", "!!binary ", "!x ", "%", "@", "`", "---\n", "...\n",
  "~", "null", "true", "-1", "1e9", ".nan", ".inf", "0x1f", "5m", "24:00", "101%", "__proto__", "constructor", "<<: *a", "\u0000", "\u0085", "\u2028", "\ufeff", "\ud800", "é", "😀", "\\", "9".repeat(400),
);

const edit = fc.record({
  from: fc.nat(issueExample.length),
  length: fc.oneof(fc.nat(3), fc.nat(80), fc.nat(600)),
  kind: fc.oneof(fc.constant("delete" as const), fc.constant("double" as const), strange, fc.string({ unit: "grapheme", maxLength: 5 })),
});

test("a good file with random slices deleted, doubled or replaced is a scenario or says what is wrong where", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      holds(
        edits.reduce((text, { from, length, kind }) => {
          const slice = text.slice(from, from + length);
          const instead = kind === "delete" ? "" : kind === "double" ? slice + slice : kind;
          return text.slice(0, from) + instead + text.slice(from + length);
        }, issueExample),
      );
    }),
    { numRuns: 1000 },
  );
});

test("so is any text at all", { timeout: 60_000 }, () => {
  const piece = fc.oneof(strange, fc.constantFrom("opening", "contacts", "calls", "groups", "volume", "30m", "600"), fc.string({ unit: "binary", maxLength: 6 }));
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => holds(pieces.join(""))), { numRuns: 1000 });
});

test("a value of any kind in any place is a scenario or says what is wrong where", { timeout: 60_000 }, () => {
  // Each value of the example by its place in the text: after a colon, a comma or an opening bracket.
  const places = [...issueExample.matchAll(/(?<=[:,[{] )[^\s,#{}[\]]+/g)];
  const value = fc.oneof(fc.json({ maxDepth: 3 }), strange, fc.double().map(String), fc.constantFrom("0s", "-5m", "1000%", "[1, 2]", "{ a: 1 }", "[]", "{}"));
  fc.assert(
    fc.property(fc.nat(places.length - 1), value, (which, instead) => {
      const place = places[which];
      if (place !== undefined) holds(issueExample.slice(0, place.index) + instead + issueExample.slice(place.index + place[0].length));
    }),
    { numRuns: 1000 },
  );
});

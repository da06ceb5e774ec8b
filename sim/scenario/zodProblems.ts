import type * as z from "zod";
import type { Findings } from "./findings.ts";
import { nearest } from "./nearest.ts";
import type { Path } from "./shown.ts";

type Issue = z.core.$ZodIssue;

/** Hands every issue of a schema to the findings, one for each mistake in the file. */
export function reportIssues(issues: readonly Issue[], findings: Findings, above: Path = []): void {
  for (const issue of issues) {
    // The file has no symbols for keys; zod's type merely allows them.
    const path: Path = [...above, ...issue.path.filter((step) => typeof step !== "symbol")];
    switch (issue.code) {
      case "unrecognized_keys":
        // The message of `section` is the list of keys it knows.
        for (const key of issue.keys) findings.key([...path, key], unknownKey(key, issue.message.split(" ")));
        break;
      case "invalid_key":
        for (const { message } of issue.issues) findings.key(path, message);
        break;
      case "invalid_union": {
        const meant = issue.errors.find((branch) => !branch.some(isWrongKind));
        if (meant === undefined) findings.value(path, issue.message);
        else reportIssues(meant, findings, path);
        break;
      }
      case "custom":
      case "invalid_element":
      case "invalid_format":
      case "invalid_type":
      case "invalid_value":
      case "not_multiple_of":
      case "too_big":
      case "too_small":
        findings.value(path, issue.message);
    }
  }
}

/** Whether a branch of a union was not what the writer had in mind: a list where there is a number, say. */
function isWrongKind({ path, code }: Issue): boolean {
  return path.length === 0 && (code === "invalid_type" || code === "invalid_value" || code === "invalid_union");
}

function unknownKey(key: string, known: readonly string[]): string {
  if (key === "<<") return "unknown key: merging (<<) is not part of the format";
  const meant = nearest(key, known);
  return meant === undefined ? `unknown key; known here: ${known.join(", ")}` : `unknown key; did you mean ${meant}?`;
}

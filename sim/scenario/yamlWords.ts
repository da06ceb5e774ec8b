import type { YAMLError } from "yaml";
import { escapeControls } from "./shown.ts";

export const wrongIndentation = "the indentation does not fit, or a bracket or quote is not closed: keys of one section start in the same column";

/** What is wrong with the YAML, in a planner's words; where the library is already plain, in its own. */
export function inPlainWords({ code, message }: YAMLError): string {
  switch (code) {
    case "TAB_AS_INDENT":
      return "a tab is used to indent: use spaces";
    case "BAD_INDENT":
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
      return wrongIndentation;
    case "MISSING_CHAR":
      if (message.includes("quote")) return "a quoted text is not closed";
      if (message.includes("Implicit map keys")) return "a colon is missing after the key, or the line is not a key and a value";
      if (message.includes("end with a")) return "a bracket is not closed";
      return `something is missing here: ${lowered(message)}`;
    case "BAD_SCALAR_START":
      return "a text that starts with this character must be in quotes";
    case "BAD_ALIAS":
      return "an alias (*) or anchor (&) needs a name; a text that starts with one of them must be in quotes";
    case "NON_STRING_KEY":
      return "a key must be a plain word or a text in quotes";
    case "BAD_DQ_ESCAPE":
      return "unknown escape after a backslash: in double quotes write \\\\ for a backslash";
    case "KEY_OVER_1024_CHARS":
      return "a key is longer than 1,024 characters";
    case "UNEXPECTED_TOKEN":
    case "BLOCK_IN_FLOW":
    case "ALIAS_PROPS":
    case "BAD_COLLECTION_TYPE":
    case "BAD_DIRECTIVE":
    case "BAD_PROP_ORDER":
    case "DUPLICATE_KEY":
    case "IMPOSSIBLE":
    case "MULTIPLE_ANCHORS":
    case "MULTIPLE_DOCS":
    case "MULTIPLE_TAGS":
    case "RESOURCE_EXHAUSTION":
    case "TAG_RESOLVE_FAILED":
      return `cannot be read: ${lowered(message)}`;
  }
}

function lowered(message: string): string {
  const text = escapeControls(message.length > 120 ? `${message.slice(0, 120)}…` : message);
  return text.charAt(0).toLowerCase() + text.slice(1);
}

import type { Complaints } from "./complaints.ts";
import { count, limits } from "./limits.ts";
import { escapeControls } from "./shown.ts";

// What YAML allows besides printable text is the line feed, the tab and a carriage return before a line feed. U+FFFD stands
// where a file that is not UTF-8 was read as if it were; half a surrogate pair cannot come from any file.
const notText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffd-\uffff\p{Cs}]|\r(?!\n)/u;

/** Without the byte order mark that some editors put first. */
export function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

/** Refuses what cannot be a scenario before anything is read into it: too long, or not text at all. */
export function checkText(text: string, complaints: Complaints): void {
  if (text.length > limits.fileBytes) {
    complaints.add(0, [], `the file is longer than 4 MiB (got ${count(text.length)} characters)`);
    return;
  }
  const found = notText.exec(text);
  if (found === null) return;
  const [character] = found;
  const what = character === "\ufffd" ? "bytes that are not UTF-8" : `the control character ${named(character)}`;
  complaints.add(found.index, [], `${what}: a scenario file is plain text in UTF-8`);
}

function named(character: string): string {
  const escaped = escapeControls(character);
  return escaped === character ? `U+${character.charCodeAt(0).toString(16).toUpperCase()}` : escaped;
}

// What of a scenario's own text may be shown in a message: short, on one line, harmless to a terminal.

/** Control characters, line separators, lone surrogates and marks that turn the direction of writing. */
export const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\p{Cs}]/u;
const unprintables = new RegExp(unprintable, "gu");

const longest = 60;

export type Path = readonly (string | number)[];

/** Text with every unprintable character written as \n, \t or \u0000. */
export function escapeControls(text: string): string {
  return text.replace(unprintables, (character) => {
    if (character === "\n") return "\\n";
    if (character === "\t") return "\\t";
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** At most about 60 characters of a text, escaped. */
export function shorten(text: string): string {
  // Cut before escaping: a value may be megabytes long. The cut must not leave half of a surrogate pair.
  const cut = text.length <= longest ? text : `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, "")}…`;
  return escapeControls(cut);
}

/** `contacts.calls.profile[3]`; a name that is not a plain word is quoted: `contacts["council tax"].volume`. */
export function formatPath(path: Path): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[\p{L}_][\p{L}\p{N}_-]{0,59}$/u.test(step)) text += text === "" ? step : `.${step}`;
    else text += `["${shorten(step).replaceAll('"', '\\"')}"]`;
  }
  return text;
}

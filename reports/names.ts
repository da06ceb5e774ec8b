// Names from the user's file inside our sentences.

const LONGEST = 60;

/** At most about 60 characters; the cut leaves no half of a surrogate pair. */
export function shortened(name: string): string {
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, "").trimEnd()}…`;
}

/** A type's or group's name in a sentence: bare where it reads as words, else in quotes. */
export const inWords = (name: string): string => (/^[\p{L}\p{N}][\p{L}\p{N}\p{M} '-]{0,29}$/u.test(name) ? name : `“${shortened(name)}”`);

/** Names told apart: where two are the same, the file follows in brackets, and where that is the same too, a number. */
export function toldApart(parts: readonly { readonly name: string; readonly file: string }[]): string[] {
  const repeats = (names: readonly string[], name: string) => names.filter((other) => other === name).length > 1;
  const names = parts.map(({ name }) => name);
  const withFile = parts.map(({ name, file }) => (repeats(names, name) ? `${name} (${file})` : name));
  return withFile.map((name, i) => (repeats(withFile, name) ? `${name} (${withFile.slice(0, i + 1).filter((n) => n === name).length})` : name));
}

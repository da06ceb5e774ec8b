import type { Path } from "./shown.ts";

const steps = /\.?([^.[\]="\s](?:[^.[\]="]*[^.[\]="\s])?)|\[([0-9]{1,6})\]|\["((?:[^"\\]|\\["\\])*)"\]/uy;

// As deep as a file may be.
const deepest = 64;

/** The path before the first `=` of a setting, as messages print paths, and where the value begins; null where there is none. */
export function readSettingPath(text: string): { path: Path; valueFrom: number } | null {
  const path: (string | number)[] = [];
  steps.lastIndex = 0;
  let at = 0;
  for (let found = steps.exec(text); found !== null; found = steps.exec(text)) {
    const [written, plain, index, quoted] = found;
    // The first step has no dot before it, every other plain one has.
    if (plain !== undefined && written.startsWith(".") === (path.length === 0)) return null;
    path.push(plain ?? (index === undefined ? (quoted ?? "").replaceAll(/\\(["\\])/g, "$1") : Number(index)));
    at = steps.lastIndex;
  }
  return path.length > 0 && path.length <= deepest && text[at] === "=" ? { path, valueFrom: at + 1 } : null;
}

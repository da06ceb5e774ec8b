import { tell, tellWrong } from "./notice.ts";

/** To the clipboard. @param what it is, as a sentence begins with it */
export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell(`${what} copied.`);
  } catch {
    tellWrong(`${what} could not be copied by this browser. Copy it by hand:`, text);
  }
}

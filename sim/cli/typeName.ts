import { unprintable } from "../scenario/shown.ts";

/** A kind of contact as a scenario may name it: on one line, short, and not of digits alone. */
export function typeName(text: string): string {
  const plain = text.replace(new RegExp(unprintable, "gu"), " ").replace(/[\ufffd-\uffff]/g, "?").replace(/\s+/g, " ").trim().slice(0, 60).trim();
  if (plain === "") return "other";
  return /^[0-9]+$/.test(plain) ? `queue ${plain}` : plain;
}

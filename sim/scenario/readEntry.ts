import type { RouteEntry } from "./route.ts";

/** The group of an entry, and after how many seconds of waiting it may serve a contact. */
export function readEntry(entry: RouteEntry): { readonly group: string; readonly after: number } {
  return typeof entry === "string" ? { group: entry, after: 0 } : entry;
}

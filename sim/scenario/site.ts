import * as z from "zod";
import { distinct, durationOrZero, line, must, section } from "./values.ts";

/** The name of a site, where a contact type, a group or an overflow names it. */
export const siteName = line(100, "the name of a site");

const overflow = section("a site with a wait", {
  site: siteName.meta({ description: "Site that helps out", form: "name of a site", example: "C-Town" }),
  after: durationOrZero.meta({ description: "How long after its arrival that site's groups may serve a contact too; the contact keeps its place", example: "30s" }),
});

/** Where a site's contacts may go besides its own groups: to another site at once, or after a wait. */
const overflowEntry = z.union([siteName, overflow], must("the name of a site, or { site: C-Town, after: 30s }"));

/** The site of an entry, and after how many seconds of waiting its groups may serve a contact. */
function readOverflow(entry: z.output<typeof overflowEntry>): { readonly site: string; readonly after: number } {
  return typeof entry === "string" ? { site: entry, after: 0 } : entry;
}

/** A place with contact types and groups of its own. */
export const site = section("a site, such as {} or { overflow: [{ site: C-Town, after: 30s }] }", {
  overflow: z
    .array(overflowEntry, must("a list of sites, first choice first"))
    .min(1, { error: "must name at least one site" })
    .transform((entries) => entries.map(readOverflow))
    .superRefine((entries, context) => distinct(entries.map((entry) => entry.site), context))
    .optional()
    .meta({
      default: "none",
      description: "Other sites whose groups may serve this site's contacts, first choice first, where nobody of its own is free: at once, or after a wait",
      form: "list of sites, or of `{ site, after }`",
      example: [{ site: "C-Town", after: "30s" }],
    }),
});

export type Site = z.output<typeof site>;

// Sites on the terminal, where a scenario has them: their contacts, who answers them, and how busy their agents are.

import { amountShown, secondsShown, shareShown, withHalfWidth } from "../../reports/words.ts";
import { escapeControls, shorten } from "../scenario/shown.ts";
import type { Result } from "../study/result.ts";
import type { SiteResult } from "../study/siteResult.ts";

const COLUMNS: readonly (readonly [head: string, cell: (site: SiteResult) => string])[] = [
  ["Offered a day", ({ contacts }) => withHalfWidth(amountShown(contacts.offered))],
  ["Answered in time", ({ contacts }) => withHalfWidth(shareShown(contacts.serviceLevel))],
  ["Abandoned", ({ contacts }) => withHalfWidth(shareShown(contacts.abandonmentRate))],
  ["Average wait", ({ contacts }) => withHalfWidth(secondsShown(contacts.averageWait))],
  ["Answered elsewhere", ({ answeredElsewhere }) => withHalfWidth(shareShown(answeredElsewhere))],
  ["Answered for others a day", ({ answeredForOthers }) => withHalfWidth(amountShown(answeredForOthers))],
  ["Occupancy", ({ agents }) => withHalfWidth(shareShown(agents.occupancy))],
  ["Staffed hours", ({ agents }) => withHalfWidth(amountShown(agents.staffedHours))],
];

/** The head and a row a site; null for a scenario without sites. */
export function siteLines({ sites }: Result): string[][] | null {
  if (sites === undefined) return null;
  return [["Site", ...COLUMNS.map(([head]) => head)], ...Object.entries(sites).map(([name, site]) => [escapeControls(shorten(name)), ...COLUMNS.map(([, cell]) => cell(site))])];
}

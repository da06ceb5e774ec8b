// The row of heads in a planner's sheet: which column is which, by the names that planners use.

import { shorten } from "../scenario/shown.ts";
import type { Cell, Sheet } from "./sheetFile.ts";

const NAMES = {
  time: ["interval", "interval start", "time", "time of day", "start", "start time", "from", "period", "slot", "half hour", "hour", "quarter hour"],
  volume: ["volume", "volumes", "call volume", "calls", "calls offered", "offered calls", "offered", "contacts", "contacts offered", "forecast", "forecast calls", "calls forecast"],
  agents: ["agents", "agents rostered", "rostered agents", "agents on duty", "staff", "staff rostered", "rostered staff", "rostered", "staffing", "scheduled", "on duty", "advisers", "advisors", "headcount"],
  handleTime: ["aht", "handle time", "handling time", "average handle time", "average handling time", "mean handle time"],
} as const;

export type ColumnKind = keyof typeof NAMES;

export interface Column {
  readonly index: number;
  /** As the sheet has it, fit to be shown. */
  readonly head: string;
  /** Whether the head says that its figures are minutes. */
  readonly minutes: boolean;
}

export interface Head {
  /** From 0. */
  readonly row: number;
  readonly columns: Readonly<Partial<Record<ColumnKind, Column>>>;
  /** What two columns claim to be. */
  readonly problems: readonly string[];
}

/** Rows of titles and notes above the heads. */
export const FARTHEST = 50;

/** The first row that names a time and a volume; null where there is none. */
export function findHead({ rows }: Sheet): Head | null {
  for (let row = 0; row < Math.min(FARTHEST, rows.length); row++) {
    const { columns, problems } = readHeads(rows[row]);
    if (columns.time !== undefined && columns.volume !== undefined) return { row, columns, problems };
  }
  return null;
}

export const wanted = `a row with a head for the time (${NAMES.time.slice(0, 6).join(", ")} …) and one for the volume (${["volume", "calls", "offered", "contacts"].join(", ")} …)`;

function readHeads(cells: readonly Cell[]): Pick<Head, "columns" | "problems"> {
  const columns: Partial<Record<ColumnKind, Column>> = {}, problems: string[] = [];
  cells.forEach((cell, index) => {
    const kind = kindOf(cell);
    if (kind === undefined) return;
    const head = shorten(String(cell)), other = columns[kind];
    if (other === undefined) columns[kind] = { index, head, minutes: /\bmin/i.test(head) };
    else problems.push(`columns ${letters(other.index)} (${other.head}) and ${letters(index)} (${head}) could both be the ${kind === "handleTime" ? "handle time" : kind}; rename one`);
  });
  return { columns, problems };
}

/** "Calls offered (forecast)" is "calls offered", whatever its case. */
function kindOf(cell: Cell): ColumnKind | undefined {
  if (typeof cell !== "string" || cell.length > 100) return undefined;
  const plain = cell.toLowerCase().replace(/[([][^]*$/, "").replace(/,?\s*\bin (?:seconds|minutes|secs|mins|s)\b/, "").replace(/[^a-z]+/g, " ").trim();
  return (Object.keys(NAMES) as ColumnKind[]).find((kind) => (NAMES[kind] as readonly string[]).includes(plain)); // keys() widens them to string
}

/** 0 is "A", 26 is "AA". */
export function letters(index: number): string {
  return (index < 26 ? "" : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
}

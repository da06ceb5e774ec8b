import { formatClock } from "./clock.ts";
import { contactType } from "./contact.ts";
import { demand } from "./demand.ts";
import { comingPerDay } from "./demandHours.ts";
import { formatDuration } from "./duration.ts";
import type { Findings } from "./findings.ts";
import type { Intervals } from "./hours.ts";
import { piece } from "./pieces.ts";
import type { Path } from "./shown.ts";

const { volume, profile, ratesPerHour, matters } = contactType.shape;

/** The intervals that a type's volume and profile describe; undefined where they cannot be told. Complains about hours that do not fit the opening. */
export function checkDemand(findings: Findings, type: Path, open: Intervals | undefined): Intervals | undefined {
  const path = [...type, "demand"];
  if (open === undefined || !findings.isMapping(path)) return open;
  checkWindow(findings, [...path, "into"], open);
  const from = bound(findings, path, "from", open), to = bound(findings, path, "to", open);
  if (from === undefined || to === undefined) return undefined;
  if (from < to) return { from, to, length: open.length, number: (to - from) / open.length };
  const given = findings.keysAt(path).includes("to") ? "to" : "from";
  findings.value([...path, given], given === "to" ? `must be later than from, ${formatClock(from)}` : `must be earlier than the closing, ${formatClock(to)}`);
  return undefined;
}

/** One end of the demand's hours: the opening's where it is not given, undefined where it is wrong. */
function bound(findings: Findings, path: Path, end: "from" | "to", open: Intervals): number | undefined {
  if (!findings.keysAt(path).includes(end)) return open[end];
  const time = piece(findings, demand.shape[end], [...path, end]);
  return time === undefined || !onGrid(findings, [...path, end], time, open) ? undefined : time;
}

function onGrid(findings: Findings, path: Path, time: number, { from, length }: Intervals): boolean {
  if (Number.isInteger((time - from) / length)) return true;
  findings.value(path, `must be a whole number of intervals of ${formatDuration(length)} from the opening, ${formatClock(from)}`);
  return false;
}

/** When those who move come: within the opening, on its intervals. */
function checkWindow(findings: Findings, path: Path, open: Intervals): void {
  const into = piece(findings, demand.shape.into, path);
  if (into === undefined) return;
  const hours = `the opening hours, ${formatClock(open.from)} to ${formatClock(open.to)}`;
  into.forEach((time, i) => {
    if (time < open.from || time > open.to) findings.value([...path, i], `must lie within ${hours}`);
    else onGrid(findings, [...path, i], time, open);
  });
  if (into[0] >= into[1]) findings.value([...path, 1], `must be later than ${formatClock(into[0])}`);
}

/** Contacts of a type expected on a day, as far as they can be told. @param wanted the intervals of the demand */
export function expectedAt(findings: Findings, type: Path, open: Intervals | undefined, wanted: Intervals | undefined): number {
  const read = {
    volume: piece(findings, volume, [...type, "volume"]), profile: piece(findings, profile, [...type, "profile"]),
    ratesPerHour: piece(findings, ratesPerHour, [...type, "ratesPerHour"]), matters: piece(findings, matters, [...type, "matters"]),
  };
  const rule = piece(findings, demand, [...type, "demand"]), told = wanted !== undefined && (read.ratesPerHour ?? read.profile)?.length === wanted.number;
  return comingPerDay({ ...read, ...(told && rule !== undefined ? { demand: rule } : {}) }, { opening: open ?? { from: 0, to: 0 }, interval: open?.length ?? 0 });
}

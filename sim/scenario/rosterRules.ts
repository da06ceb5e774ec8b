import { formatClock } from "./clock.ts";
import { formatDuration } from "./duration.ts";
import type { Findings } from "./findings.ts";
import { checkLength, readSpan, type Intervals, type Span } from "./hours.ts";
import { count, limits } from "./limits.ts";
import { noSuch } from "./nearest.ts";
import { piece } from "./pieces.ts";
import { group, shift, type Break } from "./roster.ts";
import type { Path } from "./shown.ts";

/** The rules of shifts: inside the opening hours, with breaks that fit into them. */
export function checkShifts(findings: Findings, open: Span | undefined): void {
  for (const name of findings.keysAt(["shifts"])) {
    const path = ["shifts", name];
    const span = readSpan(findings, path);
    if (span !== undefined && open !== undefined) {
      const hours = `the opening hours, ${formatClock(open.from)} to ${formatClock(open.to)}`;
      if (span.from < open.from) findings.value([...path, "from"], `must not be before ${hours}`);
      if (span.to > open.to) findings.value([...path, "to"], `must not be after ${hours}`);
    }
    checkBreaks(findings, [...path, "breaks"], span);
  }
}

function checkBreaks(findings: Findings, path: Path, span: Span | undefined): void {
  const aBreak = shift.shape.breaks.unwrap().element;
  const given = findings.valueAt(path);
  const earlier: Break["between"][] = [];
  for (let index = 0; index < (Array.isArray(given) ? given.length : 0); index++) {
    const window = [...path, index, "between"];
    const between = piece(findings, aBreak.shape.between, window);
    const length = piece(findings, aBreak.shape.for, [...path, index, "for"]);
    if (between === undefined) continue;
    const [from, to] = between;
    if (from >= to) {
      findings.value([...window, 1], `must be later than ${formatClock(from)}`);
      continue;
    }
    if (span !== undefined && from < span.from) findings.value([...window, 0], `must not be before the shift, from ${formatClock(span.from)}`);
    if (span !== undefined && to > span.to) findings.value([...window, 1], `must not be after the shift, to ${formatClock(span.to)}`);
    if (length !== undefined && length > to - from) {
      findings.value([...path, index, "for"], `must fit into its window of ${formatDuration(to - from)}`);
    }
    const other = earlier.find((window) => from < window[1] && window[0] < to);
    if (other !== undefined) {
      findings.key(window, `must not overlap the shift's window from ${formatClock(other[0])} to ${formatClock(other[1])}`);
    }
    earlier.push(between);
  }
}

/** The rules of agents: on duty in one way, on shifts that exist, one entry per interval, and not too many. */
export function checkAgents(findings: Findings, intervals: Intervals | undefined): void {
  const shifts = new Set(findings.keysAt(["shifts"]));
  let most = 0;
  for (const name of findings.keysAt(["groups"])) {
    const path = ["groups", name];
    const given = new Set(findings.keysAt(path));
    if (given.has("agents") && given.has("shifts")) findings.conflict(path, "shifts", "agents", "either agents or shifts, not both");
    if (!given.has("agents") && !given.has("shifts") && findings.isMapping(path)) findings.key(path, "needs agents or shifts");
    for (const shiftName of findings.keysAt([...path, "shifts"])) {
      if (!shifts.has(shiftName)) findings.key([...path, "shifts", shiftName], noSuch("shift", shiftName, shifts));
    }
    const agents = piece(findings, group.shape.agents, [...path, "agents"]);
    if (Array.isArray(agents)) checkLength(findings, [...path, "agents"], agents, intervals);
    const shiftCounts = piece(findings, group.shape.shifts, [...path, "shifts"]) ?? {}, counts = Object.values(shiftCounts);
    checkSpells(findings, path, Array.isArray(agents) ? Math.max(0, ...agents) : (agents ?? 0), shiftCounts);
    most += Array.isArray(agents) ? Math.max(0, ...agents) : (agents ?? 0);
    most += counts.reduce((sum, agentsOnShift) => sum + agentsOnShift, 0);
  }
  if (most > limits.agents) findings.key(["groups"], `make ${count(most)} agents in all; at most ${count(limits.agents)}`);
}

const SECONDS_PER_DAY = 24 * 3600; // no opening is longer

/** Spells off the phone so short that a day would be made of nothing else are a slip, and would not fit into memory. */
function checkSpells(findings: Findings, path: Path, agents: number, shifts: Readonly<Record<string, number>>): void {
  const own = [...path, "offPhone"], ofGroup = piece(findings, group.shape.offPhone, own);
  const most = new Map<Path, number>(); // agents by where their spells are described
  const add = (at: Path, count: number) => most.set(at, (most.get(at) ?? 0) + count);
  add(own, agents);
  for (const [name, count] of Object.entries(shifts)) {
    const shiftsOwn = ["shifts", name, "offPhone"];
    add(piece(findings, shift.shape.offPhone, shiftsOwn) === undefined ? own : shiftsOwn, count);
  }
  for (const [at, people] of most) {
    const rule = at === own ? ofGroup : piece(findings, shift.shape.offPhone, at);
    if (rule === undefined) continue;
    const spells = (people * SECONDS_PER_DAY * rule.share) / rule.meanLength;
    if (spells > limits.spellsPerDay) findings.value([...at, "meanLength"], `makes ${count(spells)} spells a day; at most ${count(limits.spellsPerDay)}`);
  }
}

// Below the answer: its figures as tables, the plan's text with all that the form does not show, and how to repeat it on a command line.

import { useMemo, useState } from "preact/hooks";
import { calendarTableRows } from "../../reports/tables/calendar.ts";
import { groupRow } from "../../reports/tables/byGroup.ts";
import { intervalRow } from "../../reports/tables/byInterval.ts";
import { pointRow } from "../../reports/tables/byPoint.ts";
import { typeRow } from "../../reports/tables/byType.ts";
import { dateWords } from "../../reports/calendarNames.ts";
import { row, type Row } from "../../reports/row.ts";
import { capital, clock, decimal, integer, percent, plural, targetPercent } from "../../reports/words.ts";
import { formatClock } from "../../sim/scenario/clock.ts";
import { formatDate } from "../../sim/scenario/date.ts";
import { isDated } from "../../sim/scenario/dated.ts";
import { formatDuration } from "../../sim/scenario/duration.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import { kindsOfDay } from "../../sim/scenario/week.ts";
import { useAbout } from "./about.ts";
import { copy } from "./copy.ts";
import { isOld, isWhole, shownCalendar } from "./openCalendar.ts";
import { COMMAND } from "./downloads.ts";
import { demandOf, meanOf } from "./edits.ts";
import { useRested } from "./later.ts";
import { Markup } from "./Markup.tsx";
import { problemsIn } from "./notice.ts";
import { readPlan } from "./plan.ts";
import { open, plan, shown, stale, studied } from "./state.ts";
import { viewOfShown } from "./views.ts";

export function Details() {
  return (
    <div class="details">
      <Folded title="Every figure as a table" of={isWhole.value ? CalendarTables : Tables} />
      <details><summary>The plan as a file</summary><Text /></details>
      <details><summary>The same numbers on a command line</summary><Repeat /></details>
    </div>
  );
}

const REST = 110; // ms without a newer plan

/** On paper, in place of the controls: what the numbers are of, and how to have them again. */
export function Printed() {
  const day = useRested(shown.value, REST)?.plan, whole = shownCalendar.value?.plan, rested = isWhole.value ? whole : day;
  if (rested === undefined) return null;
  const { scenario } = rested, dates = isDated(scenario) ? scenario.calendar.dates : null;
  return (
    <div class="printed">
      {dates === null ? <p><b>{scenario.name}</b>: {dayInWords(scenario)}</p> : (
        <>
          <p><b>{scenario.name}</b>: all dates from {dateWords(formatDate(dates.from))} to {dateWords(formatDate(dates.to))}.</p>
          {kindsOfDay(scenario).map(({ name, scenario: kind }) => <p key={name}><b>{name}</b>: {dayInWords(kind)}</p>)}
        </>
      )}
      <p><code>{COMMAND}</code>, {runsInWords(scenario)}, seed “{scenario.seed}”. Each ± is the 95% interval of the simulation; it does not cover these assumptions.</p>
    </div>
  );
}

function dayInWords({ contacts, groups, shifts, opening: { from, to }, interval }: Scenario): string {
  const time = (seconds: number) => clock(formatClock(seconds));
  const types = Object.entries(contacts).map(([name, type]) => {
    const patience = type.patience === "never" ? "nobody hangs up" : `patience ${formatDuration(Math.round(meanOf(type.patience)))} (${type.patience.distribution})`, varied = type.dayToDayCv > 0 ? `, days differ by ${percent(type.dayToDayCv, 0)}` : "";
    return `${name}: ${decimal(demandOf(type, interval).volume, 0)} a day${varied}, ${formatDuration(Math.round(meanOf(type.handleTime)))} each (${type.handleTime.distribution}), ${patience}, ${targetPercent(type.target)} within ${formatDuration(type.answerWithin)}`;
  });
  const people = Object.entries(groups).map(([name, { shifts: own, agents = 0 }]) => {
    const on = own === undefined ? [Array.isArray(agents) ? `${Math.max(...agents)} at most` : `${agents} all day`] : Object.entries(own).map(([shift, count]) => `${count} ${shift} (${time(shifts[shift].from)}–${time(shifts[shift].to)})`);
    return `${name}: ${on.join(", ")}`;
  });
  return `open ${time(from)}–${time(to)}; ${types.join("; ")}. Agents: ${people.join("; ")}.`;
}

/** "1,000 days", "1,000 runs of the calendar" */
function runsInWords(scenario: Scenario): string {
  const { days, precision } = scenario;
  if (isDated(scenario)) return `${integer(days)} ${plural(days, "run")} of the calendar`;
  return precision === undefined ? `${integer(days)} ${plural(days, "day")}` : "as many days as the precision takes";
}

/** Built only once it is open, and then kept up to date. */
function Folded({ title, of: Content }: { readonly title: string; readonly of: () => preact.JSX.Element | null }) {
  const [isOpen, unfold] = useState(false);
  return <details onToggle={({ currentTarget }) => unfold(currentTarget.open)}><summary>{title}</summary>{isOpen ? <Content /> : null}</details>;
}

function Tables() {
  const now = shown.value, found = studied.value.curve;
  if (now === null) return null;
  const view = viewOfShown(now), curve = found?.plan === now.plan ? found.value : null;
  const rows: readonly (Row | null)[] = [typeRow([view]), groupRow([view]), intervalRow([view]), curve === null ? null : pointRow(curve)];
  return <div class={stale.value ? "tables stale" : "tables"}>{rows.map((each, i) => (each === null ? null : <Markup key={i} of={row(each)} />))}</div>;
}

function CalendarTables() {
  const now = shownCalendar.value, tables = useMemo(() => now && calendarTableRows(now).map((each, i) => <Markup key={i} of={row(each)} />), [now]);
  return tables === null ? null : <div class={isOld.value ? "tables of-calendar stale" : "tables of-calendar"}>{tables}</div>;
}

function Text() {
  const { text } = plan.value, [typed, type] = useAbout<string>(text), [problems, say] = useAbout<readonly string[]>(text), wrong = problems ?? [];
  const use = () => {
    try {
      open(readPlan(typed ?? text));
      say(null);
    } catch (error) {
      say(problemsIn(error));
    }
  };
  return (
    <div>
      <p class="note">All that the form shows, and all that it does not. The command line reads the same file.</p>
      <label class="unseen" for="text">The plan’s text</label>
      <textarea id="text" class="code" rows={24} spellcheck={false} value={typed ?? text} aria-invalid={wrong.length > 0} aria-describedby={wrong.length > 0 ? "text-wrong" : undefined} onInput={({ currentTarget }) => type(currentTarget.value)} />
      {wrong.length === 0 ? null : <ul class="problem" id="text-wrong" role="alert">{wrong.map((problem) => <li key={problem}>{problem}</li>)}</ul>}
      <p class="tools"><button type="button" disabled={typed === null || typed === text} onClick={use}>Use this text</button> <button type="button" onClick={() => void copy(text, "The plan")}>Copy it</button></p>
    </div>
  );
}

function Repeat() {
  const { scenario } = plan.value;
  return (
    <div>
      <p>Download the plan (YAML), then type where it lies:</p>
      <pre tabIndex={0}>{COMMAND}</pre>
      <p class="note">{capital(runsInWords(scenario))}, seed “{scenario.seed}”: they stand in the file, and the numbers are the same to the last bit.</p>
      <p><button type="button" onClick={() => void copy(COMMAND, "The command")}>Copy the command</button></p>
    </div>
  );
}

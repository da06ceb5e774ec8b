// What can be changed, in a planner's order: contacts, each contact, hours, people, promise. Everything else is in the file's text.

import { signal } from "@preact/signals";
import { Fragment } from "preact";
import { parseDocument } from "yaml";
import { WEEKDAYS } from "../../sim/scenario/weekdays.ts";
import { formatClock } from "../../sim/scenario/clock.ts";
import { formatDuration } from "../../sim/scenario/duration.ts";
import type { Break, Scenario, Shift } from "../../sim/scenario/schema.ts";
import { formatDate } from "../../sim/scenario/date.ts";
import { isDated } from "../../sim/scenario/dated.ts";
import { kindsOfDay } from "../../sim/scenario/week.ts";
import { shortDate } from "../../reports/calendarNames.ts";
import { shortened } from "../../reports/names.ts";
import { capital, clock, decimal, integer, percent, targetPercent } from "../../reports/words.ts";
import { DayShape } from "./DayShape.tsx";
import { demandOf, meanOf, oneMoreBreak, withBreaks, withMean, withNewShift, withOpening, withoutShift, withSkill, withVolume } from "./edits.ts";
import { Choice, Dial, Field } from "./fields.tsx";
import { isWhole } from "./openCalendar.ts";
import { ownWords } from "./ofTheirOwn.ts";
import { dayOf, wholeOf, type Change, type Plan } from "./plan.ts";
import { change, open, plan, set } from "./state.ts";
import { typedDuration, typedNumber, typedShare } from "./typed.ts";

/** The contact type whose figures are shown, where there are several. */
const chosenType = signal<string | null>(null);

export function Controls() {
  const { scenario } = plan.value, types = Object.keys(scenario.contacts), type = types.find((name) => name === chosenType.value) ?? types[0];
  return (
    <form class="controls" aria-label="The plan" onSubmit={(event) => event.preventDefault()}>
      <KindOfDay />
      {types.length > 1 ? <Choice label="Contact type" value={type} options={types.map((name) => [name, name])} choose={(name) => { chosenType.value = name; return null; }} /> : null}
      <Contacts scenario={scenario} type={type} />
      <Hours scenario={scenario} />
      <People text={plan.value.text} scenario={scenario} />
      <Promise scenario={scenario} type={type} several={types.length > 1} />
      {scenario.pay === undefined ? null : <Pay pay={scenario.pay} />}
      <Simulated scenario={scenario} />
    </form>
  );
}

/** Which day of a week or a calendar is planned, or the whole calendar. */
function KindOfDay() {
  const whole = wholeOf(plan.value);
  if (whole === null) return null;
  const { scenario } = whole, { calendar, name } = scenario, dates = isDated(scenario) ? scenario.calendar.dates : null, days = (kind: string) => WEEKDAYS.filter((day) => calendar?.week[day] === kind);
  const span = dates === null ? "" : `${shortDate(formatDate(dates.from))} to ${shortDate(formatDate(dates.to))}`;
  const options = [
    ...(dates === null ? [] : [[ALL_DATES, `All dates: ${span}`] as const]),
    ...kindsOfDay(scenario).map((kind) => [kind.name, `${kind.name}: ${days(kind.name).map(capital).join(", ") || (dates === null ? "on no weekday" : "on some dates")}`] as const),
  ];
  return (
    <div class="kind">
      <Choice label="Kind of day" value={plan.value.week?.kind ?? ALL_DATES} options={options} choose={(kind) => {
        open(kind === ALL_DATES ? whole : dayOf({ whole, kind }));
        return null;
      }} />
      <p class="note">{noteOf(plan.value, shortened(name), span)}</p>
    </div>
  );
}

/** No kind of day is called so: a name has one line at least. */
const ALL_DATES = "";

function noteOf({ week }: Plan, name: string, span: string) {
  if (week === undefined) return `All dates of “${name}”, with their seasons, peaks and agreements. What is changed here is changed for every kind of day, except where a kind has values of its own: such kinds are named beside the control, and their values stand in the plan’s text.`;
  const one = `One kind of day of “${name}”, planned by itself`;
  if (span === "") return <>{one}; another one opens as the file has it. What they come to in a week is what <code>callhall run</code> says of the file.</>;
  return `${one}, without its seasons and agreements, which “All dates” has. Another one, and all dates, open as the file has them, without what is changed of this day.`;
}

/** A note of a part of the form, where some kinds of day have that part for themselves. */
function Own({ of: part, at }: { readonly of: string; readonly at: readonly (readonly string[])[] }) {
  const own = ownWords(plan.value, ...at);
  return own === null ? null : <p class="note own">{part}: {own}.</p>;
}

/** What is said beside a label, and whose values it is not. */
function besideLabel(note: string, ...at: readonly (readonly string[])[]): string | undefined {
  return [note, ownWords(plan.value, ...at)].filter((each) => each !== null && each !== "").join("; ") || undefined;
}

function Contacts({ scenario, type }: { readonly scenario: Scenario; readonly type: string }) {
  const given = scenario.contacts[type], { volume } = demandOf(given, scenario.interval), path = ["contacts", type], mean = meanOf(given.handleTime);
  const noun = `${capital(type)} ${isWhole.value ? "a day" : "on the day"}`, seasons = scenario.calendar?.dates?.season.length ?? 0, fixed = given.count === "fixed" || given.ratesPerHour !== undefined;
  return (
    <>
      <Dial label={noun} note={besideLabel(seasons > 0 ? "before the season’s factors" : "", [...path, "volume"], [...path, "ratesPerHour"])} value={decimal(volume, Number.isInteger(volume) ? 0 : 1)} at={volume} from={0} to={sliderEnd(volume, 1600)} step={sliderStep(sliderEnd(volume, 1600))}
        slide={(to) => change(withVolume(scenario, type, to))} take={(text) => setNumber(typedNumber(text), (number) => withVolume(scenario, type, number), [[[...path, "volume"], text]])} />
      <DayShape type={type} />
      <Own of="When they come" at={[[...path, "profile"], [...path, "ratesPerHour"]]} />
      {fixed ? null : (
        <Dial label="Days differ by" note={besideLabel("busy or quiet", [...path, "dayToDayCv"])} value={percent(given.dayToDayCv, 0)} at={given.dayToDayCv} from={0} to={0.5} step={0.01} slide={(to) => change(busyness(scenario, type, to))}
          take={(text) => set(busyness(scenario, type, shareTyped(text)))} />
      )}
      <Dial label="Time per contact" note={besideLabel(`talk, hold, wrap-up; ${given.handleTime.distribution}`, [...path, "handleTime"])} value={formatDuration(Math.round(10 * mean) / 10)} at={mean} from={30} to={sliderEnd(mean, 900)} step={5}
        slide={(to) => change(withMean([...path, "handleTime"], given.handleTime, to))}
        take={(text) => setDuration(text, [...path, "handleTime", "mean"], (seconds) => withMean([...path, "handleTime"], given.handleTime, seconds))} />
      <Patience scenario={scenario} type={type} />
    </>
  );
}

/** Types that share their busyness vary by the same. */
function busyness({ contacts }: Scenario, type: string, cv: number | string) {
  const shared = contacts[type].busyness === "shared";
  return Object.keys(contacts).filter((name) => name === type || (shared && contacts[name].busyness === "shared")).map((name) => [["contacts", name, "dayToDayCv"], cv] as const);
}

function Patience({ scenario, type }: { readonly scenario: Scenario; readonly type: string }) {
  const { patience } = scenario.contacts[type], path = ["contacts", type, "patience"], usual = { distribution: "exponential", mean: "3m" };
  const never = <label class="check"><input type="checkbox" checked={patience === "never"} onChange={({ currentTarget }) => set([[path, currentTarget.checked ? "never" : usual]])} /> Nobody hangs up</label>;
  if (patience === "never") return <div class="dial"><p class="name">Patience <small>{besideLabel("before hanging up", path)}</small></p>{never}</div>;
  const mean = meanOf(patience);
  return (
    <div>
      <Dial label="Patience" note={besideLabel(`before hanging up; ${patience.distribution}`, path)} value={formatDuration(Math.round(10 * mean) / 10)} at={mean} from={10} to={sliderEnd(mean, 600)} step={5}
        slide={(to) => change(withMean(path, patience, to))} take={(text) => setDuration(text, [...path, "mean"], (seconds) => withMean(path, patience, seconds))} />
      {never}
    </div>
  );
}

function Hours({ scenario }: { readonly scenario: Scenario }) {
  const { opening, interval } = scenario, to = (from: number, until: number) => set(withOpening(scenario, from, until));
  return (
    <fieldset>
      <legend>Lines open</legend>
      <div class="row">
        <Choice label="From" value={String(opening.from)} options={times(0, opening.to - interval, interval, opening.from)} choose={(from) => to(Number(from), opening.to)} />
        <Choice label="To" value={String(opening.to)} options={times(opening.from + interval, 86_400, interval, opening.to)} choose={(until) => to(opening.from, Number(until))} />
      </div>
      <p class="note">Other hours spread the same contacts over another day: change their number too where longer hours bring more.</p>
      <Own of="Lines open" at={[["opening"]]} />
    </fieldset>
  );
}

function People({ text, scenario }: { readonly text: string; readonly scenario: Scenario }) {
  const { groups, shifts, contacts, opening, interval } = scenario, isRouted = (type: string) => parseDocument(text).hasIn(["routing", type]), inShifts = Object.values(groups).some((group) => group.shifts !== undefined), types = Object.keys(contacts);
  return (
    <fieldset>
      <legend>People</legend>
      {inShifts ? (
        <div class="scroll" role="region" aria-label="Shifts" tabIndex={0}>
          <table class="shifts">
            <thead><tr><th scope="col">Shift</th><th scope="col">From</th><th scope="col">To</th><th scope="col">Breaks</th><th scope="col"><span class="unseen">Remove</span></th></tr></thead>
            <tbody>{Object.entries(shifts).map(([name, shift]) => (
              <Fragment key={name}>
              <tr>
                <th scope="row">{name}</th>
                <td><Choice unseen label={`${name}: from`} value={String(shift.from)} options={times(opening.from, opening.to, Math.min(interval, 1800), shift.from)} choose={(at) => set([[["shifts", name, "from"], formatClock(Number(at))]])} /></td>
                <td><Choice unseen label={`${name}: to`} value={String(shift.to)} options={times(opening.from, opening.to, Math.min(interval, 1800), shift.to)} choose={(at) => set([[["shifts", name, "to"], formatClock(Number(at))]])} /></td>
                <td><AddBreak name={name} shift={shift} /></td>
                <td><button type="button" class="quiet" aria-label={`Remove the shift ${name}`} disabled={Object.keys(shifts).length < 2} onClick={() => attempt(withoutShift(scenario, name))}>×</button></td>
              </tr>
              <Breaks name={name} shift={shift} />
              </Fragment>
            ))}</tbody>
          </table>
        </div>
      ) : null}
      {inShifts ? <p><button type="button" class="small" onClick={() => attempt(withNewShift(scenario))}>Add a shift</button></p> : null}
      <Own of="Shifts" at={[["shifts"]]} />
      {Object.entries(groups).map(([name, group]) => (
        <div class="group" key={name} role="group" aria-label={`Group ${name}`}>
          <p class="name">{name} <small>{group.shifts === undefined ? (Array.isArray(group.agents) ? "agents by interval" : "agents all day") : `${integer(total(Object.values(group.shifts)))} agents`}</small></p>
          <div class="row counts">
            {group.shifts !== undefined ? Object.keys(shifts).map((shift) => <Count key={shift} label={`${name}, ${shift}`} says={shift} value={group.shifts?.[shift] ?? 0} path={["groups", name, "shifts", shift]} />)
              : Array.isArray(group.agents) ? <Field unseen label={`${name}, agents by interval`} size={36} value={group.agents.join(" ")} take={(typed) => set([[["groups", name, "agents"], typed.trim().split(/[\s,;]+/).map(typedNumber)]])} />
                : <Count label={`${name}, agents`} says="all day" value={group.agents ?? 0} path={["groups", name, "agents"]} />}
          </div>
          {types.length > 1 ? (
            <p class="skills">answers {types.map((type) => (
              <label class="check" key={type}><input type="checkbox" checked={type in group.answers} onChange={(event) => {
                const wrong = set(withSkill(scenario, name, type, event.currentTarget.checked, isRouted(type)));
                if (wrong !== null) event.currentTarget.checked = type in group.answers;
                problemOf.value = wrong === null ? null : { group: name, wrong };
              }} /> {type}</label>
            ))}</p>
          ) : null}
          <Away name={name} group={group} />
          <Own of={capital(name)} at={[["groups", name]]} />
          {problemOf.value?.group === name ? <p class="problem" role="alert">{problemOf.value.wrong}</p> : null}
        </div>
      ))}
      {refused.value?.of === plan.value ? <p class="problem" role="alert">{refused.value.wrong}</p> : null}
    </fieldset>
  );
}

/** Why a button could change nothing: other kinds of day may not fit what it would make of the base. */
const refused = signal<{ readonly of: Plan; readonly wrong: string } | null>(null);

function attempt(changes: readonly Change[]): void {
  const wrong = set(changes);
  refused.value = wrong === null ? null : { of: plan.value, wrong };
}

function AddBreak({ name, shift }: { readonly name: string; readonly shift: Shift }) {
  const more = oneMoreBreak(shift);
  return <button type="button" class="small" disabled={more === null} aria-label={`Add a break to the shift ${name}`} onClick={() => { if (more !== null) attempt(withBreaks(name, [...shift.breaks, more])); }}>Add</button>;
}

/** Each break of a shift in a line: how long, and in which window the agents take it in turn. */
function Breaks({ name, shift: { breaks, from, to } }: { readonly name: string; readonly shift: Shift }) {
  const put = (at: number, now: Partial<Break>) => set(withBreaks(name, breaks.map((each, i) => (i !== at ? each : { ...each, ...now }))));
  return (
    <>{breaks.map((each, i) => {
      const label = `${name}: break${breaks.length > 1 ? ` ${i + 1}` : ""}`, [starts, ends] = each.between;
      return (
        <tr key={i} class="break">
          <td colSpan={5}>
            <div class="row">
              <span aria-hidden="true">{each.paid === false ? "unpaid break" : "break"}</span>
              <Choice unseen label={`${label}, length`} value={String(each.for)} options={lengths(each.for)} choose={(length) => put(i, { for: Number(length) })} />
              <span aria-hidden="true">within</span>
              <Choice unseen label={`${label}, from`} value={String(starts)} options={times(from, to, QUARTER, starts)} choose={(at) => put(i, { between: [Number(at), ends] })} />
              <Choice unseen label={`${label}, to`} value={String(ends)} options={times(from, to, QUARTER, ends)} choose={(at) => put(i, { between: [starts, Number(at)] })} />
              <button type="button" class="quiet" aria-label={`Remove ${label}`} onClick={() => attempt(withBreaks(name, breaks.filter((_, at) => at !== i)))}>×</button>
            </div>
          </td>
        </tr>
      );
    })}</>
  );
}

const QUARTER = 900; // seconds

const OFF_PHONE_LENGTH = "5m"; // where the file says no length yet

/** What keeps a group's agents from the phone; folded, as most plans begin without. */
function Away({ name, group: { absence = 0, offPhone } }: { readonly name: string; readonly group: Scenario["groups"][string] }) {
  const path = ["groups", name], share = offPhone?.share ?? 0, away = absence > 0 || share > 0;
  return (
    <details>
      <summary>Absence and time off the phone{away ? `: ${percent(absence, 0)} and ${percent(share, 0)}` : ""}</summary>
      <div class="row">
        <Field label="Absent all day" note={name} size={5} value={percent(absence, 1)} take={(text) => set([[[...path, "absence"], typedShare(text)]])} />
        <Field label="Off the phone" note={name} size={5} value={percent(share, 1)} take={(text) => set([[[...path, "offPhone"], { share: typedShare(text), meanLength: offPhone === undefined ? OFF_PHONE_LENGTH : formatDuration(offPhone.meanLength) }]])} />
        {offPhone === undefined ? null : <Field label="each time" note={name} size={5} value={formatDuration(offPhone.meanLength)} take={(text) => set([[[...path, "offPhone", "meanLength"], typedDuration(text)]])} />}
      </div>
    </details>
  );
}

/** Rates of a plan that says what it pays; what they come to stands with the answer. */
function Pay({ pay: { perHour, perContact, fixed, currency } }: { readonly pay: NonNullable<Scenario["pay"]> }) {
  const field = (label: string, key: "perHour" | "perContact" | "fixed", value: number) =>
    <Field label={`${label} (${currency})`} size={7} value={decimal(value, Number.isInteger(value) ? 0 : 2)} take={(text) => set([[["pay", key], typedNumber(text.replace(currency, ""))]])} />;
  return (
    <fieldset>
      <legend>Pay</legend>
      <div class="row">{field("An agent’s hour", "perHour", perHour)}{field("The day, fixed", "fixed", fixed)}{field("A contact answered", "perContact", perContact)}</div>
      <Own of="Pay" at={[["pay"]]} />
    </fieldset>
  );
}

/** Why a group's skills could not be changed. */
const problemOf = signal<{ readonly group: string; readonly wrong: string } | null>(null);

function Count({ label, says, value, path }: { readonly label: string; readonly says: string; readonly value: number; readonly path: readonly string[] }) {
  const put = (count: number) => attempt([[path, Math.max(0, count)]]);
  return (
    <div class="count">
      <span aria-hidden="true">{says}</span>
      <button type="button" aria-label={`${label}: one fewer`} disabled={value === 0} onClick={() => put(value - 1)}>−</button>
      <Field unseen label={label} size={3} value={String(value)} take={(text) => set([[path, typedNumber(text)]])} />
      <button type="button" aria-label={`${label}: one more`} onClick={() => put(value + 1)}>+</button>
    </div>
  );
}

function Promise({ scenario, type, several }: { readonly scenario: Scenario; readonly type: string; readonly several: boolean }) {
  const { target, answerWithin } = scenario.contacts[type], path = ["contacts", type];
  return (
    <fieldset>
      <legend>Target{several ? ` for ${type}` : ""}</legend>
      <div class="row">
        <Field label="Answered in time" size={5} value={targetPercent(target)} take={(text) => set([[[...path, "target"], typedShare(text)]])} />
        <Field label="within" size={6} value={formatDuration(answerWithin)} take={(text) => set([[[...path, "answerWithin"], typedDuration(text)]])} />
      </div>
      <Own of="Target" at={[[...path, "target"], [...path, "answerWithin"]]} />
    </fieldset>
  );
}

function Simulated({ scenario }: { readonly scenario: Scenario }) {
  return (
    <fieldset>
      <legend>Simulation</legend>
      <div class="row">
        {scenario.precision === undefined
          ? <Field label={isWhole.value ? "Runs of the calendar" : "Days"} size={7} value={integer(scenario.days)} take={(text) => set([[["days"], typedNumber(text)]])} />
          : <p class="note">Until the service level is known to ± {decimal(100 * scenario.precision.serviceLevel, 2)} points</p>}
        <Field label="Seed" size={8} value={scenario.seed} take={(text) => set([[["seed"], text]])} />
      </div>
    </fieldset>
  );
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const shareTyped = (text: string): number | string => {
  const number = typedNumber(text.replace("%", ""));
  return typeof number === "number" ? number / 100 : text;
};

/** What is typed goes into the file where it is no number or no length of time, so that the file's own rules say what is wrong. */
function setNumber(typed: number | string, to: (number: number) => ReturnType<typeof withVolume>, raw: ReturnType<typeof withVolume>): string | null {
  return set(typeof typed === "number" ? to(typed) : raw);
}

function setDuration(text: string, path: readonly string[], to: (seconds: number) => ReturnType<typeof withMean>): string | null {
  const typed = typedDuration(text), seconds = secondsOf(typed);
  return seconds === null ? set([[path, typed]]) ?? "this law has no mean: change it in the file’s text" : set(to(seconds));
}

function secondsOf(text: string): number | null {
  const match = /^(?=.)(?:([\d.]+)h)?(?:([\d.]+)m)?(?:([\d.]+)s)?$/.exec(text);
  if (match === null) return null;
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)), all = 3600 * hours + 60 * minutes + seconds;
  return all > 0 ? all : null;
}

const sliderEnd = (value: number, least: number): number => (value <= least ? least : 10 ** Math.ceil(Math.log10(value)) * (value > 5 * 10 ** (Math.ceil(Math.log10(value)) - 1) ? 1 : 0.5));
const sliderStep = (end: number): number => Math.max(1, 10 ** (Math.floor(Math.log10(end)) - 2));

const clockOf = new Map<number, string>();

/** Made once: a form has hundreds of them, and is drawn with every move of a slider. */
function timeShown(at: number): string {
  const known = clockOf.get(at) ?? clock(formatClock(at));
  clockOf.set(at, known);
  return known;
}

function times(from: number, to: number, step: number, own: number): [string, string][] {
  const all = new Set([own, ...Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step)]);
  return [...all].sort((a, b) => a - b).map((at) => [String(at), timeShown(at)]);
}

function lengths(own: number): [string, string][] {
  return [...new Set([900, 1200, 1800, 2700, 3600, own])].sort((a, b) => a - b).map((seconds) => [String(seconds), formatDuration(seconds)]);
}

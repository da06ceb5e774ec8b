// The whole calendar's answer: its finding, how sure that is, what was promised and what it costs; and its pictures.

import { useMemo } from "preact/hooks";
import { unitsWords, unitWords } from "../../reports/calendarNames.ts";
import { boundedShare, calendarFinding, currencyOf, outcomeOf, spanNoun } from "../../reports/calendarWords.ts";
import { nounFor } from "../../reports/intervalWords.ts";
import { boundedMoney, moneyShown, moneyText } from "../../reports/money.ts";
import { periodsShown, promised } from "../../reports/moneyWords.ts";
import { inWords, shortened } from "../../reports/names.ts";
import { unbroken } from "../../reports/page.ts";
import { drawCalendarCharts, type CalendarChart } from "../../reports/rows/calendarCharts.ts";
import { capital, chanceOfDaysShown, countShown, decimal, halfWidth, integer, plural, secondsShown, shareShown, targetPercent, type Shown as Words } from "../../reports/words.ts";
import type { CalendarAgreementResult } from "../../sim/study/calendarAgreements.ts";
import type { CalendarResult } from "../../sim/study/calendarResult.ts";
import { Aged } from "./Answer.tsx";
import { useDrawnInTurn } from "./later.ts";
import { isOld, refusal, runsSimulated, shownCalendar, type ShownCalendar } from "./openCalendar.ts";
import { Picture } from "./Pictures.tsx";
import { plan } from "./state.ts";

export function CalendarAnswer() {
  const now = shownCalendar.value, refused = refusal.value;
  if (refused !== null) return <section class="answer" aria-label="Answer"><h1 id="answer" tabIndex={-1}>So many runs cannot be simulated here</h1><p class="problem" role="alert">{refused}. Change the number of runs.</p></section>;
  if (now === null) return <section class="answer" aria-label="Answer"><div class="top"><Progress /></div><h1 id="answer" tabIndex={-1}>Simulating the calendar’s first runs…</h1></section>;
  return (
    <Aged old={isOld.value}>
      <div class="top"><Certainty now={now} old={isOld.value} />{isOld.value || !now.done ? <Progress /> : null}</div>
      <Found now={now} />
    </Aged>
  );
}

function Found({ now }: { readonly now: ShownCalendar }) {
  return useMemo(() => {
    const { result, scenario } = now, { many } = nounFor(scenario.interval), currency = currencyOf(result);
    return (
      <>
        <h1 id="answer" tabIndex={-1} dangerouslySetInnerHTML={{ __html: unbroken(`${capital(outcomeOf(result))}.`).text }} />
        <p class="lead" dangerouslySetInnerHTML={{ __html: unbroken(calendarFinding(now).lead).text }} />
        <div class="cards">
          {Object.entries(result.agreements).map(([name, agreement]) => <Agreement key={name} name={name} of={agreement} intervals={many} currency={currency} />)}
          <InAll of={result} />
        </div>
      </>
    );
  }, [now]);
}

function Agreement({ name, of, intervals, currency }: { readonly name: string; readonly of: CalendarAgreementResult; readonly intervals: string; readonly currency: string }) {
  const { every, periods, missed, anyMissed, twoInARow, credits } = of, several = periods.length > 1;
  return (
    <Card name={shortened(name)} big={boundedShare(missed)} note={`chance that a ${unitWords(every)} is missed; promised: ${promised(of, intervals)}`} lines={[
      ...(several ? [[`Any of ${unitsWords(every, periods.length)}`, periodsShown(anyMissed)] as const, ["Two in a row", periodsShown(twoInARow)] as const] : []),
      ...(credits === null ? [] : [["Credits due in all", boundedMoney(credits.inAll, currency)] as const, ["In nine runs of ten at most", { value: moneyText(credits.p90, currency, 0), margin: "" }] as const]),
    ]} />
  );
}

function InAll({ of: { whole: { total, openDays, money }, target, ...result } }: { readonly of: CalendarResult }) {
  return (
    <Card name={capital(spanNoun(result))} big={shareShown(total.serviceLevel)} note={`of contacts answered in time${target === null ? "" : `; target ${targetPercent(target)}`}`} lines={[
      ["Open days", { value: decimal(openDays, Number.isInteger(openDays) ? 0 : 1), margin: "" }], ["Contacts", countShown(total.offered)], ["Days on target", chanceOfDaysShown(total.daysOnTarget)], ["Hang up", shareShown(total.abandonmentRate)], ["Average wait", secondsShown(total.averageWait)],
      ...(money === undefined ? [] : [["Cost", moneyShown(money.cost, money.currency)] as const]),
      ...(money?.costWithCredits === undefined ? [] : [["Cost and credits", boundedMoney(money.costWithCredits, money.currency)] as const]),
    ]} />
  );
}

interface CardProps {
  readonly name: string;
  readonly big: Words;
  readonly note: string;
  readonly lines: readonly (readonly [term: string, shown: Words])[];
}

function Card({ name, big, note, lines }: CardProps) {
  return (
    <div class="card">
      <h2>{name}</h2>
      <p class="big">{big.value} <small>{big.margin}</small></p>
      <p class="note">{note}</p>
      <dl>{lines.map(([term, { value, margin }]) => <div key={term}><dt>{term}</dt><dd>{value} <small>{margin}</small></dd></div>)}</dl>
    </div>
  );
}

/** The interval of the finding drawn, so that it is seen to shrink: so many points either side fill the ruler. */
function Certainty({ now: { result, done }, old }: { readonly now: ShownCalendar; readonly old: boolean }) {
  const { runs } = result, [what, half, full] = surenessOf(result), reach = half === null ? 50 : Math.min(50, (50 * half) / full);
  return (
    <p class="certainty">
      <svg viewBox="0 0 100 8" width="100" height="8" aria-hidden="true"><line x1="0" x2="100" y1="4" y2="4" class="track" /><line x1={50 - reach} x2={50 + reach} y1="4" y2="4" class="reach" /></svg>
      {old ? <span>all numbers are still of the plan before; its dates are being simulated anew…</span>
        : <span>{half === null ? "" : `${what} ± ${halfWidth(100 * half)} points · `}{integer(runs)} {plural(runs, "run")} of the calendar{done ? "" : " so far"}</span>}
    </p>
  );
}

/** What the finding speaks of: the least certain chance of a missed period or, without agreements, the service level. */
function surenessOf({ agreements, whole }: CalendarResult): readonly [what: string, half: number | null, full: number] {
  const halves = Object.values(agreements).flatMap(({ missed: { halfWidth: half, interval } }) => half ?? (interval === null ? [] : (interval[1] - interval[0]) / 2));
  return halves.length === 0 ? ["answered in time", whole.total.serviceLevel.halfWidth, 0.03] : ["a missed period’s chance", Math.max(...halves), 0.15];
}

function Progress() {
  const { days } = plan.value.scenario;
  return <progress aria-label="Runs of the calendar that are simulated" max={days} value={Math.min(days, runsSimulated.value)} />;
}

interface Drawn extends CalendarChart {
  readonly of: ShownCalendar;
}

function* drawn(of: ShownCalendar): Generator<Drawn> {
  for (const made of drawCalendarCharts(of, "calendar")) yield { ...made, of };
}

/** The report's charts of the calendar: of the first runs, then of more. */
export function CalendarPictures() {
  const now = shownCalendar.value, all = useDrawnInTurn(now, drawn, ({ chart }) => chart);
  return <div class="pictures of-calendar">{all.map(({ chart, row, of }) => <Picture key={chart} of={row} chart="all" from={of.plan} against="" isBehind={of !== now} />)}</div>;
}

/** On a phone: the answer in a line at the top while a control is used. For the eye only. */
export function CalendarGlance() {
  const now = shownCalendar.value;
  if (now === null) return null;
  const { agreements, whole } = now.result, [first] = Object.entries(agreements), level = shareShown(whole.total.serviceLevel);
  const { value, margin } = first === undefined ? level : boundedShare(first[1].missed);
  return (
    <p class="glance" aria-hidden="true">
      <b>{value}</b> <span>{margin} {first === undefined ? "in time" : `a ${unitWords(first[1].every)} missed (${inWords(first[0])})`}{isOld.value ? " · updating…" : ""}</span>
    </p>
  );
}

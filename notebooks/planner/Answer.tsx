// The answer: what follows from the plan in a sentence, how sure that is, its figures, and how it differs from what is pinned.

import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { card } from "../../reports/card.ts";
import { calendarFinding, outcomeOf } from "../../reports/calendarWords.ts";
import { findingOf } from "../../reports/finding.ts";
import { compareFinding } from "../../reports/compareFinding.ts";
import { exactMoney, moneyShown } from "../../reports/money.ts";
import { shortened } from "../../reports/names.ts";
import { unbroken } from "../../reports/page.ts";
import { judge, type Verdict } from "../../reports/verdict.ts";
import { inTime, viewOf, type View } from "../../reports/view.ts";
import { capital, halfWidth, integer, percent, plural, shareShown } from "../../reports/words.ts";
import type { Estimate } from "../../sim/stats/estimate.ts";
import type { Result } from "../../sim/study/result.ts";
import type { ComparedSoFar } from "../browser/refineStudy.ts";
import { isOld, isWhole, shownCalendar, type ShownCalendar } from "./openCalendar.ts";
import { againstPinned, Comparison } from "./Comparison.tsx";
import { FADES_AFTER, useLasting } from "./later.ts";
import { Markup } from "./Markup.tsx";
import { compared, openStudy } from "./openStudy.ts";
import { comparable, estimate, pin, pinned, plan, shown, stale, type Shown } from "./state.ts";
import { viewOfShown } from "./views.ts";

/** The sign is drawn, as not every font has it. */
const BADGES: Readonly<Record<Verdict, readonly [sign: string, words: string]>> = {
  met: ["M1 7l4 4L11 2", "Target met on average"], missed: ["M2 2l8 8M10 2l-8 8", "Target missed on average"], close: ["M1 5q2.5-3 5 0t5 0M1 9q2.5-3 5 0t5 0", "Too close to the target to call"],
  "one day": ["M4 4l3-2v9", "One day only"], nobody: ["M2 6h8", "Nobody came"],
};

/** Drawn before all pictures. That its numbers are old is said on its frame, so that saying so draws nothing else anew. */
export function Answer() {
  const now = shown.value, guess = estimate.value;
  if (now === null) return <section class="answer" aria-label="Answer"><h1 id="answer" tabIndex={-1}>{guess === null ? "Simulating the first days…" : guessed(guess)}</h1></section>;
  return (
    <Aged old={stale.value}>
      <div class="top">
        <Judged now={now} />
        <Pin />
      </div>
      <Finding now={now} guess={guess} />
      <Comparison />
      <Figures now={now} />
    </Aged>
  );
}

/** @param old whether what is in it is of an older plan than the form */
export function Aged({ old, children }: { readonly old: boolean; readonly children: ComponentChildren }) {
  const faded = useLasting(old, FADES_AFTER);
  return (
    <section class={`answer${old ? " stale" : ""}${faded ? " faded" : ""}`} aria-label="Answer">
      {children}
      {old ? <p class="updating">updating…</p> : null}
    </section>
  );
}

function Judged({ now }: { readonly now: Shown }) {
  return useMemo(() => {
    const view = viewOfShown(now), { verdict } = judge(view), [sign, words] = BADGES[verdict];
    return <><p class={`badge ${verdict.replace(" ", "-")}`}><svg viewBox="0 0 12 12" aria-hidden="true"><path d={sign} /></svg> {words}</p><Certainty view={view} done={now.done} /></>;
  }, [now]);
}

function Pin() {
  if (pinned.value !== null) return null;
  return <button type="button" disabled={stale.value || !comparable.value} title={comparable.value ? undefined : "So many days cannot be compared one by one: simulate fewer"} onClick={pin}>Pin this, change that</button>;
}

function Finding({ now, guess }: { readonly now: Shown; readonly guess: number | null }) {
  return useMemo(() => {
    if (guess !== null) {
      return (
        <>
          <h1 id="answer" tabIndex={-1}>{guessed(guess)}</h1>
          <p class="lead">A formula’s estimate for the plan as it is now (Erlang A, {inTime(viewOf(now.result, plan.value.scenario))}): its days are being simulated. The figures below are still those of the plan before.</p>
        </>
      );
    }
    const view = viewOfShown(now), { title, lead } = findingOf(view);
    return (
      <>
        <h1 id="answer" tabIndex={-1}><span dangerouslySetInnerHTML={{ __html: unbroken(sentence(title, view)).text }} /></h1>
        <p class="lead" dangerouslySetInnerHTML={{ __html: unbroken(lead).text }} />
      </>
    );
  }, [now, guess]);
}

function Figures({ now }: { readonly now: Shown }) {
  return useMemo(() => <><Markup of={card(viewOfShown(now))} /><Cost of={now.result.money} /></>, [now]);
}

/** What the day costs, where the plan says what is paid. */
function Cost({ of }: { readonly of: Result["money"] }) {
  if (of === undefined) return null;
  const said = (estimate: Estimate) => {
    const { value, margin } = estimate.halfWidth === 0 ? exactMoney(estimate.mean ?? 0, of.currency) : moneyShown(estimate, of.currency);
    return <><b>{value}</b> <small>{margin}</small></>;
  };
  return <p class="cost">Cost of the day {said(of.cost)}; of a contact answered {said(of.costPerContact)}</p>;
}

const guessed = (share: number): string => share < 0.005 ? "Hardly any are answered in time" : `About ${percent(share, 0)} are answered in time`;

/** The finding, without the scenario's name before it. */
function sentence(title: string, { name }: View): string {
  return `${capital(title.slice(shortened(name).length + 2))}.`;
}

/** The interval drawn: three points either side fill the ruler, so that it is seen to shrink. */
function Certainty({ view: { result: { days, total: { serviceLevel: { halfWidth: half } } } }, done }: { readonly view: View; readonly done: boolean }) {
  const reach = half === null ? 50 : Math.min(50, (50 * half) / 0.03);
  return (
    <p class="certainty">
      <svg viewBox="0 0 100 8" width="100" height="8" aria-hidden="true"><line x1="0" x2="100" y1="4" y2="4" class="track" /><line x1={50 - reach} x2={50 + reach} y1="4" y2="4" class="reach" /></svg>
      <span>{half === null ? "" : `± ${halfWidth(100 * half)} points · `}{integer(days)} simulated {plural(days, "day")}{done ? "" : " so far"}</span>
    </p>
  );
}

/** On a phone, where the controls stand below the answer: the answer in a line at the top while one of them is used. For the eye only. */
export function Glance() {
  const now = shown.value;
  if (now === null) return null;
  const view = viewOfShown(now), { serviceLevel, daily } = now.result.total, { verdict } = judge(view), level = shareShown(serviceLevel);
  return (
    <p class={`glance ${verdict.replace(" ", "-")}`} aria-hidden="true">
      <b>{level.value}</b> <span>{level.margin} in time{daily.meetsTarget === null ? "" : `, target met on ${percent(daily.meetsTarget, 0)} of days`}{stale.value ? " · updating…" : ""}</span>
    </p>
  );
}

const CALM = 900; // ms of rest before the finding is said

/** For those who hear the page: the finding, once the numbers have come to rest; nothing while a finger is on a control. */
export function Announcer() {
  const now = shown.value, before = pinned.value, study = openStudy.value, sofar = compared.value;
  const ofPlan = isWhole.value ? calendarToSay() : now === null || !now.done || stale.value ? null : planInWords(now, before), text = study === null ? ofPlan : sofar?.done === true ? studyInWords(sofar) : null;
  const [said, say] = useState("");
  useEffect(() => {
    if (text === null) return undefined;
    const timer = setTimeout(() => say(text), CALM);
    return () => clearTimeout(timer);
  }, [text]);
  return <p class="unseen" role="status">{said}</p>;
}

function planInWords(now: Shown, before: Shown | null): string {
  const view = viewOfShown(now), { title, lead } = findingOf(view), finding = `${sentence(title, view)} ${lead}`;
  return before === null || before.plan.text === now.plan.text ? finding : `${finding} ${againstPinned(now, before, "serviceLevel")}.`;
}

function calendarToSay(): string | null {
  const now = shownCalendar.value;
  return now === null || !now.done || isOld.value ? null : calendarInWords(now);
}

function calendarInWords(now: ShownCalendar): string {
  return `${capital(outcomeOf(now.result))}. ${calendarFinding(now).lead}`;
}

function studyInWords({ study, comparison }: ComparedSoFar): string {
  const { title, lead } = compareFinding(study, comparison);
  return `${title}. ${lead}`;
}

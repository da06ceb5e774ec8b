// The pictures: each a finding as its heading, what its marks mean, and how to read it; the same as on the report's page.

import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { html, unbroken, type Html } from "../../reports/page.ts";
import type { Chart } from "../../reports/panel.ts";
import { agentsRow } from "../../reports/rows/agentsByInterval.ts";
import { curveRows } from "../../reports/rows/curveRows.ts";
import { daysRow } from "../../reports/rows/dayDistribution.ts";
import { occupancyRow } from "../../reports/rows/occupancyByInterval.ts";
import { requireRows } from "../../reports/rows/requireRows.ts";
import { levelRow } from "../../reports/rows/serviceLevelByInterval.ts";
import { waitingRow } from "../../reports/rows/waitingCurve.ts";
import { curveTitle } from "../../reports/curveFinding.ts";
import type { Beside, Row } from "../../reports/row.ts";
import { againstPinned } from "./Comparison.tsx";
import type { View } from "../../reports/view.ts";
import { integer } from "../../reports/words.ts";
import { Choice } from "./fields.tsx";
import { Markup, withoutMarkNames } from "./Markup.tsx";
import { FADES_AFTER, useAfterPaint, useLasting, useRested } from "./later.ts";
import type { Plan } from "./plan.ts";
import { pinned, plan, shown, studied, studiedBeside, type Shown } from "./state.ts";
import { viewOfShown } from "./views.ts";

const LESSER = 110; // ms without a newer plan before the other pictures follow

/** What the pinned plan is called beside the present one. */
const PINNED = "the pinned plan";

/** The first picture is drawn once the answer is seen; the others as soon as the plan rests, so that a finger on a control is not kept waiting. */
export function Pictures() {
  const now = useAfterPaint(shown.value), later = useRested(now, LESSER), fixed = pinned.value, before = fixed !== null && fixed.plan !== now?.plan ? fixed : null;
  const view = now && viewOfShown(now), calm = later && viewOfShown(later), beside = useMemo(() => (before === null ? undefined : { of: viewOfShown(before), name: PINNED }), [before]);
  const level = useMemo(() => view && levelRow([view], hoursOf(view, beside?.of), beside), [view, beside]);
  const lesser = useMemo(() => {
    if (calm === null) return null;
    const hours = hoursOf(calm, beside?.of);
    return { days: daysRow([calm], beside), agents: agentsRow([calm], hours, beside), occupancy: occupancyRow([calm], hours, beside), waiting: waitingRow([calm], beside) };
  }, [calm, beside]);
  if (level === null || lesser === null || now === null || later === null) return null;
  const against = (of: Shown, measure: Parameters<typeof againstPinned>[2]) => (before === null ? "" : againstPinned(of, before, measure));
  return (
    <div class="pictures">
      <Picture of={level} from={now.plan} against={against(now, "serviceLevel")} />
      <Curve />
      <Picture of={lesser.days} from={later.plan} against={against(later, "daysOnTarget")} />
      <Required instead={lesser.agents} from={later.plan} against={against(later, "paidHours")} />
      <Picture of={lesser.occupancy} from={later.plan} against={against(later, "occupancy")} />
      <Picture of={lesser.waiting} from={later.plan} against={against(later, "averageWait")} />
    </div>
  );
}

/** The clock hours of one or two plans. */
function hoursOf(view: View, beside = view): readonly [number, number] {
  const [first, second] = [view.scenario.opening, beside.scenario.opening];
  return [Math.min(first.from, second.from) / 3600, Math.max(first.to, second.to) / 3600];
}

/** What the pinned plan has, where it is known and is another than the present one. */
function ofPinned<Of>(known: { readonly plan: Plan; readonly value: Of | null } | undefined, from: Plan | undefined): Beside<Of> | undefined {
  return known === undefined || known.value === null || known.plan !== pinned.value?.plan || known.plan === from ? undefined : { of: known.value, name: PINNED };
}

function Curve() {
  const { curve: found } = studied.value, curve = found?.value ?? null, beside = ofPinned(studiedBeside.value.curve, found?.plan);
  const row = useMemo(() => (curve === null || found === undefined ? null : curveRows(curve, found.plan.scenario, beside)[0].row), [curve, beside?.of]);
  if (curve === null || row === null) {
    return <Waiting title="The staffing curve" says={found?.plan === plan.value ? "There is nobody on the rota to make more or fewer." : "Fewer and more agents are simulated as soon as the plan rests."} />;
  }
  return <Picture of={row} from={found?.plan} against={beside === undefined ? "" : `Pinned: ${curveTitle(beside.of)}`} more={`${integer(curve.points[0].days)} simulated days at each of ${integer(curve.points.length)} points.`} />;
}

const group = signal(0);

/** Rostered against required agents; until those are known, and where they cannot be had, rostered against busy ones. */
function Required({ instead, from, against }: { readonly instead: Row; readonly from: Plan | undefined; readonly against: string }) {
  const { requirements: found } = studied.value, requirements = found?.value ?? null, at = Math.min(group.value, (requirements?.groups.length ?? 1) - 1), beside = ofPinned(studiedBeside.value.requirements, found?.plan);
  const row = useMemo(() => (requirements === null || found === undefined ? null : requireRows(requirements, at, found.plan.scenario, beside).required.row), [requirements, at, beside?.of]);
  if (found === undefined) return <Picture of={instead} from={from} against={against} more="Required agents follow as soon as the plan rests." />;
  if (requirements === null || row === null) return <Picture of={instead} from={from} against={against} more="Required agents cannot be told group by group: more than one group answers a contact type, or lines are limited." />;
  return (
    <Picture of={row} chart={row.charts?.at(-1)} from={found.plan} against={against} more={`By iterative staffing: ${integer(requirements.days)} simulated days, agents taken away or added until every interval just reaches its target.`}>
      {requirements.groups.length > 1 ? <Choice label="Group" value={String(at)} options={requirements.groups.map((each, i) => [String(i), each.group])} choose={(i) => { group.value = Number(i); return null; }} /> : null}
    </Picture>
  );
}

interface PictureProps {
  readonly of: Row;
  /** The plan whose numbers it shows. */
  readonly from: Plan | undefined;
  /** Where the row has several, which, or all of them. */
  readonly chart?: Chart | "all" | null | undefined;
  /** How its numbers differ from those of the pinned plan; empty where nothing is pinned. */
  readonly against: string;
  readonly more?: string;
  /** Whether it is of fewer runs than the answer, and about to be drawn anew. */
  readonly isBehind?: boolean;
  readonly children?: ComponentChildren;
}

/** That it is of a plan before the present one is said on its frame, so that saying so draws nothing anew. */
export function Picture({ of: row, from, chart = row.charts?.[0], against, more = "", isBehind = false, children }: PictureProps) {
  const old = from !== plan.value, faded = useLasting(old, FADES_AFTER), inner = useMemo(() => {
    const { title, note, key = [], panels } = row, drawing: Html = chart === "all" ? html`${panels}` : chart ?? panels[0];
    return (
      <>
        <div class="head"><h2 dangerouslySetInnerHTML={{ __html: unbroken(title).text }} />{against === "" ? null : <p class="against">{against}</p>}{children}</div>
        {key.length === 0 ? <div /> : <ul class="key">{key.map(({ mark, says }) => <li key={mark}><i class={mark} />{says}</li>)}</ul>}
        <Markup of={withoutMarkNames(drawing)} class={chart === "all" ? "drawing all" : "drawing"} />
        <details><summary>How to read it</summary><p class="note">{note} {more}</p></details>
      </>
    );
  }, [row, chart, against, more]);
  return (
    <section class={`picture${old ? " stale" : ""}${faded ? " faded" : ""}`} aria-busy={old}>
      {inner}
      {old || isBehind ? <p class="updating">{old ? "updating…" : "of fewer runs; updating…"}</p> : null}
    </section>
  );
}

function Waiting({ title, says }: { readonly title: string; readonly says: string }) {
  return <section class="picture"><div class="head"><h2>{title}</h2></div><p class="note">{says}</p></section>;
}

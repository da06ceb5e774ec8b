// The pictures: each a finding as its heading, what its marks mean, and how to read it; the same as on the report's page.

import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { unbroken, type Html } from "../../reports/page.ts";
import type { Chart } from "../../reports/panel.ts";
import { agentsRow } from "../../reports/rows/agentsByInterval.ts";
import { curveRows } from "../../reports/rows/curveRows.ts";
import { daysRow } from "../../reports/rows/dayDistribution.ts";
import { occupancyRow } from "../../reports/rows/occupancyByInterval.ts";
import { requireRows } from "../../reports/rows/requireRows.ts";
import { levelRow } from "../../reports/rows/serviceLevelByInterval.ts";
import { waitingRow } from "../../reports/rows/waitingCurve.ts";
import type { Row } from "../../reports/row.ts";
import type { View } from "../../reports/view.ts";
import { integer } from "../../reports/words.ts";
import { Choice } from "./fields.tsx";
import { Markup, withoutMarkNames } from "./Markup.tsx";
import { FADES_AFTER, useAfterPaint, useLasting, useRested } from "./later.ts";
import type { Plan } from "./plan.ts";
import { pinned, plan, shown, studied } from "./state.ts";
import { viewOfShown } from "./views.ts";

const LESSER = 110; // ms without a newer plan before the other pictures follow

/** The first picture is drawn once the answer is seen; the others as soon as the plan rests, so that a finger on a control is not kept waiting. */
export function Pictures() {
  const now = useAfterPaint(shown.value), later = useRested(now, LESSER), fixed = pinned.value;
  const view = now && viewOfShown(now), calm = later && viewOfShown(later), beside = fixed === null || fixed.plan === now?.plan ? undefined : viewOfShown(fixed);
  const level = useMemo(() => view && levelRow([view], hoursOf(view, beside), beside, "the pinned plan"), [view, beside]);
  const lesser = useMemo(() => calm && { days: daysRow([calm]), agents: agentsRow([calm], hoursOf(calm)), occupancy: occupancyRow([calm], hoursOf(calm)), waiting: waitingRow([calm]) }, [calm]);
  if (level === null || lesser === null) return null;
  return (
    <div class="pictures">
      <Picture of={level} from={now?.plan} />
      <Curve />
      <Picture of={lesser.days} from={later?.plan} />
      <Required instead={lesser.agents} from={later?.plan} />
      <Picture of={lesser.occupancy} from={later?.plan} />
      <Picture of={lesser.waiting} from={later?.plan} />
    </div>
  );
}

/** The clock hours of one or two plans. */
function hoursOf(view: View, beside = view): readonly [number, number] {
  const [first, second] = [view.scenario.opening, beside.scenario.opening];
  return [Math.min(first.from, second.from) / 3600, Math.max(first.to, second.to) / 3600];
}

function Curve() {
  const { curve: found } = studied.value, curve = found?.value ?? null;
  const row = useMemo(() => (curve === null || found === undefined ? null : curveRows(curve, found.plan.scenario)[0].row), [curve]);
  if (curve === null || row === null) {
    return <Waiting title="The staffing curve" says={found?.plan === plan.value ? "There is nobody on the rota to make more or fewer." : "Fewer and more agents are simulated as soon as the plan rests."} />;
  }
  return <Picture of={row} from={found?.plan} more={`${integer(curve.points[0].days)} simulated days at each of ${integer(curve.points.length)} points.`} />;
}

const group = signal(0);

/** Rostered against required agents; until those are known, and where they cannot be had, rostered against busy ones. */
function Required({ instead, from }: { readonly instead: Row; readonly from: Plan | undefined }) {
  const { requirements: found } = studied.value, requirements = found?.value ?? null, at = Math.min(group.value, (requirements?.groups.length ?? 1) - 1);
  const row = useMemo(() => (requirements === null || found === undefined ? null : requireRows(requirements, at, found.plan.scenario).required.row), [requirements, at]);
  if (found === undefined) return <Picture of={instead} from={from} more="Required agents follow as soon as the plan rests." />;
  if (requirements === null || row === null) return <Picture of={instead} from={from} more="Required agents cannot be told group by group: more than one group answers a contact type, or lines are limited." />;
  return (
    <Picture of={row} chart={row.charts?.at(-1)} from={found.plan} more={`By iterative staffing: ${integer(requirements.days)} simulated days, agents taken away or added until every interval just reaches its target.`}>
      {requirements.groups.length > 1 ? <Choice label="Group" value={String(at)} options={requirements.groups.map((each, i) => [String(i), each.group])} choose={(i) => { group.value = Number(i); return null; }} /> : null}
    </Picture>
  );
}

interface PictureProps {
  readonly of: Row;
  /** The plan whose numbers it shows. */
  readonly from: Plan | undefined;
  /** Where the row has several, which. */
  readonly chart?: Chart | null | undefined;
  readonly more?: string;
  readonly children?: ComponentChildren;
}

/** That it is of a plan before the present one is said on its frame, so that saying so draws nothing anew. */
function Picture({ of: row, from, chart = row.charts?.[0], more = "", children }: PictureProps) {
  const old = from !== plan.value, faded = useLasting(old, FADES_AFTER), inner = useMemo(() => {
    const { title, note, key = [], panels } = row, drawing: Html = chart ?? panels[0];
    return (
      <>
        <div class="head"><h2 dangerouslySetInnerHTML={{ __html: unbroken(title).text }} />{children}</div>
        <ul class="key">{key.map(({ mark, says }) => <li key={mark}><i class={mark} />{says}</li>)}</ul>
        <Markup of={withoutMarkNames(drawing)} class="drawing" />
        <details><summary>How to read it</summary><p class="note">{note} {more}</p></details>
      </>
    );
  }, [row, chart, more]);
  return (
    <section class={`picture${old ? " stale" : ""}${faded ? " faded" : ""}`} aria-busy={old}>
      {inner}
      {old ? <p class="updating">updating…</p> : null}
    </section>
  );
}

function Waiting({ title, says }: { readonly title: string; readonly says: string }) {
  return <section class="picture"><div class="head"><h2>{title}</h2></div><p class="note">{says}</p></section>;
}

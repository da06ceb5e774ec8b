// The pictures: each a finding as its heading, what its marks mean, and how to read it; the same as on the report's page.

import { signal } from "@preact/signals";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
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
import { viewOf, type View } from "../../reports/view.ts";
import { integer } from "../../reports/words.ts";
import { Choice } from "./fields.tsx";
import { Markup, withoutMarkNames } from "./Markup.tsx";
import { pinned, plan, shown, stale, studied, type Shown } from "./state.ts";

const LESSER = 110; // ms without a newer plan before the other pictures follow

/** The first picture is drawn with every number; the others as soon as the plan rests, so that a finger on a control is not kept waiting. */
export function Pictures() {
  const now = shown.value, later = useRested(now, LESSER), view = useView(now), calm = useView(later);
  const old = stale.value || later?.plan !== plan.value, fixed = useView(pinned.value), beside = fixed === null || pinned.value?.plan === now?.plan ? undefined : fixed;
  const level = useMemo(() => view && levelRow([view], hoursOf(view, beside), beside, "the pinned plan"), [view, beside]);
  const lesser = useMemo(() => calm && { days: daysRow([calm]), agents: agentsRow([calm], hoursOf(calm)), occupancy: occupancyRow([calm], hoursOf(calm)), waiting: waitingRow([calm]) }, [calm]);
  if (level === null || lesser === null) return null;
  return (
    <div class="pictures">
      <Picture of={level} old={stale.value} />
      <Curve />
      <Picture of={lesser.days} old={old} />
      <Required instead={lesser.agents} old={old} />
      <Picture of={lesser.occupancy} old={old} />
      <Picture of={lesser.waiting} old={old} />
    </div>
  );
}

const useView = (given: Shown | null): View | null => useMemo(() => given && viewOf(given.result, given.plan.scenario), [given]);

/** The clock hours of one or two plans. */
function hoursOf(view: View, beside = view): readonly [number, number] {
  const [first, second] = [view.scenario.opening, beside.scenario.opening];
  return [Math.min(first.from, second.from) / 3600, Math.max(first.to, second.to) / 3600];
}

function Curve() {
  const found = studied.value, known = found?.plan === plan.value ? found : null, curve = found?.curve ?? null;
  const row = useMemo(() => (curve === null || found === null ? null : curveRows(curve, found.plan.scenario)[0].row), [curve]);
  if (curve === null || row === null) {
    return <Waiting title="The staffing curve" says={known?.curve === null ? "There is nobody on the rota to make more or fewer." : "Fewer and more agents are simulated as soon as the plan rests."} />;
  }
  return <Picture of={row} old={known?.curve === undefined} more={`${integer(curve.points[0].days)} simulated days at each of ${integer(curve.points.length)} points.`} />;
}

const group = signal(0);

/** Rostered against required agents; until those are known, and where they cannot be had, rostered against busy ones. */
function Required({ instead, old }: { readonly instead: Row; readonly old: boolean }) {
  const found = studied.value, requirements = found?.requirements ?? null, at = Math.min(group.value, (requirements?.groups.length ?? 1) - 1);
  const row = useMemo(() => (requirements === null || found === null ? null : requireRows(requirements, at, found.plan.scenario).required.row), [requirements, at]);
  if (found?.requirements === undefined) return <Picture of={instead} old={old} more="Required agents follow as soon as the plan rests." />;
  if (requirements === null || row === null) return <Picture of={instead} old={old} more="Required agents cannot be told group by group: more than one group answers a contact type, or lines are limited." />;
  return (
    <Picture of={row} chart={row.charts?.at(-1)} old={found.plan !== plan.value} more={`By iterative staffing: ${integer(requirements.days)} simulated days, agents taken away or added until every interval just reaches its target.`}>
      {requirements.groups.length > 1 ? <Choice label="Group" value={String(at)} options={requirements.groups.map((each, i) => [String(i), each.group])} choose={(i) => { group.value = Number(i); return null; }} /> : null}
    </Picture>
  );
}

interface PictureProps {
  readonly of: Row;
  /** Of a plan before the present one. */
  readonly old: boolean;
  /** Where the row has several, which. */
  readonly chart?: Chart | null | undefined;
  readonly more?: string;
  readonly children?: preact.ComponentChildren;
}

function Picture({ of: { title, note, key = [], panels, charts }, old, chart = charts?.[0], more = "", children }: PictureProps) {
  const drawing: Html = chart ?? panels[0], picture = useMemo(() => withoutMarkNames(drawing), [drawing]);
  return (
    <section class={old ? "picture stale" : "picture"} aria-busy={old}>
      <div class="head"><h2 dangerouslySetInnerHTML={{ __html: unbroken(title).text }} />{children}</div>
      <ul class="key">{key.map(({ mark, says }) => <li key={mark}><i class={mark} />{says}</li>)}</ul>
      <Markup of={picture} class="drawing" />
      {old ? <p class="updating">updating…</p> : null}
      <details><summary>How to read it</summary><p class="note">{note} {more}</p></details>
    </section>
  );
}

function Waiting({ title, says }: { readonly title: string; readonly says: string }) {
  return <section class="picture"><div class="head"><h2>{title}</h2></div><p class="note">{says}</p></section>;
}

/** A value once no newer plan has come for so long; the last one always comes. */
function useRested(value: Shown | null, ms: number): Shown | null {
  const [rested, rest] = useState(value), began = useRef({ plan: value?.plan, at: 0 });
  if (began.current.plan !== value?.plan) began.current = { plan: value?.plan, at: performance.now() };
  useEffect(() => {
    const timer = setTimeout(() => rest(value), Math.max(0, began.current.at + ms - performance.now()));
    return () => clearTimeout(timer);
  }, [value]);
  return rested ?? value;
}

// The pictures: each a finding as its heading, what its marks mean, and how to read it; the same as on the report's page.

import { signal, type Signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { trusted, unbroken, type Html } from "../../reports/page.ts";
import type { Chart } from "../../reports/panel.ts";
import { agentsRow } from "../../reports/rows/agentsByInterval.ts";
import { curveRows } from "../../reports/rows/curveRows.ts";
import { daysRow } from "../../reports/rows/dayDistribution.ts";
import { occupancyRow } from "../../reports/rows/occupancyByInterval.ts";
import { requireRows } from "../../reports/rows/requireRows.ts";
import { levelRow } from "../../reports/rows/serviceLevelByInterval.ts";
import { waitingRow } from "../../reports/rows/waitingCurve.ts";
import type { Row } from "../../reports/row.ts";
import { viewOf } from "../../reports/view.ts";
import { integer } from "../../reports/words.ts";
import { Choice } from "./fields.tsx";
import { Markup } from "./Markup.tsx";
import { plan, shown, stale, studied } from "./state.ts";

const LESSER = 110; // ms at least between two drawings of all pictures but the first, while a finger is on a control

export function Pictures() {
  const now = shown.value, rested = useRested(shown, LESSER);
  if (now === null || rested === null) return null;
  const view = viewOf(now.result, now.plan.scenario), hours = hoursOf(view.scenario), later = viewOf(rested.result, rested.plan.scenario), late = hoursOf(later.scenario);
  const old = stale.value || rested.plan !== now.plan;
  return (
    <div class="pictures">
      <Picture of={levelRow([view], hours)} old={stale.value} />
      <Curve />
      <Picture of={daysRow([later])} old={old} />
      <Required instead={agentsRow([later], late)} />
      <Picture of={occupancyRow([later], late)} old={old} />
      <Picture of={waitingRow([later])} old={old} />
    </div>
  );
}

const hoursOf = ({ opening: { from, to } }: { readonly opening: { readonly from: number; readonly to: number } }) => [from / 3600, to / 3600] as const;

function Curve() {
  const found = studied.value, known = found?.plan === plan.value ? found : null;
  if (found?.curve === undefined || (known !== null && known.curve === null)) {
    return <Waiting title="The staffing curve" says={known?.curve === null ? "There is nobody on the rota to make more or fewer." : "Fewer and more agents are simulated as soon as the plan rests."} />;
  }
  const curve = found.curve!, [{ row }] = curveRows(curve, found.plan.scenario); // null only of the present plan, which is told above
  return <Picture of={row} old={known === null} more={`${integer(curve.points[0].days)} simulated days at each of ${integer(curve.points.length)} points.`} />;
}

const group = signal(0);

/** Rostered against required agents; until those are known, and where they cannot be had, rostered against busy ones. */
function Required({ instead }: { readonly instead: Row }) {
  const found = studied.value;
  if (found?.requirements === undefined) return <Picture of={instead} old={stale.value} more="Required agents follow as soon as the plan rests." />;
  if (found.requirements === null) return <Picture of={instead} old={stale.value} more="Required agents cannot be told group by group: more than one group answers a contact type, or lines are limited." />;
  const { requirements } = found, at = Math.min(group.value, requirements.groups.length - 1), { row } = requireRows(requirements, at, found.plan.scenario).required;
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
  const drawing: Html = chart ?? panels[0];
  return (
    <section class={old ? "picture stale" : "picture"} aria-busy={old}>
      <div class="head"><h2 dangerouslySetInnerHTML={{ __html: unbroken(title).text }} />{children}</div>
      <ul class="key">{key.map(({ mark, says }) => <li key={mark}><i class={mark} />{says}</li>)}{old ? <li class="updating">updating…</li> : null}</ul>
      <Markup of={withoutMarkNames(drawing)} class="drawing" />
      <details><summary>How to read it</summary><p class="note">{note} {more}</p></details>
    </section>
  );
}

/** Without Plot's names of marks: to those who hear the page a group without a role must not have a name, and the picture has its own. */
const withoutMarkNames = ({ text }: Html): Html => trusted(text.replace(/<g aria-label="[^"<>]*"/g, "<g"));

function Waiting({ title, says }: { readonly title: string; readonly says: string }) {
  return <section class="picture"><div class="head"><h2>{title}</h2></div><p class="note">{says}</p></section>;
}

/** A signal's value, at most so often; the last one always comes. */
function useRested<Value>(from: Signal<Value>, ms: number): Value {
  const value = from.value, [rested, rest] = useState({ value, at: 0 });
  useEffect(() => {
    const wait = rested.at + ms - performance.now();
    if (wait <= 0) {
      rest({ value, at: performance.now() });
      return undefined;
    }
    const timer = setTimeout(() => rest({ value, at: performance.now() }), wait);
    return () => clearTimeout(timer);
  }, [value]);
  return rested.value ?? value;
}

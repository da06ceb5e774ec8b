// The day's shape as bars to drag. Beneath each lies the browser's own slider for keyboard and screen reader: left and right choose the
// interval, up and down change it, and Tab passes the whole row in one step.

import { useRef, useState } from "preact/hooks";
import { formatClock } from "../../sim/scenario/clock.ts";
import { nounFor } from "../../reports/intervalWords.ts";
import { clock, decimal } from "../../reports/words.ts";
import { demandOf, intervalsOf, SHAPES, withDemand, withShape } from "./edits.ts";
import { Choice } from "./fields.tsx";
import { change, plan, set, settle } from "./state.ts";
import { typedColumn } from "./typed.ts";

const HEADROOM = 1.12; // above the highest bar, to drag it higher

export function DayShape({ type }: { readonly type: string }) {
  const { scenario } = plan.value, { opening, interval } = scenario, { byInterval } = demandOf(scenario.contacts[type], interval), count = byInterval.length;
  const weights = scenario.contacts[type].profile ?? byInterval;
  const box = useRef<HTMLDivElement>(null), held = useRef<number | null>(null), last = useRef<readonly [number, number] | null>(null), [at, go] = useState(0);
  const ceiling = held.current ?? (Math.max(...weights) * HEADROOM || 1), active = Math.min(at, count - 1);
  const time = (i: number) => clock(formatClock(opening.from + i * interval));
  const put = (bars: readonly (readonly [number, number])[]) => {
    const next = [...weights];
    for (const [i, weight] of bars) next[i] = Math.max(0, weight);
    if (next.some((weight) => weight > 0)) change(withShape(scenario, type, next));
  };
  /** The bar under the pointer, and those that it has passed since it was heard last. */
  const paint = (event: PointerEvent) => {
    const { left, top, width, height } = box.current!.getBoundingClientRect(); // heard from the box itself
    const i = Math.min(count - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * count))), weight = ceiling * Math.min(1, Math.max(0, 1 - (event.clientY - top) / height));
    const [from, was] = last.current ?? [i, weight], passed = Math.abs(i - from);
    put(Array.from({ length: passed + 1 }, (_, k) => [from + Math.sign(i - from) * k, passed === 0 ? weight : was + ((weight - was) * k) / passed] as const));
    last.current = [i, weight];
    go(i);
  };
  const release = () => {
    held.current = last.current = null;
    settle();
  };
  const choose = (event: KeyboardEvent, i: number) => {
    const move = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (move === 0) return;
    event.preventDefault();
    const to = Math.min(count - 1, Math.max(0, i + move));
    go(to);
    box.current?.querySelectorAll("input")[to].focus();
  };
  const own = Object.keys(SHAPES).find((name) => SHAPES[name](count).join() === weights.join());
  return (
    <fieldset class="shape">
      <legend class="unseen">When they come</legend>
      <p class="name" aria-hidden="true">When they come</p>
      <Choice unseen label="Shape of the day" value={own ?? ""} options={[...(own === undefined ? [["", "This plan’s own shape"] as const] : []), ...Object.keys(SHAPES).map((name) => [name, name] as const)]}
        choose={(name) => (name === "" ? null : set(withShape(scenario, type, SHAPES[name](count))))} />
      <div class="bars" ref={box} onPointerDown={(event) => {
        if (event.button !== 0) return;
        held.current = ceiling;
        box.current?.setPointerCapture(event.pointerId);
        paint(event);
      }} onPointerMove={(event) => { if (held.current !== null) paint(event); }} onPointerUp={release} onPointerCancel={release}>
        {weights.map((weight, i) => (
          <div class="bar" key={i}>
            <span style={{ height: `${Math.min(100, (100 * weight) / ceiling)}%` }} />
            <input type="range" min={0} max={ceiling} step={ceiling / 100} value={weight} tabIndex={i === active ? 0 : -1} aria-orientation="vertical"
              aria-label={`${type}, ${time(i)} to ${time(i + 1)}`} aria-valuetext={`${decimal(byInterval[i], 1)} expected`} onKeyDown={(event) => choose(event, i)} onFocus={() => go(i)}
              onInput={({ currentTarget }) => put([[i, currentTarget.valueAsNumber]])} onChange={settle} />
          </div>
        ))}
      </div>
      <p class="bars-foot"><span>{time(0)}</span><strong>{time(active)}: {decimal(byInterval[active], 1)} expected</strong><span>{time(count)}</span></p>
      <p class="note">Drag the bars; the day’s total stays.</p>
      <Paste type={type} />
    </fieldset>
  );
}

function Paste({ type }: { readonly type: string }) {
  const { scenario } = plan.value, count = intervalsOf(scenario), [text, write] = useState(""), [areContacts, say] = useState(true), [wrong, complain] = useState<string | null>(null);
  const { one } = nounFor(scenario.interval), { from, to } = scenario.opening;
  const use = () => {
    const numbers = typedColumn(text), sum = numbers.reduce((all, number) => all + number, 0);
    if (numbers.length !== count) complain(`${count} numbers are needed, one for each ${one} from ${clock(formatClock(from))} to ${clock(formatClock(to))} (got ${numbers.length})`);
    else complain(sum === 0 ? "at least one number must be above 0" : set(areContacts ? withDemand(type, sum, numbers) : withShape(scenario, type, numbers)));
  };
  return (
    <details>
      <summary>Paste a column from a spreadsheet</summary>
      <label for="pasted">One number for each {one}</label>
      <textarea id="pasted" rows={5} value={text} aria-invalid={wrong !== null} aria-describedby={wrong === null ? undefined : "pasted-wrong"} onInput={({ currentTarget }) => write(currentTarget.value)} />
      <label class="check"><input type="checkbox" checked={areContacts} onChange={({ currentTarget }) => say(currentTarget.checked)} /> They are contacts: their sum becomes the day’s total</label>
      {wrong === null ? null : <p class="problem" id="pasted-wrong" role="alert">{wrong}</p>}
      <p><button type="button" class="small" onClick={use}>Use these numbers</button></p>
    </details>
  );
}

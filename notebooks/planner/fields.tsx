// Form fields made of the browser's own controls: a text field that says what is wrong with what was typed, and one with a slider.

import type { ComponentChildren } from "preact";
import { useId, useMemo } from "preact/hooks";
import { useAbout } from "./about.ts";
import { settle } from "./state.ts";

/** Takes what was typed; says what is wrong with it, or null. */
export type Take = (text: string) => string | null;

interface FieldProps {
  readonly label: string;
  /** For the eye it is told by its surroundings. */
  readonly unseen?: boolean;
  readonly value: string;
  readonly take: Take;
  readonly note?: ComponentChildren;
  readonly size?: number;
}

export function Field({ label, unseen = false, value, take, note, size = 8 }: FieldProps) {
  const id = useId(), [typed, type] = useAbout<string>(value), [wrong, say] = useAbout<string>(value);
  const commit = (text: string) => {
    const problem = text === value ? null : take(text);
    say(problem);
    if (problem === null) type(null);
  };
  return (
    <div class={wrong === null ? "field" : "field wrong"}>
      <label for={id} class={unseen ? "unseen" : undefined}>{label}{note === undefined ? null : <small> {note}</small>}</label>
      <input id={id} type="text" size={size} autocomplete="off" value={typed ?? value} aria-invalid={wrong !== null} aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        onInput={({ currentTarget }) => type(currentTarget.value)} onChange={({ currentTarget }) => commit(currentTarget.value)} />
      {wrong === null ? null : <p class="problem" id={`${id}-wrong`} role="alert">{label}: {wrong}</p>}
    </div>
  );
}

interface DialProps extends FieldProps {
  readonly at: number;
  readonly from: number;
  /** Grows where the value lies beyond it. */
  readonly to: number;
  readonly step: number;
  /** While the finger is on it. */
  readonly slide: (at: number) => void;
}

export function Dial({ at, from, to, step, slide, ...field }: DialProps) {
  return (
    <div class="dial">
      <Field {...field} />
      <input type="range" aria-label={`${field.label}, slider`} aria-valuetext={field.value} min={from} max={Math.max(to, Math.ceil(at / step) * step)} step={step} value={at}
        onInput={({ currentTarget }) => slide(currentTarget.valueAsNumber)} onChange={settle} />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly unseen?: boolean;
  readonly value: string;
  readonly options: readonly (readonly [value: string, says: string])[];
  readonly choose: (value: string) => string | null;
}

export function Choice({ label, unseen = false, value, options, choose }: ChoiceProps) {
  const id = useId(), [wrong, say] = useAbout<string>(value);
  const listed = useMemo(() => options.map(([key, says]) => <option key={key} value={key} selected={key === value}>{says}</option>), [value, options.join("\n")]);
  return (
    <div class={wrong === null ? "field" : "field wrong"}>
      <label for={id} class={unseen ? "unseen" : undefined}>{label}</label>
      <select id={id} value={value} aria-invalid={wrong !== null} aria-describedby={wrong === null ? undefined : `${id}-wrong`} onChange={({ currentTarget }) => {
        say(choose(currentTarget.value));
        currentTarget.value = value; // until the plan says otherwise
      }}>
        {listed}
      </select>
      {wrong === null ? null : <p class="problem" id={`${id}-wrong`} role="alert">{wrong}</p>}
    </div>
  );
}

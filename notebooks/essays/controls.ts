// The controls of the notebooks: elements whose `value` a cell views. Observable's own inputs make handlers from text, which the page's policy forbids.

/** What a cell can `view`: its value, and an `input` event when that changes. */
export type Control<Value> = HTMLElement & { value: Value };

let controls = 0;

/** A number that is typed or slid, within a range and on steps of it; while what is typed is not one, the last good one stays. */
export function slider(label: string, [low, high]: readonly [number, number], step: number, value: number): Control<number> {
  const typed = input("number", low, high, step, value), slid = input("range", low, high, step, value), problem = document.createElement("span");
  slid.setAttribute("aria-label", `${label}, slider`);
  problem.className = "wrong";
  problem.setAttribute("role", "alert");
  const control = framed(label, typed, value, slid, problem);
  const follow = (event: Event) => {
    const from = event.target === slid ? slid : typed, other = from === slid ? typed : slid, good = from.validity.valid && from.value !== "";
    problem.textContent = good ? "" : `from ${low} to ${high}${step === 1 ? "" : `, in steps of ${step}`}`;
    typed.removeAttribute("aria-invalid");
    if (!good) {
      typed.setAttribute("aria-invalid", "true");
      event.stopPropagation();
      return;
    }
    other.value = from.value;
    control.value = from.valueAsNumber;
  };
  for (const each of [typed, slid]) each.addEventListener("input", follow);
  return control;
}

function input(type: "number" | "range", low: number, high: number, step: number, value: number): HTMLInputElement {
  const made = document.createElement("input");
  Object.assign(made, { type, min: String(low), max: String(high), step: String(step), value: String(value) });
  return made;
}

/** One of a few, each with the words for it. */
export function choice<Value>(label: string, choices: readonly (readonly [words: string, value: Value])[], value: Value): Control<Value> {
  const list = document.createElement("select"), control = framed(label, list, value);
  list.append(...choices.map(([words, each]) => new Option(words, words, each === value, each === value)));
  list.addEventListener("input", () => { control.value = choices[list.selectedIndex][1]; });
  return control;
}

/** How many days are simulated; the first is quick, the last narrows the intervals. */
export const daysChoice = (): Control<number> => choice("Simulated days", [["200", 200], ["1,000", 1000], ["4,000", 4000]], 1000);

function framed<Value>(label: string, labelled: HTMLElement, value: Value, ...more: readonly HTMLElement[]): Control<Value> {
  const words = document.createElement("label"), frame = document.createElement("div");
  labelled.id = `control-${++controls}`;
  words.htmlFor = labelled.id;
  words.textContent = label;
  frame.className = "control";
  frame.append(words, labelled, ...more);
  return Object.assign(frame, { value });
}

import { secondsNeeded, shareNeeded, waitingCurve } from "../charts/waitingCurve.ts";
import { html } from "../page.ts";
import { besideKey, drawn, type Beside, type Row } from "../row.ts";
import { shared, type View } from "../view.ts";
import { longWait } from "../waits.ts";
import { halfWidth, listed, withHalfWidth } from "../words.ts";

/** How long do people wait? */
export function waitingRow(views: readonly View[], beside?: Beside): Row {
  const known = views.filter(came), other = beside !== undefined && came(beside.of) ? beside : undefined, all = other === undefined ? known : [...known, other.of], spans = known.map((view) => Math.max(secondsNeeded(view), ...(other === undefined ? [] : [secondsNeeded(other.of)]))), longest = Math.max(60, ...spans);
  const oneScale = known.every((_, i) => 4 * spans[i] >= longest), most = Math.max(0, ...all.map(shareNeeded));
  const halves = known.map((view) => view.result.total.probabilityOfWait.halfWidth);
  const certain = halves.length === 0 || halves.includes(null) ? "" : `, that share certain to within ${halfWidth(100 * Math.max(...halves.map((half) => half ?? 0)))} points`;
  return {
    title: titleOf(views, known),
    note: [
      `Of all contacts offered, those neither answered nor gone after so long. The line starts at the share that waits at all${certain}.`,
      ...(known.some((view) => view.result.total.wait.interval.p90 !== null) ? ["Ranges in brackets: 95% intervals."] : []),
      ...(known.some((view) => view.within === null) ? ["Where types have thresholds of their own, none is drawn."] : []),
      ...(oneScale ? [] : ["The scales differ."]),
    ].join(" "),
    ...(other === undefined ? {} : { key: besideKey(other) }),
    ...drawn(views, views.map((view) => (came(view) ? waitingCurve(view, oneScale ? longest : secondsNeeded(view), oneScale ? most : shareNeeded(view), other?.of) : null)), () => html`Nobody came on any simulated day.`),
  };
}

const came = ({ result }: View): boolean => result.total.wait.p90 !== null;

function titleOf(views: readonly View[], known: readonly View[]): string {
  if (known.length === 0 || views.length > 3) return "How long people wait";
  const one = shared(known.map((view) => view.contacts)) === "calls" ? "caller" : "contact";
  if (known.every((view) => view.result.total.wait.p90 === 0)) return `At most one ${one} in ten waits at all`;
  const wait = (view: View) => withHalfWidth(longWait(view.result.total.wait));
  const named = (view: View) => (views.length > 1 ? ` in ${view.quoted}` : "");
  return `One ${one} in ten waits more than ${listed(known.map((view) => `${wait(view)}${named(view)}`))}`;
}

import { contactsByInterval, lostOf, mostContacts } from "../charts/contactsByInterval.ts";
import { intervalNoun } from "../intervalWords.ts";
import { drawn, type Row } from "../row.ts";
import { meanOfDays, shared, type View } from "../view.ts";
import { halfWidth, inSentence, listed, percent, shareShown } from "../words.ts";

/** How many contacts come, and what becomes of them? */
export function contactsRow(views: readonly View[], hours: readonly [number, number]): Row {
  const most = views.map(mostContacts), largest = Math.max(...most), oneScale = largest <= 4 * Math.min(...most);
  const lost = views.some((view) => lostOf(view.result.total) > 0), noun = intervalNoun(views).one;
  const contacts = shared(views.map((view) => view.contacts)) ?? "contacts";
  const halves = views.flatMap((view) => view.slots.flatMap(({ result: { total } }) => [total.answered, total.abandoned, total.blocked, total.lostAtClose].map((estimate) => estimate.halfWidth)));
  const certain = halves.includes(null) ? "" : `, each part certain to within ${halfWidth(Math.max(...halves.map((half) => half ?? 0)))} ${contacts}`;
  return {
    title: titleOf(views),
    note: [
      `By the ${noun} in which they arrive, ${meanOfDays(views)}${certain}. Answered: sooner or later. Abandoned: hung up while waiting, or at once.`,
      ...(lost ? ["Lost: all lines were taken, or still waiting at closing."] : []), ...(oneScale ? [] : ["The scales differ."]),
    ].join(" "),
    key: [{ mark: "answered", says: "answered" }, { mark: "abandoned", says: "abandoned" }, ...(lost ? [{ mark: "lost", says: "lost" }] as const : [])],
    ...drawn(views, views.map((view, i) => contactsByInterval(view, hours, oneScale ? largest : most[i]))),
  };
}

function titleOf(views: readonly View[]): string {
  const known = views.filter((view) => view.result.total.abandonmentRate.mean !== null), noun = intervalNoun(views).one;
  const contacts = shared(views.map((view) => view.contacts)) ?? "contacts";
  if (known.length === 0 || views.length > 3) return `What becomes of the ${contacts} of each ${noun}`;
  if (known.every((view) => view.result.total.abandonmentRate.mean === 0)) {
    return known.every((view) => lostOf(view.result.total) === 0) ? `All ${contacts} are answered, sooner or later` : "Nobody hangs up";
  }
  if (known.length === 1) return `Of all ${contacts}, ${inSentence(shareShown(known[0].result.total.abandonmentRate))} are abandoned${views.length > 1 ? ` in ${known[0].quoted}` : ""}`;
  return `Abandoned: ${listed(known.map((view, i) => `${percent(view.result.total.abandonmentRate.mean ?? 0)}${i === 0 ? ` of all ${contacts}` : ""} in ${view.quoted}`))}`;
}

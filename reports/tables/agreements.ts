import { isMissed } from "../../sim/scenario/promised.ts";
import type { AgreementResult } from "../../sim/study/agreementResult.ts";
import { moneyText } from "../money.ts";
import { creditsShown, levelShown, periodsCounted, periodsShown, promised } from "../moneyWords.ts";
import { inWords } from "../names.ts";
import type { Html } from "../page.ts";
import { badPercentile, promiseWords } from "../promisedWords.ts";
import type { Row } from "../row.ts";
import type { View } from "../view.ts";
import { capital, listed, withHalfWidth } from "../words.ts";
import { table, withMargin, type Cell } from "./table.ts";

/** How the agreements' periods come out; null where nothing was promised. */
export function agreementRow(views: readonly View[]): Row | null {
  const bound = views.filter(({ result }) => result.agreements !== undefined && Object.keys(result.agreements).length > 0), all = bound.flatMap(({ result: { agreements = {} } }) => Object.values(agreements));
  if (bound.length === 0) return null;
  return {
    title: titleOf(bound, views.length > 1),
    note: `${capital(periodsCounted(all))}. A period is a run of simulated days, put together as the agreement says. Bad and middle period: one in ten, and half, are worse. Credits: what missing it costs a period on average, and in what share of periods each step is due. In brackets 95% intervals, also of credits where fewer than five periods miss, or fewer than five do not; ± half of one. In a week every kind of day is judged by itself: periods of days of one kind, not the months of a calendar.`,
    panels: bound.map(tableOf),
    wide: true,
  };
}

/** How often the only agreement is met; neutral with several. */
function titleOf(views: readonly View[], named: boolean): string {
  const [{ result: { agreements = {} }, quoted }] = views, [[name, only], ...others] = Object.entries(agreements);
  if (views.length > 1 || others.length > 0 || only.met.mean === null) return "How often each agreement is met";
  const { met, every } = only;
  return `The agreement ${inWords(name)}${named ? ` in ${quoted}` : ""}, ${promiseWords(only)}, is met in ${withHalfWidth(periodsShown(met))} of periods of ${every === 1 ? "a day" : `${every} days`}`;
}

function tableOf({ name, scenario, result: { agreements = {}, money } }: View): Html {
  const currency = money?.currency ?? "", types = Object.keys(scenario.contacts).length, some = Object.values(agreements).some(({ contacts }) => contacts.length < types);
  return table({
    caption: name,
    columns: ["Agreement", "Promised", ...(some ? ["Of"] : []), "Periods met", "Bad period", "Middle period", "Credits a period", "Due"],
    body: Object.entries(agreements).map(([agreement, result]): Cell[] => [
      { text: agreement }, { text: promised(result), words: true }, ...(some ? [{ text: result.contacts.join(", "), words: true }] : []),
      { text: withMargin(periodsShown(result.met)) },
      ...(["bad", "middle"] as const).map((which): Cell => ({ text: withMargin(levelShown(result, which)), bad: isMissed(result.level[which === "bad" ? badPercentile(result) : "p50"] ?? NaN, result) })),
      { text: withMargin(creditsShown(result, currency)) }, { text: dueWords(result, currency), words: true },
    ]),
  });
}

/** "£2,000 in 64.0% (57–70), £5,000 in 0.0% (0–2)" */
function dueWords({ credits }: AgreementResult, currency: string): string {
  return credits === null ? "–" : listed(credits.scale.map(({ pay, due }) => `${moneyText(pay, currency, Number.isInteger(pay) ? 0 : 2)} in ${withHalfWidth(periodsShown(due))}`));
}

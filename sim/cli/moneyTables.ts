// Money and agreements on the terminal: the day's bill, the rota's pay by shift, and how the agreements' periods come out.

import { exactMoney } from "../../reports/money.ts";
import { bill, creditsShown, levelShown, periodsCounted, periodsShown, promised } from "../../reports/moneyWords.ts";
import { decimal, integer, withHalfWidth } from "../../reports/words.ts";
import { escapeControls, shorten } from "../scenario/shown.ts";
import type { AgreementResult } from "../study/agreementResult.ts";
import type { Money } from "../study/moneyResult.ts";

/** Of a run or, without margins, of an exact day. */
interface Priced {
  readonly exact?: true;
  readonly money?: Money;
  readonly agreements?: Readonly<Record<string, AgreementResult>>;
}

type Draw = (head: string[], rows: string[][]) => string;

/** The tables, an empty line after each; none where the scenario has neither pay nor agreements. */
export function moneyTables({ exact, money, agreements = {} }: Priced, draw: Draw): string[] {
  const judged = Object.entries(agreements), currency = money?.currency ?? "";
  return [
    ...(money === undefined ? [] : [
      draw(["Money", "A day"], bill(money).map(([item, amount]) => [item, escapeControls(exact === true ? amount.value : withHalfWidth(amount))])), "",
      draw(["Paid, exact", "Agents", "Paid hours", "Pay"], money.shifts.map(({ group, shift, agents, hours, pay }) => [
        escapeControls(shorten(shift === null ? group : `${group}, ${shift}`)), integer(agents), decimal(hours, 1), escapeControls(exactMoney(pay, currency).value),
      ])), "",
    ]),
    ...(judged.length === 0 ? [] : [
      draw(["Agreement", "Promised", "Periods met", "Middle period", "Bad one, 1 in 10", "Credit a period"], judged.map(([name, agreement]) => [
        escapeControls(shorten(name)), promised(agreement), withHalfWidth(periodsShown(agreement.met)), withHalfWidth(levelShown(agreement, "middle")),
        withHalfWidth(levelShown(agreement, "bad")), escapeControls(withHalfWidth(creditsShown(agreement, currency))),
      ])), periodsCounted(judged.map(([, agreement]) => agreement)), "",
    ]),
  ];
}

import type { Money } from "../../sim/study/moneyResult.ts";
import { exactMoney, moneyShown } from "../money.ts";
import { bill, BILL_ITEMS } from "../moneyWords.ts";
import type { Html } from "../page.ts";
import type { Row } from "../row.ts";
import type { View } from "../view.ts";
import { decimal, inSentence, integer, NOTHING, plural } from "../words.ts";
import { table, withMargin, type Cell } from "./table.ts";

/** What the day costs; null where no scenario says what anything costs. */
export function moneyRow(views: readonly View[]): Row | null {
  const priced = views.filter(({ result }) => result.money !== undefined);
  if (priced.length === 0) return null;
  return {
    title: titleOf(priced, views.length > 1),
    note: "A day, of all simulated days. Pay by the rota is exact, absent agents and paid breaks included; overrun is work past the shift’s end or closing; contacts are those answered. Cost does not hold credits of agreements. ±: 95% intervals of the simulation; the prices are taken as given.",
    panels: [billOf(priced), ...priced.flatMap(({ name, result: { money } }) => (money === undefined ? [] : [shiftsOf(name, money)]))],
    wide: true,
  };
}

function titleOf(views: readonly View[], named: boolean): string {
  const [{ result: { money }, contacts, quoted }] = views;
  if (views.length > 1 || money === undefined || money.costPerContact.mean === null) return "What a day costs";
  const { cost, costPerContact, currency } = money;
  return `A day${named ? ` in ${quoted}` : ""} costs ${inSentence(moneyShown(cost, currency))}: ${inSentence(moneyShown(costPerContact, currency))} for each of the ${contacts} answered`;
}

/** An item a row, a scenario a column. */
function billOf(views: readonly View[]): Html {
  const bills = views.map(({ result: { money } }) => new Map(money === undefined ? [] : bill(money)));
  const items = BILL_ITEMS.filter((item) => bills.some((each) => each.has(item)));
  return table({
    caption: "The day’s bill", columns: ["", ...views.map(({ name }) => name)],
    body: items.map((item): Cell[] => [{ text: item }, ...bills.map((each): Cell => { const amount = each.get(item); return { text: amount === undefined ? NOTHING : withMargin(amount) }; })]),
  });
}

/** The rota's pay by shift: exact. */
function shiftsOf(name: string, money: Money): Html {
  const { shifts, currency } = money, hours = shifts.reduce((sum, shift) => sum + shift.hours, 0), agents = shifts.reduce((sum, shift) => sum + shift.agents, 0);
  return table({
    caption: `${name}: the rota, exact`,
    columns: ["Agent group", "Shift", "Agents", "Paid h", "Pay"],
    body: shifts.map(({ group, shift, ...own }): Cell[] => [
      { text: group }, { text: shift ?? "by number", words: true }, { text: integer(own.agents) }, { text: decimal(own.hours, 1) }, { text: exactMoney(own.pay, currency).value },
    ]),
    foot: [{ text: "All" }, { text: `${shifts.length} ${plural(shifts.length, "shift")}`, words: true }, { text: integer(agents) }, { text: decimal(hours, 1) }, { text: exactMoney(money.staff, currency).value }],
  });
}

// What the first or last hours of the day bring and cost.

import type { Study } from "../../sim/scenario/study.ts";
import type { Comparison } from "../../sim/study/compareResult.ts";
import { hoursInWords, lostOf, worthInWords, worthTitle } from "../compareMarginal.ts";
import { signedShown, sizeShown, termsOf } from "../compareWords.ts";
import type { Row } from "../row.ts";
import { table, withMargin, type Cell } from "../tables/table.ts";
import { amountShown, capital, NOTHING } from "../words.ts";

/** Null where the study does not ask. */
export function hoursRow(study: Study, comparison: Comparison): Row | null {
  const { marginal } = comparison, terms = termsOf(study, comparison);
  if (marginal === null) return null;
  const priced = marginal.some(({ cost }) => cost !== null);
  return {
    title: marginal.length === 1 ? worthTitle(marginal[0], terms) : "What some hours bring and cost",
    points: marginal.map((worth) => worthInWords(worth, terms)),
    note: `Each way beside itself with these hours closed, on the same callers; shifts end where it closes. Paid hours are the rota’s: exact.`,
    wide: true,
    panels: [table({
      caption: "Open, less closed",
      columns: ["Hours", "Contacts arriving", "Would not come", "Answered", "Paid hours", ...(priced ? ["Cost", "Cost for each more answered"] : ["Paid hours for each more answered"]), "In time, points", "Missed days, points"],
      body: marginal.map((worth): Cell[] => {
        const { arriving, answered, paidHours, cost, costPerContact, paidHoursPerContact, serviceLevel, daysMissed } = worth;
        return [
          { text: capital(hoursInWords(worth)) }, { text: withMargin(amountShown(arriving)) }, { text: withMargin(signedShown("offered", lostOf(worth))) }, { text: withMargin(signedShown("answered", answered)) },
          { text: signedShown("paidHours", paidHours).value },
          ...(priced ? [{ text: cost === null ? NOTHING : withMargin(signedShown("cost", cost)) }, { text: costPerContact === null ? NOTHING : withMargin(sizeShown("costPerContact", costPerContact, terms)) }]
            : [{ text: paidHoursPerContact === null ? NOTHING : withMargin(amountShown(paidHoursPerContact)) }]),
          { text: withMargin(signedShown("serviceLevel", serviceLevel)) }, { text: withMargin(signedShown("daysOnTarget", daysMissed)) },
        ];
      }),
    })],
  };
}

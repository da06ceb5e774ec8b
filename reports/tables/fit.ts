// A fit in figures: kinds of day and types, validation by interval, forecasts of days kept back.

import type { Fitted } from "../../sim/study/fitAll.ts";
import { FORECASTS } from "../../sim/study/fitHoldOut.ts";
import { FORECAST_WORDS, measured, MEASURE_WORDS, ranged, rangedSeconds, rangedShare } from "../fitWords.ts";
import { nounFor } from "../intervalWords.ts";
import { html } from "../page.ts";
import type { Row } from "../row.ts";
import { capital, clockOfHours, decimal, integer, percent, points } from "../words.ts";
import { table, type Cell } from "./table.ts";

export function fittedRow({ fit, picture }: Fitted): Row {
  const origin = (of: string) => (of === "data" ? "from the file" : of === "told" ? "as told" : "assumed");
  return {
    title: "What the scenario is made of", wide: true, note: "± is half the width of the 95% interval. In the scenario file every number says where it comes from.",
    panels: [
      table({
        caption: "Kinds of day", columns: ["Kind of day", "Days", "Open", ...fit.types.map(({ name }) => `${name} a day`), "Agents at most"],
        body: fit.kinds.map(({ name, days, opening, volumes, agents }): Cell[] => [
          { text: capital(name) }, { text: integer(days.length) }, { text: `${clockOfHours(opening.from / 3600)}–${clockOfHours(opening.to / 3600)}` }, ...volumes.map((volume) => ({ text: ranged(volume, volume.value < 100 ? 1 : 0) })), { text: integer(Math.max(...agents[0].map((_, i) => agents.reduce((sum, own) => sum + own[i], 0)))) },
        ]),
      }),
      table({
        caption: "Contact types", columns: ["Type", "Handle time", "Cv", "Origin", "Patience", "Origin", "Busyness varies by"],
        body: fit.types.map(({ name, handle, patience, factor }): Cell[] => [
          { text: html`<bdi>${name}</bdi>` }, { text: handle === null ? "–" : rangedSeconds(handle.mean) }, { text: handle === null || handle.cv === null ? "0.80 assumed" : ranged(handle.cv, 2) }, { text: origin(handle?.origin ?? "assumed") }, { text: rangedSeconds(patience.mean) }, { text: origin(patience.origin) }, { text: factor === null ? "–" : rangedShare(factor.cv) },
        ]),
      }),
      ...(picture === null || !picture.kinds.some(({ slots }) => slots.some(({ handleTime }) => handleTime !== null)) ? [] : [table({
        caption: `Handle time by ${nounFor(fit.interval).one}, in seconds`, columns: ["From", ...picture.kinds.map(({ name }) => capital(name))],
        body: [...new Set(picture.kinds.flatMap(({ slots }) => slots.map(({ from }) => from)))].sort((a, b) => a - b).map((from): Cell[] => [{ text: clockOfHours(from / 3600) }, ...picture.kinds.map(({ slots }) => { const own = slots.find((slot) => slot.from === from)?.handleTime ?? null; return { text: own === null ? "–" : decimal(own, 0) }; })]),
      })]),
    ],
  };
}

export function validationTable({ fit, validation }: Fitted): Row[] {
  if (validation === null) return [];
  const froms = [...new Set(validation.measures.flatMap(({ slots }) => slots.map(({ from }) => from)))].sort((a, b) => a - b);
  return [{
    title: `Data and simulation by ${nounFor(fit.interval).one} in figures`, wide: true, note: `Difference: data less simulation, with its 95% interval over ${integer(validation.days)} days. In band: share of days inside their own 90% band. ▾ surely off.`,
    panels: validation.measures.map(({ measure, slots }) => table({
      caption: capital(MEASURE_WORDS[measure].name), columns: ["From", "Days", "Data", "Simulated", "Difference", "In band"],
      body: froms.flatMap((from): Cell[][] => {
        const slot = slots.find((each) => each.from === from), by = measure === "serviceLevel" || measure === "abandonmentRate" ? 100 : 1;
        return slot === undefined ? [] : [[{ text: clockOfHours(from / 3600) }, { text: integer(slot.days) }, { text: measured(measure, slot.observed) }, { text: measured(measure, slot.simulated) },
          { text: ranged({ value: by * slot.difference.value, halfWidth: by * (slot.difference.halfWidth ?? 0) }, 1), bad: slot.isWrong }, { text: percent(slot.inside, 0) }]];
      }),
    })),
  }];
}

export function heldOutRow({ heldOut, fit }: Fitted): Row[] {
  if (heldOut === null) return [];
  const { volume, serviceLevel } = heldOut, best = FORECASTS.reduce((least, each) => (volume[each].value < volume[least].value ? each : least));
  return [{
    title: `On ${integer(heldOut.days)} days kept back the fit errs by ${rangedShare(volume.fit)} of contacts${best === "fit" ? ", less than both naive forecasts" : `; ${FORECAST_WORDS[best].toLowerCase()} errs by ${rangedShare(volume[best])}`}`, wide: true,
    note: `Volume: absolute errors by ${nounFor(fit.interval).one} in sum, over the contacts that came (weighted absolute percentage error). The fit knows only the days before; the other two also use the weeks before each day. Service level: mean absolute error of a day, with that day's agents.`,
    panels: [table({
      caption: "Forecasts", columns: ["Forecast", "Volume, error", ...(serviceLevel === null ? [] : ["Service level, points"])],
      body: FORECASTS.map((each): Cell[] => [{ text: FORECAST_WORDS[each] }, { text: rangedShare(volume[each]) }, ...(serviceLevel === null ? [] : [{ text: `${points(serviceLevel[each].value)}${serviceLevel[each].halfWidth === null ? "" : ` ± ${points(serviceLevel[each].halfWidth)}`}` }])]),
    })],
  }];
}

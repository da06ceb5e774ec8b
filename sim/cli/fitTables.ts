// What a fit found, on the terminal: the finding, what was left out, kinds of day, laws, validation and forecasts, and what to run next.

import {
  dayPoints, fitFinding, FORECAST_WORDS, lawInWords, measured, MEASURE_WORDS, ranged, rangedSeconds, rangedShare, redialPoint, spanInWords, variationPoints, wrongStretches,
} from "../../reports/fitWords.ts";
import { capital, clockOfHours, integer, listed, percent } from "../../reports/words.ts";
import { escapeControls, shorten } from "../scenario/shown.ts";
import type { Fitted } from "../study/fitAll.ts";
import { FORECASTS } from "../study/fitHoldOut.ts";
import { asArgument, shellCommand } from "./shellCommand.ts";
import { styled, table } from "./tables.ts";

export function fitTables(fitted: Fitted, notes: readonly string[], output: string): string {
  const { fit, validation, heldOut } = fitted, { title, lead } = fitFinding(fitted), redials = redialPoint(fit), several = fit.kinds.length > 1 || fit.to - fit.from >= 7;
  const name = (text: string) => escapeControls(shorten(text));
  return [
    styled("bold", title), lead, "", ...notes, `${integer(fit.offered)} contacts from ${spanInWords(fit)}`, ...dayPoints(fit), ...variationPoints(fit), ...(redials === null ? [] : [redials]), "",
    table(["Kind of day", "Weekdays", fit.rows === "periods" ? "Rows" : "Days", "Open", ...fit.types.map(({ name: type }) => `${name(type)} a day`)], fit.kinds.map(({ name: kind, weekdays, days, opening, volumes }) => [
      kind, weekdays.map((each) => ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"][each]).join(" "), integer(days.length), `${clockOfHours(opening.from / 3600)}-${clockOfHours(opening.to / 3600)}`, ...volumes.map((volume) => ranged(volume, volume.value < 100 ? 1 : 0)),
    ])), "",
    table(["Type", "Handle time", "Patience", "Found"], fit.types.map(({ name: type, handle, patience }) => [
      name(type), handle === null ? "" : `${rangedSeconds(handle.mean)}${handle.cv === null ? "" : `, cv ${ranged(handle.cv, 2)}`}`, rangedSeconds(patience.mean), patience.origin === "assumed" ? "patience assumed" : "patience from the file",
    ])), "",
    ...fit.types.flatMap(({ name: type, handle, patience }) => [...lawLines(`${name(type)}, handle time`, handle?.tried ?? []), ...lawLines(`${name(type)}, patience`, patience.tried)]),
    ...(validation === null ? [] : [
      table([`Validation on ${validation.days} days`, "Data", "Simulated", "Inside the 90% band"], validation.measures.map(({ measure, observed, simulated, inside }) => [capital(MEASURE_WORDS[measure].name), measured(measure, observed), measured(measure, simulated), rangedShare(inside)])),
      ...validation.measures.flatMap((each) => wrongStretches(each, fit.interval).map((stretch) => `${capital(MEASURE_WORDS[each.measure].name)} is off from ${stretch}`)), "",
    ]),
    ...(heldOut === null ? [] : [
      table([`Kept back: ${heldOut.days} days`, "Volume, error", ...(heldOut.serviceLevel === null ? [] : ["Service level, points"])], FORECASTS.map((each) => [FORECAST_WORDS[each], rangedShare(heldOut.volume[each]), ...(heldOut.serviceLevel === null ? [] : [ranged({ value: 100 * heldOut.serviceLevel[each].value, halfWidth: heldOut.serviceLevel[each].halfWidth === null ? null : 100 * heldOut.serviceLevel[each].halfWidth }, 1)])])), "",
    ]),
    `Next: ${shellCommand(["callhall", "run", asArgument(output)])}`,
    `      ${shellCommand(["callhall", "require", asArgument(output), ...(several ? ["--day-type", fit.kinds[0].name, "--days", "500"] : [])])}`, "± is the half-width of the 95% interval", "",
  ].join("\n");
}

function lawLines(what: string, tried: Fitted["fit"]["types"][number]["patience"]["tried"]): string[] {
  if (tried.length === 0) return [];
  const [best, ...others] = tried, farther = others.map((law) => `${law.law.distribution} ${percent(law.distance)}`);
  return [`${what}: ${lawInWords(best)}, nowhere farther from the data than ${percent(best.distance)}${farther.length === 0 ? "" : ` (${listed(farther)})`}`];
}

import { checkPlaces } from "./outputs.ts";
import type { ScenarioFile } from "./readScenario.ts";

/** Say early that outputs cannot be written, or would overwrite a scenario or anything that it is made of. */
export function checkPlacesBeside(outputs: readonly string[], read: readonly ScenarioFile[]): void {
  const sheets = read.flatMap(({ columns }) => columns.map(({ sheetFile }) => sheetFile));
  if (sheets.length > 0) checkPlaces(outputs, sheets, "the sheet");
  checkPlaces(outputs, read.flatMap(({ file, bases }) => [file, ...bases.map((base) => base.file)]));
}

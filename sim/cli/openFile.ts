// The file that the planner page opens with: read and checked as by run or compare, with all that it names.

import { isStudy, remembered, type GivenFile } from "../scenario/givenFile.ts";
import { parseScenario } from "../scenario/parse.ts";
import { parseStudy } from "../scenario/study.ts";
import { ColumnReader } from "./columnReader.ts";
import { anchorOf, readStudy } from "./compareStudy.ts";
import { baseReader } from "./readBase.ts";
import { readScenarios } from "./readScenario.ts";
import { readText } from "./readText.ts";

/** @throws InputError with all that is wrong */
export async function givenFile(file: string): Promise<GivenFile> {
  const text = readText(file), study = isStudy(text), around = study ? anchorOf(file) : file;
  await (study ? readStudy(file, undefined) : readScenarios([file], {}));
  const columns = new ColumnReader(around);
  for (;;) {
    const { readBase, readColumn, ...read } = remembered({ readBase: baseReader(around, () => {}), readColumn: columns.readColumn });
    try {
      if (study) parseStudy(text, file, { readBase, readColumn });
      else parseScenario(text, file, { readBase, readColumn });
      return { file, text, ...read };
    } catch (error) {
      if (!columns.mustLoad) throw error;
      await columns.load();
    }
  }
}

/** Stands in the page where the file goes. */
export const PLACE = '<script type="application/json" id="given">null</script>';

/** The page with the file inside, as data that no browser takes for markup or script. */
export function pageWith(page: string, given: GivenFile): string {
  const [before, ...after] = page.split(PLACE);
  if (after.length !== 1) throw new Error("the page has no place for a file");
  return `${before}${PLACE.replace("null", () => JSON.stringify(given).replaceAll("<", "\\u003c"))}${after[0]}`;
}

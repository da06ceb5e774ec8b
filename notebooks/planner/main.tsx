import { effect } from "@preact/signals";
import { render } from "preact";
import { isStudy, readersOf, type GivenFile } from "../../sim/scenario/givenFile.ts";
import { STYLE } from "../../reports/style.ts";
import { App } from "./App.tsx";
import { startCalendars } from "./openCalendar.ts";
import { packed, packedStudy, studyIn, unpacked } from "./link.ts";
import { tellWrong } from "./notice.ts";
import { isOfLibrary, isShippedStudy, openShippedStudy, openStudy, readStudy, startStudies } from "./openStudy.ts";
import { readPlan, type Plan } from "./plan.ts";
import { begin, open, plan, start } from "./state.ts";
import "./font.css";
import "./style.css";

const WRITE_AFTER = 400; // ms of rest before the link follows the plan

/** @param show puts the plan of a link into the page */
async function openLink(show: (plan: Plan) => void): Promise<void> {
  const study = studyIn(location.hash);
  try {
    if (study !== null) {
      if (!isShippedStudy(study)) throw new Error("there is no such study in the library");
      openShippedStudy(study);
      return;
    }
    const text = await unpacked(location.hash);
    openStudy.value = null;
    if (text !== null && text !== plan.value.text) show(readPlan(text));
  } catch (error) {
    openStudy.value = null;
    tellWrong("The plan in the link could not be read; the page shows the usual day instead.", error);
  }
}

/** The link always holds the plan or names the study, so that it can be copied from the address bar too. */
function followPlan(): void {
  let timer: ReturnType<typeof setTimeout> | undefined, first = true;
  effect(() => {
    const { text } = plan.value, study = openStudy.value;
    clearTimeout(timer);
    if (first || study !== null) {
      const named = study !== null && isOfLibrary(study) ? `#${packedStudy(study.file)}` : null;
      if (!first && named !== null && location.hash !== named) history.pushState(null, "", named);
      first = false;
      return;
    }
    timer = setTimeout(() => void packed(text).then((hash) => { if (openStudy.peek() === null) place(`#${hash}`); }), studyIn(location.hash) === null ? WRITE_AFTER : 0);
  });
}

/** From a study the way back leads to the study; between plans it is Undo. */
function place(hash: string): void {
  if (studyIn(location.hash) === null) history.replaceState(null, "", hash);
  else history.pushState(null, "", hash);
}

/** The file that the page was opened with by `callhall open`; once there is a link, that is newer. */
function openGiven(): boolean {
  const text = document.getElementById("given")?.textContent ?? "null", given = JSON.parse(text) as GivenFile | null; // written by the program that serves the page
  if (given === null || location.hash !== "") return false;
  try {
    const reading = readersOf(given);
    if (isStudy(given.text)) openStudy.value = readStudy(given.text, given.file, reading);
    else begin(readPlan(given.text, given.file, reading));
  } catch (error) {
    tellWrong(`${given.file} cannot be opened; the page shows the usual day instead.`, error);
  }
  return true;
}

const style = document.createElement("style");
style.textContent = STYLE;
document.head.prepend(style); // the report's marks and colours, under the page's own
if (!openGiven()) await openLink(begin);
followPlan();
addEventListener("hashchange", () => void openLink(open));
render(<App />, document.getElementById("page")!); // it stands in planner.html
start();
startCalendars();
startStudies();

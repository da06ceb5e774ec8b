// The bar at the top: which plan, one step back, and what can be taken away.

import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { drawCompareSlides } from "../../reports/compareSlides.ts";
import type { Slide } from "../../reports/slides.ts";
import { studyTableNames } from "../../sim/cli/compareRows.ts";
import { isStudy } from "../../sim/scenario/givenFile.ts";
import { limits } from "../../sim/scenario/limits.ts";
import { copy } from "./copy.ts";
import { calendarTables, drawSlidesOfCalendar, saveCalendarCsv, saveCalendarExcel, saveCalendarReport, saveCsv, saveExcel, saveJson, savePlan, savePng, saveReport, saveStudy, saveStudyCsv, saveStudyExcel, saveStudyJson, saveStudyReport, saveSvg, slidesOf } from "./downloads.ts";
import { library, openShipped, readBase, readColumn, studies } from "./library.ts";
import { packed, packedStudy } from "./link.ts";
import { notice, tell, tellWrong } from "./notice.ts";
import { isOld, isWhole, shownCalendar, type ShownCalendar } from "./openCalendar.ts";
import { compared, isOfLibrary, isShippedStudy, openShippedStudy, openStudy, readStudy } from "./openStudy.ts";
import { readPlan, wholeOf, type Plan } from "./plan.ts";
import { canUndo, open, plan, shown, stale, studied, undo } from "./state.ts";

async function openFile(file: File | undefined): Promise<void> {
  if (file === undefined) return;
  try {
    if (file.size > limits.fileBytes) throw new Error("the file is larger than 4 MiB");
    const text = await file.text();
    if (isStudy(text)) openStudy.value = readStudy(text, file.name);
    else openPlan(readPlan(text, file.name, { readBase, readColumn }));
    tell(`${file.name} is open.`);
  } catch (error) {
    tellWrong(`${file.name} cannot be opened; the page is as it was.`, error);
  }
}

function openPlan(plan: Plan): void {
  openStudy.value = null;
  open(plan);
}

async function copyLink(): Promise<void> {
  const study = openStudy.value;
  if (study !== null && !isOfLibrary(study)) {
    tellWrong("The link cannot hold a study of your own.", "Send its file instead: whoever opens it here sees the same.");
    return;
  }
  history.replaceState(null, "", `#${study === null ? await packed(plan.value.text) : packedStudy(study.file)}`);
  await copy(location.href, "Link");
}

/** Open what was chosen from the library. */
function choose(file: string): void {
  if (file === "") return;
  try {
    if (isShippedStudy(file)) openShippedStudy(file);
    else openPlan(openShipped(file));
    notice.value = null;
  } catch (error) {
    tellWrong("It could not be opened.", error);
  }
}

export function Head() {
  const study = openStudy.value, { name } = (wholeOf(plan.value) ?? plan.value).scenario;
  const at = study === null ? library.find((shipped) => shipped.name === name)?.file ?? "" : isOfLibrary(study) ? study.file : "";
  const listed = useMemo(() => [["Plan a day, a month or a year", library] as const, ["Compare ways of working", studies] as const].map(([label, files]) => (
    <optgroup key={label} label={label}>{files.map(({ file, name: says }) => <option key={file} value={file} selected={file === at}>{says}</option>)}</optgroup>
  )), [at]);
  return (
    <header>
      <p class="brand">callhall <span>planner</span></p>
      <label class="unseen" for="library">Open a day, a week, a year or a study of the library</label>
      <select id="library" value={at} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {at === "" ? <option value="" selected>{study === null ? name : study.study.question}</option> : null}
        {listed}
      </select>
      <div class="tools">
        {study === null ? <button type="button" disabled={!canUndo.value} onClick={undo}>Undo</button> : <button type="button" onClick={() => { openStudy.value = null; }}>Back to the plan</button>}
        <button type="button" onClick={() => void copyLink()}>Copy link</button>
        <label class="button">Open a file<input type="file" class="unseen" accept=".yaml,.yml,.txt" onChange={({ currentTarget }) => {
          void openFile(currentTarget.files?.[0]);
          currentTarget.value = "";
        }} /></label>
        {study !== null ? <StudyDownloads /> : isWhole.value ? <CalendarDownloads /> : <Downloads />}
        <button type="button" onClick={() => print()}>Print</button>
      </div>
    </header>
  );
}

const picture = signal("");

function Downloads() {
  const now = shown.value, ready = now !== null && now.done && !stale.value;
  return (
    <Menu>
      <button type="button" onClick={() => savePlan(plan.value.text)}>The plan, for the command line (YAML)</button>
      {now === null || !ready ? <p class="note">The rest is there as soon as all days are simulated.</p> : <Results />}
    </Menu>
  );
}

/** What is in it is made only while it is open: the names of pictures are known once they are drawn. */
function Menu({ children }: { readonly children: ComponentChildren }) {
  const [isOpen, unfold] = useState(false), box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const leave = ({ target }: Event) => { if (box.current !== null && target instanceof Node && !box.current.contains(target)) box.current.open = false; };
    addEventListener("pointerdown", leave);
    return () => removeEventListener("pointerdown", leave);
  }, [isOpen]);
  return (
    <details class="menu" ref={box} onToggle={({ currentTarget }) => unfold(currentTarget.open)} onKeyDown={(event) => { if (event.key === "Escape") event.currentTarget.open = false; }}>
      <summary>Download</summary>
      {isOpen ? <div class="drop">{children}</div> : null}
    </details>
  );
}

function StudyDownloads() {
  const opened = openStudy.value!, sofar = compared.value; // shown only while one is open
  return (
    <Menu>
      <button type="button" onClick={() => saveStudy(opened)}>The study, for the command line (YAML)</button>
      {sofar?.done !== true ? <p class="note">The rest is there as soon as the study has its answer.</p> : (
        <>
          <button type="button" onClick={() => saveStudyReport(opened, sofar.comparison)}>The report (HTML)</button>
          <button type="button" onClick={() => void saveStudyExcel(opened, sofar.comparison)}>All tables (Excel)</button>
          {studyTableNames(opened.study).map((table) => <button type="button" key={table} onClick={() => saveStudyCsv(opened, sofar.comparison, table)}>{TABLES[table] ?? table} (CSV)</button>)}
          <button type="button" onClick={() => saveStudyJson(opened, sofar.comparison)}>Everything, for programs (JSON)</button>
          <SlidesInTurn of={sofar.comparison} draw={() => drawCompareSlides(sofar.study, sofar.comparison)} />
        </>
      )}
    </Menu>
  );
}

/** What the tables of a study are called. */
const TABLES: Readonly<Record<string, string>> = { compare: "Table of ways of working", "compare-curves": "Table of staffing curves", "compare-sensitivity": "Table of what else may be true", "compare-hours": "Table of hours" };

/** Drawn one after another while the menu is open, so that it opens at once. @param of what they are of: drawn anew with another */
function SlidesInTurn({ of, draw }: { readonly of: unknown; readonly draw: () => Generator<Slide> }) {
  const [all, add] = useState<readonly Slide[]>([]);
  useEffect(() => {
    const slides = draw(), next = () => {
      const made = slides.next();
      if (made.done === true) return;
      add((before) => [...before, made.value]);
      timer = setTimeout(next, 0);
    };
    add([]);
    let timer = setTimeout(next, 0);
    return () => clearTimeout(timer);
  }, [of]);
  return <Slides of={all} />;
}

function CalendarDownloads() {
  const now = shownCalendar.value;
  return (
    <Menu>
      <button type="button" onClick={() => savePlan(plan.value.text)}>The plan, for the command line (YAML)</button>
      {now === null || !now.done || isOld.value ? <p class="note">The rest is there as soon as all runs of the calendar are simulated.</p> : <CalendarResults now={now} />}
    </Menu>
  );
}

/** What the tables of a calendar are called that days do not have. */
const TABLES_OF_CALENDAR: Readonly<Record<string, string>> = { calendar: "months, weeks and kinds of day" };

function CalendarResults({ now }: { readonly now: ShownCalendar }) {
  const tables = useMemo(() => calendarTables(now), [now]);
  return (
    <>
      <button type="button" onClick={() => saveCalendarReport(now)}>The report (HTML)</button>
      <button type="button" onClick={() => void saveCalendarExcel(now)}>All tables (Excel)</button>
      {tables.map((table) => <button type="button" key={table.name} onClick={() => saveCalendarCsv(now, table)}>Table of {TABLES_OF_CALENDAR[table.name] ?? table.name} (CSV)</button>)}
      <button type="button" onClick={() => saveJson(now)}>Everything, for programs (JSON)</button>
      <SlidesInTurn of={now} draw={() => drawSlidesOfCalendar(now)} />
    </>
  );
}

function Results() {
  const now = shown.value!; // shown only when there is something
  return (
    <>
      <button type="button" onClick={() => saveReport(now)}>The report (HTML)</button>
      <button type="button" onClick={() => void saveExcel(now)}>All tables (Excel)</button>
      {(["contacts", "groups", "days"] as const).map((table) => <button type="button" key={table} onClick={() => saveCsv(now, table)}>Table of {table} (CSV)</button>)}
      <button type="button" onClick={() => saveJson(now)}>Everything, for programs (JSON)</button>
      <Slides of={slidesOf(now, studied.value)} />
    </>
  );
}

function Slides({ of: all }: { readonly of: readonly Slide[] }) {
  const chosen = all.find(({ name }) => name === picture.value) ?? all.at(0);
  if (chosen === undefined) return null;
  return (
    <>
      <label for="picture">A picture for slides</label>
      <select id="picture" value={chosen.name} onChange={({ currentTarget }) => { picture.value = currentTarget.value; }}>{all.map(({ name }) => <option key={name} selected={name === chosen.name}>{name}</option>)}</select>
      <span class="row"><button type="button" onClick={() => saveSvg(chosen)}>SVG</button><button type="button" onClick={() => void savePng(chosen).catch((error: unknown) => tellWrong("The picture could not be made.", error))}>PNG</button></span>
    </>
  );
}

export function Notices() {
  const said = notice.value;
  return (
    <div role={said !== null && said.problems.length > 0 ? "alert" : "status"} class={said === null ? "unseen" : "notice"}>
      {said === null ? null : <><p>{said.says} <button type="button" class="small" onClick={() => { notice.value = null; }}>Close</button></p>
        {said.problems.length === 0 ? null : <ul>{said.problems.map((problem) => <li key={problem}>{problem}</li>)}</ul>}</>}
    </div>
  );
}


// The bar at the top: which plan, one step back, and what can be taken away.

import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { limits } from "../../sim/scenario/limits.ts";
import { copy } from "./copy.ts";
import { saveCsv, saveExcel, saveJson, savePlan, savePng, saveReport, saveStudy, saveStudyJson, saveStudyReport, saveSvg, slidesOf } from "./downloads.ts";
import { library, openShipped, readBase, readColumn, studies } from "./library.ts";
import { packed, packedStudy } from "./link.ts";
import { notice, tell, tellWrong } from "./notice.ts";
import { compared, isShippedStudy, isStudy, openShippedStudy, openStudy, readStudy } from "./openStudy.ts";
import { readPlan, type Plan } from "./plan.ts";
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
  if (study !== null && !isShippedStudy(study.file)) {
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
  const study = openStudy.value, { scenario, week } = plan.value, name = week?.scenario.name ?? scenario.name;
  const at = study === null ? library.find((shipped) => shipped.name === name)?.file ?? "" : isShippedStudy(study.file) ? study.file : "";
  return (
    <header>
      <p class="brand">callhall <span>planner</span></p>
      <label class="unseen" for="library">Open a day, a week or a study of the library</label>
      <select id="library" value={at} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {at === "" ? <option value="" selected>{study === null ? name : study.study.question}</option> : null}
        <optgroup label="Plan a day">{library.map(({ file, name: says }) => <option key={file} value={file} selected={file === at}>{says}</option>)}</optgroup>
        <optgroup label="Compare ways of working">{studies.map(({ file, name: says }) => <option key={file} value={file} selected={file === at}>{says}</option>)}</optgroup>
      </select>
      <div class="tools">
        {study === null ? <button type="button" disabled={!canUndo.value} onClick={undo}>Undo</button> : <button type="button" onClick={() => { openStudy.value = null; }}>Back to the plan</button>}
        <button type="button" onClick={() => void copyLink()}>Copy link</button>
        <label class="button">Open a file<input type="file" class="unseen" accept=".yaml,.yml,.txt" onChange={({ currentTarget }) => {
          void openFile(currentTarget.files?.[0]);
          currentTarget.value = "";
        }} /></label>
        {study === null ? <Downloads /> : <StudyDownloads />}
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
  const [isOpen, unfold] = useState(false);
  return (
    <details class="menu" onToggle={({ currentTarget }) => unfold(currentTarget.open)} onKeyDown={(event) => { if (event.key === "Escape") event.currentTarget.open = false; }}>
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
          <button type="button" onClick={() => saveStudyJson(opened, sofar.comparison)}>Everything, for programs (JSON)</button>
        </>
      )}
    </Menu>
  );
}

function Results() {
  const now = shown.value!, all = slidesOf(now, studied.value), chosen = all.find(({ name }) => name === picture.value) ?? all[0]; // shown only when there is something
  return (
    <>
      <button type="button" onClick={() => saveReport(now)}>The report (HTML)</button>
      <button type="button" onClick={() => void saveExcel(now)}>All tables (Excel)</button>
      {(["contacts", "groups", "days"] as const).map((table) => <button type="button" key={table} onClick={() => saveCsv(now, table)}>Table of {table} (CSV)</button>)}
      <button type="button" onClick={() => saveJson(now)}>Everything, for programs (JSON)</button>
      <label for="picture">A picture for slides</label>
      <select id="picture" value={chosen.name} onChange={({ currentTarget }) => { picture.value = currentTarget.value; }}>{all.map(({ name }) => <option key={name}>{name}</option>)}</select>
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


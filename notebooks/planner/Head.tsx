// The bar at the top: which plan, one step back, and what can be taken away.

import { signal } from "@preact/signals";
import { limits } from "../../sim/scenario/limits.ts";
import { saveCsv, saveExcel, saveJson, savePlan, savePng, saveReport, saveSvg, slidesOf } from "./downloads.ts";
import { library, openShipped } from "./library.ts";
import { packed } from "./link.ts";
import { notice, tell, tellWrong } from "./notice.ts";
import { readPlan } from "./plan.ts";
import { canUndo, open, plan, shown, stale, studied, undo } from "./state.ts";

export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell(`${what} copied.`);
  } catch {
    tellWrong(`${what} could not be copied by this browser. Copy it by hand:`, text);
  }
}

async function openFile(file: File | undefined): Promise<void> {
  if (file === undefined) return;
  try {
    if (file.size > limits.fileBytes) throw new Error("the file is larger than 4 MiB");
    open(readPlan(await file.text(), file.name));
    tell(`${file.name} is open.`);
  } catch (error) {
    tellWrong(`${file.name} is no scenario that can be opened; the plan on the page is as it was.`, error);
  }
}

async function copyLink(): Promise<void> {
  const hash = await packed(plan.value.text);
  history.replaceState(null, "", `#${hash}`);
  await copy(location.href, "Link");
}

export function Head() {
  const at = library.find(({ name }) => name === plan.value.scenario.name)?.file ?? "";
  return (
    <header>
      <p class="brand">callhall <span>planner</span></p>
      <label class="unseen" for="library">Open a scenario of the library</label>
      <select id="library" value={at} onChange={({ currentTarget }) => { if (currentTarget.value !== "") open(openShipped(currentTarget.value)); }}>
        {at === "" ? <option value="">{plan.value.scenario.name}</option> : null}
        {library.map(({ file, name }) => <option key={file} value={file}>{name}</option>)}
      </select>
      <div class="tools">
        <button type="button" disabled={!canUndo.value} onClick={undo}>Undo</button>
        <button type="button" onClick={() => void copyLink()}>Copy link</button>
        <label class="button">Open a file<input type="file" class="unseen" accept=".yaml,.yml,.txt" onChange={({ currentTarget }) => {
          void openFile(currentTarget.files?.[0]);
          currentTarget.value = "";
        }} /></label>
        <Downloads />
        <button type="button" onClick={() => print()}>Print</button>
      </div>
    </header>
  );
}

const picture = signal("");

function Downloads() {
  const now = shown.value, ready = now !== null && now.done && !stale.value;
  return (
    <details class="menu" onKeyDown={(event) => { if (event.key === "Escape") event.currentTarget.open = false; }}>
      <summary>Download</summary>
      <div class="drop">
        <button type="button" onClick={() => savePlan(plan.value.text)}>The plan, for the command line (YAML)</button>
        {now === null || !ready ? <p class="note">The rest is there as soon as all days are simulated.</p> : <Results />}
      </div>
    </details>
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


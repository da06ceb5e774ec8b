// What a study takes as given: what its ways of working are, and what its files say that they assume.

import type { Study } from "../../sim/scenario/study.ts";
import { assumptionsOf, type Assumption } from "../assumptions.ts";
import { html, unbroken, type Html } from "../page.ts";
import type { File } from "../repeat.ts";

export function comparedSection({ ways, hold }: Study): Html {
  return html`<section class="wide">
<h2>What is compared</h2>
<p class="note">${unbroken(`The patches stand in the study’s file below.${hold === undefined ? "" : ` To hold a target, ${holdWords(hold.staff)}.`}`)}</p>
<div class="stack">${ways.map(({ name, says }, i) => html`<p><strong>${i === 0 ? "base" : name}</strong>: ${says}</p>`)}</div>
</section>`;
}

/** Null where no file says that it assumes anything. */
export function assumptionsSection(files: readonly File[]): Html | null {
  const all = assumptionsOf(files);
  if (all.length === 0) return null;
  return html`<section class="wide">
<h2>What is assumed, not in the source</h2>
<p class="note">From the comments of the files below. The intervals on this page do not cover it.</p>
<ul class="assumed">${all.map((each) => html`<li>${assumed(each)} <small>${each.file}, line ${each.line}</small></li>`)}</ul>
</section>`;
}

function assumed({ about, says }: Assumption): Html {
  const key = about.replace(/[,{[:\s]+$/, "").trim();
  if (key === "") return html`${says}`;
  return says === "" ? html`<code>${key}</code>` : html`<code>${key}</code>: ${says}`;
}

function holdWords({ group, shift }: NonNullable<Study["hold"]>["staff"]): string {
  if (group === undefined) return "the agents of all groups and shifts become more or fewer in each way’s own proportions";
  return shift === undefined ? `the agents of ${group} become more or fewer, its shifts in proportion` : `only the number on ${group}’s shift ${shift} changes`;
}

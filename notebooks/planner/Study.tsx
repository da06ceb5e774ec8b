// A study in place of the plan: its answer, its ways of working side by side on the same callers, and from each a door to the planner.

import { useMemo } from "preact/hooks";
import { compareFinding } from "../../reports/compareFinding.ts";
import { measureName, measureShown, sideOf, signedShown, termsOf, unitWords, type Side } from "../../reports/compareWords.ts";
import { unbroken } from "../../reports/page.ts";
import { assumptionsSection, comparedSection } from "../../reports/rows/assumptions.ts";
import { capital, integer, plural, withHalfWidth } from "../../reports/words.ts";
import type { Study } from "../../sim/scenario/study.ts";
import { BASE_NAME } from "../../sim/scenario/studyWay.ts";
import type { ComparedSoFar } from "../browser/refineStudy.ts";
import { copy } from "./copy.ts";
import { perOf } from "../../sim/study/compareKinds.ts";
import { studyCommand } from "./downloads.ts";
import { useDrawnInTurn } from "./later.ts";
import { Markup } from "./Markup.tsx";
import { compared, openStudy, openWay, progress, type OpenStudy } from "./openStudy.ts";
import { drawRows, type DrawnRow } from "./studyRows.ts";

export function StudyView() {
  const opened = openStudy.value, sofar = compared.value;
  if (opened === null) return null;
  return (
    <main class="study">
      <section class="answer" aria-label="Answer">
        <p class="over">{opened.study.question}</p>
        {sofar === null ? <h1 id="answer" tabIndex={-1}>{counted(opened.study)} on the same callers: simulating…</h1> : <Finding sofar={sofar} />}
        <Progress study={opened.study} />
      </section>
      <Ways opened={opened} sofar={sofar} />
      {sofar === null ? null : <Rows sofar={sofar} whole={opened.study} />}
      <Given opened={opened} />
    </main>
  );
}

const counted = ({ ways }: Study): string => `${integer(ways.length)} ways of working`;

function Finding({ sofar: { study, comparison } }: { readonly sofar: ComparedSoFar }) {
  const { title, lead } = compareFinding(study, comparison);
  return (
    <>
      <h1 id="answer" tabIndex={-1} dangerouslySetInnerHTML={{ __html: unbroken(title).text }} />
      <p class="lead" dangerouslySetInnerHTML={{ __html: unbroken(lead).text }} />
    </>
  );
}

/** What is still to come, and what the figures rest on until then. */
function Progress({ study }: { readonly study: Study }) {
  const sofar = compared.value, now = progress.value, on = `${integer(sofar?.comparison.days ?? 0)} simulated ${plural(sofar?.comparison.days ?? 0, { day: "day", week: "week", calendar: "run" }[perOf(study.ways[0].scenario)])} of each way`;
  if (sofar?.done === true) return <p class="certainty">{on}; ± is the 95% interval of the simulation.</p>;
  const asksMore = study.hold ?? study.breakEven ?? study.sensitivity ?? study.marginal, further = sofar !== null && asksMore !== undefined && sofar.comparison.days === study.days;
  const doing = further ? `looking for what else the study asks${now === null || now.round === 0 ? "" : `, step ${integer(now.round)}`}` : "more days are being simulated";
  return (
    <p class="certainty">
      <progress aria-label="Progress of the study" max={1} value={now === null ? 0 : now.days / now.ofDays} />
      <span>{sofar === null ? "" : `${on} so far; `}{doing}…</span>
    </p>
  );
}

const SIDES: Readonly<Record<Side, string>> = { better: "surely better", worse: "surely worse", higher: "surely higher", lower: "surely lower", same: "no difference we can see", unknown: "cannot be told" };

function Ways({ opened, sofar }: { readonly opened: OpenStudy; readonly sofar: ComparedSoFar | null }) {
  const { study } = opened, { ways, measures } = study, terms = termsOf(study, { per: perOf(ways[0].scenario) });
  return (
    <div class="scroll" role="region" aria-label="Ways of working, side by side" tabIndex={0}>
      <table class="ways">
        <caption>Ways of working, side by side{sofar === null || Object.values(sofar.comparison.paired).every((paired) => paired) ? ", on the same callers" : ""}</caption>
        <thead><tr><th scope="col" class="words">Way of working</th>{measures.map((measure) => <th scope="col" key={measure}>{capital(measureName(measure, terms))}</th>)}<th scope="col" class="words">In the planner</th></tr></thead>
        <tbody>{ways.map((way, i) => (
          <tr key={way.name}>
            <th scope="row"><b>{i === 0 ? "base" : way.name}</b><small>{way.says}</small></th>
            {measures.map((measure) => {
              const difference = sofar?.comparison.differences[way.name]?.[measure], side = difference === undefined ? null : sideOf(measure, difference);
              return (
                <td key={measure}>{sofar === null ? "…" : measureShown(measure, way.name, sofar.comparison, terms)}
                  {difference === undefined || side === null ? null : <small class={side}>{difference.mean === null ? SIDES.unknown : difference.mean === 0 && difference.halfWidth === 0 ? "the same, exactly" : <>{withHalfWidth(signedShown(measure, difference))} {unitWords(measure, terms)}: {SIDES[side]}</>}</small>}
                </td>
              );
            })}
            <td class="words"><button type="button" class="small" onClick={() => openWay(opened, way, false)} aria-label={`Open as a plan: ${way.name === BASE_NAME ? "the base" : way.name}`}>Open as a plan</button>
              {i === 0 ? null : <button type="button" class="small" onClick={() => openWay(opened, way, true)} aria-label={`Pin the base, open this: ${way.name}`}>Pin the base, open this</button>}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}

/** The report's rows, drawn after the answer stands, one a frame: of few days, then of all, then with what else the study asks. */
function Rows({ sofar, whole }: { readonly sofar: ComparedSoFar; readonly whole: Study }) {
  const drawn = [...useDrawnInTurn(sofar, drawRows, ({ place }) => place)].sort((a, b) => a.place - b.place);
  const columns = Math.min(3, Math.max(2, whole.ways.length, whole.measures.length)), old = drawn.some(({ of }) => of !== sofar);
  return (
    <div class={`columns-${columns}`} aria-busy={old}>
      {old ? <p class="note updating">Pictures and tables that are faded below are of fewer days; they are being drawn anew…</p> : null}
      {drawn.map((each) => <DrawnOnce key={each.place} row={each} old={each.of !== sofar} />)}
    </div>
  );
}

function DrawnOnce({ row, old }: { readonly row: DrawnRow; readonly old: boolean }) {
  return useMemo(() => <Markup of={row.html} class={old ? "stale" : undefined} />, [row, old]);
}

function Given({ opened }: { readonly opened: OpenStudy }) {
  const { file, text, bases, study } = opened, command = studyCommand(file);
  const markup = useMemo(() => ({ ways: comparedSection(study), assumed: assumptionsSection([{ file, text }, ...bases]) }), [opened]);
  return (
    <div class="details">
      <Markup of={markup.ways} />
      {markup.assumed === null ? null : <Markup of={markup.assumed} />}
      <section>
        <h2>The same numbers on a command line</h2>
        <pre tabIndex={0}>{command}</pre>
        <p class="note">{integer(study.days)} {plural(study.days, "day")}, seed “{study.seed}”: they stand in the file or its base, and the numbers are the same to the last bit.</p>
        <p><button type="button" onClick={() => void copy(command, "The command")}>Copy the command</button></p>
      </section>
    </div>
  );
}

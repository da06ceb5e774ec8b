import type { ComponentChildren } from "preact";
import { useEffect, useErrorBoundary } from "preact/hooks";
import { Announcer, Answer, Glance } from "./Answer.tsx";
import { isWhole } from "./openCalendar.ts";
import { CalendarAnswer, CalendarGlance, CalendarPictures } from "./Calendar.tsx";
import { Controls } from "./Controls.tsx";
import { Details, Printed } from "./Details.tsx";
import { Head, Notices } from "./Head.tsx";
import { Pictures } from "./Pictures.tsx";
import { openStudy } from "./openStudy.ts";
import { failure, plan, undo } from "./state.ts";
import { StudyView } from "./Study.tsx";

export function App() {
  useEffect(() => {
    const step = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLTextAreaElement || (event.target instanceof HTMLInputElement && event.target.type === "text");
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key !== "z" || typing) return;
      event.preventDefault();
      undo();
    };
    addEventListener("keydown", step);
    return () => removeEventListener("keydown", step);
  }, []);
  return (
    <>
      <a class="skip" href="#answer" onClick={(event) => {
        event.preventDefault();
        document.getElementById("answer")?.focus();
      }}>Skip to the answer</a>
      <Head />
      <Notices />
      {failure.value === null ? null : <p class="notice problem" role="alert">The simulation stopped: {failure.value}. Load the page again; the plan can be saved before (Download).</p>}
      {openStudy.value === null ? (
        <main>
          {isWhole.value ? <CalendarGlance /> : <Glance />}
          <Controls />
          <div class="follows">
            <Whole part="The answer">{isWhole.value ? <CalendarAnswer /> : <Answer />}</Whole>
            <Whole part="The pictures">{isWhole.value ? <CalendarPictures /> : <Pictures />}</Whole>
            <Details />
            <Printed />
          </div>
        </main>
      ) : <Whole part="The study"><StudyView /></Whole>}
      <Announcer />
    </>
  );
}

/** A part of the page that says so where it cannot be shown, while the others go on; shown again with the next plan. */
function Whole({ part, children }: { readonly part: string; readonly children: ComponentChildren }) {
  const [error, tryAgain] = useErrorBoundary() as [error: unknown, tryAgain: () => void], { text } = plan.value; // typed any by Preact, as anything may be thrown
  useEffect(() => { if (error !== undefined) tryAgain(); }, [text]);
  if (error === undefined) return <>{children}</>;
  return <section class="answer"><p class="problem" role="alert">{part} cannot be shown for this plan: {error instanceof Error ? error.message : "something unforeseen"}. Undo leads back.</p></section>;
}

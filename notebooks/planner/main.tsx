import { effect } from "@preact/signals";
import { render } from "preact";
import { STYLE } from "../../reports/style.ts";
import { App } from "./App.tsx";
import { packed, unpacked } from "./link.ts";
import { tellWrong } from "./notice.ts";
import { readPlan } from "./plan.ts";
import { open, plan, start } from "./state.ts";
import "./font.css";
import "./style.css";

const WRITE_AFTER = 400; // ms of rest before the link follows the plan

async function openLink(): Promise<void> {
  try {
    const text = await unpacked(location.hash);
    if (text !== null && text !== plan.value.text) open(readPlan(text));
  } catch (error) {
    tellWrong("The plan in the link could not be read; the page shows the usual day instead.", error);
  }
}

/** The link always holds the plan, so that it can be copied from the address bar too. */
function followPlan(): void {
  let timer: ReturnType<typeof setTimeout> | undefined, first = true;
  effect(() => {
    const { text } = plan.value;
    if (first) {
      first = false;
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(() => void packed(text).then((hash) => history.replaceState(null, "", `#${hash}`)), WRITE_AFTER);
  });
}

const style = document.createElement("style");
style.textContent = STYLE;
document.head.prepend(style); // the report's marks and colours, under the page's own
await openLink();
followPlan();
addEventListener("hashchange", () => void openLink());
render(<App />, document.getElementById("page")!); // it stands in planner.html
start();

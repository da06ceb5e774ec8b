// What the reports see of the numbers on the page, made once for all who show them.

import { viewOf, type View } from "../../reports/view.ts";
import type { Shown } from "./state.ts";

const views = new WeakMap<Shown, View>();

export function viewOfShown(shown: Shown): View {
  const known = views.get(shown) ?? viewOf(shown.result, shown.plan.scenario);
  views.set(shown, known);
  return known;
}

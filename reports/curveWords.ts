// The values of what is varied, in words.

import { formatDuration } from "../sim/scenario/duration.ts";
import type { Answer } from "../sim/study/curveLeast.ts";
import type { Curve, CurvePoint } from "../sim/study/curveResult.ts";
import type { Varied } from "../sim/study/varyRange.ts";
import { shortened } from "./names.ts";
import { plural } from "./words.ts";

/** A value beside others: "11", "4m30s", "5%". */
export function valueShown(value: number, unit: Varied["unit"]): string {
  if (unit === "seconds") return formatDuration(value);
  if (unit === "share") return `${(100 * value).toLocaleString("en-GB", { maximumFractionDigits: 4 })}%`;
  return value.toLocaleString("en-GB", { maximumFractionDigits: 6 });
}

/** Whether the values are numbers of agents: of all groups, of one, or of a shift. */
export function areAgents({ path, unit }: Varied): boolean {
  return unit === "agents" || (unit === "number" && /^groups[.[].*(\.agents(\[\d+\])?|\.shifts[.[][^=]+)$/.test(path));
}

/** What an axis measures: "agents", "agents on early", "volume of calls", else the path. */
export function axisWords(varied: Varied): string {
  const { path, unit } = varied;
  if (unit === "agents") return "agents in all";
  const shift = /\.shifts\.([^.[\]]+)$/.exec(path), group = /^groups\.([^.[\]]+)\./.exec(path), contact = /^contacts\.([^.[\]]+)\.([^.[\]]+)(\.mean)?$/.exec(path);
  if (areAgents(varied)) return shift === null ? `agents${group === null ? "" : ` of ${shortened(group[1])}`}` : `agents on ${shortened(shift[1])}`;
  const said = contact === null ? undefined : CONTACT_WORDS[contact[2] + (contact[3] ?? "")];
  return said === undefined ? shortened(path) : `${said}, ${shortened(contact![1])}`; // said, so there was a match
}

const CONTACT_WORDS: Readonly<Record<string, string | undefined>> = {
  volume: "volume a day", "handleTime.mean": "mean handle time", "patience.mean": "mean patience", balking: "share that balks", dayToDayCv: "day-to-day variation", answerWithin: "threshold",
};

/** "11 agents", "volume 650". */
export function valueInWords(value: number, varied: Varied): string {
  const shown = valueShown(value, varied.unit);
  return areAgents(varied) ? `${shown} ${plural(value, "agent")}` : `${lastStep(varied.path)} ${shown}`;
}

/** Several of them: "11 or 12 agents", "volume 600 to 700". */
export function valuesInWords(values: readonly number[], varied: Varied): string {
  const shown = values.map((value) => valueShown(value, varied.unit)), range = shown.length === 1 ? shown[0] : shown.length === 2 ? shown.join(" or ") : `${shown[0]} to ${shown[shown.length - 1]}`;
  return areAgents(varied) ? `${range} ${plural(values[values.length - 1], "agent")}` : `${lastStep(varied.path)} ${range}`;
}

/** All values that may be the answer, rising. */
export function possible({ value, candidates }: Answer): number[] {
  return [...new Set([...candidates, ...(value === null ? [] : [value])])].sort((a, b) => a - b);
}

/** The name at the end of a path: `contacts.calls.handleTime.mean` is "handleTime.mean" as "mean" says nothing. */
export function lastStep(path: string): string {
  const steps = path.match(/[^.[\]"]+/g) ?? [path], last = steps[steps.length - 1];
  return shortened(steps.length > 1 && ["mean", "cv", "share", "meanLength", "scale", "shape", "from", "to", "agents", "absence"].includes(last) ? `${steps[steps.length - 2]} ${last}` : last);
}

/** The rota of a point in short: "4+4+3" by shift of the only group, "3 / 3 / 2" by group; empty where numbers go by interval. */
export function staffShown({ vary: [varied] }: Curve, { staff }: CurvePoint): string {
  const groups = Object.values(staff), one = (agents: CurvePoint["staff"][string]) => (typeof agents === "number" ? agents : Array.isArray(agents) ? null : Object.values(agents).reduce((sum, number) => sum + number, 0));
  if (varied.unit !== "agents" || groups.some((agents) => one(agents) === null)) return "";
  if (groups.length > 1) return groups.length > 6 ? "" : groups.map(one).join(" / ");
  const shifts = typeof groups[0] === "number" ? [] : Object.values(groups[0]);
  return shifts.length < 2 || shifts.length > 6 ? "" : shifts.join("+");
}

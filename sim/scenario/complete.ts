import type * as z from "zod";
import type { RouteEntry } from "./route.ts";
import type { Scenario, scenarioSchema } from "./schema.ts";
import { unprintable } from "./shown.ts";

/** Fills in what depends on the rest of the file or on its name. */
export function complete(read: z.output<typeof scenarioSchema>, file: string): Scenario {
  const groups = Object.entries(read.groups);
  const routing = Object.keys(read.contacts).map((type): [string, RouteEntry[]] => {
    const answering = groups.filter(([, group]) => Object.hasOwn(group.answers, type)).map(([name]) => name);
    return [type, Object.hasOwn(read.routing, type) ? (read.routing[type] ?? []) : answering];
  });
  return { ...read, days: read.precision?.atMost ?? read.days, name: read.name ?? titleFromFile(file), routing: Object.fromEntries(routing) };
}

/** "scenarios/usual-day.yaml" is called "usual-day". */
function titleFromFile(file: string): string {
  const base = file.split(/[/\\]/).at(-1) ?? "";
  const title = base.replace(/(?<=.)\.[^.]*$/, "").slice(0, 200);
  return title === "" || unprintable.test(title) ? "scenario" : title;
}

import type * as z from "zod";
import { defaultRoute } from "./defaultRoute.ts";
import type { RouteEntry } from "./route.ts";
import type { Scenario, scenarioSchema } from "./schema.ts";
import { unprintable } from "./shown.ts";

/** A day with what depends on the rest of the file or on its name filled in. */
export function complete(read: Omit<z.output<typeof scenarioSchema>, "calendar">, file: string): Scenario {
  const groups = Object.entries(read.groups);
  const routing = Object.keys(read.contacts).map((type): [string, RouteEntry[]] => {
    if (Object.hasOwn(read.routing, type)) return [type, read.routing[type] ?? []];
    const answering = groups.filter(([, group]) => Object.hasOwn(group.answers, type)).map(([name, group]) => ({ name, site: group.site }));
    const { site } = read.contacts[type];
    return [type, defaultRoute(answering, site === undefined ? undefined : { name: site, site: read.sites?.[site] ?? {} })];
  });
  const { agreements, ...rest } = read;
  return {
    ...rest, ...(agreements === undefined ? {} : { agreements: agreements as NonNullable<Scenario["agreements"]> }), // their rules see to it that promise and measure fit
    days: read.precision?.atMost ?? read.days, name: read.name ?? titleFromFile(file), routing: Object.fromEntries(routing),
  };
}

/** "scenarios/usual-day.yaml" is called "usual-day". */
function titleFromFile(file: string): string {
  const base = file.split(/[/\\]/).at(-1) ?? "";
  const title = base.replace(/(?<=.)\.[^.]*$/, "").slice(0, 200);
  return title === "" || unprintable.test(title) ? "scenario" : title;
}

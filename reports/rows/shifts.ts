import { isByPerson, shifts } from "../charts/shifts.ts";
import { html } from "../page.ts";
import { drawn, type Row } from "../row.ts";
import { agentsOf } from "../staffing.ts";
import { total, type View } from "../view.ts";
import { capital, listed, percent } from "../words.ts";

/** Who works when? Exact: the rota is given. Null where there is nobody to show. */
export function shiftsRow(views: readonly View[], hours: readonly [number, number]): Row | null {
  const some = views.filter((view) => rostered(view) > 0);
  if (some.length === 0) return null;
  const byPerson = some.filter(isByPerson), pauses = some.filter(hasBreaks);
  return {
    title: titleOf(some, views.length > 1),
    note: [
      "The rota as the scenario file has it (exact).",
      ...(byPerson.length > 0 ? [`One line a person${pauses.some(isByPerson) ? ", breaks as gaps" : ""}.`] : []),
      ...(byPerson.length < some.length ? [`${byPerson.length > 0 ? "Where there are many: one" : "One"} band a shift, as high as people of it are on duty${pauses.some((view) => !isByPerson(view)) ? ", lower while some have their break" : ""}.`] : []),
      ...absence(some, views.length > 1),
      ...offPhone(some, views.length > 1),
    ].join(" "),
    key: [{ mark: "on-duty", says: "on duty" }, ...(pauses.some(isByPerson) ? [{ mark: "break", says: "break" }] as const : [])],
    ...drawn(views, views.map((view) => (rostered(view) > 0 ? shifts(view, hours) : null)), () => html`Nobody is on the rota.`),
  };
}

const rostered = ({ slots }: View): number => total(slots.map((slot) => slot.rostered));

const hasBreaks = ({ scenario }: View): boolean =>
  Object.values(scenario.groups).some((group) => Object.entries(group.shifts ?? {}).some(([name, agents]) => agents > 0 && scenario.shifts[name].breaks.length > 0));

/** Agents rostered, and those of them missing on an average day, by the chances of the file. */
function missing({ scenario }: View): { readonly agents: number; readonly absent: number } {
  let agents = 0, absent = 0;
  for (const group of Object.values(scenario.groups)) {
    if (group.agents !== undefined) {
      const people = typeof group.agents === "number" ? group.agents : Math.max(0, ...group.agents);
      agents += people;
      absent += people * (group.absence ?? 0);
    }
    for (const [name, people] of Object.entries(group.shifts ?? {})) {
      agents += people;
      absent += people * (scenario.shifts[name].absence ?? group.absence ?? 0);
    }
  }
  return { agents, absent };
}

/** The picture shows everybody; who is absent differs from day to day. */
function absence(views: readonly View[], several: boolean): string[] {
  const some = views.flatMap((view) => {
    const { agents, absent } = missing(view);
    return absent > 0 ? [`${percent(absent / agents)}${several ? ` in ${view.quoted}` : ""}`] : [];
  });
  return some.length === 0 ? [] : [`All who are rostered are drawn; on average ${listed(some)} of them are absent for the day, by the file’s chances (exact).`];
}

/** Nor are spells off the phone drawn. */
function offPhone(views: readonly View[], several: boolean): string[] {
  const some = views.flatMap((view) => {
    const groups = Object.values(view.result.groups), off = total(groups.map((group) => group.offPhoneHours.mean ?? 0));
    const onDuty = total(groups.map((group) => (group.rosteredHours.mean ?? 0) - (group.absentHours.mean ?? 0)));
    return off > 0 ? [`${percent(off / onDuty)}${several ? ` in ${view.quoted}` : ""}`] : [];
  });
  return some.length === 0 ? [] : [`Of the time on duty of all who came, ${listed(some)} was off the phone (the mean of the simulated days).`];
}

/** Exact, so always said. */
function titleOf(views: readonly View[], named: boolean): string {
  if (views.length > 3) return "Who is on duty when";
  const most = (view: View) => capital(agentsOf(view).words);
  const breaks = (view: View) => (hasBreaks(view) ? "breaks staggered" : "no breaks");
  if (views.length === 1) return `${most(views[0])}${named ? ` in ${views[0].quoted}` : ""} on the rota, ${breaks(views[0])}`;
  return `On the rota: ${listed(views.map((view) => `${agentsOf(view).words} in ${view.quoted}`))}`;
}

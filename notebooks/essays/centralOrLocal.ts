// Central or local, generic or specialised: the two studies that the notebook's inputs ask for.

import { formatDuration } from "../../sim/scenario/duration.ts";
import { showStudy } from "./studies.ts";

export interface Sites {
  /** Seconds after which a call may be answered at another site. */
  readonly overflow: number;
  /** How much longer calls take at one central number, in per cent. */
  readonly longer: number;
  readonly days: number;
}

export interface Skills {
  /** How much longer generalists take than specialists, in per cent. */
  readonly slower: number;
  readonly days: number;
}

/** Mean handle time of a town's calls in three-sites.yaml, seconds. */
const TOWN_CALL = 316;

export function sitesStudy({ overflow, longer, days }: Sites): string {
  const mean = formatDuration(Math.round(TOWN_CALL * (1 + longer / 100)));
  const routing = `      routing:
        B-Town calls: [B-Town team, C-Town team, social care unit]
        C-Town calls: [C-Town team, B-Town team, social care unit]
        social care: [social care unit, B-Town team, C-Town team]
`;
  return `question: Local numbers, local numbers that help each other, or one central number?
base: ../three-sites.yaml
variants:
  local with overflow:
    says: Each site answers its own number; who has waited ${overflow} seconds may be answered elsewhere
    patch:
      sites:
        B-Town: { overflow: [{ site: C-Town, after: ${overflow}s }] }
        C-Town: { overflow: [{ site: B-Town, after: ${overflow}s }] }
        E-Town: { overflow: [{ site: B-Town, after: ${overflow}s }, { site: C-Town, after: ${overflow}s }] }
  central, as quick:
    says: One number; every call may be answered at every site at once, at the nearest first
    patch:
${routing}  central, longer calls:
    says: The same, but the towns' calls take ${longer}% longer for want of local knowledge
    patch:
${routing}      contacts:
        B-Town calls: { handleTime: { mean: ${mean} } }
        C-Town calls: { handleTime: { mean: ${mean} } }
measures: [serviceLevel, averageWait, abandonmentRate, occupancy]
hold: { target: 80% }
breakEven:
  path: ['contacts["B-Town calls"].handleTime.mean', 'contacts["C-Town calls"].handleTime.mean']
  between: [5m, 8m]
  in: "central, as quick"
  variants: ["central, as quick", base]
days: ${days}
`;
}

const SERVICES = ["benefits", "council tax", "housing", "social care"];

export function skillsStudy({ slower, days }: Skills): string {
  const factor = String(Math.round(100 + slower) / 100);
  return `question: One generic team, specialised teams, or a mixture?
base: ../specialised-teams.yaml
variants:
  specialists only:
    says: Each service has its own team and nobody helps out
    patch:
      groups:
        benefits team: { shifts: { early: 1, middle: 2, late: 1 } }
        tax team: { shifts: { early: 2, middle: 1, late: 1 } }
        care and housing team: { shifts: { early: 1, middle: 1, late: 1 } }
        generalists: null
      routing: { benefits: [benefits team], council tax: [tax team], housing: [care and housing team], social care: [care and housing team] }
  one generic team:
    says: Every agent answers everything and takes ${slower}% longer than a specialist
    patch:
      groups:
        benefits team: null
        tax team: null
        care and housing team: null
        generalists:
          answers: { ${SERVICES.map((service) => `${service}: { handleTimeFactor: ${factor} }`).join(", ")} }
          shifts: { early: 4, middle: 4, late: 3 }
      routing: { ${SERVICES.map((service) => `${service}: [generalists]`).join(", ")} }
measures: [serviceLevel, averageWait, abandonmentRate, occupancy]
hold: { target: 80% }
breakEven:
  path: [${SERVICES.map((service) => `'groups.generalists.answers["${service}"].handleTimeFactor'`).join(", ")}]
  between: [1, 1.6]
  in: one generic team
  variants: [one generic team, specialists only]
days: ${days}
`;
}

export const showSites = (id: string, sites: Sites, invalidation: Promise<void>): Promise<void> => showStudy(id, sitesStudy(sites), "scenarios/studies/my-sites.yaml",
  (value) => `One central number serves no better than local numbers once the towns’ calls take ${value} there, instead of ${formatDuration(TOWN_CALL)}`, invalidation);

export const showSkills = (id: string, skills: Skills, invalidation: Promise<void>): Promise<void> => showStudy(id, skillsStudy(skills), "scenarios/studies/my-teams.yaml",
  (value) => `Specialists alone serve as well as one generic team where the generic team’s calls take ${value} times as long`, invalidation);

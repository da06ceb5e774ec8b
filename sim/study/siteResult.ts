// What a result says of each site.

import type { Scenario } from "../scenario/schema.ts";
import type { Estimate } from "../stats/estimate.ts";
import { CONTACT_MEASURES, GROUP_MEASURES, SITE_MEASURES, type SiteMeasureName } from "../stats/measures.ts";
import type { SiteTally } from "../stats/siteTally.ts";
import { dailyLevels, estimatorsOf, waitPercentiles, type ContactResult, type GroupEstimates } from "./contactResult.ts";

/** @see SITE_MEASURES for what the site's own measures count */
export interface SiteResult extends Readonly<Record<SiteMeasureName, Estimate>> {
  /** Of all its contact types together, whoever answered; each judged by its own threshold, as in a total. */
  readonly contacts: ContactResult;
  /** Of all its groups together, whomever they answered. */
  readonly agents: GroupEstimates;
}

/** By name, in the file's order. */
export function sitesOf({ sites = {}, contacts }: Scenario, tally: SiteTally): Record<string, SiteResult> {
  const { shape } = tally;
  const contactsOf = estimatorsOf(CONTACT_MEASURES, shape.contacts), agentsOf = estimatorsOf(GROUP_MEASURES, shape.groups), ownOf = estimatorsOf(SITE_MEASURES, shape.contacts);
  return Object.fromEntries(Object.keys(sites).map((name, site): [string, SiteResult] => {
    const [first, ...others] = Object.values(contacts).filter((type) => type.site === name).map(({ target }): number | null => target);
    const target = first !== undefined && others.every((other) => other === first) ? first : null;
    return [name, {
      contacts: { ...contactsOf(tally.contacts, site), wait: waitPercentiles(tally.waits[site]), daily: dailyLevels(tally.levelsOf(site), target) },
      agents: agentsOf(tally.groups, site), ...ownOf(tally.contacts, site),
    }];
  }));
}

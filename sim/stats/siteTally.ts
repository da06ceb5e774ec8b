// All days of each site, from the blocks joined in order.

import { CONTACT_COUNTERS, OFFERED, SITE_COUNTERS } from "../engine/dayRecord.ts";
import { WAIT_BINS } from "../engine/waitBins.ts";
import type { Block } from "./block.ts";
import { joinMoments, noMoments, type Moments } from "./moments.ts";
import type { SiteShape } from "./siteBlock.ts";
import { spread, WaitTally } from "./waitPercentiles.ts";

export class SiteTally {
  readonly contacts: Moments;
  readonly groups: Moments;
  /** By site, of all its contact types. */
  readonly waits: readonly WaitTally[];
  readonly shape: SiteShape;
  private readonly blocks: { readonly days: number; readonly levels: Float64Array }[] = [];
  private readonly bins = new Float64Array(WAIT_BINS); // scratch; zero in between

  constructor(shape: SiteShape) {
    this.shape = shape;
    this.contacts = noMoments(shape.contacts);
    this.groups = noMoments(shape.groups);
    this.waits = Array.from({ length: shape.sites }, () => new WaitTally());
  }

  /** Add the next block; without what it has of sites it is not of this scenario. */
  add({ days, sites, waits }: Block): void {
    if (sites === undefined) throw new Error("a block of a scenario with sites has them");
    const { shape, bins } = this;
    this.blocks.push({ days, levels: sites.dayLevels });
    this.waits.forEach((tally, site) => {
      let end = 0;
      waits.forEach((pairs, type) => { if (shape.ofType[type] === site) end = Math.max(end, spread(pairs, bins)); });
      tally.add(bins, sites.contacts.sums[site * (CONTACT_COUNTERS + SITE_COUNTERS) + OFFERED], end);
      bins.fill(0, 0, end);
    });
    joinMoments(shape.contacts, this.contacts, sites.contacts);
    joinMoments(shape.groups, this.groups, sites.groups);
  }

  /** The days' service levels of a site. */
  levelsOf(site: number): Float64Array {
    const levels = new Float64Array(this.contacts.days);
    let at = 0;
    for (const { days, levels: ofBlock } of this.blocks) {
      levels.set(ofBlock.subarray(site * days, (site + 1) * days), at);
      at += days;
    }
    return levels;
  }
}

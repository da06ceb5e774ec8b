// What became of the demand, where the file says when people want to come or what they bring. Exact: it follows from the file alone.

import { demandOf } from "../sim/scenario/demandHours.ts";
import { meanMatters } from "../sim/scenario/meanMatters.ts";
import type { Scenario } from "../sim/scenario/schema.ts";
import { decimal, integer, listed } from "./words.ts";

/** Sentences to follow those of the finding, each with a space before it; empty where the file says nothing of either. @param noun "calls" */
export function demandWords({ contacts, ...hours }: Scenario, noun: string): string {
  const types = Object.values(contacts), flows = types.map((type) => demandOf(type, hours)), sum = (of: (flow: (typeof flows)[number]) => number) => flows.reduce((all, flow) => all + of(flow), 0);
  const said: string[] = [];
  if (types.some(({ matters }) => meanMatters(matters) > 1)) {
    const brought = types.reduce((all, { matters }, i) => all + meanMatters(matters) * (flows[i].wanted - flows[i].online - flows[i].lost), 0);
    said.push(`The ${noun} bring ${amount(brought)} matters a day (expected, exact).`);
  }
  if (types.some(({ demand }) => demand !== undefined)) {
    const online = sum((flow) => flow.online), moved = sum((flow) => flow.moved), lost = sum((flow) => flow.lost), closed = sum((flow) => flow.whileClosed);
    const parts = [...(online > 0 ? [`${amount(online)} are met online`] : []), ...(moved > 0 ? [`${amount(moved)} come while it is open instead`] : []), ...(lost > 0 ? [`${amount(lost)} are lost`] : [])];
    const wanted = `Of ${amount(sum((flow) => flow.wanted))} ${noun} wanted a day${closed > 0 ? `, ${amount(closed)} of them while it is closed` : ""}`;
    if (parts.length > 0) said.push(`${wanted}, ${listed(parts)} (expected, exact).`);
  }
  return said.map((sentence) => ` ${sentence}`).join("");
}

/** With one decimal where it is not whole. */
function amount(value: number): string {
  return Math.abs(value - Math.round(value)) < 0.05 ? integer(value) : decimal(value, 1);
}

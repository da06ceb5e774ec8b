import * as z from "zod";
import { durationOrZero, line, must, section } from "./values.ts";

/** The name of an agent group, where a type is routed to it. */
export const groupName = line(100, "the name of an agent group");

const overflow = section("a group with a wait", {
  group: groupName.meta({ description: "Agent group that helps out", form: "name of a group", example: "others" }),
  after: durationOrZero.meta({ description: "How long after its arrival this group may serve a contact too; the contact keeps its place", example: "30s" }),
});

/** Where a contact type may go: a group at once, or one that helps out after a wait. */
export const routeEntry = z.union([groupName, overflow], must("the name of an agent group, or { group: others, after: 30s }"));

export type RouteEntry = z.output<typeof routeEntry>;

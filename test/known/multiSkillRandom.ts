// Random small centres that have an exact day: 2 or 3 types, 2 or 3 groups, any routing, groups slower at some types, priorities or one
// line of waiting, freed agents that look by their list, balking, contacts that never hang up, lines or none.

import fc from "fast-check";
import type { Centre } from "./multiSkillChain.ts";

export const randomCentre: fc.Arbitrary<Centre> = fc.record({ typeCount: fc.integer({ min: 2, max: 3 }), groupCount: fc.integer({ min: 2, max: 3 }) }).chain(({ typeCount, groupCount }) => fc.record({
  types: fc.array(fc.record({
    share: fc.double({ min: 0.3, max: 1, noNaN: true }),
    handleTime: fc.integer({ min: 60, max: 300 }),
    patience: fc.oneof(fc.integer({ min: 40, max: 300 }), fc.integer({ min: 40, max: 300 }), fc.constant(null)),
    balking: fc.constantFrom(0, 0, 0.2, 1),
    priority: fc.integer({ min: 0, max: 2 }),
    answered: fc.array(fc.boolean(), { minLength: groupCount, maxLength: groupCount }),
    order: fc.shuffledSubarray(Array.from({ length: groupCount }, (_, g) => g), { minLength: groupCount }),
  }), { minLength: typeCount, maxLength: typeCount }),
  groups: fc.array(fc.record({
    agents: fc.integer({ min: 1, max: 3 }),
    factors: fc.array(fc.constantFrom(1, 1, 1, 1.25, 0.8), { minLength: typeCount, maxLength: typeCount }),
    picksListed: fc.constantFrom(false, false, true),
    order: fc.shuffledSubarray(Array.from({ length: typeCount }, (_, t) => t), { minLength: typeCount }),
  }), { minLength: groupCount, maxLength: groupCount }),
  sameHandleTime: fc.boolean(),
  lossOnly: fc.constantFrom(false, false, false, false, true),
  ranks: fc.constantFrom("equal", "as drawn", "all different"),
  spare: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 5 })),
  load: fc.double({ min: 0.5, max: 1.15, noNaN: true }),
}).map(({ types, groups, sameHandleTime, lossOnly, ranks, spare, load }): Centre => {
  const agents = groups.reduce((sum, group) => sum + group.agents, 0), shares = types.reduce((sum, { share }) => sum + share, 0);
  const neverHangsUp = !lossOnly && types.some(({ patience, balking }) => patience === null && balking < 1);
  const lines = neverHangsUp || ranks !== "all different" ? agents + (spare ?? 3) : spare === null ? null : agents + spare;
  const ofTypes = types.map(({ share, handleTime, patience, balking, priority, answered, order }, type) => {
    const mean = sameHandleTime ? types[0].handleTime : handleTime, first = order[0]; // somebody answers every type
    return {
      perHour: Math.round((3600 * load * agents * share) / shares / mean), handleTime: mean, patience, balking: lossOnly ? 1 : balking, priority: ranks === "equal" ? 0 : ranks === "as drawn" ? priority : type,
      route: order.filter((g) => answered[g] || g === first),
    };
  });
  const served = (g: number) => types.flatMap((_, type) => (ofTypes[type].route.includes(g) ? [type] : []));
  return {
    types: ofTypes, lines, room: 12,
    groups: groups.map(({ agents: count, factors, picksListed, order }, g) => ({ agents: count, factors, listed: picksListed ? order.filter((type) => served(g).includes(type)) : null })),
  };
}).filter(({ types, groups }) => groups.every((_, g) => types.some(({ route }) => route.includes(g)))));

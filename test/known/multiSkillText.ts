// A small centre in the planner's own language, for the engine.

import type { Centre } from "./multiSkillChain.ts";

export const typeName = (type: number) => `type${type}`;
export const groupName = (group: number) => `group${group}`;

/** A day of constant rates over whole hours. @param within threshold in seconds */
export function centreText({ types, groups, lines }: Centre, hours: number, within: number): string {
  const exponential = (mean: number | null) => (mean === null ? "never" : `{ distribution: exponential, mean: ${mean}s }`);
  const contacts = types.map(({ perHour, handleTime, patience, balking, priority }, type) =>
    `  ${typeName(type)}: { ratesPerHour: [${Array(hours).fill(perHour).join(", ")}], handleTime: ${exponential(handleTime)}, patience: ${exponential(patience)}, balking: ${balking}, answerWithin: ${within}s, target: 80%, priority: ${priority} }`);
  const teams = groups.map(({ agents, factors, listed }, group) => {
    const served = listed ?? types.flatMap(({ route }, type) => (route.includes(group) ? [type] : []));
    return `  ${groupName(group)}: { agents: ${agents}, picks: ${listed === null ? "longest" : "listed"}, answers: { ${served.map((type) => `${typeName(type)}: { handleTimeFactor: ${factors[type]} }`).join(", ")} } }`;
  });
  const routing = types.map(({ route }, type) => `  ${typeName(type)}: [${route.map(groupName).join(", ")}]`);
  return `opening: { from: "08:00", to: "${String(8 + hours).padStart(2, "0")}:00" }
interval: 60m
contacts:
${contacts.join("\n")}
groups:
${teams.join("\n")}
routing:
${routing.join("\n")}
lines: ${lines}
`;
}

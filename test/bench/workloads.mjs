// Scenario files of the benchmark, made from a few numbers.

const DAY_HOURS = 9.5;

/** @param {string} contacts @param {string} groups */
function file(contacts, groups) {
  return `opening: { from: "08:30", to: "18:00" }\ninterval: 30m\ncontacts:\n${contacts}\ngroups:\n${groups}\n`;
}

/** @param {string} name @param {number} volume @param {string} handleTime @param {string} patience */
function type(name, volume, handleTime, patience) {
  return `  ${name}: { ratesPerHour: [${Array(19).fill(volume / DAY_HOURS).join(", ")}], handleTime: ${handleTime}, patience: ${patience}, answerWithin: 20s, target: 80% }`;
}

const EXPONENTIAL = "{ distribution: exponential, mean: 330s }", LOGNORMAL = "{ distribution: lognormal, mean: 330s, cv: 0.8 }";
const PATIENCE = "{ distribution: exponential, mean: 120s }";

export const workloadA = file(type("calls", 1000, EXPONENTIAL, PATIENCE), "  all: { answers: [calls], agents: 12 }");

export const workloadB = file(
  ["a", "b", "c"].map((name) => type(name, 300, LOGNORMAL, PATIENCE)).join("\n"),
  `${["a", "b", "c"].map((name) => `  only ${name}: { answers: [${name}], agents: 3 }`).join("\n")}\n  general: { answers: [a, b, c], agents: 3 }`,
);

/** One queue. @param {number} calls @param {number} agents @param {number} handle seconds @param {string} patience */
export function oneQueue(calls, agents, handle, patience = PATIENCE) {
  return file(type("calls", calls, `{ distribution: exponential, mean: ${handle}s }`, patience), `  all: { answers: [calls], agents: ${agents} }`);
}

/** Fifty types and fifty groups, each type going to its own group and two neighbours. @param {number} calls @param {number} agents in all */
export function fiftyByFifty(calls, agents) {
  const names = Array.from({ length: 50 }, (_, i) => `t${i}`);
  const contacts = names.map((name) => type(name, calls / 50, EXPONENTIAL, PATIENCE)).join("\n");
  const groups = names.map((_, i) => `  g${i}: { answers: [${[0, 1, 2].map((k) => names[(i + k) % 50]).join(", ")}], agents: ${agents / 50} }`).join("\n");
  return file(contacts, groups);
}

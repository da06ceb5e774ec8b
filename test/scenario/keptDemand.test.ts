import { describe, expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { parseStudy } from "../../sim/scenario/study.ts";
import { simulate } from "../../sim/study/run.ts";

const base = `opening: { from: "09:00", to: "12:00" }
interval: 60m
contacts:
  calls: { volume: 60, profile: [1, 2, 3], handleTime: { distribution: exponential, mean: 4m }, patience: never, answerWithin: 20s, target: 80% }
  mails: { ratesPerHour: [4, 5, 6], handleTime: { distribution: exponential, mean: 4m }, patience: never, answerWithin: 20s, target: 80% }
groups: { team: { answers: [calls, mails], agents: 8 } }
days: 4
`;
const readBase = () => ({ file: "base.yaml", text: base });
const variant = (text: string) => parseScenario(`extends: base.yaml\n${text}`, "variant.yaml", { readBase });
const hours = { from: 9 * 3600, to: 12 * 3600 };

describe("a patch that changes the opening", () => {
  test("leaves the demand of a profile or of rates where the base has it, in a file, a setting, a study and a kind of day", () => {
    const short = 'opening: { to: "11:00" }\n', study = parseStudy(`question: What if?\nbase: base.yaml\nvariants: { a: { says: A, patch: { ${short.trim()} } } }\n`, "study.yaml", { readBase });
    const week = parseScenario(`${base}calendar: { week: { mon: long, sat: short }, dayTypes: { long: {}, short: { ${short.trim()} } } }\n`);
    for (const { contacts } of [variant(short), parseScenario(base, "base.yaml", { set: ["opening.to=11:00"] }), study.ways[1].scenario, week.calendar!.dayTypes.short]) {
      for (const { demand } of Object.values(contacts)) expect(demand).toMatchObject({ ...hours, moves: 0 });
    }
  });

  test("loses those who would come when it is now closed, and says so", () => {
    expect(simulate(variant('opening: { to: "11:00" }\n')).types.calls.demand).toMatchObject({ wanted: 60, whileClosed: 30, moved: 0, lost: 30 });
    expect(simulate(variant('opening: { from: "08:00", to: "13:00" }\n')).types.calls.demand).toMatchObject({ wanted: 60, whileClosed: 0, lost: 0 });
  });

  test("keeps what the type says of its demand besides", () => {
    const { contacts } = variant('opening: { to: "11:00" }\ncontacts: { calls: { demand: { moves: 50% } }, mails: { demand: { to: "12:00", online: 10% } } }\n');
    expect([contacts.calls.demand, contacts.mails.demand]).toMatchObject([{ ...hours, moves: 0.5 }, { ...hours, online: 0.1 }]);
  });

  test("says nothing of a profile that is written anew, and a file's own list must fit its own opening", () => {
    const { contacts } = variant('opening: { to: "11:00" }\ncontacts: { calls: { profile: [1, 2] } }\n');
    expect([contacts.calls.demand, contacts.mails.demand]).toMatchObject([undefined, hours]);
    expect(() => variant('opening: { to: "11:00" }\ncontacts: { calls: { profile: [1, 2, 3] } }\n')).toThrow("must have 2 entries");
    expect(() => parseScenario(base.replace('"12:00"', '"11:00"'))).toThrow("must have 2 entries");
  });

  test("changes nothing where the opening stays as it is", () => {
    expect(variant("days: 5\n").contacts.calls.demand).toBeUndefined();
    expect(variant('opening: { from: "09:00", to: "12:00" }\n').contacts.calls.demand).toBeUndefined();
  });
});

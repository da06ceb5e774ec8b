import { expect, test } from "vitest";
import { parseScenario } from "../../sim/scenario/parse.ts";
import { mistakesIn } from "./mistakes.ts";

const file = (more: string, group = "") => `opening: { from: "09:00", to: "11:00" }
interval: 60m
contacts:
  calls: { volume: 20, profile: [1, 1], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 20s, target: 80% }
groups: { team: { answers: [calls], agents: 2${group} } }
${more}
`;

test("pay and agreements are read with their defaults", () => {
  const { pay, agreements } = parseScenario(file("pay: { perHour: 12.5, post: { hours: 7h24m } }\nagreements: { county: { atLeast: 80% } }"));
  expect(pay).toEqual({ perHour: 12.5, rates: [], factor: 1, overrun: 1, perContact: 0, fixed: 0, currency: "£", post: { hours: 26640, away: 0 } });
  expect(agreements).toEqual({ county: { measure: "serviceLevel", atLeast: 0.8, every: 1, over: "contacts", credits: [] } });
  expect(parseScenario(file("agreements: { county: { atLeast: 80%, every: 20 days } }")).agreements?.county.every).toBe(20);
  expect(parseScenario(file("")).pay).toBeUndefined();
});

test("wrong pay is told where it stands, all at once", () => {
  expect(mistakesIn(file(`pay:
  perHour: -3
  rates: [{ from: "18:00", to: "17:00", factor: 2 }, { from: "08:00", to: "10:00", factor: 2 }, { from: "09:30", to: "12:00", factor: 1 }]
  post: { hours: 0s, away: 100% }
  currency: ""
  overtime: 2`, ", pay: { perhour: 4 }"))).toEqual([
    "day.yaml:5:55 groups.team.pay.perhour unknown key; did you mean perHour?",
    "day.yaml:7:12 pay.perHour must be an amount of money from 0 to 1,000,000,000, without its sign (got -3)",
    "day.yaml:8:32 pay.rates[0].to must be later than from, 18:00 (got \"17:00\")",
    "day.yaml:8:97 pay.rates[2] must not overlap the rate from 08:00 to 10:00",
    "day.yaml:9:18 pay.post.hours must be longer than 0s (got 0s)",
    "day.yaml:9:28 pay.post.away must be below 100% (got 100%)",
    'day.yaml:10:13 pay.currency must be a text of 1 to 10 characters, such as £ (got "")',
    "day.yaml:11:3 pay.overtime unknown key; known here: perHour, rates, factor, overrun, perContact, fixed, post, currency",
  ]);
});

test("a group's pay needs everybody's", () => {
  expect(mistakesIn(file("", ", pay: { perContact: 1 }"))).toEqual(["day.yaml:5:48 groups.team.pay needs the pay of the scenario, of which it is the exception: write pay: { perHour: … } at the top"]);
  expect(mistakesIn(file("pay: { perContact: 1 }", ""))).toEqual(["day.yaml:6:1 pay.perHour is missing"]);
});

test("wrong agreements are told where they stand, all at once", () => {
  expect(mistakesIn(file(`agreements:
  county: { contacts: [call, calls, calls], atLeast: 80%, measure: servicelevel }
  district: { every: 0 days, over: weeks, atLeast: 0% }
  town: { atLeast: 80%, every: month, credits: [{ below: 90%, pay: 5 }, { below: 70%, pay: 9 }, { below: 60%, pay: 7 }, { below: 70%, pay: 9 }] }`))).toEqual([
    "day.yaml:7:24 agreements.county.contacts[0] there is no such contact type; did you mean calls? (got call)",
    "day.yaml:7:37 agreements.county.contacts[2] is named twice (got calls)",
    "day.yaml:7:68 agreements.county.measure must be one of serviceLevel, serviceLevelOfAnswered, serviceLevelExcludingShortAbandons, serviceLevelIncludingAbandons, answerRate, abandonmentRate, averageSpeedOfAnswer, averageWait (got servicelevel)",
    "day.yaml:8:22 agreements.district.every must be day, week, month, quarter or year, or a number of days from 1 to 3,660, such as 20 days (got 0 days)",
    "day.yaml:8:36 agreements.district.over must be contacts, days or intervals (got weeks)",
    "day.yaml:8:52 agreements.district.atLeast must be above 0% (got 0%)",
    "day.yaml:9:32 agreements.town.every needs a calendar of dates (calendar.from and to), or a number of days such as 20 days (got month)",
    "day.yaml:9:58 agreements.town.credits[0].below must not be above the 80% promised (got 90%)",
    "day.yaml:9:116 agreements.town.credits[2].pay must be at least 9, which is due for a better result (got 7)",
    "day.yaml:9:130 agreements.town.credits[3].below is a step already (got 70%)",
  ]);
});

test("what was promised at most is read in the unit of its measure", () => {
  const { agreements } = parseScenario(file(`agreements:
  left: { measure: abandonmentRate, atMost: 5%, credits: [{ above: 5%, pay: 10 }, { above: 0.08, pay: 20 }] }
  waits: { measure: averageWait, atMost: 3m, over: days, credits: [{ above: 5m30s, pay: 7 }] }
  answers: { measure: averageSpeedOfAnswer, atMost: 30s }`));
  expect(agreements).toEqual({
    left: { measure: "abandonmentRate", atMost: 0.05, every: 1, over: "contacts", credits: [{ above: 0.05, pay: 10 }, { above: 0.08, pay: 20 }] },
    waits: { measure: "averageWait", atMost: 180, every: 1, over: "days", credits: [{ above: 330, pay: 7 }] },
    answers: { measure: "averageSpeedOfAnswer", atMost: 30, every: 1, over: "contacts", credits: [] },
  });
});

test("a promise of the wrong side or in the wrong unit is told where it stands, with what to write instead, all at once", () => {
  expect(mistakesIn(file(`agreements:
  a: { atMost: 30s }
  b: { measure: averageWait, atLeast: 80% }
  c: { measure: averageWait, atMost: 5%, credits: [{ above: 8%, pay: 1 }, { below: 80%, pay: 2 }, { pay: 3 }] }
  d: { measure: abandonmentRate, atMost: 30s, answerWithin: 20s }
  e: { measure: abandonmentRate, atLeast: 80%, atMost: 5% }
  f: { measure: averageSpeedOfAnswer }
  g: { every: 2 days }
  h: { measure: averageWait, atMost: 30 }
  i: { measure: averageWait, atMost: 30s, credits: [{ above: 20s, pay: 5 }, { above: 60s, pay: 9 }, { above: 2m, pay: 7 }, { above: 1m, pay: 9 }, { above: 3m, below: 10%, pay: 9 }] }
  j: { measure: abandonmentRate, atMost: 100% }`))).toEqual([
    "day.yaml:7:8 agreements.a.atMost does not fit its measure: serviceLevel is better the higher it is; write for example atLeast: 80%",
    "day.yaml:8:30 agreements.b.atLeast does not fit its measure: averageWait is better the lower it is; write for example atMost: 30s",
    "day.yaml:9:38 agreements.c.atMost must be a duration such as 30s, since averageWait is a time (got 5%)",
    "day.yaml:9:61 agreements.c.credits[0].above must be a duration such as 30s, since averageWait is a time (got 8%)",
    "day.yaml:9:77 agreements.c.credits[1].below does not fit its agreement, which promises atMost: write for example above: 30s",
    "day.yaml:9:99 agreements.c.credits[2].above is missing",
    "day.yaml:10:42 agreements.d.atMost must be a share such as 5%, since abandonmentRate is one (got 30s)",
    "day.yaml:10:47 agreements.d.answerWithin has no effect: abandonmentRate counts all that hang up, however early",
    "day.yaml:11:34 agreements.e.atLeast has no place beside atMost: abandonmentRate is better the lower it is",
    "day.yaml:12:3 agreements.f.atMost is missing: write for example atMost: 30s",
    "day.yaml:13:3 agreements.g.atLeast is missing: write for example atLeast: 80%",
    "day.yaml:14:38 agreements.h.atMost must be a share such as 5% or a duration such as 30s, as the measure counts (got 30)",
    "day.yaml:15:62 agreements.i.credits[0].above must not be below the 30s promised (got 20s)",
    "day.yaml:15:119 agreements.i.credits[2].pay must be at least 9, which is due for a better result (got 7)",
    "day.yaml:15:133 agreements.i.credits[3].above is a step already (got 1m)",
    "day.yaml:15:160 agreements.i.credits[4].below has no place beside above: averageWait is promised by atMost",
    "day.yaml:16:42 agreements.j.atMost must be below 100% (got 100%)",
  ]);
});

test("a variant that turns to another measure takes its base's promise away", () => {
  const read = (text: string) => parseScenario(`extends: base.yaml\n${text}`, "day.yaml", { readBase: () => ({ file: "base.yaml", text: file("agreements: { county: { atLeast: 80% } }") }) });
  expect(() => read("agreements: { county: { measure: averageWait, atMost: 30s } }")).toThrow("agreements.county.atMost has no place beside atMost: averageWait is better the lower it is: atLeast comes from base.yaml, and atLeast: null in its place takes it away");
  expect(read("agreements: { county: { measure: averageWait, atMost: 30s, atLeast: null } }").agreements?.county).toMatchObject({ measure: "averageWait", atMost: 30 });
});

test("a break is paid unless the file says otherwise", () => {
  expect(mistakesIn(file('shifts: { early: { from: "09:00", to: "11:00", breaks: [{ for: 10m, between: ["10:00", "10:30"], paid: no }] } }'))).toEqual([
    "day.yaml:6:104 shifts.early.breaks[0].paid must be true or false (got no)",
  ]);
});

test("a rate at times when nobody works is a slip, but not where the hours come from a base or a kind of day", () => {
  const paid = 'pay: { perHour: 10, rates: [{ from: "11:00", to: "12:00", factor: 2 }] }\n', told = "pay.rates[0] must touch the opening hours, 09:00 to 11:00, since nobody works outside them by the rota";
  expect(mistakesIn(file(paid))).toEqual([`day.yaml:6:29 ${told}`]);
  expect(mistakesIn(file(paid.replace("11:00", "10:30")))).toEqual([]);
  expect(mistakesIn(`${file(paid)}calendar: { week: { mon: late }, dayTypes: { late: { opening: { to: "12:00" }, contacts: { calls: { profile: [1, 1, 1] } } } } }\n`)).toEqual([]);
  const inherited = parseScenario(`extends: base.yaml\n${paid}`, "day.yaml", { readBase: () => ({ file: "base.yaml", text: file("") }) });
  expect(inherited.pay?.rates).toEqual([{ from: 11 * 3600, to: 12 * 3600, factor: 2 }]);
});

test("shares of matters that do not add up are told what they add up to", () => {
  const wrong = file("").replace("volume: 20", "volume: 20, matters: { residents: [33.3%, 33.3%, 33.3%] }");
  expect(mistakesIn(wrong)).toEqual([expect.stringContaining("matters.residents must add up to 100%, not to 99.9%")]);
});

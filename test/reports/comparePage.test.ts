import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { assumptionsOf } from "../../reports/assumptions.ts";
import { evenInWords, evenTitle, numberInWords } from "../../reports/compareEven.ts";
import { cheapestInWords, compareFinding } from "../../reports/compareFinding.ts";
import { lostOf, worthInWords } from "../../reports/compareMarginal.ts";
import { chartRowsOf, comparePage } from "../../reports/comparePage.ts";
import { standsInWords } from "../../reports/compareStands.ts";
import { differenceShown, leftAsBest, quantityMargin, quantityShown, rankShown, sideOf, signedShown, sizeShown } from "../../reports/compareWords.ts";
import { staffingRow } from "../../reports/rows/staffingCurves.ts";
import { parseStudy, type Study } from "../../sim/scenario/study.ts";
import { compareHere } from "../../sim/study/compare.ts";

const base = `name: "<b>Usual</b> & so on"
opening: { from: "09:00", to: "11:00" }
interval: 30m
contacts:
  calls: { volume: 60, profile: [1, 1, 1, 1], handleTime: { distribution: exponential, mean: 5m }, patience: { distribution: exponential, mean: 3m }, answerWithin: 20s, target: 80% }
groups: { all: { answers: [calls], agents: 4 } }
days: 200
`;
const agents = (name: string, number: number) => `  ${JSON.stringify(name)}: { says: "So many: ${number}", patch: { groups: { all: { agents: ${number} } } } }\n`;
const study = (variants: string, more = ""): Study => parseStudy(`question: "What <i>if</i>?"\nbase: day.yaml\nvariants:\n${variants}${more}`, "study.yaml", { readBase: () => ({ file: "day.yaml", text: base }) });
const titleOf = (variants: string, more?: string) => {
  const asked = study(variants, more);
  return compareFinding(asked, compareHere(asked)).title;
};

test("the finding says what the intervals support, and no more", () => {
  expect(titleOf(agents("five", 5))).toMatch(/^“five”: answered in time, \d+\.\d points \(± \d\.\d\) more than the base$/);
  expect(titleOf(agents("same", 4))).toBe("No difference we can see: answered in time");
  expect(titleOf(agents("five", 5) + agents("six", 6))).toMatch(/^“six” answers the most in time of three ways of working: \d+\.\d points \(± \d\.\d\) more than the base$/);
  expect(titleOf(agents("three", 3) + agents("two", 2))).toBe("The base answers the most in time of three ways of working");
  expect(titleOf(agents("six", 6) + agents("also six", 6))).toBe("“six” or “also six” answers the most in time of three ways of working: too close to call");
  expect(titleOf(agents("five", 5), "measures: [averageWait]\n")).toMatch(/^“five”: average wait, [\d.]+ seconds \(± [\d.]+\) shorter than the base$/);
  expect(titleOf(agents("five", 5), "measures: [occupancy]\n")).toMatch(/^“five”: occupancy, [\d.]+ points \(± [\d.]+\) less than the base$/);
  const none = '  none: { says: Nobody calls, patch: { contacts: { calls: { volume: 0 } } } }\n';
  expect(titleOf(none)).toBe("Nothing to compare: “none” has no value of answered in time");
  expect(titleOf(none + agents("five", 5))).toMatch(/^“five” answers the most in time of the two ways of working that have a value: \d+\.\d points/);
  expect(titleOf(none + agents("also four", 4))).toBe("No difference we can see: answered in time");
});

test("better and worse go by the measure, and only where the whole interval lies on one side", () => {
  const by = (mean: number, halfWidth: number) => ({ mean, halfWidth });
  expect(sideOf("serviceLevel", by(0.02, 0.01))).toBe("better");
  expect(sideOf("averageWait", by(2, 1))).toBe("worse");
  expect(sideOf("occupancy", by(-0.02, 0.01))).toBe("lower");
  expect(sideOf("serviceLevel", by(0.02, 0.02))).toBe("same");
  expect(sideOf("serviceLevel", { mean: 1, halfWidth: null })).toBe("unknown");
});

test("a way of working without a value is neither the best nor ruled out", () => {
  const asked = study('  none: { says: Nobody calls, patch: { contacts: { calls: { volume: 0 } } } }\n' + agents("five", 5)), compared = compareHere(asked);
  expect(leftAsBest(asked, compared, "serviceLevel")).toEqual(["five"]);
  expect(["base", "none", "five"].map((name) => rankShown(compared, name, "serviceLevel"))).toEqual(["ruled out", "", "may be"]);
  expect(rankShown(compared, "five", "occupancy")).toBe("");
});

test("a number at several paths is named by what they have in common", () => {
  expect(numberInWords(["contacts.calls.handleTime.mean"])).toBe("contacts.calls.handleTime.mean");
  expect(numberInWords(["contacts.Cherwell.demand.online", 'contacts["South Northamptonshire"].demand.online'])).toBe("demand.online of Cherwell and South Northamptonshire");
  expect(numberInWords(["groups.all.answers.a.handleTimeFactor", "groups.all.answers.b.handleTimeFactor", "groups.all.answers.c.handleTimeFactor"])).toBe("handleTimeFactor of a, b and c (all.answers)");
  expect(numberInWords(["contacts.a.volume", "groups.b.agents"])).toBe("contacts.a.volume and groups.b.agents");
  expect(numberInWords(["sites.B-Town.overflow[0].after", "sites.C-Town.overflow[0].after"])).toBe("overflow[0].after of B-Town and C-Town");
});

test("a break-even says no more than was tried", () => {
  const at = (value: number, mean: number, halfWidth: number) => ({ value, mean, halfWidth }), terms = { per: "day", currency: "£" } as const;
  const even = { paths: ["x.y"], unit: "number", between: [1, 2], variants: ["base", "five"], setIn: ["five"], measure: "serviceLevel", value: null, halfWidth: null, beyond: false, also: [], jumps: [], because: "oneSign", ends: [at(1, 0.03, 0.01), at(2, 0.05, 0.01)], tried: [at(1, 0.03, 0.01), at(1.5, 0.04, 0.01), at(2, 0.05, 0.01)] } as const;
  expect(evenInWords(even, terms)).toBe("At none of the three values of x.y in “five” tried from 1 to 2 are the base and “five” equal (answered in time): the base has 3.0 points (± 1.0) more at 1 and 5.0 points (± 1.0) more at 2. Values between them were not tried.");
  expect(evenInWords({ ...even, because: "undecided", tried: [at(1, 0.003, 0.01), at(1.5, -0.001, 0.01), at(2, 0.05, 0.01)] }, terms))
    .toBe("The base and “five” cannot be told apart (answered in time) where x.y in “five” is 1 or 1.5; at the other values tried from 1 to 2, the base has more than “five”.");
  expect(evenInWords({ ...even, because: "identical" }, terms)).toBe("The base and “five” are equal throughout (answered in time): no difference on any day, at any of the three values of x.y in “five” tried from 1 to 2.");
  expect(evenInWords({ ...even, because: null, value: 1.2, halfWidth: 0.01, also: [{ value: 1.8, halfWidth: 0.02, beyond: false }] }, terms))
    .toBe("The base and “five” are equal (answered in time) where x.y in “five” is 1.200 (± 0.010). They are equal again at 1.800 (± 0.020): between the two the answer is the other way round.");
  const jump = { from: { value: 1.4998, mean: 0.03, halfWidth: 0.01 }, to: { value: 1.5001, mean: -0.013, halfWidth: 0.001 } };
  expect(evenInWords({ ...even, because: "jump", jumps: [jump] }, terms))
    .toBe("The base and “five” are equal nowhere from 1 to 2, as far as we looked (answered in time): where x.y in “five” is between 1.4998 and 1.5001, the base jumps from 3.0 points (± 1.0) more to 1.3 points (± 0.1) less.");
  expect(evenTitle({ ...even, because: "jump", jumps: [jump] })).toBe("The base and “five” are equal nowhere: the answer jumps at a y between 1.4998 and 1.5001");
  expect(evenInWords({ ...even, unit: "seconds", because: "jump", jumps: [{ from: { ...jump.from, value: 19.982 }, to: { ...jump.to, value: 20.011, mean: 0.0005 } }] }, terms)).toContain("is between 19.98s and 20.02s, the base jumps from 3.0 points (± 1.0) more to no difference we can see.");
});

test("differences and values have their unit, sign and as many digits as they deserve", () => {
  expect(signedShown("serviceLevel", { mean: -0.0312, halfWidth: 0.0004 })).toEqual({ value: "−3.1", margin: "± 0.1" });
  expect(signedShown("averageWait", { mean: 0.04, halfWidth: 0.012 })).toEqual({ value: "+0.04", margin: "± 0.01" });
  expect(signedShown("paidHours", { mean: 0, halfWidth: 0 })).toEqual({ value: "0.0", margin: "" });
  expect(differenceShown("cost", { mean: -0.24, halfWidth: 0.01 }, { currency: "£" })).toBe("−£0.24 ± 0.01");
  expect(differenceShown("cost", { mean: 88.2, halfWidth: 9 }, { currency: "EUR" })).toBe("+EUR 88 ± 9");
  expect(differenceShown("serviceLevel", { mean: -0.03, halfWidth: 0.001 }, { currency: "£" })).toBe("−3.0 ± 0.1 points");
  expect(sizeShown("cost", { mean: 12, halfWidth: null }, { currency: "EUR" }).value).toBe("EUR 12.00");
  expect(sizeShown("answered", { mean: -20.9, halfWidth: 0.3 })).toEqual({ value: "20.9 contacts", margin: "± 0.3" });
  expect([quantityShown(291.53, "seconds", 2.1), quantityMargin(2.1, "seconds")]).toEqual(["4m52s", "± 2.1 s"]);
  expect([quantityShown(1.44897, "number", 0.0098), quantityMargin(0.0098, "number")]).toEqual(["1.4490", "± 0.0098"]);
  expect([quantityShown(0.1234, "share", 0.011), quantityMargin(0.011, "share")]).toEqual(["12.3%", "± 1.1"]);
});

test("the page has the answer, a chart a measure, a chart a way of working, all figures, and escapes every name", () => {
  const asked = study(agents("five", 5) + agents("<script>x</script> and a name that goes on and on and on", 3), "hold: {}\nbreakEven: { path: contacts.calls.handleTime.mean, between: [4m, 7m], variants: [base, five], in: five }\nsensitivity: { patience: [50%], volume: [120%] }\nmarginal: { hours: [\"10:30\", \"11:00\"] }\n");
  const comparison = compareHere(asked), page = comparePage(asked, comparison, [{ file: "study.yaml", text: "question: x" }], "callhall compare study.yaml");
  expect(page).toBe(comparePage(asked, comparison, [{ file: "study.yaml", text: "question: x" }], "callhall compare study.yaml"));
  expect(page).not.toMatch(/<script|<b>Usual|<i>if|undefined|NaN|null/);
  const { window: { document } } = new JSDOM(page), all = (selector: string) => [...document.querySelectorAll(selector)];
  expect(document.querySelector(".over")?.textContent).toBe("What <i>if</i>?");
  expect(all("h1")).toHaveLength(1);
  expect(all("svg[aria-labelledby^=difference]")).toHaveLength(4);
  expect(all("svg[aria-labelledby^=level]")).toHaveLength(3);
  expect(all("svg[aria-labelledby^=staffing]")).toHaveLength(1);
  expect(all("table")).toHaveLength(7);
  const titles = all("h2").map((heading) => heading.textContent);
  expect(titles).toEqual(expect.arrayContaining([expect.stringMatching(/^All hold the target with 8 paid hours a day$/), expect.stringMatching(/^The base and “five” are equal at a handleTime\.mean of \dm\d+(?:\.\d)?s \(± [\d.]+ s\)$/)]));
  expect(new Set(all("[id]").map(({ id }) => id)).size).toBe(all("[id]").length);
});

test("the finding names another best way, where a change makes one, and says that the answer stands where it does", () => {
  const asked = study(agents("five", 5) + agents("six", 6), "sensitivity: { volume: [90%, 110%] }\n"), compared = compareHere(asked), ways = ["base", "five", "six"];
  expect(standsInWords(compared, ways)).toBe("The answer stands in both changes tried.");
  const [less, more] = compared.sensitivity!, other = { ...compared, sensitivity: [{ ...less, best: ["five"] }, more] };
  expect(standsInWords(other, ways)).toBe("The answer turns with volumes at 90% (then it is “five”). It stands in the other change tried.");
  expect(standsInWords({ ...compared, sensitivity: [{ ...less, best: ["five"] }, { ...more, best: ["five"] }] }, ways)).toBe("The answer turns with volumes at 90% and volumes at 110% (then it is “five”).");
  // The best is the best: the order of others, and what cannot be told apart any more, do not turn the answer.
  expect(standsInWords({ ...compared, sensitivity: [{ ...less, stands: { five: false, six: true } }, { ...more, stands: { five: null, six: true } }] }, ways)).toBe("The answer stands in both changes tried, though not always as clearly.");
  expect(standsInWords({ ...compared, sensitivity: [{ ...less, best: ["five", "six"] }] }, ways)).toBe("The answer stands with volumes at 90%, though not as clearly.");
  // Where no direction is better, the answer is which way a difference points.
  expect(standsInWords({ ...compared, measures: ["occupancy"], ruledOut: {}, sensitivity: [{ ...less, best: null, stands: { five: false, six: true } }, { ...more, best: null }] }, ways)).toBe("The answer turns with volumes at 90%. It stands in the other change tried.");
  expect(standsInWords({ ...compared, sensitivity: null }, ways)).toBe("");
});

test("two ways that are one line in the staffing curves are named in its note", () => {
  const asked = study(agents("same", 4) + agents("five", 5), "hold: {}\n"), { note } = staffingRow(asked, compareHere(asked))!;
  expect(note).toContain("By agents A and B coincide, one line for both.");
  const apart = study('  slower: { says: x, patch: { contacts: { calls: { handleTime: { mean: 6m } } } } }\n', "hold: {}\n");
  expect(staffingRow(apart, compareHere(apart))!.note).not.toContain("coincide");
});

test("a heading about a kind of day names the ways of working that have it", () => {
  const week = `${base}calendar: { week: { mon: usual, sat: short }, dayTypes: { usual: {}, short: { contacts: { calls: { volume: 300 } } } } }\n`;
  const asked = parseStudy('question: x\nbase: day.yaml\nvariants:\n  same: { says: x, patch: { name: Again } }\n  closed: { says: x, patch: { calendar: { week: { sat: closed }, dayTypes: { short: null } } } }\n', "study.yaml", { readBase: () => ({ file: "day.yaml", text: week }) });
  const titles = chartRowsOf(asked, compareHere(asked)).map(({ row: { title } }) => title);
  expect(titles).toContain("Short: the target is missed in every half hour in the base and “same”");
  expect(titles.join()).not.toContain("scenarios");
});

test("no more are said to be lost than arrive", () => {
  const closing = (moves: string) => parseStudy(`question: x\nbase: day.yaml\nvariants:\n${agents("five", 5)}marginal: { hours: ["09:00", "09:30"] }\n`, "study.yaml", { readBase: () => ({ file: "day.yaml", text: base.replace("answerWithin: 20s", `demand: { moves: ${moves} }, answerWithin: 20s`) }) });
  const terms = { per: "day", currency: "£" } as const, said = (moves: string) => { const [worth] = compareHere(closing(moves)).marginal!; return { worth, words: worthInWords(worth, terms) }; };
  const all = said("0%");
  expect(all.worth.arriving).toEqual({ mean: all.worth.offered.mean, halfWidth: all.worth.offered.halfWidth });
  expect(all.words).toContain("All of them would be lost were it closed.");
  const half = said("50%");
  expect(half.worth.offered.mean! / half.worth.arriving.mean!).toBeCloseTo(0.5, 1);
  expect(half.words).toMatch(/contacts arrive a day\. [\d.]+ \(± [\d.]+\) of them would not come at all/);
  expect(said("100%").words).toContain("None of them would be lost as far as we can see: they would come at other times.");
  const { worth } = said("1%"), more = { ...worth, offered: { ...worth.offered, mean: worth.arriving.mean! + 0.4 } };
  expect(lostOf(more)).toEqual({ mean: worth.arriving.mean, halfWidth: worth.offered.halfWidth });
  expect(worthInWords(more, terms)).toContain("All of them would be lost");
});

test("the cheapest way is named only where the numbers of agents left open do not matter", () => {
  const paid = "pay: { perHour: 10 }\n", asked = parseStudy(`question: x\nbase: day.yaml\nvariants:\n  dear: { says: x, patch: { pay: { perHour: 12 } } }\nhold: { target: 80% }\n`, "study.yaml", { readBase: () => ({ file: "day.yaml", text: base + paid }) }), compared = compareHere(asked);
  expect(cheapestInWords(asked, compared)).toMatch(/^The base holds 80% at the lowest cost: £\d+\.\d\d \(± 0\.\d\d\) a day, with \d+ agents\.$/);
  const { dear } = compared.hold!, open = { ...compared, hold: { base: { ...compared.hold!.base, atMost: null }, dear } };
  expect(cheapestInWords(asked, open)).toMatch(/differs by nothing we can see/);
});

test("assumptions are the comments that say so, with the key beside them and the lines that go on", () => {
  const text = 'a: 1 # assumed: one\nb: "# assumed: no" # assumed\n# The source says this.\n# Assumed: that\n# it goes on\n\n# and this is something else\nc: it\'s # the case. assumed: the rest';
  expect(assumptionsOf([{ file: "x.yaml", text }]).map(({ line, about, says }) => [line, about, says])).toEqual([
    [1, "a: 1", "one"], [2, 'b: "# assumed: no"', ""], [4, "", "that it goes on"], [8, "c: it's", "the rest"],
  ]);
});

test("an assumption in the midst of a comment reads as a sentence", () => {
  const text = "# The case gives pay\n# of leaders only; every other\n# amount here is assumed. The rest is known.\nshifts: # assumed: 36 minutes\n  early: 3 # 20 days, assumed by us\npay: # assumed, as elsewhere\n";
  expect(assumptionsOf([{ file: "x.yaml", text }]).map(({ line, about, says }) => [line, about, says])).toEqual([
    [3, "", "The case gives pay of leaders only; every other amount here is assumed."], [4, "shifts:", "36 minutes"], [5, "early: 3", "20 days, assumed by us"], [6, "pay:", "as elsewhere"],
  ]);
});

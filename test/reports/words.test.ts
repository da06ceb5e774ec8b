import { expect, test } from "vitest";
import { toldApart } from "../../reports/names.ts";
import { chanceOfDaysShown, amountShown, clock, daysInHundred, duration, halfWidth, inSentence, listed, percent, percentBeside, pointsRange, secondsShown, shareShown, withHalfWidth } from "../../reports/words.ts";

test("a share that is neither nothing nor all never reads as 0 or 100 %", () => {
  expect([0, 0.0003, 0.847, 0.9999, 1].map((share) => percent(share))).toEqual(["0.0%", "<0.1%", "84.7%", ">99.9%", "100.0%"]);
});

test("an amount that is not nothing never reads as nothing", () => {
  expect([0, 0.001, 0.006, 3.14159, 565.43].map((mean) => amountShown({ mean, halfWidth: null }).value)).toEqual(["0.00", "<0.01", "0.01", "3.14", "565.4"]);
});

test("a share just below its target is given enough digits to see it", () => {
  expect(percentBeside(0.79961, 0.8)).toBe("79.96%");
  expect(percentBeside(0.847, 0.8)).toBe("84.7%");
  expect(percentBeside(0.8, 0.8)).toBe("80.0%");
});

test("a half-width that is not zero never reads as zero", () => {
  expect([0, 0.004, 0.17].map((half) => halfWidth(half))).toEqual(["0.0", "0.1", "0.2"]);
});

test("a number carries its margin, and none where there is one day only", () => {
  expect(withHalfWidth(shareShown({ mean: 0.84949, halfWidth: 0.0017 }))).toBe("84.9% ± 0.2");
  expect(inSentence(shareShown({ mean: 0.84949, halfWidth: null }))).toBe("84.9%");
  expect(withHalfWidth(secondsShown({ mean: 10.54, halfWidth: 0.149 }))).toBe("10.5 s ± 0.1");
  expect(withHalfWidth(shareShown({ mean: null, halfWidth: null }))).toBe("–");
});

test("never and always are only said where every simulated day agrees", () => {
  expect(daysInHundred(0, 2000)).toBe("on none of 2,000 simulated days");
  expect(daysInHundred(0.001, 2000)).toBe("on fewer than 1 day in 100");
  expect(daysInHundred(0.8985, 2000)).toBe("on 90 days in 100");
  expect(daysInHundred(0.998, 2000)).toBe("on more than 99 days in 100");
  expect(daysInHundred(1, 2000)).toBe("on every simulated day");
  expect(daysInHundred(5 / 7, 7)).toBe("on 71% of the simulated days");
  expect(daysInHundred(0, 1)).toBe("not on the one simulated day");
});

test("a range has as many digits as it takes to tell its ends apart", () => {
  expect(pointsRange([0.884, 0.911])).toBe("88–91");
  expect(pointsRange([0, 0.0019])).toBe("0–0.2");
  expect(pointsRange([0.99808, 1])).toBe("99.8–100");
});

test("times and lists read as people say them", () => {
  expect([clock("08:30"), clock("10:00"), clock("00:05")]).toEqual(["8:30", "10:00", "0:05"]);
  expect([1, 20, 300, 330].map(duration)).toEqual(["1 second", "20 seconds", "5 minutes", "5 min 30 s"]);
  expect(listed(["a", "b", "c"])).toBe("a, b and c");
});

test("equal names are told apart by file, equal files by number", () => {
  const part = (name: string, file: string) => ({ name, file });
  expect(toldApart([part("A", "x"), part("A", "y"), part("B", "y")])).toEqual(["A (x)", "A (y)", "B"]);
  expect(toldApart([part("A", "x"), part("A", "x")])).toEqual(["A (x) (1)", "A (x) (2)"]);
});

test("a share of days whose half-width reaches beyond all or none is shown with the ends of its interval", () => {
  expect(chanceOfDaysShown({ mean: 0.776, halfWidth: 0.004 })).toEqual({ value: "77.6%", margin: "± 0.4" });
  expect(chanceOfDaysShown({ mean: 0.999, halfWidth: 0.169 })).toEqual({ value: "99.9%", margin: "(83–100)" });
  expect(chanceOfDaysShown({ mean: 0, halfWidth: 0.168 })).toEqual({ value: "0.0%", margin: "(0–17)" });
});

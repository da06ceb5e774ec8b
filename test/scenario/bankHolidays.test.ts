import Holidays from "date-holidays";
import { expect, test } from "vitest";
import { bankHolidays, HOLIDAY_YEARS } from "../../sim/scenario/bankHolidays.ts";

test("the bank holidays are those of the package that keeps them", () => {
  const england = new Holidays("GB", "ENG"), years = Array.from({ length: HOLIDAY_YEARS.to - HOLIDAY_YEARS.from + 1 }, (_, i) => HOLIDAY_YEARS.from + i);
  const kept = years.flatMap((year) => england.getHolidays(year).filter(({ type }) => type === "public").map(({ date }) => date.slice(0, 10)));
  expect(bankHolidays()).toEqual([...new Set(kept)].sort());
});

// https://www.gov.uk/bank-holidays, England and Wales: days off in place of those on a weekend included.
test("the bank holidays of the government's list for 2022 and 2026 are among them", () => {
  const listed = [
    "2022-01-03", "2022-04-15", "2022-04-18", "2022-05-02", "2022-06-02", "2022-06-03", "2022-08-29", "2022-09-19", "2022-12-26", "2022-12-27",
    "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28",
  ];
  expect(bankHolidays()).toEqual(expect.arrayContaining(listed));
});

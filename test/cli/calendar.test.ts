import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { CALENDAR } from "./calendarFile.ts";
import { calendarIn } from "./calendarShape.ts";
import { callhall, shipped, temporaryFolder, write } from "./callhall.ts";

type Row = Record<string, string>;

test("a calendar of dates prints its finding, its months, weekdays, agreements and money, then an average day of each kind", async () => {
  const { code, stdout, stderr } = await callhall(["run", write(temporaryFolder(), "autumn.yaml", CALENDAR)]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^Autumn: the agreement county, 80% a month, is missed in (?:\d\.\d|none|all) of 2 months[^;]*; parish, 70% a week, in /);
  expect(stdout).toContain("From 1 September 2026 to 31 October 2026, simulated 24 times: 53 open days, ");
  // 26 and 27 open days: counted in a calendar on paper.
  expect(stdout).toMatch(/\nSeptember 2026 +26 +.*\nOctober 2026 +27 /);
  expect(stdout).toMatch(/\nMonday +8 .*\nTuesday +9 /);
  expect(stdout).toMatch(/\nPromised +80% every month +70% every week, mean of half hours\n/);
  expect(stdout).toMatch(/\nAll contacts as one, as agreed .*\nMean of days .*\nMean of half hours /);
  expect(stdout).toMatch(/\nCost and credits +£/);
  expect(stdout).not.toMatch(/NaN|undefined|null|Infinity/);
  for (const kind of ["usual", "short", "peak"]) expect(stdout).toContain(`\nAutumn, ${kind}: `);
});

test("--json prints a document of the promised shape, the same with any number of threads; tables in CSV and workbook have its numbers", async () => {
  const folder = temporaryFolder(), file = write(folder, "autumn.yaml", CALENDAR), book = join(folder, "autumn.xlsx"), out = join(folder, "csv");
  const [{ code, stdout, stderr }, other] = await Promise.all([callhall(["run", file, "--json", "--workers", "1", "--csv", out, "--xlsx", book]), callhall(["run", file, "--json", "--workers", "2"])]);
  expect({ code, last: stderr.trimEnd().split("\n").at(-1) }).toEqual({ code: 0, last: `wrote ${book}` });
  expect(other.stdout).toBe(stdout);
  const document = calendarIn(stdout), { whole, months, weeks, dates, agreements, weekdays, dayTypes } = document;
  expect([document.runs, document.target, whole.openDays, months.length, weeks.length, dates.length]).toEqual([24, 0.8, 53, 2, 9, 53]);
  expect(readdirSync(out).sort()).toEqual(["agreements.csv", "calendar.csv", "contacts.csv", "dates.csv", "days.csv", "groups.csv"]);
  const csv = (name: string) => Papa.parse<Row>(readFileSync(join(out, `${name}.csv`), "utf8"), { header: true, skipEmptyLines: true }).data;
  const calendar = csv("calendar"), period = (of: string, name: string) => calendar.find((row) => row.of === of && row.period === name);
  expect(calendar).toHaveLength(1 + 1 + 2 + 9 + 6 + 3);
  expect(Number(period("month", "2026-10")?.serviceLevel)).toBe(months[1].total.serviceLevel.mean);
  expect(Number(period("month", "2026-10")?.level_p10)).toBe(months[1].level.p10);
  expect(Number(period("weekday", "tue")?.daysOnTarget)).toBe(weekdays.tue.total.daysOnTarget.mean);
  expect(Number(period("dayType", "peak")?.offered)).toBe(dayTypes.peak.inCalendar.total.offered.mean);
  expect(Number(period("whole", "all")?.cost_halfWidth)).toBe(whole.cost?.halfWidth);
  const peak = csv("dates").find(({ date }) => date === "2026-10-06");
  expect(peak).toMatchObject({ weekday: "tue", dayType: "peak", dayType_share: "1", missed: String(dates.find(({ date }) => date === "2026-10-06")?.missed.mean) });
  const rows = csv("agreements"), ofCounty = rows.filter(({ agreement }) => agreement === "county");
  expect(ofCounty.map((row) => row.period)).toEqual(["(all)", "2026-09", "2026-10"]);
  expect(Number(ofCounty[0].met)).toBeCloseTo(1 - (agreements.county.missed.mean ?? NaN), 12);
  expect(Number(ofCounty[0].creditInAll)).toBe(agreements.county.credits?.inAll.mean);
  expect(rows.filter(({ agreement }) => agreement === "parish")).toHaveLength(1 + agreements.parish.periods.length);
  const sheets = await readWorkbook(book);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["Calendar", "Dates", "Contacts", "Groups", "Days", "Agreements"]);
  expect(sheets.map(({ data }) => data.length - 1)).toEqual(["calendar", "dates", "contacts", "groups", "days", "agreements"].map((name) => csv(name).length));
});

test("money adds up: what is due in all is the mean of the amounts, and the season's month has half as many calls again", async () => {
  const { agreements: { county }, whole: { money }, dates, months } = calendarIn((await callhall(["run", write(temporaryFolder(), "autumn.yaml", CALENDAR), "--json"])).stdout);
  const due = county.credits!.amounts.reduce((sum, { pay, share }) => sum + pay * share, 0);
  expect(county.credits!.inAll.mean).toBeCloseTo(due, 9);
  expect(money!.costWithCredits.mean).toBeCloseTo((money!.cost.mean ?? NaN) + due, 9);
  // Three agents for two hours at £10, on 53 days, and the overrun.
  expect(money!.cost.mean).toBeGreaterThanOrEqual(53 * 60);
  expect(money!.cost.mean).toBeLessThan(53 * 60 * 1.1);
  expect(dates.find(({ date }) => date === "2026-10-06")?.dayTypes).toEqual({ peak: 1 });
  // September: 21 usual days, a peak, 4 Saturdays; October: 20, 2 and 5, with half as many calls again. Poisson numbers, 24 times.
  for (const [month, expected] of [[0, 21 * 40 + 80 + 4 * 10], [1, 1.5 * (20 * 40 + 2 * 80 + 5 * 10)]] as const) expect(Math.abs((months[month].total.offered.mean ?? NaN) - expected)).toBeLessThan(4 * Math.sqrt(expected / 24));
});

test("page and slides are written whole, beside a week and a day, and the page repeats its command", async () => {
  const folder = temporaryFolder(), file = write(folder, "autumn.yaml", CALENDAR), report = join(folder, "page.html"), svg = join(folder, "svg"), out = join(folder, "csv");
  const { code } = await callhall(["run", file, shipped("usual-day.yaml"), shipped("week.yaml"), "--days", "16", "--report", report, "--svg", svg, "--csv", out]);
  expect(code).toBe(0);
  const page = readFileSync(report, "utf8"), text = page.replaceAll(/<[^>]+>/g, "");
  expect(page.trimEnd().endsWith("</html>")).toBe(true);
  expect(page).not.toMatch(/NaN|undefined|Infinity|<script/);
  expect(text).toContain("Autumn: the agreement county, 80% a month, is missed ");
  expect(text).toContain("The week and its kinds of day");
  expect(text).toContain("callhall run");
  expect(readdirSync(svg).filter((name) => name.startsWith("autumn-calendar-")).sort()).toEqual(["credits", "levels", "misses", "periods", "periods-2", "results", "results-2"].map((name) => `autumn-calendar-${name}.svg`).sort());
  expect(readdirSync(out)).toEqual(expect.arrayContaining(["week.csv", "calendar.csv", "dates.csv"]));
});

test("--day-type runs one kind of day of a calendar as a day", async () => {
  const { stdout } = await callhall(["run", write(temporaryFolder(), "autumn.yaml", CALENDAR), "--day-type", "short", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({ scenario: "Autumn, short", days: 24 });
});

test("times that no memory holds are refused at their place, and on the command line, before any work", async () => {
  const types = Array.from({ length: 40 }, (_, i) => `t${i}: { volume: 0.1, profile: [1, 1, 1, 1], handleTime: { distribution: exponential, mean: 5m }, patience: never, answerWithin: 20s, target: 80% }`);
  const text = `name: Many\nopening: { from: "09:00", to: "11:00" }\ninterval: 30m\ncontacts:\n${types.map((type) => `  ${type}\n`).join("")}groups: { team: { answers: [${types.map((_, i) => `t${i}`).join(", ")}], agents: 1 } }
calendar: { from: 2026-01-01, to: 2026-12-31, week: { mon: usual, tue: usual, wed: usual, thu: usual, fri: usual, sat: usual, sun: usual }, dayTypes: { usual: {} } }\ndays: 30000\n`;
  const folder = temporaryFolder(), file = write(folder, "many.yaml", text), refused = await callhall(["run", file, "--report", join(folder, "page.html")]);
  expect(refused).toMatchObject({ code: 2, stdout: "" });
  // 41 rows of 365 days, four times, and of 66 weeks, months and years, 8 bytes each; 2 bytes a day.
  const most = Math.floor(2 ** 30 / (8 * 41 * (4 * 365 + 1 + 1 + 12 + 53) + 2 * 365));
  expect(refused.stderr).toBe(`${file}:${text.trimEnd().split("\n").length}:7 days is too many times to keep the service level of every date, which takes more than 1 GiB: at most ${most.toLocaleString("en-GB")} times fit (got 30000)\n`);
  expect(await callhall(["run", file, "--days", "20000"])).toEqual({ code: 2, stdout: "", stderr: `${file}: --days 20000 is too many times to keep the service level of every date, which takes more than 1 GiB: at most ${most.toLocaleString("en-GB")} times fit\n` });
  expect(readdirSync(folder)).toEqual(["many.yaml"]);
});

test("Ctrl-C ends a calendar's run at once with 130, also in the middle of a block of eight years, and leaves no file behind", async () => {
  const folder = temporaryFolder();
  const ended = await callhall(["run", shipped("year.yaml"), "--days", "60000", "--workers", "1", "--report", join(folder, "page.html")], { meanwhile: (child) => void setTimeout(() => child.kill("SIGINT"), 1500) });
  expect(ended).toEqual({ code: 130, stdout: "", stderr: "" });
  expect(readdirSync(folder)).toEqual([]);
});

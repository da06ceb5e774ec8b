import { expect, test } from "vitest";
import { dayNumber } from "../../sim/scenario/civilDate.ts";
import { ABANDONED, AGENT_TIME, ANSWERED, HANDLE, IN_TIME, OFFERED, WAIT_ABANDONED, WAIT_ANSWERED } from "../../sim/study/fitHistory.ts";
import { readLength, readWhen } from "../../sim/cli/exportCells.ts";
import { fateIn } from "../../sim/cli/exportCalls.ts";
import { nameHead } from "../../sim/cli/exportHeads.ts";
import { readExport } from "../../sim/cli/exportFile.ts";
import { temporaryFolder, write } from "./callhall.ts";
import writeExcelFile from "write-excel-file/node";
import { join } from "node:path";

const read = (text: string | Uint8Array, map: readonly string[] = []) => readExport(write(temporaryFolder(), "export.csv", text), { map, within: 20, interval: 1800 });
const refusal = (text: string, map: readonly string[] = []) => read(text, map).then(() => "read", (error: Error) => error.message.replace(/^.*export\.csv:/gm, ""));
const TUESDAY = dayNumber(2026, 9, 1)!, NINE = 18;

test.each([
  ["2026-09-01 08:30", TUESDAY, 30_600], ["2026-09-01T08:30:00Z", TUESDAY, 30_600], ["2026-09-01T08:30:00.000+01:00", TUESDAY, 30_600], ["2026-09-01T08:30:00-05:00", TUESDAY, 30_600], ["01/09/2026 8:30", TUESDAY, 30_600], ["1.9.26", TUESDAY, null],
  ["01-Sep-26 08:30", TUESDAY, 30_600], ["Tue 1 September 2026", TUESDAY, null], ["Sep 1, 2026 8:30 PM", TUESDAY, 73_800], ["20260901", TUESDAY, null], ["260901", TUESDAY, null], ["8:30 am", null, 30_600], ["12:15:00 AM", null, 900],
  ["08:30", null, 30_600], ["0830", null, 30_600], [46_266, TUESDAY, null], ["46266.354166667", TUESDAY, 30_600], [0.354166667, null, 30_600], [new Date(Date.UTC(2026, 8, 1, 8, 30)), TUESDAY, 30_600], [new Date(Date.UTC(1899, 11, 31, 8, 30)), null, 30_600],
] as const)("%s is read as a moment", (cell, day, seconds) => {
  expect(readWhen(cell, "day first")).toMatchObject({ day, seconds });
});

test("a range of times has an end, with or without a date", () => {
  for (const text of ["08:30-09:00", "8:30 AM - 9:00 AM", "08:30 to 09:00"]) expect(readWhen(text, "day first"), text).toMatchObject({ seconds: 30_600, until: 32_400 });
  expect(readWhen("2026-09-01 08:30-09:00", "day first")).toMatchObject({ day: TUESDAY, seconds: 30_600, until: 32_400 });
});

test.each([["Jan-24", 2024, 1], ["January 2024", 2024, 1], ["2024-03", 2024, 3], ["03/2024", 2024, 3], ["2024 Mar", 2024, 3], ["Q2 2024", 2024, 4], ["2023/24 Q4", 2024, 1], ["Q1 2023-24", 2023, 4]] as const)("%s is a month", (text, year, month) => {
  expect(readWhen(text, "day first")).toMatchObject({ day: dayNumber(year, month, 1), isMonth: true });
});

test.each([["banana", null], ["31/02/2026", null], ["25:00", null], ["99/99/99", null], ["07700 900123", null]])("%s is no moment", (text, none) => expect(readWhen(text, "day first")).toBe(none));

test.each([["0:05:30", 330], ["5:30", 330], [":45", 45], ["00:05:30.5", 330.5], ["330", 330], ["5m 30s", 330], ["5 min 30 sec", 330], ["1:02:03", 3723], ["1.02:03:04", 93_784]])("%s is a length of time", (text, seconds) => expect(readLength(text, false, 1)).toBe(seconds));

test.each([
  ["Calls Offered", "offered"], ["CALLS PRESENTED", "offered"], ["NCO", "offered"], ["Contacts queued", "offered"], ["ACD Calls", "answered"], ["Calls Handled", "answered"], ["Aban Calls", "abandoned"], ["Calls Lost", "abandoned"], ["% Abandoned", "abandonmentRate"],
  ["Abandon Rate", "abandonmentRate"], ["Avg Speed Ans", "waitAnswered"], ["ASA", "waitAnswered"], ["Avg Aban Time", "waitAbandoned"], ["AHT", "handle"], ["Average Handle Time (s)", "handle"], ["Avg ACD Time", "talk"], ["Avg ACW Time", "wrap"], ["Avg Hold", "hold"],
  ["Service Level %", "serviceLevel"], ["Answered within SL", "inTime"], ["Avg Pos Staff", "agents"], ["Agents Staffed", "agents"], ["Staffed Time", "staffedTime"], ["Queue Wait Time", "wait"], ["q_time", "wait"], ["vru_exit", "queueStart"], ["ser_time", "handle"],
  ["handle_seconds", "handle"], ["service_seconds", "handle"], ["hung_up", "abandoned"], ["Calls handled by adviser", "answered"], ["Call attempts", "offered"], ["Proportion of calls answered within 60 seconds", "serviceLevel"], ["Disposition", "outcome"], ["customer_id", "key"], ["ANI", "key"], ["server", "agent"], ["Agent Name", "agent"], ["Split/Skill", "type"], ["Queue Name", "type"], ["Interval Start", "time"], ["StartInterval", "time"], ["Month", "date"], ["Call ID", "id"],
  ["Queue.EnqueueTimestamp", "queueStart"], ["Agent.ConnectedToAgentTimestamp", "answeredAt"], ["DisconnectTimestamp", "endedAt"],
  ["Service Level (sec)", "threshold"], ["Service Level (20 Seconds)", "serviceLevel"], ["Calls Handled < SL", "inTime"], ["Percentage Of Calls Handled < SL", "serviceLevel"], ["Percentage answered in 20s", "serviceLevel"], ["Percentage abandoned", "abandonmentRate"], ["Calls abandoned after 30 seconds", "abandoned"],
  ["Customers wanting to speak to an adviser", "offered"], ["Telephony adviser attempts handled", "answered"], ["Time of call", "time"], ["Quarter", "date"], ["billsec", "talk"], ["Agent.ConnectedToAgentTimestamp", "answeredAt"], ["Call Direction", "direction"], ["After contact work time", "wrap"],
] as const)("%s is %s", (head, name) => expect(nameHead(head)?.name).toBe(name));

test.each(["vru+line", "ConnectedToSystemTimestamp", "Calls abandoned within 20 seconds", "Calls answered after 60 seconds", "Percentage of customers who waited more than 10 minutes", "Max Delay", "Flow Out", "Calls Transferred", "% ACD Time", "Satisfaction rating", "Forecast", "rownames", "Weekday"])("%s is not used", (head) => expect(nameHead(head)).toBeNull());

const row = (time: string, ...rest: (string | number)[]) => ["01/09/2026", time, ...rest].join(",");
const HEAD = "Date,Time,Calls Offered,Calls Answered,Calls Abandoned";

test("columns stand in any order, with text around the numbers", async () => {
  const { history, columns, threshold } = await read(`\ufeffCouncil contact centre\n\nSL (20 Seconds) %;Answered;AHT;Interval;Offered;Day;Staff\n80,5%;1.100;0:04:10;09:00-09:30;1.200;01.09.2026;7,5\n`);
  expect(threshold).toBe(20);
  expect(columns).toContain("offered: column E (Offered)");
  const at = (field: number) => history!.at(0, TUESDAY, NINE, field);
  expect([OFFERED, ANSWERED, ABANDONED, AGENT_TIME].map(at)).toEqual([1200, 1100, 100, 7.5 * 1800]);
  expect(at(HANDLE)).toBe(1100 * 250);
  expect(at(IN_TIME)).toBeCloseTo(966, 6);
});

test("waits and handle times are sums of what their columns say in the mean", async () => {
  const { history } = await read(`${HEAD},ASA,Avg Abandon Time,Avg Talk,Avg ACW\n${row("09:00", 20, 18, 2, 10, 45, 200, "0:00:40")}\n${row("09:30", 20, 20, 0, 5, "", 200, "0:00:40")}`);
  expect([WAIT_ANSWERED, WAIT_ABANDONED, HANDLE].map((field) => history!.at(0, TUESDAY, NINE, field))).toEqual([180, 90, 18 * 240]);
});

test("--map says which column is which, and none leaves one aside", async () => {
  const text = "Date,Time,Ringers,Picked up,Gave up,Skill\n01/09/2026,09:00,20,18,2,A\n01/09/2026,09:30,20,18,2,B";
  expect(await refusal(text)).toContain("no column says how many");
  const { history, columns } = await read(text, ["offered=Ringers", "answered=picked UP", "abandoned=E", "type=none"]);
  expect(columns).toContain("abandoned: column E (Gave up)");
  expect(history!.types).toEqual(["calls"]);
  expect(history!.sum(ABANDONED)).toBe(4);
  expect(await refusal(text, ["offered=Calls Out", "offerd=x"])).toContain("there is no offerd; there are date, time");
  expect(await refusal(text, ["offered=Calls Out"])).toContain("--map offered=Calls Out: there is no such column; the columns are Date, Time, Ringers, Picked up, Gave up, Skill");
});

test("totals, blank rows, repeats and text in numbers are left out and told by row", async () => {
  const { leftOut, rows, history } = await read([HEAD, ...Array.from({ length: 18 }, (_, i) => row(`${String(8 + (i >> 1)).padStart(2, "0")}:${i % 2 ? "30" : "00"}`, 20, 19, 1)), row("08:00", 20, 19, 1), row("17:00", "lots", 19, 1), "", "Total,,380,361,19"].join("\n"));
  expect(rows).toBe(21);
  expect(leftOut.map(({ why, first }) => [why.slice(0, 24), first])).toEqual([["Calls Offered cannot be ", [21]], ["it is a total; nothing t", [23]], ["it repeats another row; ", [20]]]);
  expect(history!.sum(OFFERED)).toBe(360);
});

test("the hour that comes twice when clocks go back is counted once, and told", async () => {
  const night = (times: readonly string[]) => times.map((time, i) => `25/10/2026,${time},${10 + i},${10 + i},0`), { leftOut, history } = await read([HEAD, ...night(["00:00", "00:30", "01:00", "01:30", "01:00", "01:30", "02:00", "02:30"])].join("\n"));
  expect(leftOut).toEqual([{ why: expect.stringContaining("the clocks went back") as string, rows: 2, first: [6, 7] }]);
  expect(history!.sum(OFFERED)).toBe(10 + 11 + 12 + 13 + 16 + 17);
});

test("dates that can only be month first turn all dates round; both kinds are refused", async () => {
  expect((await read(`${HEAD}\n9/1/2026,09:00,5,5,0\n9/15/2026,09:00,5,5,0`, [])).history!.allDays()).toEqual([TUESDAY, TUESDAY + 14]);
  expect((await read(`${HEAD}\n1/9/2026,09:00,5,5,0\n1/9/2026,09:30,5,5,0`)).notes).toContainEqual(expect.stringContaining("taken as day/month/year"));
  expect(await refusal(`${HEAD}\n30/9/2026,09:00,5,5,0\n9/15/2026,09:00,5,5,0`)).toContain("some dates can only be day/month/year and others only month/day/year");
});

test.each([
  ["a column that says how many is missing", "Date,Time,Colour\n01/09/2026,09:00,red", "no column says how many"],
  ["a moment is missing", "Calls Offered,Calls Answered\n5,5", "no column says when"],
  ["months stand side by side and nothing says what is counted", "Provider,Apr-24,May-24,Jun-24\nNorth,9000,9100,9200\nSouth,9000,9100,9200", "dates stand side by side, but no row is named as what it counts"],
  ["there are no heads", "01/09/2026,09:00,07700900123,5\n01/09/2026,09:30,07700900124,5", "there is no row of heads"],
  ["more were answered than offered", [HEAD, row("09:00", 20, 25, 0), row("09:30", 20, 19, 1)].join("\n"), "row 2: more were answered or hung up than had been offered by then; correct it"],
  ["rows have mixed lengths", [HEAD, row("09:00-09:30", 9, 9, 0), row("09:30-10:00", 9, 9, 0), row("10:00-11:00", 9, 9, 0)].join("\n"), "row 4: it is not 30m long as others are; export intervals of one length"],
  ["a day has hours among days of half hours", [HEAD, ...["09:00", "09:30", "10:00", "10:30", "11:00"].map((time) => row(time, 9, 9, 0)), ...["09:00", "10:00", "11:00", "12:00"].map((time) => `02/09/2026,${time},9,9,0`)].join("\n"), "rows 7, 8, 9 and 10: it is not 30m long"],
  ["a column mixes lengths and plain numbers", [`${HEAD},AHT`, row("09:00", 9, 9, 0, "0:05:30"), row("09:30", 9, 9, 0, "0:05:10"), row("10:00", 9, 9, 0, 330)].join("\n"), "row 4: AHT has two kinds of figures in one column"],
  ["every time stands twice, for two queues", [HEAD, ...["09:00", "09:30", "10:00"].flatMap((time) => [row(time, 9, 9, 0), row(time, 4, 4, 0)])].join("\n"), "is there a column with their queue or kind of contact? name it with --map type=…"],
  ["a number is below zero", [HEAD, row("09:00", -9, 9, 0)].join("\n"), "row 2: Calls Offered is below 0"],
  ["thousands separators without quotes move figures under other heads", [HEAD, "01/09/2026,09:00,1,234,1,200,34", "01/09/2026,09:30,1,034,1,000,34"].join("\n"), "rows 2 and 3: it has more cells than there are heads, so its figures stand under the wrong ones"],
  ["nothing is below the heads", HEAD, "there are no rows below the heads in row 1"],
])("it is refused, with the row and what to do, where %s", async (_, text, words) => expect(await refusal(text)).toContain(words));

test("a file of names and numbers of people shows none of them in its refusal", async () => {
  const messages = [await refusal("Ann Smith,07700900123,ann@example.org\nBob Jones,07700900124,bob@example.org"), await refusal("Start Time,Outcome,Wait Time,Agent\nAnn Smith,07700900123,x,Bob"), await refusal(`${HEAD}\nAnn Smith,07700900123,5,5,0`), await refusal(`${HEAD}\n01/09/2026,09:00,07700 900123 a,5,0`)];
  for (const message of messages) expect(message).not.toMatch(/Smith|Jones|Bob|07700|900123|example\.org/);
});

test("a file of Cisco's tells its threshold in a column, and counts in time by a smaller sign", async () => {
  const { threshold, history } = await read("CSQ Name,Interval Start Time,Interval End Time,Service Level (sec),Calls Presented,Calls Handled,Calls Handled < SL,Percentage Of Calls Handled < SL\nRates,9/1/26 9:00:00 AM,9/1/26 9:30:00 AM,30,20,18,12,66.67%\nRates,9/15/26 9:00:00 AM,9/15/26 9:30:00 AM,30,20,18,12,66.67%");
  expect([threshold, history!.sum(IN_TIME), history!.sum(ANSWERED), history!.sum(ABANDONED)]).toEqual([30, 24, 36, 4]);
});

test("lengths of time that would be hours as seconds are milliseconds, all of them, be they means or sums", async () => {
  const rows = (cells: (i: number) => string) => Array.from({ length: 6 }, (_, i) => row(`${9 + i}:00`, 20, 18, 2, cells(i))), read0 = async (head: string, cells: (i: number) => string) => {
    const { history, notes } = await read([`${HEAD},${head}`, ...rows(cells)].join("\n"));
    expect(notes).toContainEqual(expect.stringContaining("taken as milliseconds"));
    return [HANDLE, WAIT_ANSWERED].map((field) => Math.round(history!.sum(field) / history!.sum(ANSWERED)));
  };
  expect(await read0("AHT,ASA", () => "300000,15000")).toEqual([300, 15]);
  expect(await read0("Handle Time,ASA", () => `${18 * 300_000},15000`)).toEqual([300, 15]);
});

test("a column whose head is known but whose figures cannot be read is told", async () => {
  expect((await read([`${HEAD},AHT`, ...Array.from({ length: 4 }, (_, i) => row(`${9 + i}:00`, 20, 18, 2, "soon"))].join("\n"))).notes).toContain("column F (AHT) is left aside: by its head it would be handle, but most of its figures cannot be read as such");
});

test("calls that went out are left out, whether a column is called direction or type", async () => {
  for (const head of ["Direction", "Type"]) {
    const { history, leftOut } = await read(`Start Time,Result,${head}\n2026-09-01 09:00,Answered,Inbound\n2026-09-01 09:01,Missed,Incoming\n2026-09-01 09:02,Answered,Outbound\n2026-09-01 09:03,Answered,Internal`);
    expect([history!.types, history!.sum(OFFERED), leftOut.map(({ first }) => first)]).toEqual([["calls"], 2, [[4, 5]]]);
  }
});

test("the end of a call is its end, not that of an interval", async () => {
  const { times } = await read("Date,Start,Answered,End\n01/09/2026,23:58:00,23:58:10,00:01:10\n02/09/2026,09:00:00,,09:00:40");
  expect([times![0].handle.times(1).at[0], times![0].wait.times(1).at]).toEqual([180, Float64Array.from([10, 40])]);
});

test("monthly figures of answered calls and their shares are no single calls, whoever answered them", async () => {
  const { kind, periods } = await read('Month,Customers wanting to speak to an adviser,Calls handled by an adviser,Percentage of calls handled,Average speed of answer (mm:ss)\nApril 2024,"3,000","2,400",80.0%,18:20\nMay 2024,"3,100","2,480",80.0%,19:02');
  expect([kind, periods.map(({ counters }) => counters[ABANDONED])]).toEqual(["periods", [600, 620]]);
});

const CALLS = "call_id,date,call_started,call_answered,call_ended,wait_length,server,customer_id";

test("calls tell their fate by what they have: an outcome, a flag, or the moment of the answer", async () => {
  const answered = (history: NonNullable<Awaited<ReturnType<typeof read>>["history"]>) => [history.sum(ANSWERED), history.sum(ABANDONED)];
  const one = await read(`${CALLS}\n1,2026-09-01,9:00:00 AM,9:00:10 AM,9:05:10 AM,10,Ann,7\n2,2026-09-01,9:10:00 AM,,9:11:00 AM,60,,8`);
  expect(answered(one.history!)).toEqual([1, 1]);
  expect(one.times![0].handle.times(1).at[0]).toBe(300);
  const two = await read("Call Id,Date,Time,Answered (Y/N),Speed of answer in seconds,AvgTalkDuration\nI1,2026-09-01,09:12:58,Y,109,00:02:23\nI2,2026-09-01,09:12:59,N,,");
  expect(answered(two.history!)).toEqual([1, 1]);
  const three = await read("vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry\tvru_exit\tvru_time\tq_start\tq_exit\tq_time\toutcome\tser_start\tser_exit\tser_time\tserver\nAA0101\t33116\t9664491\t2\tPS\t990101\t0:00:31\t0:00:36\t5\t0:00:36\t0:03:09\t153\tHANG\t0:00:00\t0:00:00\t0\tNO_SERVER\nAA0101\t33117\t0\t0\tNW\t990101\t0:34:12\t0:34:23\t11\t0:00:00\t0:00:00\t0\tAGENT\t0:34:22\t0:36:21\t119\tMICHAL\nAA0101\t33118\t0\t0\tNW\t990101\t0:44:12\t0:44:23\t11\t0:00:00\t0:00:00\t0\tPHANTOM\t0:00:00\t0:00:00\t0\tNO_SERVER");
  expect(answered(three.history!)).toEqual([1, 1]);
  expect(three.history!.types).toEqual(["PS", "NW"]);
  expect(three.history!.allDays()).toEqual([dayNumber(1999, 1, 1)]);
  expect(three.leftOut[0].why).toContain("neither answered nor did the caller hang up");
});

test.each([["COMPLETECALLER", true], ["COMPLETEAGENT", true], ["Completed by agent", true], ["Terminated by caller in queue", false], ["Left while waiting", false], ["NO ANSWER", false], ["Transferred", null], ["PHANTOM", null]])("%s tells what became of a call", (words, fate) => expect(fateIn(words)).toBe(fate));

test("Amazon's contact records are answered when the agent is connected, not the system", async () => {
  const { history } = await read("ContactId,InitiationMethod,InitiationTimestamp,ConnectedToSystemTimestamp,Queue.Name,Queue.EnqueueTimestamp,Queue.DequeueTimestamp,Agent.ConnectedToAgentTimestamp,DisconnectTimestamp\na,INBOUND,2026-09-01T09:00:00Z,2026-09-01T09:00:00Z,Main,2026-09-01T09:00:30Z,2026-09-01T09:00:40Z,2026-09-01T09:00:40Z,2026-09-01T09:03:40Z\nb,INBOUND,2026-09-01T09:01:00Z,2026-09-01T09:01:00Z,Main,2026-09-01T09:01:30Z,2026-09-01T09:02:40Z,,2026-09-01T09:02:40Z");
  expect([ANSWERED, ABANDONED, WAIT_ANSWERED, WAIT_ABANDONED, HANDLE].map((field) => history!.sum(field))).toEqual([1, 1, 10, 70, 180]);
});

test("single calls with a date alone, and days that stand twice, are refused with what is missing", async () => {
  expect(await refusal("Call ID,Call Timestamp,Call Duration In Minutes\n1,10/29/2020,5\n2,10/30/2020,6")).toContain("rows 2 and 3: it has a date but no time of day");
  expect(await refusal("Date,Zeit,Calls Offered\n01/09/2026,09:00,5\n01/09/2026,09:30,6\n02/09/2026,09:00,5\n02/09/2026,09:30,7")).toContain("is there a column with their time of day");
});

test("kinds of contact get names that a scenario may have", async () => {
  const { history } = await read(`Interval,Skill,Offered,Abandoned\n01/09/2026 09:00,123,5,1\n01/09/2026 09:30,123,5,0\n01/09/2026 09:00,Council  Tax,5,0`);
  expect(history!.types).toEqual(["queue 123", "Council Tax"]);
});

test("calls again within the hour are counted by an anonymous key, forwards and backwards in time", async () => {
  const rows = ["1,2026-09-01 09:00:00,Abandoned,30,55", "2,2026-09-01 09:10:00,Answered,0,55", "3,2026-09-01 09:20:00,Abandoned,30,66", "4,2026-09-01 13:00:00,Answered,0,66", "5,2026-09-01 14:00:00,Answered,0,anonymous"], head = "Call ID,Start Time,Outcome,Wait Time,Caller";
  for (const order of [rows, [...rows].reverse()]) expect((await read([head, ...order].join("\n"))).redials).toMatchObject({ withKey: 4, hungUp: 2, again: 1, answered: 2, answeredAgain: 0, medianDelay: 600 });
});

test.each([
  ["a date with midnight beside it", "date,calls_offered,calls_answered", (day: number) => `2026-09-0${day}T00:00:00.000`],
  ["midnight to midnight", "Interval Start,Interval End,Offer,Answer", (day: number) => `2026-09-0${day}T00:00:00Z,2026-09-0${day + 1}T00:00:00Z`],
  ["midnight to a second before it", "Interval Start,Interval End,Offer,Answer", (day: number) => `0${day}/09/2026 00:00,0${day}/09/2026 23:59`],
])("rows of %s are days, not half hours of the night", async (_, head, when) => {
  const { kind, history } = await read([head, ...[1, 2, 3, 4].map((day) => `${when(day)},${100 * day},${90 * day}`)].join("\n"));
  expect([kind, history!.slots, history!.allDays(), history!.sum(OFFERED)]).toEqual(["days", 1, [0, 1, 2, 3].map((later) => TUESDAY + later), 1000]);
});

test("months become periods, with their totals left out", async () => {
  const { kind, every, periods } = await read('Month,Calls Offered,Calls Answered\nJan-24,"9,000","8,100"\nFeb-24,"9,500","8,900"\nMar-24,"9,900","9,400"\nTotal,"28,400","26,400"');
  expect([kind, every, periods.map(({ counters }) => counters[OFFERED]), periods[1].to - periods[1].from]).toEqual(["periods", "month", [9000, 9500, 9900], 29]);
  const years = await read("Year,Month,Calls Offered,Calls Abandoned\n2024,January,9000,900\n2024,February,9500,950\n2024,March,9100,700");
  expect(years.periods.map(({ from }) => from)).toEqual([1, 2, 3].map((month) => dayNumber(2024, month, 1)));
});

const FIRSTS = (...months: readonly (readonly [year: number, month: number])[]) => months.map(([year, month]) => dayNumber(year, month, 1));
test.each([
  ["years in the head and blocks of them, with totals and notes", "Performance\n2024/25,Calls offered,Calls answered\nMarch,900,800\nTotal 2024/25,900,800\n,,\n2025/26,Calls offered,Calls answered\nApril,700,600\n2025/26 total,700,600\n\nNote: without the switchboard\n* provisional", FIRSTS([2025, 3], [2025, 4])],
  ["a year only in its first row", "Financial Year,Month,Calls Offered,Calls Answered\n2024/25,April,700,600\n,May,800,700\n2025/26,April,900,800\nSource: telephones", FIRSTS([2024, 4], [2024, 5], [2025, 4])],
  ["the year in the title", "Calls of 2024/25\nMonth,Calls Offered,Calls Answered\nDecember,700,600\nJanuary,700,600", FIRSTS([2024, 12], [2025, 1])],
  ["sums of quarters among months", "Month,Calls Offered,Calls Answered\nApril 2024,1,1\nMay 2024,1,1\nJune 2024,1,1\nQ1 2024/25,3,3\nJuly 2024,1,1", FIRSTS([2024, 4], [2024, 5], [2024, 6], [2024, 7])],
  ["months side by side", "Calls,Apr-24,May-24,Jun-24,Total\nCalls offered,700,800,900,2400\nCalls answered,600,700,800,2100\n% answered,86%,88%,89%,87%", FIRSTS([2024, 4], [2024, 5], [2024, 6])],
  ["months first and all of them firsts", "Month,Calls Offered,Calls Answered\n1/1/2024,9,9\n2/1/2024,9,9\n3/1/2024,9,9", FIRSTS([2024, 1], [2024, 2], [2024, 3])],
])("months are read with %s", async (_, text, starts) => expect((await read(text)).periods.map(({ from }) => from)).toEqual(starts));

test("quarters have a column or years of their own", async () => {
  for (const text of ["Quarter,Calls Offered\nQ4 2024/25,900\nQ1 2025/26,800\nQ2 2025/26,800", "Year,Quarter,Calls Offered\n2024/25,Q4,900\n2025/26,Q1,800\n,Q2,800"]) {
    const { every, periods } = await read(text);
    expect([every, periods.map(({ from }) => from)]).toEqual(["quarter", FIRSTS([2025, 1], [2025, 4], [2025, 7])]);
  }
});

test("a kind of contact that is the sum of all others is left out, and one called Day Care is not", async () => {
  const months = ["Apr-24", "May-24", "Jun-24"], { periods, leftOut } = await read(["Month,Service,Calls Offered", ...months.flatMap((month, i) => [`${month},England,${500 + 3 * i}`, `${month},Day Care,${200 + i}`, `${month},Housing,${300 + 2 * i}`])].join("\n"));
  expect([...new Set(periods.map(({ type }) => type))]).toEqual(["Day Care", "Housing"]);
  expect(leftOut).toEqual([{ why: expect.stringContaining("(England) are the sum of all other kinds") as string, rows: 3, first: [2, 5, 8] }]);
});

test("a month without a year is refused", async () => expect(await refusal("Month,Calls Offered\nApril,900\nMay,800")).toContain("rows 2 and 3: it names a month without a year; add a column Year"));

test("a report of one day has its date above the heads, unless two dates stand there", async () => {
  const report = (above: string) => read(`${above}\nTime,Calls Offered\n09:00,5\n09:30,6`);
  for (const above of ["Date: 01/09/2026", "Report for Tuesday 1 September 2026", "From 01/09/2026 08:00 to 01/09/2026 18:00"]) expect((await report(above)).history!.allDays(), above).toEqual([TUESDAY]);
  expect(await refusal("Date: 01/09/2026\nPrinted,02/09/2026\nTime,Calls Offered\n09:00,5\n09:30,6")).toContain("it has no date");
});

test("counts that are blank where others write 0 are 0", async () => {
  const { history } = await read("Interval Start,Offer,Answer,Abandon\n01/09/2026 09:00,5,4,\n01/09/2026 09:30,,1,\n01/09/2026 10:00,2,,2");
  expect([OFFERED, ANSWERED, ABANDONED].map((field) => history!.sum(field))).toEqual([7, 5, 2]);
});

test("financial years, shares of calls lost and waits in minutes are what councils publish", async () => {
  const { periods } = await read("Year,Month,Calls received,Abandoned,Average wait (minutes)\n2023/24,March,9000,10%,2.5\n2023/24,April,9500,8%,2");
  expect(periods.map(({ from, counters }) => [from, counters[ABANDONED], counters[WAIT_ANSWERED] / counters[ANSWERED]])).toEqual([[dayNumber(2023, 4, 1), 760, 120], [dayNumber(2024, 3, 1), 900, 150]]);
});

test("a workbook is read like text, with Excel's own dates and times", async () => {
  const path = join(temporaryFolder(), "export.xlsx"), cell = (value: string | number) => ({ value }), moment = (hour: number) => ({ value: new Date(Date.UTC(2026, 8, 1, hour)), format: "dd/mm/yyyy hh:mm" });
  await writeExcelFile([["Start", "Offered", "Abandoned"].map(cell), [moment(9), cell(20), cell(2)], [moment(10), cell(30), cell(3)], [moment(11), cell(30), cell(3)]], { sheet: "June" }).toFile(path);
  const { history } = await readExport(path, { map: [], within: 20, interval: 1800 });
  expect([history!.resolution, history!.at(0, TUESDAY, 10, OFFERED), history!.sum(ABANDONED)]).toEqual([3600, 30, 8]);
});

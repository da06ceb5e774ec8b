import { expect, test } from "vitest";
import { HANDLED, History } from "../../sim/study/fitHistory.ts";
import { TimeCounts } from "../../sim/stats/kaplanMeier.ts";
import { handleTimeOf, patienceFromWaits, patienceOf } from "../../sim/study/fitTimes.ts";
import { normals } from "../stats/random.ts";

/** Callers of whom each would wait an exponential time of mean 30 s, at even steps of its law, and who were all to be answered after 40 s; some more leave at once. */
function callers(atOnce: number, round: (seconds: number) => number) {
  const made = { handle: new TimeCounts(100), wait: new TimeCounts(100), answeredAtOnce: 500, hungUpAtOnce: atOnce, handledInNoTime: 0 };
  for (let i = 0; i < 4000; i++) {
    const patience = -30 * Math.log(1 - (i + 0.5) / 4000), wait = round(Math.min(patience, 40));
    if (wait < 0.5) made.hungUpAtOnce++;
    else if (patience < 40) made.wait.addEvent(wait);
    else made.wait.addCensored(wait);
  }
  return made;
}

test.each([["nearest second", Math.round], ["second begun", Math.floor]])("callers who leave in the first second are no balking, whether waits are rounded to the %s", (_, round) => {
  const { law, balking } = patienceOf(null, 0, [], callers(0, round));
  expect(law).toMatchObject({ distribution: "exponential" });
  expect(balking).toBe(0);
});

test("callers who leave at once beyond those are balking", () => {
  const { mean, balking } = patienceOf(null, 0, [], callers(400, Math.round));
  expect(Math.abs(mean.value - 30)).toBeLessThan(mean.halfWidth!);
  expect(Math.abs(balking - 400 / 4400)).toBeLessThan(0.005);
});

test("where nobody hangs up though many waited long, patience is not three minutes", () => {
  const wait = new TimeCounts(7200), times = { handle: new TimeCounts(100), wait, answeredAtOnce: 0, hungUpAtOnce: 0, handledInNoTime: 0 };
  for (let i = 0; i < 100; i++) wait.addCensored(60);
  expect(patienceOf(null, 0, [], times)).toMatchObject({ origin: "assumed", law: { mean: 86_400 } });
  expect(patienceFromWaits([{ waited: 6000, waitedInVain: 0, hungUp: 0 }])).toMatchObject({ origin: "assumed", law: { mean: 86_400 } });
  expect(patienceFromWaits([{ waited: 600, waitedInVain: 0, hungUp: 0 }])).toBeNull(); // three callers hang up or none: no wonder
});

test.each([[20, true], [500, false]])("rows of %d contacts tell how single handle times vary: %s", (contacts, tells) => {
  const history = new History(86_400), days = Array.from({ length: 100 }, (_, day) => day), normal = normals("rows");
  history.type("calls");
  for (const day of days) history.day(0, day).set([contacts, contacts * 300 * (1 + (0.8 / Math.sqrt(contacts)) * normal())], HANDLED);
  const { cv, law } = handleTimeOf(history, 0, [{ name: "", weekdays: [], days, from: 0, to: 1 }], null, null)!;
  if (tells) expect(Math.abs(cv!.value - 0.8)).toBeLessThan(1.3 * cv!.halfWidth!);
  else expect([cv, law]).toEqual([null, expect.objectContaining({ cv: 0.8 })]);
});

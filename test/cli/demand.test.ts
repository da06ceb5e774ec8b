import { expect, test } from "vitest";
import { callhall, shipped, shippedText, temporaryFolder, write } from "./callhall.ts";
import { resultsIn } from "./resultShape.ts";

test("the finding says what became of those who find it closed, and the document has their numbers", async () => {
  const file = shipped("nine-to-five.yaml"), tables = await callhall(["run", file, "--days", "40"]), json = await callhall(["run", file, "--days", "40", "--json"]);
  expect(tables.stdout).toContain("Of 600 calls wanted a day, 42 of them while it is closed, 25.2 come while it is open instead and 16.8 are lost (expected, exact).");
  expect(resultsIn(json.stdout)[0].types.calls).toMatchObject({ demand: { wanted: 600, online: 0 } });
});

test("the number of matters is said beside that of the calls", async () => {
  const { stdout } = await callhall(["run", shipped("one-number.yaml"), "--days", "40"]);
  expect(stdout).toContain("With 600 calls expected a day, 11 agents");
  expect(stdout).toContain("The calls bring 840 matters a day (expected, exact).");
});

test("hours and shares that do not fit are told at their places, all at once, and nothing is printed", async () => {
  const text = shippedText("nine-to-five.yaml", ['from: "08:30"', 'from: "08:20"'], ["moves: 60%", "moves: most"], ['["09:00", "11:00"]', '["08:00", "11:00"]']).replace("calls:\n", "calls:\n    matters: { residents: [70%, 20%] }\n");
  const folder = temporaryFolder();
  write(folder, "day.yaml", text);
  write(folder, "usual-day.yaml", shippedText("usual-day.yaml"));
  const { code, stdout, stderr } = await callhall(["run", "day.yaml", "--json"], { cwd: folder });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.trimEnd().split("\n")).toEqual([
    "day.yaml:9:27 contacts.calls.matters.residents must add up to 100%, not to 90% (got a list of 2 entries)",
    'day.yaml:11:13 contacts.calls.demand.from must be a whole number of intervals of 30m from the opening, 09:00 (got "08:20")',
    "day.yaml:13:14 contacts.calls.demand.moves must be a share from 0% to 100%, such as 80%, or a number from 0 to 1 (got most)",
    'day.yaml:14:14 contacts.calls.demand.into[0] must lie within the opening hours, 09:00 to 17:00 (got "08:00")',
  ]);
});

test("an exact day has its demand moved, and refuses several matters", async () => {
  expect(JSON.parse((await callhall(["exact", shipped("nine-to-five.yaml"), "--json"])).stdout)).toMatchObject({ types: { calls: { demand: { whileClosed: expect.closeTo(42, 9) as number } } } });
  expect(await callhall(["exact", shipped("one-number.yaml")])).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("contacts.calls.matters has no place in an exact day: leave it out, or simulate the day") as string });
});

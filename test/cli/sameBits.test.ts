import { expect, test } from "vitest";
import { callhall, shipped } from "./callhall.ts";

const printed = async (name: string, ...args: string[]) => (await callhall(["run", shipped(name), "--days", "200", "--json", ...args])).stdout;

test.concurrent.each(["usual-day.yaml", "lunches-and-lines.yaml", "specialised-teams.yaml"])("%s gives the same bytes with one, two and three workers", async (name) => {
  const one = await printed(name, "--workers", "1");
  expect(JSON.parse(one)).toMatchObject({ days: 200 });
  expect(await printed(name, "--workers", "2")).toBe(one);
  expect(await printed(name, "--workers", "3")).toBe(one);
});

test.concurrent("a year of dates gives the same bytes with one, two and three workers: peaks at random, memory and agreements among it", async () => {
  const year = async (workers: string) => (await callhall(["run", shipped("year.yaml"), "--days", "20", "--json", "--workers", workers])).stdout;
  const one = await year("1");
  expect(JSON.parse(one)).toMatchObject({ runs: 20 });
  expect(await year("2")).toBe(one);
  expect(await year("3")).toBe(one);
});

test.concurrent("a month gives the same bytes with one and three workers, what was promised at most and its credits among it", async () => {
  const month = async (workers: string) => (await callhall(["run", shipped("month.yaml"), "--days", "40", "--json", "--workers", workers])).stdout;
  const one = await month("1");
  expect(JSON.parse(one)).toMatchObject({ runs: 40, agreements: { "time to answer": { unit: "seconds", atLeast: null, atMost: 12 } } });
  expect(await month("3")).toBe(one);
});

test("the same seed gives the same bytes, another seed others", async () => {
  const one = await printed("usual-day.yaml", "--seed", "5");
  expect(await printed("usual-day.yaml", "--seed", "5")).toBe(one);
  expect(await printed("usual-day.yaml", "--seed", "55")).not.toBe(one.replace('"seed": "5"', '"seed": "55"'));
});

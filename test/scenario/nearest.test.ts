import { expect, test } from "vitest";
import { nearest } from "../../sim/scenario/nearest.ts";

const keys = ["volume", "profile", "handleTime", "patience", "target"];

test("a slip of the finger finds the word that was meant", () => {
  expect(nearest("handletime", keys)).toBe("handleTime");
  expect(nearest("handelTime", keys)).toBe("handleTime");
  expect(nearest("volum", keys)).toBe("volume");
  expect(nearest("targets", keys)).toBe("target");
});

test("a word that is near to nothing gets no advice", () => {
  expect(nearest("colour", keys)).toBeUndefined();
  expect(nearest("x", keys)).toBeUndefined();
  expect(nearest("v".repeat(100_000), keys)).toBeUndefined();
});

test("of several near words the nearest is advised", () => {
  expect(nearest("calls2", ["calls1", "calls22", "call"])).toBe("calls1");
});

test("a name of one letter is no hint for another", () => {
  expect([nearest("B", ["A", "C"]), nearest("AB", ["A"]), nearest("a", ["A"]), nearest("A1", ["A2"])]).toEqual([undefined, undefined, "A", "A2"]);
});

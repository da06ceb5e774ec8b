import { expect, test } from "vitest";
import { erlangC } from "../../sim/erlang/erlangC.ts";
import { halfinWhitt, qualityFor, qualityOf, squareRootStaff } from "../../sim/erlang/squareRoot.ts";

test("the probability of wait is the limit of Erlang C's as the load grows", () => {
  for (const beta of [0.2, 0.5, 1, 2]) {
    const errors = [1e4, 1e6].map((load) => {
      const { probabilityOfWait } = erlangC({ arrivalRate: load, handleTime: 1, agents: Math.round(squareRootStaff(load, beta)), answerWithin: 0, patience: null });
      return Math.abs(probabilityOfWait! - halfinWhitt(beta));
    });
    expect(errors[0]).toBeLessThan(0.01);
    expect(errors[1]).toBeLessThan(errors[0] / 5); // an error like one over the square root of the load
  }
});

test("a probability of wait of one half has a quality of 0.506 (Halfin and Whitt 1981)", () => {
  expect(qualityFor(0.5)).toBeCloseTo(0.506, 3);
});

test("the inverse finds back the quality, from nearly everybody waiting to nearly nobody", () => {
  for (const beta of [1e-6, 0.01, 0.5, 1, 3, 8, 20]) expect(qualityFor(halfinWhitt(beta)) / beta).toBeCloseTo(1, 9);
  expect([halfinWhitt(0), halfinWhitt(-3), halfinWhitt(100)]).toEqual([1, 1, 0]);
  expect(() => qualityFor(1)).toThrow("probabilityOfWait must be above 0 and below 1 (got 1)");
});

test("the quality of given staff is the rule turned round", () => {
  expect(squareRootStaff(100, 1.5)).toBe(115);
  expect(qualityOf(100, 115)).toBe(1.5);
  expect(qualityOf(0, 3)).toBeNull();
});

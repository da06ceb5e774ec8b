import { describe, expect, test } from "vitest";
import type { ContactType } from "../../sim/scenario/contact.ts";
import { comingPerDay, demandOf } from "../../sim/scenario/demandHours.ts";

const clock = (hours: number) => hours * 3600;
const hours = (from: number, to: number) => ({ opening: { from: clock(from), to: clock(to) }, interval: 3600 });
/** 100 contacts from 8 to 16: 10, 10, 20, 20, 10, 10, 10, 10 by the hour. */
const wanted = { volume: 100, profile: [1, 1, 2, 2, 1, 1, 1, 1] };
const demand = (rule: Partial<NonNullable<ContactType["demand"]>>) => ({ ...wanted, demand: { from: clock(8), to: clock(16), moves: 0, online: 0, ...rule } });

describe("contacts that want to come from 8 to 16", () => {
  test("all come where it is open just then, whether the hours are named or left to the opening", () => {
    const flow = { wanted: 100, online: 0, whileClosed: 0, moved: 0, lost: 0, coming: [10, 10, 20, 20, 10, 10, 10, 10] };
    expect(demandOf(wanted, hours(8, 16))).toEqual(flow);
    expect(demandOf(demand({ moves: 0.5 }), hours(8, 16))).toEqual(flow);
    expect(demandOf({ ...wanted, demand: { moves: 1, online: 0 } }, hours(8, 16))).toEqual(flow);
  });

  test("are lost where it is closed, and do not come in hours that nobody wants", () => {
    expect(demandOf(demand({}), hours(10, 14))).toEqual({ wanted: 100, online: 0, whileClosed: 40, moved: 0, lost: 40, coming: [20, 20, 10, 10] });
    expect(demandOf(demand({}), hours(14, 18))).toEqual({ wanted: 100, online: 0, whileClosed: 80, moved: 0, lost: 80, coming: [10, 10, 0, 0] });
    expect(demandOf(demand({}), hours(7, 17)).coming).toEqual([0, 10, 10, 20, 20, 10, 10, 10, 10, 0]);
  });

  test("come within the opening as far as they move, spread as those who come anyway", () => {
    expect(demandOf(demand({ moves: 0.75 }), hours(10, 14))).toEqual({ wanted: 100, online: 0, whileClosed: 40, moved: 30, lost: 10, coming: [30, 30, 15, 15] });
    expect(demandOf(demand({ moves: 0.75, into: [clock(11), clock(13)] }), hours(10, 14)).coming).toEqual([20, 40, 20, 10]);
  });

  test("come evenly where nobody comes anyway", () => {
    expect(demandOf(demand({ moves: 1, into: [clock(16), clock(18)] }), hours(14, 18))).toMatchObject({ moved: 80, coming: [10, 10, 40, 40] });
    expect(demandOf(demand({ moves: 0.5 }), hours(18, 20))).toMatchObject({ wanted: 100, moved: 50, lost: 50, coming: [25, 25] });
  });

  test("are fewer by those met online, before it is asked whether it is open", () => {
    expect(demandOf(demand({ moves: 0.5, online: 0.25 }), hours(10, 14))).toEqual({ wanted: 100, online: 25, whileClosed: 30, moved: 15, lost: 15, coming: [20, 20, 10, 10] });
    expect(comingPerDay(demand({ moves: 0.5, online: 0.25 }), hours(10, 14))).toBe(60);
  });

  test("may be told as rates, and bring several matters each", () => {
    const rates = { ratesPerHour: [10, 10, 20, 20, 10, 10, 10, 10], demand: demand({ moves: 0.75 }).demand };
    expect(demandOf(rates, hours(10, 14)).coming).toEqual([30, 30, 15, 15]);
    const matters = { residents: [0.5, 0.5], furtherTakes: 0.8 };
    expect(demandOf({ ...rates, matters }, hours(10, 14))).toMatchObject({ wanted: expect.closeTo(100 / 1.5, 9) as number, coming: [20, 20, 10, 10].map((number) => expect.closeTo(number, 9) as number) });
    expect(demandOf({ ...wanted, matters }, hours(8, 16))).toMatchObject({ wanted: 100 / 1.5, coming: wanted.profile.map((weight) => expect.closeTo((10 * weight) / 1.5, 9) as number) });
    expect(comingPerDay({ ...wanted, matters }, hours(8, 16))).toBe(100 / 1.5);
  });

  test("are counted once: wanted are online, come or are lost", () => {
    for (const [from, to] of [[7, 12], [9, 15], [15, 22], [8, 16]] as const) {
      const { wanted: all, online, lost, coming } = demandOf(demand({ moves: 0.3, online: 0.1, into: [clock(from), clock(to - 2)] }), hours(from, to));
      expect(online + lost + coming.reduce((sum, each) => sum + each, 0)).toBeCloseTo(all, 9);
    }
  });
});

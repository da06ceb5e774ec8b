// A small scenario of two months of dates for the tests: few calls, two kinds of day and peaks, two agreements.

export const CALENDAR = `name: Autumn
opening: { from: "09:00", to: "11:00" }
interval: 30m
contacts:
  calls:
    volume: 40
    profile: [1, 1, 1, 1]
    handleTime: { distribution: exponential, mean: 5m }
    patience: { distribution: exponential, mean: 3m }
    answerWithin: 20s
    target: 80%
groups:
  team: { answers: [calls], agents: 3 }
pay: { perHour: 10 }
calendar:
  from: 2026-09-01
  to: 2026-10-31
  week: { mon: usual, tue: usual, wed: usual, thu: usual, fri: usual, sat: short, sun: closed }
  dayTypes:
    usual: {}
    short: { contacts: { calls: { volume: 10 } } }
    peak: { contacts: { calls: { volume: 80 } } }
  peaks: { dayType: peak, dates: [2026-10-06], atRandom: 1 a month }
  season: { byMonth: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1.5, 1, 1] }
agreements:
  county: { atLeast: 80%, every: month, credits: [{ below: 80%, pay: 100 }, { below: 60%, pay: 300 }] }
  parish: { atLeast: 70%, every: week, over: intervals }
days: 24
`;

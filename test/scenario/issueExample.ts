/** The scenario file of the issue, word for word; it uses nearly every key. */
export const issueExample = `name: Usual day
opening: { from: "08:30", to: "18:00" }
interval: 30m                        # 5, 10, 15, 30 or 60 minutes; divides the opening
contacts:
  calls:
    volume: 600                      # a day, with profile; or ratesPerHour: [62.4, 88.8, ...], one per interval, instead of both
    profile: [31.2, 44.4, 48, 49.2, 46.8, 43.2, 39.6, 34.8, 31.2, 30, 32.4, 33.6, 31.2, 28.8, 26.4, 22.8, 15.6, 7.2, 3.6]   # weights, normalised
    dayToDayCv: 0.2                  # gamma factor of mean 1 on the whole day
    handleTime: { distribution: lognormal, mean: 5m30s, cv: 0.8 }
    patience: { distribution: exponential, mean: 3m }      # or: never (nobody hangs up)
    balking: 5%                      # chance that a contact which finds a line but no agent free leaves at once
    answerWithin: 20s
    target: 80%
    priority: 0                      # larger is served first
shifts:
  early: { from: "08:30", to: "16:30", breaks: [{ for: 30m, between: ["12:00", "14:00"] }] }
  middle: { from: "09:00", to: "17:00" }
  late: { from: "10:00", to: "18:00" }
groups:
  generic:
    answers: [calls]                 # whom they may serve; or { calls: { handleTimeFactor: 1.2 } }
    shifts: { early: 4, middle: 4, late: 3 }               # or agents: 12, or agents: [4, 8, ...], one per interval
routing:
  calls: [generic]                   # groups in order of choice
lines: 14                            # contacts waiting and in hand, all types; whoever finds all busy is blocked
closing: drain
days: 2000
seed: "1"
`;

/** A small file with what is required and nothing else: two intervals, one type, one group. */
export const smallest = `opening: { from: "09:00", to: "10:00" }
interval: 30m
contacts:
  calls:
    volume: 100
    profile: [1, 1]
    handleTime: { distribution: exponential, mean: 5m }
    patience: never
    answerWithin: 20s
    target: 80%
groups:
  team: { answers: [calls], agents: 5 }
`;

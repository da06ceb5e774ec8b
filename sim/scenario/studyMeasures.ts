/** The measures that a study can be about; what each is, is written in `sim/stats/measures.ts`. */
export const STUDY_MEASURES = [
  "serviceLevel", "serviceLevelOfAnswered", "serviceLevelExcludingShortAbandons", "serviceLevelIncludingAbandons", "daysOnTarget",
  "abandonmentRate", "probabilityOfWait", "averageSpeedOfAnswer", "averageWait", "averageTimeToAbandon", "longestWait",
  "offered", "answered", "abandoned", "blocked", "lostAtClose", "answeredWithin", "abandonedWithin",
  "occupancy", "utilisation", "staffedHours", "busyHours", "overrunHours", "rosteredHours", "absentHours", "offPhoneHours", "paidHours",
  "cost", "costPerContact", "credits", "costWithCredits", "periodsMissed", "posts",
] as const;

export type StudyMeasure = (typeof STUDY_MEASURES)[number];

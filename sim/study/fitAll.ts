// Everything that fitting does to a history, in order: fit, match patience, validate, and score the days kept back.

import { fit, FitError, type Fit, type FitInput } from "./fit.ts";
import { isoDate } from "../scenario/civilDate.ts";
import { ABANDONED, AGENT_TIME } from "./fitHistory.ts";
import { holdOut, type HoldOut } from "./fitHoldOut.ts";
import { pictureOf, type Picture } from "./fitPicture.ts";
import { matchPatience } from "./fitMatch.ts";
import { matchAgents } from "./fitStaff.ts";
import { validate, type Validation } from "./fitValidate.ts";

export interface Fitted {
  readonly fit: Fit;
  /** Null where the data do not tell staff, or nothing of what became of contacts. */
  readonly validation: Validation | null;
  /** Null where rows are longer than days. */
  readonly picture: Picture | null;
  /** Null where no days were kept back, or none of them can be scored. */
  readonly heldOut: HoldOut | null;
}

/**
 * Fit a history to a scenario, as the fit subcommand does.
 * @param testFrom days since 1970: from here on days are kept back to be scored; null keeps none
 * @throws FitError where the data cannot carry a fit, with the reason in full
 */
export function fitHistory(input: FitInput, testFrom: number | null = null): Fitted {
  const { history } = input;
  if (testFrom !== null && history === null) throw new FitError("--test-from needs rows of days or of parts of days");
  const days = history?.allDays() ?? [], early = testFrom === null ? history : (history?.only((day) => day < testFrom) ?? null);
  if (testFrom !== null && (!days.some((day) => day < testFrom) || !days.some((day) => day >= testFrom))) {
    throw new FitError(`--test-from ${isoDate(testFrom)} must leave days before it and days from it on: the file has ${isoDate(days[0])} to ${isoDate(days[days.length - 1])}`);
  }
  const first = withPatience(plausible(fit({ ...input, history: early }))), made = first.agents === "formula" ? (matchAgents(first) ?? first) : first;
  const whole = testFrom === null || history === null ? null : history.slots === 1 ? history : history.coarser(made.interval);
  return { fit: made, picture: pictureOf(made), validation: made.history === null || made.history.slots === 1 ? null : validate(made, made.history), heldOut: whole === null || testFrom === null ? null : holdOut(made, whole, testFrom) };
}

const SHORTEST_HANDLE = 5, LONGEST_HANDLE = 4 * 3600, LONGEST_WAIT = 4 * 3600;

/** @throws FitError where lengths of time can only be of another unit than they were taken for */
function plausible(made: Fit): Fit {
  const hint = "is its unit another one? write it in the head of the column, as in AHT (ms) or AHT (min)", amount = (seconds: number) => (seconds < 60 ? `${Number(seconds.toPrecision(2))} seconds` : `${Number((seconds / 3600).toPrecision(3))} hours`);
  for (const { name, handle } of made.types) if (handle?.origin === "data" && !(handle.mean.value >= SHORTEST_HANDLE && handle.mean.value <= LONGEST_HANDLE)) throw new FitError(`handle times of ${name} come to ${amount(handle.mean.value)} a contact, which cannot be: ${hint}`);
  if (made.waitAnswered !== null && made.waitAnswered > LONGEST_WAIT) throw new FitError(`waits come to ${amount(made.waitAnswered)} in the mean, which cannot be: ${hint}`);
  return made;
}

/** Where staff and abandonment are in the file, and not how long all callers waited, the simulation tells patience. */
function withPatience(first: Fit): Fit {
  const { history } = first;
  if (first.agents !== "file" || first.types.every(({ patience }) => patience.origin === "data") || history === null || !history.known.has(ABANDONED) || !history.known.has(AGENT_TIME)) return first;
  const matched = matchPatience(first, history);
  return { ...first, types: first.types.map((type, t) => (matched[t] === null || type.patience.origin === "data" ? type : { ...type, patience: matched[t] })) };
}

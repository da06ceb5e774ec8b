// The one script of all workers, so that the page carries the engine for them only once: what a worker does depends on what it is told.

import { workOnBlocks, type BlockRequest } from "./blockWork.ts";
import { workOnCalendar, type CalendarRequest } from "./calendarWork.ts";
import { study, type Wish } from "./studyWork.ts";

self.onmessage = ({ data }: MessageEvent<BlockRequest | CalendarRequest | Wish>) => {
  if ("job" in data) workOnBlocks(data);
  else if ("calendar" in data || "runs" in data) workOnCalendar(data);
  else study(data).catch((error: unknown) => reportError(error)); // where the page hears of it
};

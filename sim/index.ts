// The library: what `import … from "callhall"` offers. It needs neither Node nor a browser.

export type { WantedColumn } from "./scenario/column.ts";
export type { Base, ReadBase } from "./scenario/extends.ts";
export { parseScenario, type ParseOptions } from "./scenario/parse.ts";
export { ScenarioError, type Problem } from "./scenario/problem.ts";
export type { Scenario } from "./scenario/schema.ts";
export type { NoColumn, ReadColumn, SheetCell, SheetColumn } from "./scenario/sheetColumns.ts";
export { exactDay, NotExactError, type ExactContacts, type ExactInterval, type ExactResult } from "./study/exact.ts";
export { simulate, type RunOptions } from "./study/run.ts";
export type { ContactEstimates, ContactResult, DailyLevels, GroupEstimates, IntervalResult, Result, WaitPercentiles } from "./study/result.ts";
export type { Estimate } from "./stats/estimate.ts";
export { CONTACT_MEASURES, GROUP_MEASURES, type Measure } from "./stats/measures.ts";
export { blocking, linesFor, loadFor } from "./erlang/erlangB.ts";
export { erlangC, waitPercentile } from "./erlang/erlangC.ts";
export { erlangA } from "./erlang/erlangA.ts";
export { erlangG } from "./erlang/generalPatience.ts";
export { leastAgents, type Targets } from "./erlang/leastAgents.ts";
export { halfinWhitt, qualityFor, qualityOf, squareRootStaff } from "./erlang/squareRoot.ts";
export { steadyState, type Queue, type SteadyState } from "./erlang/steadyState.ts";
export { VERSION } from "./version.ts";

// The library: what `import … from "callhall"` offers. It needs neither Node nor a browser.

export type { Base, ReadBase } from "./scenario/extends.ts";
export { parseScenario, type ParseOptions } from "./scenario/parse.ts";
export { ScenarioError, type Problem } from "./scenario/problem.ts";
export type { Scenario } from "./scenario/schema.ts";
export { simulate, type RunOptions } from "./study/run.ts";
export type { ContactEstimates, ContactResult, DailyLevels, GroupEstimates, IntervalResult, Result, WaitPercentiles } from "./study/result.ts";
export type { Estimate } from "./stats/estimate.ts";
export { CONTACT_MEASURES, GROUP_MEASURES, type Measure } from "./stats/measures.ts";
export { VERSION } from "./version.ts";

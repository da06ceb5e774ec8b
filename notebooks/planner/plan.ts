// The plan on the page: a scenario file's text, and what it means. Every change of the form is a change of the text, and the text is
// read as the command line reads it; so what the form shows, what is simulated and what is exported cannot drift apart.

import { type Document, isAlias, isCollection, isNode, parseDocument, Scalar, stringify, visit } from "yaml";
import * as z from "zod";
import { nameOfDay, treeOfDay } from "../../sim/scenario/calendarRules.ts";
import { readVariant } from "../../sim/scenario/extends.ts";
import { isDated } from "../../sim/scenario/dated.ts";
import { parseScenario, type ParseOptions } from "../../sim/scenario/parse.ts";
import { ProblemList } from "../../sim/scenario/problemList.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import { withColumns, type ReadColumn } from "../../sim/scenario/sheetColumns.ts";
import type { Path } from "../../sim/scenario/shown.ts";
import { placeOf, type Tree } from "../../sim/scenario/tree.ts";
import { kindsOfDay } from "../../sim/scenario/week.ts";

z.config({ jitless: true }); // the schemas must not make code from text, which the page's policy forbids

/** The name of the file in messages and in the command. */
export const FILE = "my-plan.yaml";

export interface Plan {
  /** A whole scenario file: it extends no other, takes nothing from sheets, and repeats nothing by alias. */
  readonly text: string;
  /** One kind of day, or all dates of a calendar. */
  readonly scenario: Scenario;
  /** Where the plan is one kind of day of a week or of a calendar of dates: the whole, and which. */
  readonly week?: Week;
  /** Where the plan is a whole week or calendar: what each kind of day changes of it, as it is written. No control changes that. */
  readonly patches?: Readonly<Record<string, unknown>>;
}

/** A scenario with a calendar, and the one of its kinds of day that is planned. */
export interface Week {
  readonly whole: Plan;
  readonly kind: string;
}

/** A value to put at a place; undefined takes the key away. */
export type Change = readonly [path: Path, value: unknown];

const WRITTEN = { lineWidth: 0, flowCollectionPadding: true } as const;

type Reading = Pick<ParseOptions, "readBase" | "readColumn">;

/**
 * A plan from a scenario file's text: of a week its first kind of day, of a calendar of dates all of them.
 * @param file its name, @param reading finds what it extends and the columns it uses
 * @throws ScenarioError with all that is wrong
 */
export function readPlan(text: string, file = FILE, reading: Reading = {}): Plan {
  return opened(wholePlan(alone(text, file, parseScenario(text, file, reading), reading)));
}

/**
 * A plan from a file that has been read already.
 * @param scenario what it means, or with another name, seed and number of days
 * @param kind of day, of a week or a calendar: the first where there is no such kind; left out, what `readPlan` opens
 */
export function planOf(tree: Tree, scenario: Scenario, readColumn?: ReadColumn, kind?: string): Plan {
  const whole = wholePlan(written(tree, scenario, readColumn));
  return kind === undefined || whole.scenario.calendar === undefined ? opened(whole) : dayOf({ whole, kind });
}

/** One kind of day of a week or a calendar as a plan of its own: the days are those that `--day-type` has. */
export function dayOf({ whole, kind }: Week): Plan {
  const { text, scenario } = whole, kinds = kindsOfDay(scenario), own = kinds.find(({ name }) => name === kind) ?? kinds[0], problems = new ProblemList();
  const day = treeOfDay(treeOf(text, FILE, {}), own.name, problems);
  problems.throwIfAny();
  return { ...wholePlan(written(day, { ...scenario, name: nameOfDay(scenario, own.name), seed: own.scenario.seed }, undefined)), week: { whole, kind: own.name } };
}

/** The week or the calendar that a plan is of, or is itself; null where it is a day by itself. */
export function wholeOf(plan: Plan): Plan | null {
  if (plan.week !== undefined) return plan.week.whole;
  return plan.scenario.calendar === undefined ? null : plan;
}

function wholePlan(text: string): Plan {
  const scenario = parseScenario(text, FILE);
  return scenario.calendar === undefined ? { text, scenario } : { text, scenario, patches: (parseDocument(text).toJS() as { readonly calendar: { readonly dayTypes: Record<string, unknown> } }).calendar.dayTypes }; // it has been read as a scenario with a calendar
}

/** A week is planned one kind of day at a time. */
const opened = (whole: Plan): Plan => (whole.scenario.calendar === undefined || isDated(whole.scenario) ? whole : dayOf({ whole, kind: "" }));

/** The same plan with some values changed; comments stay, but for those beside changed values, which no longer speak of them. @throws ScenarioError */
export function changed(plan: Plan, changes: readonly Change[]): Plan {
  const document = parseDocument(plan.text);
  for (const [path, value] of changes) put(document, path, value);
  const text = document.toString(WRITTEN);
  return { ...plan, text, scenario: parseScenario(text, FILE) };
}

/** A file with all that it needs, as it was read. @throws ScenarioError */
function treeOf(text: string, file: string, { readBase }: Reading): Tree {
  const problems = new ProblemList(), tree = readVariant(text, file, readBase, problems);
  problems.throwIfAny();
  return tree;
}

/** Written anew, so that the plan's own stand in the place of the file's. */
const OF_THE_RUN = ["name", "days", "precision", "seed"];

/** The text of one file that means the same and needs no other. */
function written(tree: Tree, { name, days, seed, precision }: Scenario, readColumn: ReadColumn | undefined): string {
  const problems = new ProblemList(), all = Object.entries(withKinds(tree, withColumns(tree, readColumn, problems).value as Record<string, unknown>, readColumn, problems)); // a scenario file is a mapping
  problems.throwIfAny();
  const asked: typeof all = precision === undefined ? [["days", days]] : all.filter(([key]) => key === "precision");
  const given = Object.fromEntries<unknown>([["name", name], ...all.filter(([key]) => !OF_THE_RUN.includes(key)), ...asked, ["seed", seed]]);
  return tidy(stringify(given, { ...WRITTEN, aliasDuplicateObjects: false }));
}

/** The columns that kinds of day take from sheets, too. */
function withKinds(tree: Tree, given: Record<string, unknown>, readColumn: ReadColumn | undefined, problems: ProblemList): Record<string, unknown> {
  const path = ["calendar", "dayTypes"], { tree: kinds, found } = placeOf(tree, path);
  if (!found) return given;
  const dayTypes = Object.fromEntries([...kinds.entries].map(([kind, { tree: patch }]) => [kind, withColumns(patch, readColumn, problems).value]));
  return { ...given, calendar: { ...given.calendar as Record<string, unknown>, dayTypes } }; // it has day types, and so is a mapping
}

function put(document: Document, path: Path, value: unknown): void {
  if (value === undefined) {
    document.deleteIn(path);
    return;
  }
  const old = document.getIn(path, true), node = document.createNode(value, { flow: true });
  if (isNode(old)) node.commentBefore = old.commentBefore;
  if (node instanceof Scalar && typeof value === "string" && /^\d+:\d\d$/.test(value)) node.type = "QUOTE_DOUBLE"; // a time of day, as in the library
  document.setIn(path, node);
}

/** The text as one file that needs no other. A file that already is one stays as it was written. */
function alone(text: string, file: string, scenario: Scenario, reading: Reading): string {
  const document = parseDocument(text);
  return document.has("extends") || /\bcolumn:/.test(text) ? written(treeOf(text, file, reading), scenario, reading.readColumn) : withoutAliases(named(document, scenario.name), text);
}

/** A file without a name is called as the file was. */
function named(document: Document, name: string): Document {
  if (!document.has("name")) document.set("name", name);
  return document;
}

function withoutAliases(document: Document, original: string): string {
  let any = !document.has("name");
  visit(document, {
    Alias: (_, alias) => {
      any = true;
      const target = alias.resolve(document);
      return document.createNode(target?.toJS(document), { aliasDuplicateObjects: false, flow: true });
    },
  });
  visit(document, { Node: (_, node) => { if (!isAlias(node) && "anchor" in node) delete node.anchor; } });
  return any ? document.toString(WRITTEN) : original;
}

/** Lists of numbers and small mappings on one line each, as people write them. */
function tidy(text: string): string {
  const document = parseDocument(text);
  visit(document, {
    Seq: (_, list) => { list.flow = true; },
    Map: (_, map, path) => { if (path.length > 2 && map.items.length < 6 && map.items.every(({ value }) => value instanceof Scalar || (isCollection(value) && value.flow))) map.flow = true; },
  });
  return document.toString(WRITTEN);
}

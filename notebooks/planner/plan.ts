// The plan on the page: a scenario file's text, and what it means. Every change of the form is a change of the text, and the text is
// read as the command line reads it; so what the form shows, what is simulated and what is exported cannot drift apart.

import { Document, isAlias, isCollection, isNode, parseDocument, Scalar, stringify, visit } from "yaml";
import * as z from "zod";
import { readVariant } from "../../sim/scenario/extends.ts";
import type { Objection } from "../../sim/scenario/objection.ts";
import { parseScenario, type ParseOptions } from "../../sim/scenario/parse.ts";
import { ProblemList } from "../../sim/scenario/problemList.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import { withColumns } from "../../sim/scenario/sheetColumns.ts";
import type { Path } from "../../sim/scenario/shown.ts";

z.config({ jitless: true }); // the schemas must not make code from text, which the page's policy forbids

/** The name of the file in messages and in the command. */
export const FILE = "my-plan.yaml";

export interface Plan {
  /** A whole scenario file: it extends no other, takes nothing from sheets, and repeats nothing by alias. */
  readonly text: string;
  readonly scenario: Scenario;
}

/** A value to put at a place; undefined takes the key away. */
export type Change = readonly [path: Path, value: unknown];

const WRITTEN = { lineWidth: 0, flowCollectionPadding: true } as const;

/**
 * A plan from a scenario file's text.
 * @param file its name, @param reading finds what it extends and the columns it uses
 * @throws ScenarioError with all that is wrong
 */
export function readPlan(text: string, file = FILE, reading: Pick<ParseOptions, "readBase" | "readColumn"> = {}): Plan {
  const scenario = parseScenario(text, file, { ...reading, objections: objectionsToPage }), whole = alone(text, file, scenario, reading);
  return { text: whole, scenario: parseScenario(whole, FILE) };
}

/** The same plan with some values changed; comments stay, but for those beside changed values, which no longer speak of them. @throws ScenarioError */
export function changed(plan: Plan, changes: readonly Change[]): Plan {
  const document = parseDocument(plan.text);
  for (const [path, value] of changes) put(document, path, value);
  const text = document.toString(WRITTEN);
  return { text, scenario: parseScenario(text, FILE) };
}

/** What the page cannot plan, though the command line can simulate it. */
function objectionsToPage({ calendar }: Scenario): Objection[] {
  return calendar === undefined ? [] : [{ path: ["calendar"], about: "name", message: "makes this a week of several kinds of day, and this page plans one day: `callhall run` simulates the week" }];
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
function alone(text: string, file: string, { name }: Scenario, { readBase, readColumn }: Pick<ParseOptions, "readBase" | "readColumn">): string {
  const document = parseDocument(text);
  if (!document.has("extends") && !/\bcolumn:/.test(text)) return withoutAliases(named(document, name), text);
  const problems = new ProblemList(), tree = withColumns(readVariant(text, file, readBase, problems), readColumn, problems);
  problems.throwIfAny();
  return withoutAliases(named(new Document(tree.value, { aliasDuplicateObjects: false }), name), null);
}

/** A file without a name is called as the file was. */
function named(document: Document, name: string): Document {
  if (!document.has("name")) document.set("name", name);
  return document;
}

function withoutAliases(document: Document, original: string | null): string {
  let any = original === null || !document.has("name");
  visit(document, {
    Alias: (_, alias) => {
      any = true;
      const target = alias.resolve(document);
      return document.createNode(target?.toJS(document), { aliasDuplicateObjects: false, flow: true });
    },
  });
  visit(document, { Node: (_, node) => { if (!isAlias(node) && "anchor" in node) delete node.anchor; } });
  if (original === null) return tidy(stringify(document.toJS(), { ...WRITTEN, aliasDuplicateObjects: false }));
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

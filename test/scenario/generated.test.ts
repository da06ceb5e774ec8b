import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { scenarioJsonSchema } from "../../sim/scenario/jsonSchema.ts";
import { keyReference, withReference } from "../../sim/scenario/reference.ts";

const shipped = (file: string): string => readFileSync(new URL(`../../scenarios/${file}`, import.meta.url), "utf8");

test("scenarios/scenario.schema.json is current", () => {
  expect(shipped("scenario.schema.json")).toBe(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
});

test("the keys in scenarios/README.md are current", () => {
  const page = shipped("README.md");
  expect(page).toContain("<!-- keys -->");
  expect(withReference(page)).toBe(page);
});

test("the JSON Schema names itself, describes its keys and has no words that JSON Schema does not know", () => {
  const text = JSON.stringify(scenarioJsonSchema());
  expect(scenarioJsonSchema()).toMatchObject({
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "callhall scenario",
    if: { required: ["extends"] },
    then: { $ref: "#/definitions/variant" },
    else: { $ref: "#/definitions/scenario" },
    definitions: {
      scenario: {
        required: ["opening", "interval", "contacts", "groups"],
        additionalProperties: false,
        properties: { days: { default: 1000, examples: [2000] }, closing: { enum: ["drain", "drop"] } },
      },
    },
  });
  for (const note of ["form", "unit", "entry", "example"]) expect(text).not.toContain(`"${note}":`);
});

test("the reference has a line for every key of the issue", () => {
  const text = keyReference();
  for (const key of [
    "name", "opening.from", "opening.to", "interval", "contacts", "contacts.<type>.volume", "contacts.<type>.profile", "contacts.<type>.ratesPerHour",
    "contacts.<type>.dayToDayCv", "contacts.<type>.handleTime", "contacts.<type>.patience", "contacts.<type>.balking", "contacts.<type>.answerWithin",
    "contacts.<type>.target", "contacts.<type>.priority", "shifts", "shifts.<shift>.from", "shifts.<shift>.to", "shifts.<shift>.breaks",
    "shifts.<shift>.breaks[].for", "shifts.<shift>.breaks[].between", "groups", "groups.<group>.answers", "groups.<group>.answers.<type>.handleTimeFactor",
    "groups.<group>.agents", "groups.<group>.shifts", "routing", "lines", "closing", "days", "seed", "distribution", "mean", "cv", "shape", "scale", "from", "to",
  ]) {
    expect(text).toContain(`\n| \`${key}\` | `);
  }
  expect(text).toMatch(/`days` \|.*\| `1000` \|/);
});

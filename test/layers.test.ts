import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** In the order of the way through the house: each imports only from itself and those before it. */
const LAYERS = ["sim/scenario", "sim/random", "sim/model", "sim/engine", "sim/stats", "sim/erlang", "sim/study", "reports", "sim/cli", "notebooks"];

/** Files that belong to no layer: the library's entry, which sees all that scripts may use, and the version. */
const ENTRY = "sim/index.ts", VERSION = "sim/version.ts";

const sources = ["sim", "reports", "notebooks"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file)).map((file) => join(folder, file)));

const textOf = (file: string) => readFileSync(join(root, file), "utf8");
const importsOf = (file: string) => [...textOf(file).matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, from]) => from);
const layerOf = (file: string) => LAYERS.findIndex((layer) => file.startsWith(`${layer}/`));

describe("the layers", () => {
  test("import only from those before them", () => {
    const wrong = sources.filter((file) => file !== ENTRY).flatMap((file) => importsOf(file).filter((from) => from.startsWith(".")).flatMap((from) => {
      const target = relative(root, join(root, dirname(file), from));
      return target === VERSION || (layerOf(target) >= 0 && layerOf(target) <= layerOf(file)) ? [] : [`${file} imports ${target}`];
    }));
    expect(wrong).toEqual([]);
  });

  test("leave Node, files, threads, the page and the clock to the command line", () => {
    const worldly = /\bfrom "node:|\bprocess\.|\bdocument\.(?:create|query|get|body)|\bwindow\.|\bnew Worker\b|\bDate\.now\b|\bnew Date\(|\bperformance\.now\b|\bMath\.random\b|\bsetTimeout\b/;
    const wrong = sources.filter((file) => file.startsWith("sim/") && !file.startsWith("sim/cli/")).filter((file) => worldly.test(withoutComments(textOf(file))));
    expect(wrong).toEqual([]);
  });

  test("draw no random number with functions whose last bit differs between engines", () => {
    const drawing = sources.filter((file) => /^sim\/(random|model|engine)\//.test(file));
    expect(drawing.length).toBeGreaterThan(10);
    expect(drawing.filter((file) => /Math\.(log|exp|pow|sin|cos|tan|cbrt|hypot|log1p|expm1)\b/.test(withoutComments(textOf(file))))).toEqual([]);
  });

  test("open each file of the engine's hot path with a line that says so", () => {
    const engine = sources.filter((file) => file.startsWith("sim/engine/"));
    const cold = engine.filter((file) => !textOf(file).startsWith("// Hot path: "));
    expect(cold.sort()).toEqual(["sim/engine/attendance.ts", "sim/engine/calendarLuck.ts", "sim/engine/dayRecord.ts", "sim/engine/inService.ts", "sim/engine/outcome.ts"]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
}

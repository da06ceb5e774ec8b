import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe has against a page by WCAG 2.2 AA and its own best practice, once nothing on it is faded because something newer is on its way. */
export async function violations(page: Page): Promise<string[]> {
  await page.waitForFunction(() => document.querySelector(".stale, .faded") === null);
  await page.evaluate(axe); // through the debugger, which the page's policy does not bind
  const found = await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: { run: (options: unknown) => Promise<{ violations: Violation[] }> } };
    return (await checker.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })).violations;
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}

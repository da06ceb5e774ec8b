import { test } from "vitest";
import { launchChromium } from "./browser/chromium.ts";
test("x", async () => {
  const b = await launchChromium(); const p = await b.newPage({ viewport: { width: 1000, height: 1200 } });
  for (const f of (process.env.SHOTS ?? "").split(",")) { await p.goto(`file:///tmp/h8/${f}.html`); await p.screenshot({ path: `/tmp/h8/${f}.png`, fullPage: true, clip: { x: 0, y: Number(process.env.Y ?? 0), width: 1000, height: 1500 } }); }
  await b.close();
}, 60000);

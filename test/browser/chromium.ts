// A real Chromium for tests.

import { chromium, type Browser } from "playwright-core";
import { chromiumPath } from "./chromiumPath.ts";

/** For a machine without a screen or a network, as root or not. */
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Close it in the end. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumPath(), args: ARGUMENTS, headless: true });
}

// Where a Chromium is: the system's where there is one, else the one inside @sparticuz/chromium.

import { existsSync } from "node:fs";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

export async function chromiumPath(): Promise<string> {
  return SYSTEM.find((path) => existsSync(path)) ?? packagedChromium();
}

/** Unpacks Chromium, and the libraries it needs on a bare machine, into the system's temporary folder. */
async function packagedChromium(): Promise<string> {
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs20.x"; // read on import: it makes the package bring its libraries
  const { default: packaged } = await import("@sparticuz/chromium");
  return packaged.executablePath();
}

/** Before all tests: two test files that unpack at the same time would start half a Chromium. */
export default async function unpack(): Promise<void> {
  await chromiumPath();
}

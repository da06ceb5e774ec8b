// The browser of the benchmark of the pages, started while this file is imported: what imports it there is closed behind it.

import { launchChromium } from "../browser/chromium.ts";

export const browser = await launchChromium();

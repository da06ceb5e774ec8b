// The scenarios that the notebooks start from, as they are shipped.

import type { ReadBase } from "../../sim/scenario/extends.ts";

const folder = "../../scenarios/";
const texts = import.meta.glob<string>(["../../scenarios/usual-day.yaml", "../../scenarios/three-sites.yaml", "../../scenarios/specialised-teams.yaml"], { query: "?raw", import: "default", eager: true });

/** `usual-day.yaml` and the others, by name. */
export const shipped: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(texts).map(([path, text]) => [path.slice(folder.length), text]));

/** For studies, which lie in a folder below. */
export const readShipped: ReadBase = (path) => {
  const file = path.replace(/^\.\.\//, "");
  return file in shipped ? { file: path, text: shipped[file] } : { refused: "not in this page" };
};

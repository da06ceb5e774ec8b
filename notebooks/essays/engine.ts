// The engine of a notebook: the workers that all its answers share, and schemas that make no code from text, which the page's policy forbids.

import * as z from "zod";
import { createPool } from "../browser/pool.ts";
import EngineWorker from "../browser/worker.ts?worker&inline";

z.config({ jitless: true });

export const threads = Math.max(1, Math.min(8, navigator.hardwareConcurrency));

export const pool = createPool(threads, () => new EngineWorker());

/** Jobs under way at once, so that the next fills the workers while one comes to its end. */
export const AT_ONCE = threads === 1 ? 1 : threads + 1;

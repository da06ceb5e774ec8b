import { scenarioSchema } from "../scenario/schema.ts";
import { InputError } from "./exit.ts";

/** The seed that the command line gives to every day; where it chooses a day type, none: the scenario has one made of it. */
export function seedOfDays({ seed, dayType }: { readonly seed?: string; readonly dayType?: string }): string | undefined {
  return dayType === undefined ? readSeed(seed) : undefined;
}

/** The seed of the command line, by the rule for the file's. */
export function readSeed(text: string | undefined): string | undefined {
  const seed = scenarioSchema.shape.seed.unwrap().optional().safeParse(text);
  if (seed.success) return seed.data;
  throw new InputError(`--seed ${seed.error.issues[0].message}`);
}

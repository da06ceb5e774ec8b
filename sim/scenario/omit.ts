/** An object without some of its keys. */
export function omit<Whole extends object, Key extends keyof Whole>(whole: Whole, ...keys: readonly Key[]): Omit<Whole, Key> {
  return Object.fromEntries(Object.entries(whole).filter(([key]) => !(keys as readonly PropertyKey[]).includes(key))) as Omit<Whole, Key>; // what is left has the other keys
}

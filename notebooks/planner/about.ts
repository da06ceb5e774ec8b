// State that is about a value, and means nothing beside another one: what was typed over it, what is wrong with that.

import { useEffect, useState } from "preact/hooks";

/**
 * Null as soon as the value is another, and until something is said about that one. What is said belongs to the value at that moment,
 * not at the next painting: on a busy page a reader types between the two.
 */
export function useAbout<T>(value: string): [said: T | null, say: (next: T | null) => void] {
  const [kept, keep] = useState<{ readonly of: string; readonly said: T } | null>(null);
  useEffect(() => keep((last) => (last?.of === value ? last : null)), [value]);
  return [kept?.of === value ? kept.said : null, (next) => keep(next === null ? null : { of: value, said: next })];
}

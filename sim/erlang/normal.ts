// The normal law.

import { lowerGamma, upperGamma } from "./incompleteGamma.ts";

/** Chance that a standard normal number is at most z. */
export function normalBelow(z: number): number {
  if (z < 0) return upperGamma(0.5, (z * z) / 2) / 2;
  return 0.5 + lowerGamma(0.5, (z * z) / 2) / 2;
}

/** Density of the standard normal law. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

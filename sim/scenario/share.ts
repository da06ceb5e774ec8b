/** "80%" or "99.9%". */
export const sharePattern = /^[0-9]{1,3}(?:\.[0-9]{1,9})?%$/;

/** The share of a text that fits `sharePattern`; the exponent makes 99.9% exactly the number written 0.999. */
export function parseShare(text: string): number {
  return Number(`${text.slice(0, -1)}e-2`);
}

// At most six digits either side of the point, so that the sum in millionths of a second below is a safe integer.
const amount = String.raw`[0-9]{1,6}(?:\.[0-9]{1,6})?`;

/** "20s", "5m30s", "5.5m", "1h30m": hours, minutes and seconds in this order, each at most once. */
export const durationPattern = new RegExp(`^(?=.)(?:${amount}h)?(?:${amount}m)?(?:${amount}s)?$`);

const unitSeconds = { h: 3600, m: 60, s: 1 } as const;
const million = 1_000_000;

/** Seconds of a text that fits `durationPattern`. Counted in whole millionths, so that "330.1s" and "5m30.1s" are the same number. */
export function parseDuration(text: string): number {
  let millionths = 0;
  for (const [, digits = "", unit] of text.matchAll(/([0-9.]+)([hms])/g)) {
    const [whole = "", fraction = ""] = digits.split(".");
    const inMillionths = Number(whole + fraction.padEnd(6, "0"));
    if (unit === "h" || unit === "m" || unit === "s") millionths += inMillionths * unitSeconds[unit];
  }
  return millionths / million;
}

/** Seconds as "5m30s", "20s" or "1h": what `parseDuration` reads, to the millionth of a second. */
export function formatDuration(seconds: number): string {
  const total = Math.round(seconds * million);
  const sign = total < 0 ? "-" : "";
  const size = Math.abs(total);
  const hours = Math.floor(size / (3600 * million));
  const minutes = Math.floor(size / (60 * million)) % 60;
  const rest = (size % (60 * million)) / million;
  const text = (hours > 0 ? `${hours}h` : "") + (minutes > 0 ? `${minutes}m` : "") + (rest > 0 ? `${decimal(rest)}s` : "");
  return text === "" ? "0s" : sign + text;
}

/** A number of seconds without an exponent and without trailing zeros (0.000001, not 1e-6). */
function decimal(value: number): string {
  const digits = value.toFixed(6);
  return digits.replace(/\.?0+$/, "");
}

/** "08:30", "8:30" or "24:00": hours and minutes of a 24-hour day. */
export const clockPattern = /^(?:(?:[01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)$/;

export const secondsPerDay = 86_400;

/** Seconds since midnight of a text that fits `clockPattern`. */
export function parseClock(text: string): number {
  const [hours, minutes] = text.split(":").map(Number);
  return (hours ?? NaN) * 3600 + (minutes ?? NaN) * 60;
}

/** Seconds since midnight as "08:30"; seconds are shown only where there are any. */
export function formatClock(seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  if (whole % 60 !== 0) parts.push(whole % 60);
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

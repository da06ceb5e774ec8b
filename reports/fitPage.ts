export function fitPage(..._: unknown[]): string { return ""; }

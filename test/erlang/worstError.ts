// How far numbers are from what they should be, in units of what is allowed.

/** The smaller of relative error and absolute error, each over what is allowed. */
export function errorOf(got: number | null, wanted: number, relative = 1e-9, absolute = 1e-12): number {
  if (got === null || Number.isNaN(got)) return Infinity;
  const error = Math.abs(got - wanted);
  return error === 0 ? 0 : Math.min(error / (Math.abs(wanted) * relative), error / absolute);
}

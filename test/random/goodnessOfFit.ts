// How well numbers follow a law: distribution functions in closed form and the two classical tests, for the tests of the samplers.
// It uses nothing of what it judges (Math.exp and Math.log, not ours).

/** What a goodness-of-fit test may fall to before it counts as a failure: once in a million by chance, and seeds are fixed. */
export const HARDLY_EVER = 1e-6;

// ln Gamma by Lanczos' series with g = 7 and nine terms (as in Numerical Recipes; about 1e-15).
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

export function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  const t = x + 6.5;
  const series = LANCZOS.reduce((sum, c, i) => (i === 0 ? c : sum + c / (x - 1 + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

/** The regularized lower incomplete gamma function P(a, x): the series below a + 1, Lentz's continued fraction above it. */
export function gammaP(a: number, x: number): number {
  return x <= 0 ? 0 : x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

/** Q(a, x) = 1 - P(a, x), without the loss of digits in the tail. */
export function gammaQ(a: number, x: number): number {
  return x <= 0 ? 1 : x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a, sum = term;
  for (let n = 1; n < 10_000 && term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * Math.exp(a * Math.log(x) - x - lnGamma(a));
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a, c = Infinity, d = 1 / b, h = d;
  for (let n = 1; n < 10_000; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return h * Math.exp(a * Math.log(x) - x - lnGamma(a));
}

export function normalCdf(x: number): number {
  const tail = normalTail(Math.abs(x));
  return x < 0 ? tail : 1 - tail;
}

/** P(X > x) of a standard normal, x >= 0. */
export function normalTail(x: number): number {
  return 0.5 * gammaQ(0.5, (x * x) / 2);
}

/** The chance that a chi-square of so many degrees of freedom exceeds a value. */
export function chiSquareTail(value: number, degreesOfFreedom: number): number {
  return gammaQ(degreesOfFreedom / 2, value / 2);
}

/** Pearson's test: the chance of counts at least as far from those expected. Every expected count should be 5 or more. */
export function chiSquareTest(counts: ArrayLike<number>, expected: ArrayLike<number>): number {
  const value = Array.from(counts).reduce((sum, count, i) => sum + (count - expected[i]) ** 2 / expected[i], 0);
  return chiSquareTail(value, counts.length - 1);
}

/** The Kolmogorov distribution's upper tail: the chance that sqrt(n) D exceeds t, for large n. */
export function kolmogorovTail(t: number): number {
  if (t < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k++) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * t * t);
  return Math.min(1, Math.max(0, sum));
}

/** The Kolmogorov-Smirnov test: the chance of values at least as far from the distribution function. */
export function kolmogorovTest(values: ArrayLike<number>, cdf: (x: number) => number): number {
  const sorted = Float64Array.from(values).sort(), n = sorted.length;
  let most = 0;
  sorted.forEach((x, i) => {
    const p = cdf(x);
    most = Math.max(most, p - i / n, (i + 1) / n - p);
  });
  return kolmogorovTail(Math.sqrt(n) * most);
}

export interface Sample {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
  /** Standard error of the variance, from the sample's own fourth moment. */
  readonly varianceError: number;
}

export function describeSample(values: ArrayLike<number>): Sample {
  const all = Array.from(values), n = all.length;
  const mean = all.reduce((sum, x) => sum + x, 0) / n;
  const moment = (k: number) => all.reduce((sum, x) => sum + (x - mean) ** k, 0) / n;
  const variance = (moment(2) * n) / (n - 1);
  return { n, mean, variance, varianceError: Math.sqrt((moment(4) - moment(2) ** 2) / n) };
}

/** The correlation of two columns times sqrt(n): about a standard normal when they are independent. */
export function correlationScore(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length;
  let meanA = 0, meanB = 0;
  for (let i = 0; i < n; i++) {
    meanA += a[i] / n;
    meanB += b[i] / n;
  }
  let aa = 0, bb = 0, ab = 0;
  for (let i = 0; i < n; i++) {
    aa += (a[i] - meanA) ** 2;
    bb += (b[i] - meanB) ** 2;
    ab += (a[i] - meanA) * (b[i] - meanB);
  }
  return (Math.sqrt(n) * ab) / Math.sqrt(aa * bb);
}

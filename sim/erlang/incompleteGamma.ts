// The incomplete gamma functions, right in their last few digits from shapes of 0.01 to millions, where those of libraries give way.

const LN_ROOT_2PI = 0.918938533204672741780329736406;

/**
 * Natural logarithm of e^-x x^a / gamma(a + 1), which for whole `a` is the chance of a Poisson number. By Loader, "Fast and
 * accurate computation of binomial probabilities" (2000): no large numbers are taken from each other.
 * @param a from 0
 * @param x from 0
 */
export function lnPoisson(a: number, x: number): number {
  if (a === 0) return -x;
  if (x === 0) return -Infinity;
  return -stirlingError(a) - deviance(a, x) - LN_ROOT_2PI - Math.log(a) / 2;
}

/** gamma(1 + a), for a > 0. */
export function gammaOfOnePlus(a: number): number {
  return Math.exp((a + 0.5) * Math.log(a) - a + LN_ROOT_2PI + stirlingError(a));
}

/** Regularised lower incomplete gamma function P(a, x), for a > 0 and x >= 0. */
export function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  return x < boundary(a, x) ? Math.exp(lnLowerTail(a, x)) : 1 - Math.exp(lnUpperTail(a, x));
}

/** Regularised upper incomplete gamma function Q(a, x) = 1 - P(a, x), for a > 0 and x >= 0. */
export function upperGamma(a: number, x: number): number {
  return Math.exp(lnUpperGamma(a, x));
}

/** Its natural logarithm, right also where Q itself is too small for a number. */
export function lnUpperGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  if (x === Infinity) return -Infinity;
  return x < boundary(a, x) ? Math.log1p(-Math.exp(lnLowerTail(a, x))) : lnUpperTail(a, x);
}

const MANY = 1e5;

/** Large `a` with `x` near it, where series and fraction would need very many terms. */
function isBell(a: number, x: number): boolean {
  return a > MANY && Math.abs(x - a) < 0.05 * a;
}

/** Below it P is the smaller of the two, or nearly so, and found first; above it Q. */
function boundary(a: number, x: number): number {
  return isBell(a, x) ? a : a + 1;
}

function lnLowerTail(a: number, x: number): number {
  return isBell(a, x) ? lnBellTail(a, x) : lnPoisson(a, x) + Math.log(lowerSeries(a, x));
}

function lnUpperTail(a: number, x: number): number {
  return isBell(a, x) ? lnBellTail(a, x) : lnPoisson(a, x) + Math.log(upperFraction(a, x));
}

/**
 * P(a, x) for x below a, Q(a, x) from there on, by Temme, "The asymptotic expansion of the incomplete gamma functions" (1979): a
 * normal law and its correction, whose first terms give 1e-14 from a = 100,000 on.
 */
function lnBellTail(a: number, x: number): number {
  const fall = deviance(a, x), eta = Math.sign(x - a) * Math.sqrt((2 * fall) / a);
  const correction = (power(TEMME_0, eta) + power(TEMME_1, eta) / a) / Math.sqrt(2 * Math.PI * a);
  return Math.log(Math.exp(lnUpperGamma(0.5, fall) + fall) / 2 + (x < a ? -correction : correction)) - fall;
}

const TEMME_0 = [-1 / 3, 1 / 12, -2 / 135, 1 / 864, 1 / 2835, -139 / 777600, 1 / 25515];
const TEMME_1 = [-1 / 540, -1 / 288, 1 / 378];

function power(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

/** P(a, x) = e^-x x^a / gamma(a + 1) times this: 1 + x/(a+1) + x²/((a+1)(a+2)) + … */
function lowerSeries(a: number, x: number): number {
  let sum = 1, term = 1;
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** Q(a, x) = e^-x x^a / gamma(a + 1) times this: a times Legendre's continued fraction, from the front by Lentz's method. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a, c = Infinity, d = 1 / b, value = d;
  for (let i = 1; ; i++) {
    const numerator = i * (a - i);
    b += 2;
    d = 1 / (b + numerator * d);
    c = b + numerator / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) <= Number.EPSILON) return a * value;
  }
}

/** a ln(a / x) + x - a, which is small where `a` and `x` are near each other. */
function deviance(a: number, x: number): number {
  const v = (a - x) / (a + x);
  if (Math.abs(v) > 0.1) return a * Math.log(a / x) + x - a;
  let sum = (a - x) * v, power = 2 * a * v;
  for (let j = 3; ; j += 2) {
    power *= v * v;
    const next = sum + power / j;
    if (next === sum) return sum;
    sum = next;
  }
}

/** What Stirling's formula lacks: ln gamma(a + 1) - (a + 1/2) ln a + a - ln sqrt(2 pi). */
function stirlingError(a: number): number {
  let error = 0, at = a;
  for (; at < 16; at++) error += (at + 0.5) * Math.log1p(1 / at) - 1;
  const s = 1 / (at * at);
  return error + (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360360))))) / at;
}

// Integrals of several functions at once: Gauss's rule on panels that are halved until nothing changes any more.

/** Values of all functions at x, written into `out`. */
export type Integrand = (x: number, out: Float64Array) => void;

const POINTS = 20;
const TOLERANCE = 1e-12; // of halving, whose result is then far better where the functions are smooth
const LEAST = 1e-290; // near the smallest doubles digits are lost
const MOST_HALVINGS = 60; // towards a kink or a steep start; the panel is then too short to matter

/**
 * Integrals over the panels between the given edges, first to last.
 * @param edges rising; where the integrands are not smooth there should be one
 * @param count number of functions
 * @param noise relative error that values of the integrand may have by rounding; halving does not chase it
 */
export function integrate(integrand: Integrand, count: number, edges: readonly number[], noise: number): Float64Array {
  const first = edges.slice(1).map((to, i) => panel(integrand, count, edges[i], to));
  const scale = sumOf(first, count).map(Math.abs);
  return sumOf(first.map((whole, i) => halved(integrand, whole, edges[i], edges[i + 1], scale, noise, 0)), count);
}

function halved(integrand: Integrand, whole: Float64Array, from: number, to: number, scale: Float64Array, noise: number, halvings: number): Float64Array {
  const middle = from + (to - from) / 2;
  if (!(middle > from && middle < to)) return whole;
  const left = panel(integrand, whole.length, from, middle), right = panel(integrand, whole.length, middle, to);
  const sum = left.map((value, k) => value + right[k]);
  const good = sum.every((value, k) => Math.abs(value - whole[k]) <= TOLERANCE * scale[k] + noise * Math.abs(value) + LEAST);
  if (good || halvings === MOST_HALVINGS) return sum;
  const [a, b] = [halved(integrand, left, from, middle, scale, noise, halvings + 1), halved(integrand, right, middle, to, scale, noise, halvings + 1)];
  return a.map((value, k) => value + b[k]);
}

function panel(integrand: Integrand, count: number, from: number, to: number): Float64Array {
  const sum = new Float64Array(count), values = new Float64Array(count), half = (to - from) / 2;
  for (const { node, weight } of RULE) {
    integrand(from + half * (1 + node), values);
    for (let k = 0; k < count; k++) sum[k] += weight * values[k];
  }
  return sum.map((value) => value * half);
}

function sumOf(parts: readonly Float64Array[], count: number): Float64Array {
  const sum = new Float64Array(count);
  for (const part of parts) part.forEach((value, k) => { sum[k] += value; });
  return sum;
}

const RULE = gaussLegendre(POINTS);

/** Nodes in (-1, 1) and weights: zeros of Legendre's polynomial by Newton's method from Chebyshev's points. */
function gaussLegendre(points: number): { readonly node: number; readonly weight: number }[] {
  return Array.from({ length: points }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (points + 0.5)), slope = 0;
    for (let step = 0; step < 10; step++) {
      let before = 0, value = 1;
      for (let k = 1; k <= points; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
      slope = (points * (before - x * value)) / (1 - x * x);
      x -= value / slope;
    }
    return { node: x, weight: 2 / ((1 - x * x) * slope * slope) };
  });
}

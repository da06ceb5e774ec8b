// The maximum of a smooth function of one or two numbers, by Newton's method with numerical derivatives, and how sharp it is.

const STEP = 1e-3, MOST_ROUNDS = 100, NEAR_ENOUGH = 1e-7;

export interface Maximum {
  readonly at: readonly number[];
  readonly value: number;
  /** Of a log-likelihood: minus the inverse of its second derivatives. NaN where it is flat. */
  readonly covariance: readonly (readonly number[])[];
}

/** @param of finite at `start`; numbers of the order of 1, such as logarithms */
export function maximum(of: (at: readonly number[]) => number, start: readonly number[]): Maximum {
  let at = [...start], value = of(at);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { slope, bend } = derivatives(of, at, value), inverse = inverseOf(bend);
    const isTop = inverse !== null && bend[0][0] < 0 && inverse.every((row, i) => row[i] < 0);
    const newton = isTop ? inverse.map((row) => -row.reduce((sum, each, i) => sum + each * slope[i], 0)) : slope.map((each) => Math.sign(each) * 0.5);
    const longest = Math.max(...newton.map(Math.abs)), most = 1.5; // a longer step would trust a curvature far from here
    let scale = Math.min(1, most / Math.max(longest, 1e-300)), moved = false;
    for (; !moved && scale * longest >= NEAR_ENOUGH; scale /= 2) {
      const next = at.map((each, i) => each + scale * newton[i]), nextValue = of(next);
      if (nextValue > value) {
        at = next;
        value = nextValue;
        moved = true;
      }
    }
    if (!moved) break;
  }
  const inverse = inverseOf(derivatives(of, at, value).bend);
  return { at, value, covariance: at.map((_, i) => at.map((__, j) => -(inverse?.[i][j] ?? NaN))) };
}

function derivatives(of: (at: readonly number[]) => number, at: readonly number[], value: number) {
  const moved = (...steps: readonly (readonly [index: number, by: number])[]) => {
    const next = [...at];
    for (const [index, by] of steps) next[index] += by * STEP;
    return of(next);
  };
  const up = at.map((_, i) => moved([i, 1])), down = at.map((_, i) => moved([i, -1]));
  const slope = at.map((_, i) => (up[i] - down[i]) / (2 * STEP));
  const bend = at.map((_, i) => at.map((__, j) => {
    if (i === j) return (up[i] - 2 * value + down[i]) / STEP ** 2;
    return (moved([i, 1], [j, 1]) - moved([i, 1], [j, -1]) - moved([i, -1], [j, 1]) + moved([i, -1], [j, -1])) / (4 * STEP ** 2);
  }));
  return { slope, bend };
}

/** Of a matrix of one or two rows; null where it has none. */
function inverseOf(matrix: readonly (readonly number[])[]): number[][] | null {
  if (matrix.length === 1) return matrix[0][0] === 0 ? null : [[1 / matrix[0][0]]];
  const [[a, b], [c, d]] = matrix, determinant = a * d - b * c;
  return determinant === 0 || !Number.isFinite(determinant) ? null : [[d / determinant, -b / determinant], [-c / determinant, a / determinant]];
}

// The steady state of two kinds of specialists and a generalist group as a Markov chain, solved exactly: a second algorithm.
// All laws are exponential. Contacts go to their specialists first; a specialist serves the own kind only.

interface Rates {
  readonly arrivals: readonly [a: number, b: number];
  readonly service: number;
  readonly hangUp: number;
  readonly agents: readonly [a: number, b: number, both: number];
}

type State = readonly [busyA: number, busyB: number, busyBoth: number, waitA: number, waitB: number];

const MOST_WAITING = 40; // of a kind; the chance of more is below 1e-12 in the cases here

/** @param nextIsA whom a freed generalist takes when so many of both kinds wait */
export function solveSkillChain({ arrivals, service, hangUp, agents }: Rates, nextIsA: (waitA: number, waitB: number) => boolean) {
  const [nA, nB, nBoth] = agents;
  const states: State[] = [], ids = new Map<string, number>();
  const idOf = (state: State) => {
    const key = state.join();
    let id = ids.get(key);
    if (id === undefined) {
      ids.set(key, (id = states.length));
      states.push(state);
    }
    return id;
  };
  const moves: { to: number; rate: number }[][] = [];
  idOf([0, 0, 0, 0, 0]);
  for (let id = 0; id < states.length; id++) {
    const [a, b, both, qa, qb] = states[id], out: { to: number; rate: number }[] = [];
    const move = (rate: number, to: State) => { if (rate > 0) out.push({ to: idOf(to), rate }); };
    move(arrivals[0], a < nA ? [a + 1, b, both, qa, qb] : both < nBoth ? [a, b, both + 1, qa, qb] : [a, b, both, Math.min(MOST_WAITING, qa + 1), qb]);
    move(arrivals[1], b < nB ? [a, b + 1, both, qa, qb] : both < nBoth ? [a, b, both + 1, qa, qb] : [a, b, both, qa, Math.min(MOST_WAITING, qb + 1)]);
    move(a * service, qa > 0 ? [a, b, both, qa - 1, qb] : [a - 1, b, both, qa, qb]);
    move(b * service, qb > 0 ? [a, b, both, qa, qb - 1] : [a, b - 1, both, qa, qb]);
    const takesA = qa > 0 && (qb === 0 || nextIsA(qa, qb));
    move(both * service, takesA ? [a, b, both, qa - 1, qb] : qb > 0 ? [a, b, both, qa, qb - 1] : [a, b, both - 1, qa, qb]);
    move(qa * hangUp, [a, b, both, qa - 1, qb]);
    move(qb * hangUp, [a, b, both, qa, qb - 1]);
    moves.push(out);
  }

  // Gauss-Seidel on the balance equations, over the moves into each state.
  const into: { from: number; rate: number }[][] = states.map(() => []), outRate = new Float64Array(states.length);
  moves.forEach((out, from) => out.forEach(({ to, rate }) => {
    if (to === from) return;
    into[to].push({ from, rate });
    outRate[from] += rate;
  }));
  const p = new Float64Array(states.length).fill(1 / states.length);
  for (let round = 0, change = 1; round < 20_000 && change > 1e-14; round++) {
    change = 0;
    for (let id = 0; id < states.length; id++) {
      const next = into[id].reduce((sum, { from, rate }) => sum + p[from] * rate, 0) / outRate[id];
      change = Math.max(change, Math.abs(next - p[id]));
      p[id] = next;
    }
    const total = p.reduce((sum, x) => sum + x, 0);
    p.forEach((x, id) => { p[id] = x / total; });
  }
  const mean = (f: (state: State) => number) => states.reduce((sum, state, id) => sum + p[id] * f(state), 0);
  const lqA = mean(([, , , qa]) => qa), lqB = mean(([, , , , qb]) => qb);
  return {
    p_wait_A: mean(([a, , both]) => (a === nA && both === nBoth ? 1 : 0)), p_wait_B: mean(([, b, both]) => (b === nB && both === nBoth ? 1 : 0)),
    p_ab_A: (hangUp * lqA) / arrivals[0], p_ab_B: (hangUp * lqB) / arrivals[1],
    ew_A: lqA / arrivals[0], ew_B: lqB / arrivals[1],
    occ_A: mean(([a]) => a) / nA, occ_B: mean(([, b]) => b) / nB, occ_G: mean(([, , both]) => both) / nBoth,
  };
}

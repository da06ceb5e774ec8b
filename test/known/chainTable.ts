// All states that can be reached from some, as a table of moves, and what time does to chances over it (uniformisation; Jensen 1953).

import { movesFrom, type Centre, type Gone, type State } from "./multiSkillChain.ts";

export interface Table {
  readonly states: readonly (State | Gone)[];
  readonly idOf: (state: State | Gone) => number;
  /** Moves out of state s are those from `first[s]` to `first[s + 1]`, arrivals first. */
  readonly first: Int32Array;
  /** One past the last arrival among them. */
  readonly afterArrivals: Int32Array;
  readonly to: Int32Array;
  /** A second. */
  readonly rate: Float64Array;
}

const keyOf = (state: State | Gone) => ("type" in state ? `${state.answered ? "answered" : "gone"} ${state.type}` : `${state.busy.join(";")}|${state.waiting.join()}`);

/** @param most Infinity, or a number of states above which the table is not worth having: then null */
export function tableFrom(centre: Centre, starts: readonly (State | Gone)[], most = Infinity): Table | null {
  const ids = new Map<string, number>(), states: (State | Gone)[] = [];
  const add = (state: State | Gone) => {
    const key = keyOf(state);
    let id = ids.get(key);
    if (id === undefined) {
      ids.set(key, (id = states.length));
      states.push(state);
    }
    return id;
  };
  starts.forEach(add);
  const first = [0], afterArrivals: number[] = [], to: number[] = [], rate: number[] = [];
  for (let id = 0; id < states.length; id++) {
    if (states.length > most) return null;
    const state = states[id], moves = "type" in state ? [] : movesFrom(centre, state);
    const put = (arrivals: boolean) => {
      for (const move of moves) if (move.arrival === arrivals && move.rate > 0) {
        to.push(add(move.to));
        rate.push(move.rate);
      }
    };
    put(true);
    afterArrivals.push(to.length);
    put(false);
    first.push(to.length);
  }
  const idOf = (state: State | Gone) => {
    const id = ids.get(keyOf(state));
    if (id === undefined) throw new Error(`no such state: ${keyOf(state)}`);
    return id;
  };
  return { states, idOf, first: Int32Array.from(first), afterArrivals: Int32Array.from(afterArrivals), to: Int32Array.from(to), rate: Float64Array.from(rate) };
}

/** Chances after so many seconds, and by state the expected seconds spent there meanwhile. @param arrivals false: nobody comes any more */
export function evolve(table: Table, chances: Float64Array, seconds: number, arrivals = true): { after: Float64Array; spent: Float64Array } {
  const { first, afterArrivals, to, rate } = table, n = table.states.length, from = arrivals ? first : afterArrivals;
  const out = new Float64Array(n);
  for (let s = 0; s < n; s++) for (let m = from[s]; m < first[s + 1]; m++) out[s] += rate[m];
  const pace = Math.max(...out, 1e-12), mean = pace * seconds, after = new Float64Array(n), spent = new Float64Array(n);
  let now = Float64Array.from(chances), next = new Float64Array(n), logWeight = -mean, below = 0;
  for (let k = 0; ; k++) {
    const weight = Math.exp(logWeight); // Poisson chance of k possible moves
    below += weight;
    const beyond = Math.max(0, 1 - below);
    for (let s = 0; s < n; s++) {
      after[s] += weight * now[s];
      spent[s] += (beyond / pace) * now[s];
    }
    if (k > mean && (weight < 1e-17 || beyond === 0)) return { after, spent };
    next.fill(0);
    for (let s = 0; s < n; s++) {
      if (now[s] === 0) continue;
      next[s] += now[s] * (1 - out[s] / pace);
      for (let m = from[s]; m < first[s + 1]; m++) next[to[m]] += (now[s] * rate[m]) / pace;
    }
    const old = now;
    now = next;
    next = old;
    logWeight += Math.log(mean / (k + 1));
  }
}

/** By state the expected seconds still spent there when nobody comes any more: each move leaves one contact fewer, so no state is met twice. */
export function runDown(table: Table, chances: Float64Array): Float64Array {
  const { states, first, afterArrivals, to, rate } = table, reached = Float64Array.from(chances), spent = new Float64Array(states.length);
  const present = states.map((state) => ("type" in state ? 0 : state.waiting.length + state.busy.flat().reduce((sum, n) => sum + n, 0)));
  const order = states.map((_, id) => id).sort((a, b) => present[b] - present[a]);
  for (const s of order) {
    let out = 0;
    for (let m = afterArrivals[s]; m < first[s + 1]; m++) out += rate[m];
    if (out === 0) continue;
    spent[s] = reached[s] / out;
    for (let m = afterArrivals[s]; m < first[s + 1]; m++) reached[to[m]] += spent[s] * rate[m];
  }
  return spent;
}

/** Chances in the steady state, by Gauss and Seidel's iteration on the balance equations. */
export function steady(table: Table): Float64Array {
  const { first, to, rate } = table, n = table.states.length, out = new Float64Array(n), into: [number, number][][] = Array.from({ length: n }, () => []);
  for (let s = 0; s < n; s++) for (let m = first[s]; m < first[s + 1]; m++) if (to[m] !== s) {
    out[s] += rate[m];
    into[to[m]].push([s, rate[m]]);
  }
  const p = new Float64Array(n).fill(1 / n);
  for (let round = 0, change = 1; round < 50_000 && change > 1e-15; round++) {
    change = 0;
    for (let s = 0; s < n; s++) {
      let flow = 0;
      for (const [from, speed] of into[s]) flow += p[from] * speed;
      change = Math.max(change, Math.abs(flow / out[s] - p[s]));
      p[s] = flow / out[s];
    }
    const total = p.reduce((sum, x) => sum + x, 0);
    p.forEach((x, s) => { p[s] = x / total; });
  }
  return p;
}

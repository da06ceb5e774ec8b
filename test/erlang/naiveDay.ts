// A day's expectations by the plainest means, as a second opinion on the exact day: every state (agents with a contact, contacts
// waiting, agents late for home) in one table, tiny steps of Runge and Kutta forward, and for a contact that waits the backward
// equations, once for the rest of the day and once from each moment of the grid to its threshold.

export interface NaiveDay {
  readonly finish: number;
  readonly hangUp: number;
  readonly joins: number;
  readonly lines: number;
  readonly within: number;
  readonly drop: boolean;
  /** Most contacts waiting that are kept. */
  readonly room: number;
  /** By step, one at least wherever the staff changes and `within` before that: seconds from the opening, agents on duty from then on, those who go home then, arrivals per second. The last is the closing. */
  readonly steps: readonly { readonly time: number; readonly agents: number; readonly goHome: number; readonly arrival: number; readonly interval: number }[];
  /** Seconds between points of the grid. */
  readonly grid: number;
  /** Seconds after closing by which everybody is gone. */
  readonly tail: number;
}

type Vector = Float64Array;
const KINDS = ["answered", "abandoned", "lost", "waitAnswered", "waitAbandoned", "waitLost"] as const;
export type Expected = Record<(typeof KINDS)[number] | "offered" | "atOnce" | "balked" | "blocked" | "joined" | "answeredWithin" | "abandonedWithin" | "busy" | "staffed" | "overrun", number>;

export function naiveDay(day: NaiveDay): { intervals: Expected[]; workAfterClosing: number } {
  const { finish, hangUp, joins, lines, within, drop, room, steps, grid, tail } = day;
  const most = Math.max(...steps.map(({ agents }) => agents)), closing = steps[steps.length - 1].time, lose = drop || steps[steps.length - 2].agents === 0;
  const intervals: Expected[] = [];
  const id = (b: number, q: number, o: number) => (b * (room + 1) + q) * (most + 1) + o;
  const place = (b: number, j: number) => b * (room + 1) + j; // of a waiting contact with j ahead
  const count = (most + 1) * (room + 1);

  // Forward
  const flow = (p: Vector, agents: number, arrival: number): Vector => {
    const d = new Float64Array(p.length);
    for (let b = 0; b <= most; b++) for (let q = 0; q <= room; q++) for (let o = 0; o <= most; o++) {
      const from = id(b, q, o), x = p[from];
      if (x === 0) continue;
      const move = (rate: number, to: number) => { d[from] -= rate * x; d[to] += rate * x; };
      if (b + q < lines) {
        if (b < agents) move(arrival, id(b + 1, q, o));
        else if (q < room) move(arrival * joins, id(b, q + 1, o));
      }
      if (b > agents) move(b * finish, id(b - 1, q, Math.max(0, o - 1)));
      else if (b > 0) move(b * finish, q > 0 ? id(b, q - 1, o) : id(b - 1, q, o));
      if (q > 0) move(q * hangUp, id(b, q - 1, o));
    }
    return d;
  };
  const rk = (x: Vector, h: number, f: (x: Vector) => Vector): Vector => {
    const at = (k: Vector, c: number) => x.map((v, i) => v + c * k[i]);
    const k1 = f(x), k2 = f(at(k1, h / 2)), k3 = f(at(k2, h / 2)), k4 = f(at(k3, h));
    return x.map((v, i) => v + (h / 6) * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]));
  };
  const restaff = (p: Vector, before: number, agents: number, goHome: number): Vector => {
    const out = new Float64Array(p.length);
    for (let b = 0; b <= most; b++) for (let q = 0; q <= room; q++) for (let o = 0; o <= most; o++) {
      const lateBefore = Math.max(0, b - before), late = Math.max(0, b - agents);
      let [busy, waiting] = [b, q];
      while (busy < agents && waiting > 0) { busy++; waiting--; }
      out[id(busy, waiting, late > lateBefore ? o + Math.min(late - lateBefore, goHome) : Math.min(o, late))] += p[id(b, q, o)];
    }
    return out;
  };

  // Backward: values[kind][place] of a contact that waits
  const back = (values: Vector[], agents: number, h: number): Vector[] => {
    const flat = Float64Array.from(values.flatMap((v) => [...v]));
    const f = (x: Vector): Vector => {
      const d = new Float64Array(x.length);
      for (let kind = 0; kind < values.length; kind++) for (let b = agents; b <= most; b++) for (let j = 0; j <= room; j++) {
        const value = (busy: number, ahead: number) => (ahead < 0 ? (kind === 0 ? 1 : 0) : x[kind * count + place(busy, ahead)]);
        const here = value(b, j);
        let change = b > agents ? b * finish * (value(b - 1, j) - here) : b * finish * (value(b, j - 1) - here);
        if (j > 0) change += j * hangUp * (value(b, j - 1) - here);
        change += hangUp * ((kind === 1 ? 1 : 0) - here);
        if (kind >= 3) change += x[(kind - 3) * count + place(b, j)];
        d[kind * count + place(b, j)] = change;
      }
      return d;
    };
    const out = rk(flat, h, f);
    return values.map((_, kind) => out.slice(kind * count, (kind + 1) * count));
  };
  const backChange = (values: Vector[], agents: number): Vector[] => values.map((v, kind) => v.map((value, at) => {
    const b = Math.floor(at / (room + 1)), j = at % (room + 1);
    if (b >= agents) return value;
    const ahead = j - (agents - b);
    return ahead < 0 ? (kind === 0 ? 1 : 0) : v[place(agents, ahead)];
  }));
  const none = (kinds: number): Vector[] => Array.from({ length: kinds }, () => new Float64Array(count));

  const grids = steps.slice(0, -1).map(({ time }, s) => Array.from({ length: Math.round((steps[s + 1].time - time) / grid) + 1 }, (_, i) => time + i * grid));
  const last = steps[steps.length - 2].agents;
  let values = none(6);
  if (lose) values[2].fill(1);
  else for (let t = 0; t < tail; t += grid) values = back(values, last, grid);
  const rest: Vector[][][] = [];
  for (let s = steps.length - 2; s >= 0; s--) {
    if (s < steps.length - 2) values = backChange(values, steps[s + 1].agents);
    const along = [values];
    for (let i = 1; i < grids[s].length; i++) along.push(values = back(values, steps[s].agents, grid));
    rest[s] = along.reverse();
  }
  /** Answered and abandoned until so many seconds after a time in a step. */
  const soon = (time: number, s: number, justBefore: boolean): Vector[] => {
    let until = time + within, at = steps.length - 2;
    while (at > s && steps[at].time > until + (justBefore ? -1e-9 : 1e-9)) at--;
    if (until > closing && lose) until = closing;
    let v = none(2);
    for (; at >= s; at--) {
      const from = Math.max(time, steps[at].time), n = Math.round((until - from) / grid);
      for (let i = 0; i < n; i++) v = back(v, steps[at].agents, grid);
      if (at > s) v = backChange(v, steps[at].agents);
      until = from;
    }
    return v;
  };

  let p: Vector = new Float64Array((most + 1) * (room + 1) * (most + 1)), before = 0, work = 0;
  p[id(0, 0, 0)] = 1;
  for (let s = 0; s < steps.length - 1; s++) {
    const { agents, goHome, arrival, interval } = steps[s];
    p = restaff(p, before, agents, goHome);
    before = agents;
    const sums = intervals[interval] ??= Object.fromEntries([...KINDS, "offered", "atOnce", "balked", "blocked", "joined", "answeredWithin", "abandonedWithin", "busy", "staffed", "overrun"].map((k) => [k, 0])) as Expected; // every key is in the list
    grids[s].forEach((time, i) => {
      const n = grids[s].length - 1, weight = ((i === 0 || i === n ? 1 : i % 2 === 1 ? 4 : 2) * grid) / 3; // Simpson
      const shortly = soon(time, s, i === n);
      sums.offered += weight * arrival;
      for (let b = 0; b <= most; b++) for (let q = 0; q <= room; q++) {
        let chance = 0;
        for (let o = 0; o <= most; o++) { chance += p[id(b, q, o)]; sums.overrun += weight * o * p[id(b, q, o)]; }
        sums.busy += weight * b * chance;
        sums.staffed += weight * Math.max(b, agents) * chance;
        const come = weight * arrival * chance;
        if (b + q >= lines) sums.blocked += come;
        else if (b < agents) sums.atOnce += come;
        else {
          sums.balked += come * (1 - joins);
          sums.joined += come * joins;
          KINDS.forEach((kind, k) => { sums[kind] += come * joins * rest[s][i][k][place(b, q)]; });
          sums.answeredWithin += come * joins * shortly[0][place(b, q)];
          sums.abandonedWithin += come * joins * shortly[1][place(b, q)];
        }
      }
      if (i < n) p = rk(p, grid, (x) => flow(x, agents, arrival));
    });
  }
  for (let b = 0; b <= most; b++) for (let q = 0; q <= room; q++) for (let o = 0; o <= most; o++) {
    work += b * p[id(b, q, o)];
    if (lose) continue;
    for (let j = 0; j < q; j++) work += p[id(b, q, o)] * rest[steps.length - 2][grids[steps.length - 2].length - 1][0][place(b, j)];
  }
  return { intervals, workAfterClosing: work / finish };
}

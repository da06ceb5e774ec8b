// The limit: event-driven simulators written by hand for exactly two workloads, to be timed beside the general engine in one
// process. Not a part of the product. Typed arrays, xoshiro128+, logarithms by Math.log, no counters by half hour, no statistics.
//
// A: one queue, 12 agents, 1000 calls over 9.5 hours, exponential handle time (330 s) and patience (120 s).
// B: three types of 300 calls, three groups of 3 specialists and 3 generalists (specialists first; a freed generalist takes
//    the longest waiting of all), lognormal handle time (330 s, cv 0.8), patience as in A.
// Both: Poisson arrivals at a constant rate, the day opened empty and served out, threshold 20 s.

const DAY = 9.5 * 3600;
const GAP_A = DAY / 1000, GAP_B = DAY / 900;
const HANDLE = 330, PATIENCE = 120, THRESHOLD = 20;
const LOG_VARIANCE = Math.log(1 + 0.8 * 0.8), LOG_SD = Math.sqrt(LOG_VARIANCE), LOG_MEAN = Math.log(HANDLE) - LOG_VARIANCE / 2;
const AGENTS = 12, RING = 1024; // places for waiting calls: a ring, of B one for each type
const TYPES = 3, GENERALIST = 3;

const state = new Int32Array(4);

/** Expands a seed by splitmix32. @param {number} seed */
function start(seed) {
  let s = seed | 0;
  for (let i = 0; i < 4; i++) {
    s = (s + 0x9e3779b9) | 0;
    let z = s;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    state[i] = z ^ (z >>> 16);
  }
  hasSpare = false;
}

/** xoshiro128+ */
function word() {
  let a = state[0], b = state[1], c = state[2], d = state[3];
  const out = (a + d) | 0, t = b << 9;
  c ^= a;
  d ^= b;
  b ^= c;
  a ^= d;
  c ^= t;
  d = (d << 11) | (d >>> 21);
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
  return out;
}

function exponential() {
  return -Math.log((word() >>> 0) * 2 ** -32 + 2 ** -33);
}

let spare = 0, hasSpare = false;

/** Marsaglia's polar method, the second value kept. */
function lognormal() {
  if (hasSpare) {
    hasSpare = false;
    return Math.exp(LOG_MEAN + LOG_SD * spare);
  }
  let u, v, s;
  do {
    u = word() * 2 ** -31 + 2 ** -32;
    v = word() * 2 ** -31 + 2 ** -32;
    s = u * u + v * v;
  } while (s >= 1);
  const scale = Math.sqrt((-2 * Math.log(s)) / s);
  spare = v * scale;
  hasSpare = true;
  return Math.exp(LOG_MEAN + LOG_SD * u * scale);
}

/** @param {number} days @param {number} seed */
export function limitA(days, seed) {
  start(seed);
  let calls = 0, answered = 0, answeredWithin = 0, abandoned = 0, waitAnswered = 0;
  const finish = new Float64Array(AGENTS + 1); // falling: the soonest last
  const came = new Float64Array(RING), leaves = new Float64Array(RING);
  for (let day = 0; day < days; day++) {
    let busy = 0, head = 0, tail = 0, arrival = GAP_A * exponential();
    for (;;) {
      const soonest = busy > 0 ? finish[busy - 1] : Infinity;
      let now;
      if (arrival < soonest && arrival < DAY) {
        calls++;
        now = arrival;
        arrival += GAP_A * exponential();
        if (busy === AGENTS) {
          came[tail] = now;
          leaves[tail] = now + PATIENCE * exponential();
          tail = (tail + 1) & (RING - 1);
          continue;
        }
        answered++;
        answeredWithin++;
      } else {
        if (soonest === Infinity) break;
        busy--;
        now = soonest;
        let taken = false;
        while (head !== tail && !taken) {
          if (leaves[head] < now) abandoned++;
          else {
            const wait = now - came[head];
            answered++;
            waitAnswered += wait;
            if (wait <= THRESHOLD) answeredWithin++;
            taken = true;
          }
          head = (head + 1) & (RING - 1);
        }
        if (!taken) continue;
      }
      const time = now + HANDLE * exponential();
      let at = busy++;
      for (; at > 0 && finish[at - 1] < time; at--) finish[at] = finish[at - 1];
      finish[at] = time;
    }
  }
  return { calls, answered, answeredWithin, abandoned, waitAnswered };
}

/** @param {number} days @param {number} seed */
export function limitB(days, seed) {
  start(seed);
  let calls = 0, answered = 0, answeredWithin = 0, abandoned = 0, waitAnswered = 0;
  const finish = new Float64Array(AGENTS + 1), group = new Int32Array(AGENTS + 1);
  const came = new Float64Array(TYPES * RING), leaves = new Float64Array(TYPES * RING);
  const head = new Int32Array(TYPES), tail = new Int32Array(TYPES), idle = new Int32Array(TYPES + 1);
  for (let day = 0; day < days; day++) {
    head.fill(0);
    tail.fill(0);
    idle.fill(3);
    let busy = 0, waiting = 0, arrival = GAP_B * exponential();
    for (;;) {
      const soonest = busy > 0 ? finish[busy - 1] : Infinity;
      let now, by;
      if (arrival < soonest && arrival < DAY) {
        calls++;
        now = arrival;
        const type = ((word() >>> 0) * (TYPES * 2 ** -32)) | 0;
        arrival += GAP_B * exponential();
        by = idle[type] > 0 ? type : GENERALIST;
        if (idle[by] === 0) {
          const at = type * RING + tail[type];
          came[at] = now;
          leaves[at] = now + PATIENCE * exponential();
          tail[type] = (tail[type] + 1) & (RING - 1);
          waiting++;
          continue;
        }
        idle[by]--;
        answered++;
        answeredWithin++;
      } else {
        if (soonest === Infinity) break;
        now = soonest;
        by = group[--busy];
        let taken = false;
        while (waiting > 0 && !taken) {
          let type = by;
          if (by === GENERALIST) {
            for (let k = 0, longest = Infinity; k < TYPES; k++) {
              if (head[k] === tail[k] || came[k * RING + head[k]] >= longest) continue;
              longest = came[k * RING + head[k]];
              type = k;
            }
          }
          if (head[type] === tail[type]) break;
          const at = type * RING + head[type];
          head[type] = (head[type] + 1) & (RING - 1);
          waiting--;
          if (leaves[at] < now) abandoned++;
          else {
            const wait = now - came[at];
            answered++;
            waitAnswered += wait;
            if (wait <= THRESHOLD) answeredWithin++;
            taken = true;
          }
        }
        if (!taken) {
          idle[by]++;
          continue;
        }
      }
      const time = now + lognormal();
      let at = busy++;
      for (; at > 0 && finish[at - 1] < time; at--) {
        finish[at] = finish[at - 1];
        group[at] = group[at - 1];
      }
      finish[at] = time;
      group[at] = by;
    }
  }
  return { calls, answered, answeredWithin, abandoned, waitAnswered };
}

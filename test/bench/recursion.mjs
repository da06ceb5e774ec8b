// A lower bound still: the same two workloads without any events. Not a simulator, and not a part of the product: it shows how far
// the limit beside it is from the least that these two workloads can cost in JavaScript.
//
// A: one queue, 12 agents, 1000 calls over 9.5 hours, exponential handle time (330 s) and patience (120 s).
// B: three types of 300 calls, three groups of 3 specialists and 3 generalists (specialists first; a freed
//    generalist takes the longest waiting of all), lognormal handle time (330 s, cv 0.8), patience as in A.
// Both: Poisson arrivals at a constant rate, the day opened empty and served out, threshold 20 s.
//
// No events and no queue. Calls are taken in order of arrival, and each starts at max(its arrival, the earliest
// finish among the agents who may take it), given the calls before it; if its patience is shorter than that it
// hangs up and occupies nobody. This is exact for A (first come, first served) and for B: a later call takes an
// agent from an earlier one neither in its own type (first come) nor at a generalist (longest waiting).
//
// Measured slower, ns per call, A / B (this program 45-50 / 61-65, of it the draws 28 / 46; Node 20, a 2.6 GHz Xeon):
//   with events (sorted finishes, rings of waiting calls, patience checked at the head)         58-62 / 94
//   the same, drawing one number at a time, state in a typed array                                 69 / 111
//   this program, drawing one at a time, state in a typed array; in module-level lets           61 / 76; 63 / 86
//   this program, generator copied by hand into one function with local state                     47-52 / -
//   finishes of A (kept: 49 that run): from the front 51, heap 53, Math.min/max over 12 locals 56, scan 62-66
//   finishes of B (kept: 63-65): the least one first 65, Math.min/max 66, unsorted scan 70
//   blocks of 64 or 1024 draws, gap and type out of one word (B): no difference
// Not used: a ziggurat for the exponentials (33 / 56), as the limit draws by Math.log; and the lack of memory of
// the exponential handle time, which would make A a walk on the number of calls (not measured).

const DAY = 9.5 * 3600;
const MEAN_GAP_A = DAY / 1000;
const MEAN_GAP_B = DAY / 900;
const MEAN_HANDLE = 330;
const MEAN_PATIENCE = 120;
const THRESHOLD = 20;
const LOG_VARIANCE = Math.log(1 + 0.8 * 0.8);
const LOG_SD = Math.sqrt(LOG_VARIANCE);
const LOG_MEAN = Math.log(MEAN_HANDLE) - LOG_VARIANCE / 2;

const AGENTS_A = 12;
const GENERALISTS = 9; // B's finishes: 3 slots for each type's specialists from 0, 3 and 6, then the generalists
const MOST_CALLS = 4096; // of a day of A: 98 standard deviations above the mean

// Random numbers: xoshiro128+, whose state is kept in local variables while a block of draws is made.
const BLOCK = 256;
const state = new Int32Array(4);
const exponentials = new Float64Array(BLOCK);
const lognormals = new Float64Array(BLOCK);
let nextExponential = BLOCK;
let nextLognormal = BLOCK;

/** Expands a seed by splitmix32: four different words, hence never four zeros. @param {number} seed */
function start(seed) {
  let s = seed | 0;
  for (let i = 0; i < 4; i++) {
    s = (s + 0x9e3779b9) | 0;
    let z = s;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    state[i] = z ^ (z >>> 16);
  }
  nextExponential = nextLognormal = BLOCK;
}

function word() {
  let a = state[0], b = state[1], c = state[2], d = state[3];
  const r = (a + d) | 0, t = b << 9;
  c ^= a; d ^= b; b ^= c; a ^= d; c ^= t; d = (d << 11) | (d >>> 21);
  state[0] = a; state[1] = b; state[2] = c; state[3] = d;
  return r;
}

function fillExponentials() {
  let a = state[0], b = state[1], c = state[2], d = state[3];
  for (let i = 0; i < BLOCK; i++) {
    const r = (a + d) | 0, t = b << 9;
    c ^= a; d ^= b; b ^= c; a ^= d; c ^= t; d = (d << 11) | (d >>> 21);
    exponentials[i] = -Math.log((r >>> 0) * 2 ** -32 + 2 ** -33);
  }
  state[0] = a; state[1] = b; state[2] = c; state[3] = d;
  nextExponential = 0;
}

/** Marsaglia's polar method, both values of a pair used. */
function fillLognormals() {
  let a = state[0], b = state[1], c = state[2], d = state[3];
  for (let i = 0; i < BLOCK;) {
    let r = (a + d) | 0, t = b << 9;
    c ^= a; d ^= b; b ^= c; a ^= d; c ^= t; d = (d << 11) | (d >>> 21);
    const u = r * 2 ** -31 + 2 ** -32;
    r = (a + d) | 0; t = b << 9;
    c ^= a; d ^= b; b ^= c; a ^= d; c ^= t; d = (d << 11) | (d >>> 21);
    const v = r * 2 ** -31 + 2 ** -32;
    const s = u * u + v * v;
    if (s >= 1) continue;
    const m = LOG_SD * Math.sqrt(-2 * Math.log(s) / s);
    lognormals[i++] = Math.exp(LOG_MEAN + u * m);
    lognormals[i++] = Math.exp(LOG_MEAN + v * m);
  }
  state[0] = a; state[1] = b; state[2] = c; state[3] = d;
  nextLognormal = 0;
}

function exponential() {
  if (nextExponential === BLOCK) fillExponentials();
  return exponentials[nextExponential++];
}

function lognormal() {
  if (nextLognormal === BLOCK) fillLognormals();
  return lognormals[nextLognormal++];
}

/** @typedef {{ calls: number, answered: number, answeredWithin: number, abandoned: number, waitAnswered: number }} Totals */

/** @param {number} days @param {number} seed a 32-bit integer @returns {Totals} */
export function recursionA(days, seed) {
  start(seed);
  // The agents' finishes in ascending order in a window that moves up by one with each call served: the earliest
  // drops out below and the new one is inserted from above, where it usually belongs.
  const finish = new Float64Array(AGENTS_A + MOST_CALLS);
  let calls = 0, abandoned = 0, late = 0, waitAnswered = 0;
  for (let day = 0; day < days; day++) {
    let first = 0;
    finish.fill(0, 0, AGENTS_A);
    for (let t = MEAN_GAP_A * exponential(); t < DAY; t += MEAN_GAP_A * exponential()) {
      calls++;
      const free = finish[first];
      let begin = t;
      if (free > t) {
        const wait = free - t;
        if (MEAN_PATIENCE * exponential() < wait) { abandoned++; continue; }
        waitAnswered += wait;
        if (wait > THRESHOLD) late++;
        begin = free;
      }
      const end = begin + MEAN_HANDLE * exponential();
      first++;
      let j = first + AGENTS_A - 1;
      while (finish[j - 1] > end) { finish[j] = finish[j - 1]; j--; } // stops at the one that dropped out
      finish[j] = end;
    }
  }
  const answered = calls - abandoned;
  return { calls, answered, answeredWithin: answered - late, abandoned, waitAnswered };
}

/** @param {number} days @param {number} seed a 32-bit integer @returns {Totals} */
export function recursionB(days, seed) {
  start(seed);
  const finish = new Float64Array(GENERALISTS + 3); // ascending within each group of three
  let calls = 0, abandoned = 0, late = 0, waitAnswered = 0;
  for (let day = 0; day < days; day++) {
    finish.fill(0);
    for (let t = MEAN_GAP_B * exponential(); t < DAY; t += MEAN_GAP_B * exponential()) {
      calls++;
      let group = 3 * (((word() >>> 0) * (3 * 2 ** -32)) | 0);
      let free = finish[group];
      let begin = t;
      if (free > t) {
        const generalist = finish[GENERALISTS];
        if (generalist < free) { free = generalist; group = GENERALISTS; }
        if (free > t) {
          const wait = free - t;
          if (MEAN_PATIENCE * exponential() < wait) { abandoned++; continue; }
          waitAnswered += wait;
          if (wait > THRESHOLD) late++;
          begin = free;
        }
      }
      const end = begin + lognormal();
      const second = finish[group + 1];
      if (end <= second) { finish[group] = end; continue; }
      finish[group] = second;
      const third = finish[group + 2];
      if (end <= third) finish[group + 1] = end;
      else { finish[group + 1] = third; finish[group + 2] = end; }
    }
  }
  const answered = calls - abandoned;
  return { calls, answered, answeredWithin: answered - late, abandoned, waitAnswered };
}

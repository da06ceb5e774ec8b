// The steady state of M/M/n/K+M state by state, a second way: whole numbers of any size for the chances of the states,
// first-step recursions for the waits, and a uniformised death process for what happens within the threshold.

const BITS = 320n, ONE = 1n << BITS;

export interface Chain {
  readonly load: number;
  readonly agents: number;
  /** Mean patience in handle times; Infinity where nobody hangs up. */
  readonly patience: number;
  readonly balking: number;
  readonly lines: number;
  /** In handle times. */
  readonly answerWithin: number;
}

/** A double as a whole number of 2^-160ths. */
function exact(value: number): bigint {
  let exponent = 0;
  while (!Number.isSafeInteger(value)) {
    value *= 2;
    exponent++;
  }
  return exponent > 160 ? 0n : BigInt(value) << BigInt(160 - exponent);
}

/** Chances of 0, 1, 2, … in the system. Every ratio of neighbours is a division of whole numbers, right to 2^-320 of the full state. */
export function chances({ load, agents, patience, balking, lines }: Chain): number[] {
  const one = exact(1), arrive = exact(load), join = (arrive * exact(1 - balking)) / one, hangUp = patience === Infinity ? 0n : (one * one) / exact(patience);
  const servers = Math.min(agents, lines), down: bigint[] = [ONE];
  for (let k = servers; k > 0; k--) down.push((down[down.length - 1] * BigInt(k) * one) / arrive);
  const weights = down.reverse();
  for (let waiting = 1; servers + waiting <= lines; waiting++) {
    const next = (weights[weights.length - 1] * join) / (BigInt(servers) * one + BigInt(waiting) * hangUp);
    if (next === 0n) break;
    weights.push(next);
  }
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  return weights.map((weight) => Number((weight << 900n) / all) / 2 ** 900);
}

/** The measures, times in handle times. */
export function solveChain(chain: Chain) {
  const { load, agents, patience, balking, lines, answerWithin } = chain;
  const p = chances(chain), servers = Math.min(agents, lines), joins = 1 - balking, hangUp = 1 / patience;
  const free = sum(p.slice(0, servers)), blocked = p.length === lines + 1 ? p[lines] : 0;
  const ahead = p.slice(servers, p.length === lines + 1 ? lines : p.length).map((chance) => chance * joins); // joins with so many waiting ahead
  const joined = sum(ahead), balked = (joined / joins) * balking;

  let answers = 1, wait = 0, answered = free, waitAnswered = 0;
  ahead.forEach((chance, j) => {
    const others = servers + j * hangUp, rate = others + hangUp;
    answers *= others / rate;
    wait = answers / rate + (others / rate) * wait;
    answered += chance * answers;
    waitAnswered += chance * wait;
  });
  const queue = sum(p.slice(servers).map((chance, j) => chance * j));
  const early = within(ahead, servers, hangUp, answerWithin);
  const answeredWithin = free + early.answered, abandoned = balked + (queue * hangUp) / load, abandonedWithin = balked + early.abandoned;
  return {
    probabilityOfWait: joined, probabilityNoAgentFree: 1 - free, serviceLevel: answeredWithin, serviceLevelOfAnswered: answeredWithin / answered,
    serviceLevelExcludingShortAbandons: answeredWithin / (1 - abandonedWithin), serviceLevelIncludingAbandons: answeredWithin + abandonedWithin,
    averageSpeedOfAnswer: waitAnswered / answered, averageWait: queue / load, abandonmentRate: abandoned, blocking: blocked,
    occupancy: (answered * load) / agents, queue,
  };
}

/** Shares answered and hung up within a time, of contacts with so many ahead: jumps of a Poisson process at the fastest rate. */
function within(ahead: readonly number[], servers: number, hangUp: number, time: number): { answered: number; abandoned: number } {
  const last = ahead.findLastIndex((chance) => chance > 1e-40), rate = servers + (last + 1) * hangUp, jumps = rate * time;
  const state = Float64Array.from(ahead.slice(0, last + 1));
  let answered = 0, abandoned = 0, answeredSoFar = 0, abandonedSoFar = 0, gone = 0;
  const most = Math.ceil(jumps + 12 * Math.sqrt(jumps) + 60);
  let lnWeight = -jumps;
  for (let jump = 0; jump <= most && last >= 0; jump++) {
    const weight = Math.exp(lnWeight);
    gone += weight;
    answered += weight * answeredSoFar;
    abandoned += weight * abandonedSoFar;
    answeredSoFar += (state[0] * servers) / rate;
    for (let j = 0; j <= last; j++) abandonedSoFar += (state[j] * hangUp) / rate;
    for (let j = 0; j <= last; j++) {
      const leave = servers + (j + 1) * hangUp, from = j < last ? state[j + 1] * (servers + (j + 1) * hangUp) : 0;
      state[j] = (state[j] * (rate - leave) + from) / rate;
    }
    lnWeight += Math.log(jumps / (jump + 1));
  }
  return { answered: answered / (gone || 1), abandoned: abandoned / (gone || 1) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

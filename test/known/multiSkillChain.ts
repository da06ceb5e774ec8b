// A small centre of several contact types and groups as a Markov chain: every state it can be in, and the rates of moving on. All laws are
// exponential. A state is who is in hand, by group and pace, and who waits, in the order in which a freed agent looks: a second algorithm
// with no times, no events and no code of the engine. Times are in seconds.

export interface ChainType {
  readonly perHour: number;
  readonly handleTime: number;
  /** Mean; null: never hangs up. */
  readonly patience: number | null;
  /** Chance of leaving at once where nobody is free. */
  readonly balking: number;
  readonly priority: number;
  /** Groups by number, first choice first. */
  readonly route: readonly number[];
}

export interface ChainGroup {
  readonly agents: number;
  /** By type: handle time as a multiple of the type's own. */
  readonly factors: readonly number[];
  /** Types in the order in which a freed agent looks for them; null: the highest priority, then whoever waits longest. */
  readonly listed: readonly number[] | null;
}

export interface Centre {
  readonly types: readonly ChainType[];
  readonly groups: readonly ChainGroup[];
  /** Waiting and in hand at once; null: no limit. */
  readonly lines: number | null;
  /** Where there is no limit of lines: beyond so many waiting the chain turns contacts away, so this must hardly ever happen. */
  readonly room: number;
}

/** Who waits is a type, or a type plus the number of types: the one contact that is followed. */
export interface State {
  readonly busy: readonly (readonly number[])[];
  readonly waiting: readonly number[];
}

/** The followed contact is gone, by its type. */
export interface Gone {
  readonly answered: boolean;
  readonly type: number;
}

export interface Move {
  readonly to: State | Gone;
  readonly rate: number;
  readonly arrival: boolean;
}

/** What becomes of a contact of a type that comes in a state: the state after it, and whether it waits there; null: blocked. */
export function arrive(centre: Centre, { busy, waiting }: State, type: number, mark = type): { to: State; waits: boolean } | null {
  const inHand = busy.flat().reduce((sum, n) => sum + n, 0);
  if (centre.lines !== null && inHand + waiting.length >= centre.lines) return null;
  const group = centre.types[type].route.find((g) => sum(busy[g]) < centre.groups[g].agents);
  if (group !== undefined) return { to: { busy: changed(busy, group, paceOf(centre, group, type), 1), waiting }, waits: false };
  const key = keys(centre), own = key[type], n = centre.types.length;
  const place = waiting.findIndex((other) => key[other % n] > own), at = place < 0 ? waiting.length : place;
  return { to: { busy, waiting: [...waiting.slice(0, at), mark, ...waiting.slice(at)] }, waits: true };
}

/** All moves out of a state. */
export function movesFrom(centre: Centre, state: State): Move[] {
  const { types, groups, lines, room } = centre, { busy, waiting } = state, n = types.length, moves: Move[] = [];
  types.forEach(({ perHour, balking }, type) => {
    const after = arrive(centre, state, type);
    if (after === null || (after.waits && lines === null && waiting.length >= room)) return;
    moves.push({ to: after.to, rate: (perHour / 3600) * (after.waits ? 1 - balking : 1), arrival: true });
  });
  groups.forEach(({ listed }, group) => {
    const serves = (type: number) => types[type].route.includes(group);
    const next = listed === null ? waiting.findIndex((mark) => serves(mark % n)) : firstListed(listed.filter(serves), waiting, n);
    busy[group].forEach((count, pace) => {
      if (count === 0) return;
      const rate = count / paces(centre, group)[pace], freed = changed(busy, group, pace, -1);
      if (next < 0) moves.push({ to: { busy: freed, waiting }, rate, arrival: false });
      else if (waiting[next] >= n) moves.push({ to: { answered: true, type: waiting[next] - n }, rate, arrival: false });
      else moves.push({ to: { busy: changed(freed, group, paceOf(centre, group, waiting[next]), 1), waiting: without(waiting, next) }, rate, arrival: false });
    });
  });
  waiting.forEach((mark, i) => {
    const { patience } = types[mark % n];
    if (patience === null) return;
    moves.push({ to: mark >= n ? { answered: false, type: mark - n } : { busy, waiting: without(waiting, i) }, rate: 1 / patience, arrival: false });
  });
  return moves;
}

export function empty(centre: Centre): State {
  return { busy: centre.groups.map((_, g) => paces(centre, g).map(() => 0)), waiting: [] };
}

/** Distinct mean handle times of the group: contacts of one pace need no telling apart once in hand. */
function paces({ types, groups }: Centre, group: number): number[] {
  return [...new Set(types.flatMap(({ route, handleTime }, type) => (route.includes(group) ? [handleTime * groups[group].factors[type]] : [])))];
}

function paceOf(centre: Centre, group: number, type: number): number {
  return paces(centre, group).indexOf(centre.types[type].handleTime * centre.groups[group].factors[type]);
}

const known = new WeakMap<Centre, number[]>();

/** By type its place in the line: by priority; where no group chooses between types of one priority by their wait, the order among these types does not matter. */
function keys(centre: Centre): number[] {
  const before = known.get(centre);
  if (before !== undefined) return before;
  const { types, groups } = centre;
  const compete = (a: number, b: number) => a !== b && types[a].priority === types[b].priority && groups.some(({ listed }, g) => listed === null && types[a].route.includes(g) && types[b].route.includes(g));
  const apart = !types.some((_, a) => types.some((__, b) => compete(a, b)));
  const result = types.map(({ priority }, type) => types.filter((other) => other.priority > priority).length * types.length + (apart ? type : 0));
  known.set(centre, result);
  return result;
}

function firstListed(listed: readonly number[], waiting: readonly number[], n: number): number {
  const type = listed.find((each) => waiting.some((mark) => mark % n === each));
  return waiting.findIndex((mark) => mark % n === type);
}

function changed(busy: State["busy"], group: number, pace: number, by: number): number[][] {
  return busy.map((counts, g) => counts.map((count, p) => (g === group && p === pace ? count + by : count)));
}

const without = (waiting: readonly number[], place: number) => waiting.filter((_, i) => i !== place);
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

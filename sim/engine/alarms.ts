// Hot path: times at which something is due, soonest first (a binary heap): that a contact which waits hangs up, where
// something asks how many are waiting, as a limit of lines does; that a group may help out; that a spell off the phone begins or
// ends. Where none of this is asked for, nothing is kept.

export class Alarms {
  /** The soonest time; Infinity when nothing is due. */
  soonest = Infinity;
  private size = 0;
  private readonly heap: Float64Array; // of whole numbers that may not fit 32 bits
  private readonly time: Float64Array; // at the same place as what is due then

  /** @param room the most that may ever be added on a day */
  constructor(room: number) {
    this.heap = new Float64Array(room);
    this.time = new Float64Array(room);
  }

  clear(): void {
    this.size = 0;
    this.soonest = Infinity;
  }

  /** @param what is due, a whole number that means something to the caller */
  add(what: number, at: number): void {
    const { heap, time } = this;
    let hole = this.size++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (time[parent] <= at) break;
      heap[hole] = heap[parent];
      time[hole] = time[parent];
      hole = parent;
    }
    heap[hole] = what;
    time[hole] = at;
    this.soonest = time[0];
  }

  /** Take out what is due soonest. */
  remove(): number {
    const { heap, time } = this;
    const first = heap[0], size = --this.size, last = heap[size], at = time[size];
    let hole = 0;
    for (let child = 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && time[child + 1] < time[child]) child++;
      if (time[child] >= at) break;
      heap[hole] = heap[child];
      time[hole] = time[child];
      hole = child;
    }
    heap[hole] = last;
    time[hole] = at;
    this.soonest = size > 0 ? time[0] : Infinity;
    return first;
  }
}

// Hot path: one day of a contact centre. Three things happen: a contact arrives, an agent finishes, the staff changes.
// Hanging up needs no event: whether a contact gave up is only asked when its turn comes, unless lines are limited.

import { busiestTime } from "../model/busiestTime.ts";
import type { Model } from "../model/model.ts";
import { Stream, streamKey, type StreamKey } from "../random/stream.ts";
import { Agents } from "./agents.ts";
import { Alarms } from "./alarms.ts";
import { countAnsweredBy } from "./answeredBy.ts";
import { Attendance } from "./attendance.ts";
import { Contacts } from "./contacts.ts";
import { countContacts } from "./countContacts.ts";
import { countOwnThresholds } from "./countOwnThresholds.ts";
import { countSites } from "./countSites.ts";
import type { DayRecord } from "./dayRecord.ts";
import { createInService, type InService } from "./inService.ts";
import { dayFactor, Luck, mostContacts } from "./luck.ts";
import { OffPhone } from "./offPhone.ts";
import { BALKED, BLOCKED_OUT, WAITING } from "./outcome.ts";
import { Waiting } from "./waiting.ts";

const NOBODY = -1;

/** Simulates days of one model and seed; what it allocates is kept from day to day. */
export class Day {
  /** The contacts of the last day simulated. */
  contacts!: Contacts; // this and the next five are set by `allocate`
  private luck!: Luck;
  private waiting!: Waiting;
  private hangUps!: Alarms;
  private help!: Alarms;
  private inService!: InService;
  private readonly attendance: Attendance;
  private readonly agents: Agents;
  private readonly offPhone: OffPhone;
  private readonly keys: readonly StreamKey[];
  private readonly sharedKey: StreamKey;
  private readonly factors: Float64Array;
  private readonly stream = new Stream();
  /** No group is slower or quicker than another. */
  private readonly sameSpeed: boolean;
  /** Where the present run stops. */
  private until = 0;
  /** Groups that help a type out, at most. */
  private readonly mostHelpers: number;
  /** At closing: the queues that somebody on duty serves, one bit each. */
  private readonly served: Int32Array;
  /** Contacts that wait; kept only where lines are limited. */
  private queued = 0;

  constructor(private readonly model: Model, seed: string) {
    this.attendance = new Attendance(model, seed);
    this.agents = new Agents(model, this.attendance);
    this.offPhone = new OffPhone(model, this.attendance, seed);
    this.served = new Int32Array(model.words);
    this.sameSpeed = model.handleTimeFactor.every((factor) => factor === 1);
    this.keys = model.typeNames.map((name) => streamKey(seed, name));
    this.sharedKey = streamKey(seed, ""); // no type has an empty name
    this.factors = new Float64Array(model.types).fill(1);
    this.mostHelpers = Math.max(...model.helpers.map((helpers) => helpers.length));
    this.allocate(this.roomForDay());
  }

  /**
   * Simulate day number `day` (from 0) from opening until the last contact is done; `waits` adds up over days.
   * @param factors times as many contacts as expected, by type, where somebody else knows; without them the day draws its own
   */
  simulate(day: number, record: DayRecord, factors?: Float64Array): void {
    const { model, agents } = this;
    record.contacts.detailed.fill(0);
    record.groups.detailed.fill(0);
    record.groups.main.fill(0);
    agents.clear(record.groups);
    this.drawContacts(day, factors);
    this.attendance.draw(day);
    this.offPhone.draw(day);
    this.waiting.clear();
    this.hangUps.clear();
    this.help.clear();
    this.inService.clear();
    this.queued = 0;
    const { stepTime } = model;
    const closing = stepTime.length - 1;
    let arrived = 0;
    for (let step = 0; step < closing; step++) {
      this.changeStaff(step);
      arrived = this.runUntil(arrived, stepTime[step + 1]);
      agents.endStep(stepTime[step + 1]);
    }
    this.close();
    this.changeStaff(closing); // whoever comes back from a spell serves those who are not lost
    this.runUntil(arrived, Infinity);
    for (let queue = 0; queue < model.queues; queue++) this.waiting.lose(queue, stepTime[closing]);
    agents.endDay();
    countContacts(model, this.luck, this.contacts, record);
    if (record.answeredBy.length > 0) countAnsweredBy(this.contacts, record.answeredBy);
    if (record.ownThresholds.length > 0) countOwnThresholds(model, this.contacts, record.ownThresholds);
    countSites(model, this.contacts, record);
  }

  /** Everything before a time: contacts, help that falls due, spells off the phone. Returns how many contacts have arrived since the opening. */
  private runUntil(arrived: number, until: number): number {
    const { offPhone } = this;
    for (let done = arrived; ;) {
      const asks = Math.min(this.help.soonest, offPhone.nextWish, offPhone.returns.soonest);
      this.until = Math.min(until, asks);
      done = this.run(done);
      const now = Math.min(this.help.soonest, offPhone.nextWish, offPhone.returns.soonest); // help may have been asked for meanwhile
      if (now >= until) return done;
      if (this.help.soonest === now) this.ring();
      else if (offPhone.returns.soonest === now) this.comeBack(now);
      else this.wishToRest(now);
    }
  }

  /** A spell off the phone ends: another that was waited for begins, or else the agent serves whoever waits. */
  private comeBack(now: number): void {
    const { agents, offPhone } = this, group = offPhone.group[offPhone.returns.remove()];
    if (++agents.idle[group] <= 0) {
      agents.leave(group, now);
      return;
    }
    this.restIfWished(group, now);
    if (agents.idle[group] === 0) return;
    const contact = this.take(group, now);
    if (contact !== NOBODY) this.start(contact, group, now);
  }

  /** A spell off the phone is planned to begin: with whoever is free, or else it waits for the next who is. */
  private wishToRest(now: number): void {
    const { agents, offPhone } = this, spell = offPhone.takeWish(), group = offPhone.group[spell];
    if (agents.idle[group] <= 0) {
      offPhone.await(spell);
      return;
    }
    agents.idle[group]--;
    agents.rest(group, now, offPhone.begin(spell, now));
  }

  /** Spells that wait for somebody free begin, while somebody is. */
  private restIfWished(group: number, now: number): void {
    const { agents, offPhone } = this;
    while (agents.idle[group] > 0 && offPhone.pending[group] > 0) {
      agents.idle[group]--;
      agents.rest(group, now, offPhone.beginNext(group, now));
    }
  }

  /** Groups may now serve a contact that has waited for long enough: the first choice among those with a free agent does. */
  private ring(): void {
    const now = this.help.soonest, due = this.help.remove();
    const { contacts, agents, mostHelpers } = this, contact = Math.floor(due / mostHelpers);
    if (contacts.outcome[contact] !== WAITING) return;
    const helpers = this.model.helpers[contacts.type[contact]], { after } = helpers[due % mostHelpers];
    const helper = helpers.find((other) => other.after === after && agents.idle[other.group] > 0);
    if (helper === undefined) return;
    const next = this.take(helper.group, now); // the contact itself, unless it gave up
    if (next !== NOBODY) this.start(next, helper.group, now);
  }

  /** Everything before `this.until`, which comes nearer when a contact begins to wait for help, or a spell off the phone begins. */
  private run(arrived: number): number {
    const { contacts, inService, waiting, agents, model } = this;
    const { order, count, arrival, type: types, handleTime, group: groups, finish: finishTimes } = contacts;
    const { groupsFrom, groupsOf, handleTimeFactor } = model, { sameSpeed } = this;
    const { idle } = agents, { pending } = this.offPhone;
    const limited = model.lines !== Infinity;
    let arrives = arrived < count ? arrival[order[arrived]] : Infinity, until = this.until;
    for (;;) {
      const finishes = inService.soonest;
      let now: number, contact: number, group: number;
      if (arrives < finishes) {
        if (arrives >= until) return arrived;
        now = arrives;
        contact = order[arrived++];
        arrives = arrived < count ? arrival[order[arrived]] : Infinity;
        if (limited && this.findsNoLine(contact, now)) continue;
        group = NOBODY;
        const type = types[contact], end = groupsFrom[type + 1];
        for (let i = groupsFrom[type]; i < end; i++) {
          const candidate = groupsOf[i];
          if (idle[candidate] > 0) { group = candidate; break; }
        }
        if (group === NOBODY) {
          this.wait(contact);
          until = this.until;
          continue;
        }
      } else {
        if (finishes >= until) return arrived;
        now = finishes;
        group = groups[inService.remove()];
        if (++idle[group] <= 0) {
          agents.leave(group, now);
          continue;
        }
        if (pending[group] > 0) {
          this.restIfWished(group, now);
          this.until = until = Math.min(until, this.offPhone.returns.soonest);
          continue;
        }
        if (waiting.size === 0) continue;
        contact = this.take(group, now);
        if (contact === NOBODY) continue;
      }
      let finish = now + handleTime[contact];
      if (!sameSpeed) finish = now + handleTime[contact] * handleTimeFactor[types[contact] * model.groups + group];
      agents.work(group, now, finish);
      idle[group]--;
      finishTimes[contact] = finish;
      groups[contact] = group;
      inService.add(contact);
    }
  }

  /** A free agent of the group answers the contact. */
  private start(contact: number, group: number, now: number): void {
    const { contacts, model, agents } = this;
    const finish = now + contacts.handleTime[contact] * model.handleTimeFactor[contacts.type[contact] * model.groups + group];
    agents.work(group, now, finish);
    agents.idle[group]--;
    contacts.finish[contact] = finish;
    contacts.group[contact] = group;
    this.inService.add(contact);
  }

  /** Nobody is free: the contact leaves at once or waits. */
  private wait(contact: number): void {
    const { contacts } = this;
    contacts.late[contacts.lateCount++] = contact;
    if (contacts.balks[contact] === 1) {
      contacts.outcome[contact] = BALKED;
      return;
    }
    contacts.outcome[contact] = WAITING;
    this.waiting.add(contact);
    if (this.mostHelpers > 0) this.awaitHelp(contact);
    if (this.model.lines === Infinity) return;
    this.queued++;
    if (contacts.patience[contact] !== Infinity) this.hangUps.add(contact, contacts.arrival[contact] + contacts.patience[contact]);
  }

  /** Note when groups that help out may serve the contact. */
  private awaitHelp(contact: number): void {
    const { contacts, help, mostHelpers } = this;
    const helpers = this.model.helpers[contacts.type[contact]];
    helpers.forEach(({ after }, i) => {
      const first = helpers.findIndex((other) => other.after === after) === i; // the others with this wait have their turn with it
      if (first) help.add(contact * mostHelpers + i, contacts.arrival[contact] + after);
    });
    this.until = Math.min(this.until, help.soonest);
  }

  /** The next contact for a free agent of the group; NOBODY when none waits. */
  private take(group: number, now: number): number {
    if (this.model.lines === Infinity) return this.waiting.take(group, now);
    this.hangUp(now);
    const contact = this.waiting.take(group, now);
    if (contact !== NOBODY) this.queued--;
    return contact;
  }

  /** With limited lines: whether all are taken when the contact arrives, which is then blocked. */
  private findsNoLine(contact: number, now: number): boolean {
    this.hangUp(now);
    if (this.queued + this.inService.size < this.model.lines) return false;
    const { contacts } = this;
    contacts.late[contacts.lateCount++] = contact;
    contacts.outcome[contact] = BLOCKED_OUT;
    return true;
  }

  /** With limited lines: free the lines of all who gave up before now. */
  private hangUp(now: number): void {
    while (this.hangUps.soonest < now) {
      const contact = this.hangUps.remove();
      const { outcome } = this.contacts;
      if (outcome[contact] !== WAITING) continue;
      this.waiting.giveUp(contact);
      this.queued--;
    }
  }

  private changeStaff(step: number): void {
    const { model, agents, offPhone, attendance } = this, now = model.stepTime[step];
    agents.beginStep(step);
    if (agents.changes[step] === 0) return;
    const cameBack = this.endSpells(now);
    agents.change(step);
    while (offPhone.nextWish === now) this.wishToRest(now); // who is off the phone from the start serves nobody first
    for (let group = 0; group < model.groups; group++) {
      if (attendance.stepChange[step * model.groups + group] <= 0 && !cameBack) continue;
      this.restIfWished(group, now);
      while (agents.idle[group] > 0) {
        const contact = this.take(group, now);
        if (contact === NOBODY) break;
        this.start(contact, group, now);
      }
    }
  }

  /** Spells end with the time on duty, before the staff changes: whoever comes back is there to go home or to stay. Returns whether anybody does. */
  private endSpells(now: number): boolean {
    const { agents, offPhone } = this, before = offPhone.returns.soonest;
    while (offPhone.returns.soonest <= now) {
      const group = offPhone.group[offPhone.returns.remove()];
      if (++agents.idle[group] <= 0) agents.leave(group, now);
    }
    for (let group = 0; group < this.model.groups; group++) offPhone.expire(group, now);
    return before <= now;
  }

  /** At closing, whoever waits is lost if the rule says so or nobody on duty can serve them. */
  private close(): void {
    const { model, agents, waiting } = this, { words } = model;
    const now = model.stepTime[model.stepTime.length - 1];
    this.served.fill(0);
    if (!model.drop) {
      for (let group = 0; group < model.groups; group++) {
        if (agents.onDuty[group] > 0) for (let word = 0; word < words; word++) this.served[word] |= model.serves[group * words + word];
      }
    }
    for (let queue = 0; queue < model.queues; queue++) if ((this.served[queue >> 5] & (1 << queue)) === 0) waiting.lose(queue, now);
  }

  private drawContacts(day: number, known: Float64Array | undefined): void {
    const { model, keys, factors } = this;
    if (known !== undefined) factors.set(known);
    else for (let type = 0; type < model.types; type++) factors[type] = dayFactor(model.dayToDayCv[type], model.sharesBusyness[type] ? this.sharedKey : keys[type], day, this.stream);
    const room = this.roomForDay();
    if (room > this.contacts.arrival.length) this.allocate(Math.ceil(1.2 * room));
    this.luck.draw(day, factors);
    this.contacts.begin();
  }

  /** Contacts to make room for, at the day's factors. */
  private roomForDay(): number {
    const { types, intervals, expected } = this.model;
    let room = 0;
    for (let type = 0; type < types; type++) room += mostContacts(expected[(type + 1) * (intervals + 1) - 1] * this.factors[type]);
    return room;
  }

  private allocate(room: number): void {
    const { model } = this;
    this.luck = new Luck(model, this.keys, room);
    this.contacts = new Contacts(model, this.luck);
    this.waiting = new Waiting(model, this.contacts);
    this.hangUps = new Alarms(model.lines === Infinity ? 0 : room);
    this.help = new Alarms(this.mostHelpers * room);
    const { inService, finishes } = busiestTime(model);
    this.inService = createInService(inService, finishes, this.contacts);
  }
}

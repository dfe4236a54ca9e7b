import { ClockTable } from './clock-table.js';

/** Milliseconds of one tick: a clock rings at the end of the tick that its instant lies in, never before it. */
export const GRAIN_MS = 10;

const LEVELS = 4;
const BITS = 8;
const SLOTS = 2 ** BITS;
/** of a clock that has rung: it never does by itself */
const NEVER = 2 ** (LEVELS * BITS) - 1;
const LAST_TICK = NEVER - 1;
/** the ring of those that have rung, after those of the slots */
const SILENT = LEVELS * SLOTS;
const YEAR = (366 * 86_400_000) / GRAIN_MS;

/** A clock that has rung: the number of its deadline, and the hash of its lead. */
export interface RungClock {
  readonly id: number;
  readonly lead: number;
}

/**
 * Clocks that ring at an instant: a wheel of four levels with 256 slots each, of 10 ms, 2.56 s, 11 min and 47 h. A slot of a higher level is
 * spread over the level below when its time comes, so arming, disarming and ringing cost the same however many clocks there are, and
 * between two slots that hold something there is nothing to do. A clock is the number of a deadline; an instant is epoch milliseconds. One that has
 * rung stays known and silent until it is disarmed or rung again, so that arming it once more, as whatever changes of its lead does, is no news.
 * Clocks of later than 497 days after the wheel was made ring then: whoever is rung looks at the deadline anyway.
 */
export class TimerWheel {
  private readonly clocks = new ClockTable(LEVELS * SLOTS + 1);
  private readonly origin: number;
  /** the tick that is being rung; all before it have been */
  private at = 0;
  private silent = 0;

  constructor(now: number) {
    this.origin = Math.floor(now / GRAIN_MS) * GRAIN_MS;
  }

  /** Those that wait for their time. */
  get size(): number {
    return this.clocks.size - this.silent;
  }

  /** bytes */
  get memory(): number {
    return this.clocks.memory;
  }

  /** The instant up to which the wheel has rung: for whoever has to know whether the time was set back behind it. */
  get rungUntil(): number {
    return this.instantOf(this.at);
  }

  /** A year has passed: another wheel is to take its place, since ticks have an end. */
  get isWornOut(): boolean {
    return this.at >= YEAR;
  }

  /** Arms a clock; one that is armed already, or has rung, stays as it is. `lead`: the hash of what it belongs to. */
  arm(id: number, lead: number, dueAt: number): void {
    if (this.clocks.find(id, lead) >= 0) return;
    const tick = this.tickOf(dueAt);
    const clock = this.clocks.add(id, lead, tick);
    this.clocks.link(clock, this.slotOf(tick));
  }

  /** Arms a clock that has rung, for another instant; one that was disarmed meanwhile stays away, one that is armed stays as it is. */
  rearm(id: number, lead: number, dueAt: number): void {
    const clock = this.clocks.find(id, lead);
    if (clock < 0 || this.clocks.tick(clock) !== NEVER) return;
    const tick = this.tickOf(dueAt);
    this.clocks.unlink(clock);
    this.clocks.setTick(clock, tick);
    this.clocks.link(clock, this.slotOf(tick));
    this.silent--;
  }

  /** False: no such clock is known. */
  disarm(id: number, lead: number): boolean {
    const clock = this.clocks.find(id, lead);
    if (clock < 0) return false;
    if (this.clocks.tick(clock) === NEVER) this.silent--;
    this.clocks.remove(clock);
    return true;
  }

  /** The clocks under this hash, those that have rung too: those of the lead, and by chance another one's. */
  knownOf(lead: number): readonly number[] {
    return this.clocks.idsOf(lead);
  }

  /** When there may be something to do; Infinity: never. At a slot of a higher level nothing may ring yet. */
  get next(): number {
    const stop = this.nextStop();
    return stop === null ? Number.POSITIVE_INFINITY : this.instantOf(stop.tick);
  }

  /** Rings at most `limit` clocks whose time has come, tick by tick. */
  takeDue(now: number, limit = Number.POSITIVE_INFINITY): RungClock[] {
    const target = Math.min(Math.floor((now - this.origin) / GRAIN_MS), LAST_TICK);
    const due: RungClock[] = [];
    while (due.length < limit) {
      const stop = this.nextStop();
      if (stop === null || stop.tick > target) {
        this.at = Math.max(this.at, target);
        break;
      }
      this.at = stop.tick;
      if (stop.slot < SLOTS) this.ring(stop.slot, due, limit);
      else this.spread(stop.slot);
    }
    return due;
  }

  private ring(slot: number, due: RungClock[], limit: number): void {
    while (due.length < limit) {
      const clock = this.clocks.first(slot);
      if (clock < 0) return;
      due.push({ id: this.clocks.id(clock), lead: this.clocks.lead(clock) });
      this.clocks.unlink(clock);
      this.clocks.setTick(clock, NEVER);
      this.clocks.link(clock, SILENT);
      this.silent++;
    }
  }

  private spread(slot: number): void {
    for (let clock = this.clocks.first(slot); clock >= 0; clock = this.clocks.first(slot)) {
      this.clocks.unlink(clock);
      this.clocks.link(clock, this.slotOf(this.clocks.tick(clock)));
    }
  }

  private tickOf(dueAt: number): number {
    return Math.min(Math.max(Math.ceil((dueAt - this.origin) / GRAIN_MS), this.at), LAST_TICK);
  }

  /** A level holds what lies in the same slot of the level above as the present does. */
  private slotOf(tick: number): number {
    let level = 0;
    while (level < LEVELS - 1 && blockOf(tick, level + 1) !== blockOf(this.at, level + 1)) level++;
    return level * SLOTS + (blockOf(tick, level) % SLOTS);
  }

  /** The next slot that holds something, and the tick at which it begins. */
  private nextStop(): { readonly tick: number; readonly slot: number } | null {
    for (let level = 0; level < LEVELS; level++) {
      const block = blockOf(this.at, level);
      const present = block % SLOTS;
      for (let place = present; place < SLOTS; place++) {
        const slot = level * SLOTS + place;
        if (this.clocks.first(slot) >= 0) return { slot, tick: (block - present + place) * 2 ** (level * BITS) };
      }
    }
    return null;
  }

  private instantOf(tick: number): number {
    return this.origin + tick * GRAIN_MS;
  }
}

/** Ticks above 2^31 must not become negative: no shifts. */
const blockOf = (tick: number, level: number): number => Math.floor(tick / 2 ** (level * BITS));

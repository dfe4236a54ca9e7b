import type { DataOf, EventType } from '@leadclock/domain/events/catalogue.js';
import { type Floor, minute, second } from './floor.js';
import type { Planned } from './planned.js';
import type { Random } from './random.js';
import type { Rep } from './reps.js';

/** What only the vault keeps may be told with an event. */
type Told<T extends EventType> = DataOf<T> & { readonly contact?: object; readonly note?: string };

/** What is told of one lead, event by event, in the order in which it is thought of. */
export interface Tale {
  readonly floor: Floor;
  readonly reps: readonly [Rep, ...Rep[]];
  readonly random: Random;
  readonly lead: string;
  readonly arrivedAt: number;
  readonly events: Planned[];
  /** Tells of something that happened at `at`. Most of it is heard at once; answers its name, which a retraction needs. */
  tell<T extends EventType>(type: T, source: string, at: number, data: Told<T>): Planned;
  /** Tells of another subject that came of the lead: a subscription, a survey. */
  tellOf<T extends EventType>(subject: string, type: T, source: string, at: number, data: Told<T>): Planned;
  /** An id for a touchpoint or a deal, unique within the lead. */
  nextId(): string;
}

/** Programs and networks take a moment. */
const leastDelay = 0.15 * second;
const mostDelay = 1.2 * second;
/** A share of the events waits in a telephone without network, or in a queue of the CRM, for much longer. */
const lateShare = 0.025;
/** A sender that got no answer sends again. */
const repeatShare = 0.015;

/** Begins the tale of a lead. `historicalBefore`: what happened earlier is a backfill. */
export function createTale(place: Pick<Tale, 'floor' | 'reps' | 'random' | 'lead' | 'arrivedAt'>, historicalBefore: number): Tale {
  const { lead, random, arrivedAt } = place;
  const events: Planned[] = [];
  let ids = 0;
  const delayOf = (type: EventType, at: number): number => {
    const moment = random.between(leastDelay, mostDelay);
    if (type === 'lead.created' || !random.chance(lateShare)) return moment;
    // who waits is on the wall: of an answer one hears within a minute, else somebody would be called late for nothing too often
    return at < arrivedAt + 5 * minute ? random.between(10 * second, 50 * second) : random.exponential(12 * minute) + 30 * second;
  };
  const tellOf = <T extends EventType>(subject: string, type: T, source: string, at: number, data: Told<T>): Planned => {
    const time = Math.round(at);
    const deliverAt = Math.round(time + delayOf(type, time));
    const event = { deliverAt, id: `${lead}-${events.length}`, source, type, subject, time, historical: time < historicalBefore, data };
    events.push(event);
    if (random.chance(repeatShare)) events.push({ ...event, deliverAt: Math.round(deliverAt + random.between(3 * second, 10 * minute)) });
    return event;
  };
  return {
    ...place,
    events,
    tell: (type, source, at, data) => tellOf(lead, type, source, at, data),
    tellOf,
    nextId: () => `${++ids}`,
  };
}

import type { LeadclockEvent } from '../events/event.js';
import { eventKey } from '../events/identity.js';

/**
 * The keys of the events that count as never sent, of events that are sorted and unique. A retraction may itself be retracted;
 * of retractions that name each other in a circle the later stands.
 */
export function retractedKeys(sorted: readonly LeadclockEvent[]): ReadonlySet<string> {
  if (!sorted.some(({ type }) => type === 'event.retracted')) return none;
  const by = new Map<string, string[]>();
  const order: string[] = [];
  for (const event of sorted) {
    if (event.type !== 'event.retracted') continue;
    const target = eventKey(event.data);
    by.set(target, [...(by.get(target) ?? []), eventKey(event)]);
    order.push(eventKey(event));
  }
  const stands = new Map<string, boolean>();
  const decide = (key: string): boolean => {
    const known = stands.get(key);
    if (known !== undefined) return known;
    stands.set(key, true); // while it is being decided: in a circle the one that began stands
    const result = !(by.get(key) ?? []).some((retraction) => retraction !== key && decide(retraction));
    stands.set(key, result);
    return result;
  };
  for (const key of order.toReversed()) decide(key);
  return new Set([...by].filter(([, retractions]) => retractions.some(decide)).map(([target]) => target));
}

const none: ReadonlySet<string> = new Set();

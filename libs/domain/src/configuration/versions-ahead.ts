import type { ConfigurationType } from '../events/catalogue.js';
import type { LeadclockEvent } from '../events/event.js';
import { eventKey, textDigest } from '../events/identity.js';
import { standing } from './build-configuration.js';
import type { Items } from './configuration.js';
import { versionIndex, versionsOf } from './in-force.js';

/** An event that sets an item of one kind. */
type SetEvent<T extends ConfigurationType> = Extract<LeadclockEvent, { readonly type: T }>;

/** A version of an item that holds now or will, by the event that set it. */
export interface VersionAhead<T extends ConfigurationType> {
  readonly event: SetEvent<T>;
  /** epoch milliseconds */
  readonly effect: number;
}

/** The events that set an item, retracted ones left out. */
export const setBy = <T extends ConfigurationType>(events: readonly LeadclockEvent[], type: T, subject: string): readonly SetEvent<T>[] =>
  standing(events).filter((event): event is SetEvent<T> => event.type === type && event.subject === subject);

/** The version of an item in force at `at`, and those still to come; of several of one effect the last. Empty: there is no such item. */
export function versionsAhead<T extends ConfigurationType>(
  events: readonly SetEvent<T>[],
  items: Items<unknown>,
  subject: string,
  at: number,
): readonly VersionAhead<T>[] {
  const versions = versionsOf(items, subject) ?? [];
  const byKey = new Map(events.map((event) => [eventKey(event), event]));
  return versions
    .slice(versionIndex(versions, at))
    .filter(({ effect }, i, all) => all[i + 1]?.effect !== effect)
    .flatMap((version) => {
      const event = byKey.get(eventKey(version));
      return event === undefined ? [] : [{ event, effect: version.effect }];
    });
}

/** What names the state of an item that somebody has seen, so that a change by another is noticed; `0`: there is no such item. */
export function editOf(events: readonly LeadclockEvent[]): string {
  if (events.length === 0) return '0';
  return textDigest(JSON.stringify(events.map(eventKey).sort())).slice(0, 16);
}

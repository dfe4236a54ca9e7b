import { buildConfiguration } from '../configuration/build-configuration.js';
import type { Configuration } from '../configuration/configuration.js';
import { configurationTypes } from '../events/catalogue.js';
import type { LeadclockEvent } from '../events/event.js';
import type { Fact } from '../facts/fact.js';
import { factsOf } from '../facts/facts-of.js';
import { foldSubject } from '../lead/fold-subject.js';

/** All that a set of events comes to: the configuration, and the facts of every subject. */
export interface Known {
  readonly configuration: Configuration;
  readonly facts: readonly Fact[];
}

/** Folds every subject of a set of events, in any order and with any repeats, under the configuration among them. */
export function knownFrom(events: readonly LeadclockEvent[]): Known {
  const configuration = buildConfiguration(events);
  const bySubject = new Map<string, LeadclockEvent[]>();
  for (const event of events) {
    if (configurationTypes.has(event.type)) continue;
    const same = bySubject.get(event.subject);
    if (same === undefined) bySubject.set(event.subject, [event]);
    else same.push(event);
  }
  const subjects = [...bySubject.keys()].toSorted();
  const facts = subjects.flatMap((subject) => [...factsOf(foldSubject(bySubject.get(subject) ?? []).state, configuration)]);
  return { configuration, facts };
}

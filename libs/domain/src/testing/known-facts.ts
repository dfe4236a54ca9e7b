import { buildConfiguration } from '../configuration/build-configuration.js';
import type { Configuration } from '../configuration/configuration.js';
import { configurationTypes } from '../events/catalogue.js';
import type { LeadclockEvent } from '../events/event.js';
import type { Fact } from '../facts/fact.js';
import { factsOf } from '../facts/facts-of.js';
import { foldLead } from '../merges/fold-lead.js';
import { edgesOf } from '../merges/merge-edges.js';
import { resolveMerges } from '../merges/resolve-merges.js';

/** All that a set of events comes to: the configuration, and the facts of every subject. */
export interface Known {
  readonly configuration: Configuration;
  readonly facts: readonly Fact[];
}

/** Folds every subject of a set of events, in any order and with any repeats, merges worked in, under the configuration among them. */
export function knownFrom(events: readonly LeadclockEvent[]): Known {
  const configuration = buildConfiguration(events);
  const bySubject = new Map<string, LeadclockEvent[]>();
  for (const event of events) {
    if (configurationTypes.has(event.type)) continue;
    const same = bySubject.get(event.subject);
    if (same === undefined) bySubject.set(event.subject, [event]);
    else same.push(event);
  }
  const merges = resolveMerges([...bySubject.values()].flatMap((same) => edgesOf(same)));
  const roots = new Set([...bySubject.keys()].map((subject) => merges.rootOf(subject)));
  const facts = [...roots].toSorted().flatMap((root) => {
    const told = merges.membersOf(root).flatMap((member) => bySubject.get(member) ?? []);
    return [...factsOf(foldLead(root, told), configuration)];
  });
  return { configuration, facts };
}

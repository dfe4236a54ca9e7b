import { configurationTypes, type DataOf } from '../events/catalogue.js';
import type { LeadclockEvent } from '../events/event.js';
import { effectiveTime } from '../events/event.js';
import { eventKey } from '../events/identity.js';
import { instantOf } from '../events/instant.js';
import { compareUtf8 } from '../events/order.js';
import { retractedKeys } from '../lead/retractions.js';
import { uniqueEvents } from '../lead/unique-events.js';
import type { Configuration, Items, Version } from './configuration.js';
import { calendarSettings, pipelineSettings, policySettings, repSettings, siteSettings, teamSettings } from './settings.js';

interface Histories {
  readonly site: Map<string, Version<ReturnType<typeof siteSettings>>[]>;
  readonly reps: Map<string, Version<ReturnType<typeof repSettings>>[]>;
  readonly teams: Map<string, Version<ReturnType<typeof teamSettings>>[]>;
  readonly calendars: Map<string, Version<ReturnType<typeof calendarSettings>>[]>;
  readonly pipelines: Map<string, Version<ReturnType<typeof pipelineSettings>>[]>;
  readonly policies: Map<string, Version<ReturnType<typeof policySettings>>[]>;
}

/** The configuration that a set of events gives; other events than configuration and its retractions are passed over. */
export function buildConfiguration(events: readonly LeadclockEvent[]): Configuration {
  const histories: Histories = {
    site: new Map(),
    reps: new Map(),
    teams: new Map(),
    calendars: new Map(),
    pipelines: new Map(),
    policies: new Map(),
  };
  for (const event of standing(events)) add(histories, event);
  return {
    site: [...histories.site.values()].flat().sort(byEffect),
    reps: items(histories.reps),
    teams: items(histories.teams),
    calendars: items(histories.calendars),
    pipelines: items(histories.pipelines),
    policies: items(histories.policies),
  };
}

/** The configuration events among them, each identity once, without what was retracted. */
export function standing(events: readonly LeadclockEvent[]): readonly LeadclockEvent[] {
  const subjects = new Map<string, LeadclockEvent[]>();
  for (const event of events) {
    if (!configurationTypes.has(event.type) && event.type !== 'event.retracted') continue;
    const same = subjects.get(event.subject);
    if (same === undefined) subjects.set(event.subject, [event]);
    else same.push(event);
  }
  return [...subjects.values()].flatMap((same) => {
    const { sorted } = uniqueEvents(same);
    const never = retractedKeys(sorted);
    return never.size === 0 ? sorted : sorted.filter((event) => !never.has(eventKey(event)));
  });
}

function add(histories: Histories, event: LeadclockEvent): void {
  switch (event.type) {
    case 'site.set':
      return push(histories.site, event, siteSettings(event.data));
    case 'rep.set':
      return push(histories.reps, event, repSettings(event.data));
    case 'team.set':
      return push(histories.teams, event, teamSettings(event.data));
    case 'calendar.set':
      return push(histories.calendars, event, calendarSettings(event.data));
    case 'pipeline.set':
      return push(histories.pipelines, event, pipelineSettings(event.data));
    case 'policy.set':
      return push(histories.policies, event, policySettings(event.data));
    default:
  }
}

function push<T>(
  histories: Map<string, Version<T>[]>,
  event: LeadclockEvent & { readonly data: Pick<DataOf<'site.set'>, 'effective_from'> },
  value: T,
): void {
  const time = effectiveTime(event);
  const { effective_from: from } = event.data;
  const version = { effect: from === undefined ? time : instantOf(from), time, source: event.source, id: event.id, value };
  const versions = histories.get(event.subject);
  if (versions === undefined) histories.set(event.subject, [version]);
  else versions.push(version);
}

function items<T>(histories: Map<string, Version<T>[]>): Items<T> {
  const sorted = [...histories].sort(([a], [b]) => compareUtf8(a, b));
  return Object.fromEntries(sorted.map(([id, versions]) => [id, versions.sort(byEffect)]));
}

function byEffect<T>(a: Version<T>, b: Version<T>): number {
  return a.effect - b.effect || a.time - b.time || compareUtf8(a.source, b.source) || compareUtf8(a.id, b.id);
}

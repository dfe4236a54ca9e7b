import fc from 'fast-check';
import { configurationTypes, type EventType, eventTypes, leadSubjectTypes } from '../catalogue.js';
import { decodeEvent } from '../decode-event.js';
import type { LeadclockEvent } from '../event.js';
import { writeInstant } from '../instant.js';
import { anyData } from './any-data.js';

/** What events may be made of; left out: every type, a few subjects, sources and ids, forty days of 2026. */
export interface AnyEventOptions {
  readonly types?: readonly EventType[];
  readonly subjects?: readonly string[];
  readonly sources?: readonly string[];
  readonly ids?: readonly string[];
  /** epoch milliseconds */
  readonly from?: number;
  readonly to?: number;
}

const few = Date.UTC(2026, 9, 20, 8);

function subjectsOf(type: EventType, subjects: readonly string[]): fc.Arbitrary<string> {
  if (type === 'site.set') return fc.constant('site');
  if (type === 'rate.set') return fc.constantFrom('USD', 'JPY', 'GBP');
  if (type === 'rep.set' || type === 'rep.status_changed') return fc.constantFrom('ana', 'luis', 'Zoë Ω', '𝒦im');
  if (type === 'team.set' || type === 'rota.advanced') return fc.constantFrom('north', 'south');
  if (type === 'calendar.set') return fc.constantFrom('office', 'late');
  if (type === 'pipeline.set') return fc.constantFrom('default', 'renewal');
  return fc.constantFrom(...subjects);
}

/**
 * Any valid event. Times come on whole minutes often, so that there are ties; some are heard late, some are up to five minutes ahead of
 * our clock; the pools of sources and ids are small, so that repeats and conflicts of one identity occur.
 */
export function anyEvent(options: AnyEventOptions = {}): fc.Arbitrary<LeadclockEvent> {
  const {
    types = eventTypes,
    subjects = ['lead-1', 'lead-2', 'Führung Ж'],
    sources = ['/a', '/b', '/ß', '/𝒳'],
    ids = ['1', '2', '3', '4', 'ｚ', '😀'],
  } = options;
  const { from = few, to = few + 40 * 86_400_000 } = options;
  const time = fc.oneof(
    fc.integer({ min: Math.ceil(from / 60_000), max: Math.floor(to / 60_000) }).map((minute) => minute * 60_000),
    fc.integer({ min: from, max: to }),
  );
  const heardAfter = fc.oneof(fc.constant(2000), fc.integer({ min: -300_000, max: 0 }), fc.integer({ min: 0, max: 5 * 86_400_000 }));
  return fc.constantFrom(...types).chain((type) =>
    fc
      .record({
        id: fc.constantFrom(...ids),
        source: fc.constantFrom(...sources),
        subject: subjectsOf(type, subjects),
        type: fc.constant(type),
        time,
        heardAfter,
        historical: fc.boolean(),
        data: anyData[type],
      })
      .map(({ heardAfter: after, time: at, ...rest }) =>
        asRead({ ...rest, specversion: '1.0', time: writeInstant(at), recordedtime: writeInstant(at + after) }),
      ),
  );
}

/** Through the codec, so that what a test holds is just what the log would give. */
function asRead(json: object): LeadclockEvent {
  const read = decodeEvent(JSON.stringify(json));
  if (!read.ok) throw new Error(`a fixture is no valid event: ${read.reason}`);
  return read.event;
}

/** Events of one lead, retractions of each other among them. */
export const anyEventsOfLead = (subject = 'lead-1', most = 12): fc.Arbitrary<LeadclockEvent[]> =>
  fc.array(anyEvent({ types: [...leadSubjectTypes, 'event.retracted'], subjects: [subject] }), { maxLength: most });

/** Events of configuration. */
export const anyConfigurationEvents = (most = 12): fc.Arbitrary<LeadclockEvent[]> =>
  fc.array(anyEvent({ types: [...configurationTypes] }), { maxLength: most });

/** The same events in another order of arrival, some of them more than once. */
export const anyArrivalOf = <T>(events: readonly T[]): fc.Arbitrary<T[]> =>
  fc.subarray([...events]).chain((again) => {
    const all = [...events, ...again];
    return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
  });

import { buildConfiguration } from '@leadclock/domain/configuration/build-configuration.js';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { decodeEvent } from '@leadclock/domain/events/decode-event.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import type { EventLog } from '@leadclock/event-log/event-log.js';
import { inTime } from '@leadclock/event-log/in-time.js';
import { spooledFor } from '@leadclock/read-model/outside/spool.table.js';
import type { EntityManager } from 'typeorm';

/** A log that has not been read by then counts as away. */
const READ_WITHIN_MS = 10_000;

/** The log of the configuration cannot be read now. */
export class ConfigurationUnknown extends Error {
  override readonly name = 'ConfigurationUnknown';
}

/**
 * The configuration as everything that was accepted makes it, whether the projector has come to it or not. The spool first: what leaves it is in
 * the log by then. There is one partition, of what people have set: it is read whole.
 */
export const knownConfiguration = async (em: EntityManager, configLog: EventLog): Promise<Configuration> =>
  buildConfiguration(await knownEvents(em, configLog));

/** The events that it is made of. */
export async function knownEvents(em: EntityManager, configLog: EventLog): Promise<readonly LeadclockEvent[]> {
  const spooled = await spooledFor(em, configLog.topic);
  const logged: string[] = [];
  try {
    await inTime(readWhole(configLog, logged), READ_WITHIN_MS, `no answer within ${READ_WITHIN_MS} ms`);
  } catch (error) {
    throw new ConfigurationUnknown('the log of the configuration cannot be read', { cause: error });
  }
  return [...spooled, ...logged].flatMap(readable);
}

async function readWhole(configLog: EventLog, values: string[]): Promise<void> {
  for (const { partition, first, next } of await configLog.ranges())
    await configLog.read(partition, first, next, async (records) => {
      for (const { value } of records) if (value !== null) values.push(value.toString('utf8'));
    });
}

/** What cannot be read is parked by the projector, and makes no configuration. */
function readable(value: string): readonly LeadclockEvent[] {
  const decoded = decodeEvent(value);
  return decoded.ok ? [decoded.event] : [];
}

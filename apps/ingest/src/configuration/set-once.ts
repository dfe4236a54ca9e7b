import type { CalendarProblem } from '@leadclock/domain/configuration/calendar-problems.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { textDigest } from '@leadclock/domain/events/identity.js';
import type { EventLog } from '@leadclock/event-log/event-log.js';
import { type KeyedCommand, keepAnswer, keptAnswer, takeKey } from '@leadclock/read-model/outside/idempotency.table.js';
import type { Clock } from '@leadclock/runtime/tokens.js';
import type { Logger } from 'pino';
import type { DataSource, EntityManager } from 'typeorm';
import { AWAY, again, type Decided } from '../commands/once.js';
import type { Fault } from '../door/problem.js';
import { errorCode } from '../error-code.js';
import { ConfigurationUnknown } from '../policies/known-configuration.js';
import { eventsInTurn, NoEvent, type SettingEvent, tellSettings } from './setting-events.js';

export interface SettingParts {
  readonly dataSource: DataSource;
  readonly configLog: EventLog;
  readonly clock: Clock;
  readonly logger: Logger;
  /** called once events lie in the spool */
  readonly onSpooled: () => void;
}

/** What somebody asks for under a key: the same key with another digest is something else. */
export interface KeyedSetting {
  readonly person: string;
  readonly key: string;
  readonly digest: string;
  /** a name of it, for who looks into the table */
  readonly command: string;
}

/** Nothing was set; `edit`: somebody else was faster, and this names how it stands by now. */
export type Unsettled = { readonly problems: readonly CalendarProblem[] } | { readonly edit: string } | Fault;
export type Settled = Decided | Unsettled;

/** What a setting comes to: the events that are told, and what is answered with their ids. */
export type SettingPlan = { readonly events: readonly SettingEvent[]; readonly answer: object } | Unsettled;

export interface SettingMoment {
  readonly events: readonly LeadclockEvent[];
  /** epoch milliseconds: now */
  readonly at: number;
  /** the ids of its events begin so, and are the same when it is sent again */
  readonly event: string;
}

/** Leaves the transaction without a trace: the key stays free. */
class Unset extends Error {
  constructor(readonly unsettled: Unsettled) {
    super('nothing was set');
  }
}

/**
 * Sets something of the configuration once for its key: it is planned against what was accepted before, and its events lie in the spool in one
 * transaction, or none does. One at a time does so.
 */
export async function setOnce(
  parts: SettingParts,
  setting: KeyedSetting,
  plan: (moment: SettingMoment, em: EntityManager) => SettingPlan | Promise<SettingPlan>,
): Promise<Settled> {
  const at = parts.clock();
  const event = textDigest(`${setting.person}\u0000${setting.key}`).slice(0, 32);
  const keyed: KeyedCommand = { ...setting, lead: '', rep: '', event, at };
  try {
    const { settled, told } = await parts.dataSource.transaction(async (em) => {
      if (!(await takeKey(em, keyed))) {
        const kept = await keptAnswer(em, keyed);
        return { settled: kept === null ? AWAY : again(kept, keyed), told: 0 };
      }
      const planned = await plan({ events: await eventsInTurn(em, parts.configLog), at, event }, em);
      if (!('events' in planned)) throw new Unset(planned);
      await tellSettings(em, parts.configLog.topic, planned.events, at);
      const decided = { status: 202, answer: JSON.stringify(planned.answer) };
      await keepAnswer(em, keyed, decided);
      return { settled: decided, told: planned.events.length };
    });
    if (told > 0) parts.onSpooled();
    return settled;
  } catch (error) {
    return unsettledBy(error, parts.logger);
  }
}

/** What an error of a setting's transaction means; rethrown if nobody foresaw it. */
export function unsettledBy(error: unknown, logger: Logger): Unsettled {
  if (error instanceof Unset) return error.unsettled;
  if (error instanceof NoEvent) return { problems: [{ path: error.path, problem: error.problem, reason: 'shape' }] };
  if (!(error instanceof ConfigurationUnknown) && errorCode(error) === (error instanceof Error ? error.name : '')) throw error;
  logger.warn({ reason: errorCode(error) }, 'a setting could not be written');
  return AWAY;
}

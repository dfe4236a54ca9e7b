import { writeInstant } from '@leadclock/domain/events/instant.js';
import { deliveriesBy, type LoggedDelivery } from '@leadclock/read-model/outside/delivery-log.table.js';
import { listWays } from '@leadclock/read-model/outside/way.table.js';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Answered, Params } from '../answer/answered.js';
import { readCursor, readLimit, writeCursor } from '../answer/paging.js';

/** A message by a way, and what became of it. */
interface ToldDelivery {
  readonly delivery: number;
  readonly alert: string;
  readonly lead: string | null;
  readonly what: string;
  readonly made_at: string;
  readonly ended: string | null;
  readonly ended_at: string | null;
  /** when it is tried next; null: it has ended */
  readonly next_at: string | null;
  readonly failure: string | null;
  readonly tries: readonly { readonly at: string; readonly took_ms: number; readonly failure: string | null }[];
  /** tries of which nobody knows the end: the program that made them was killed */
  readonly cut_off: number;
}

/** `GET /v1/ways/:way/log`: the messages by a way, the last first. */
export interface WayLog {
  readonly way: string;
  readonly deliveries: readonly ToldDelivery[];
  readonly next: string | null;
}

/** null: there is no such way. */
export async function wayLog(dataSource: DataSource, way: string, params: Params): Promise<Answered<WayLog> | null> {
  const limit = readLimit(params['limit']);
  if (!limit.ok) return limit;
  const before = readCursor(params['cursor'], z.int().positive());
  if (!before.ok) return before;
  const only = params['only'];
  if (only !== undefined && only !== 'failed')
    return { ok: false, parameter: 'only', problem: 'this is no part of a log', allowed: ['failed', 'leave it out: all'] };
  if ((await listWays(dataSource, way)).length === 0) return null;
  const found = await deliveriesBy(dataSource, way, limit.body + 1, { before: before.body, onlyFailed: only === 'failed' });
  const page = found.slice(0, limit.body);
  const last = page.at(-1);
  return {
    ok: true,
    body: { way, deliveries: page.map(toldDelivery), next: found.length > page.length && last !== undefined ? writeCursor(last.id) : null },
  };
}

function toldDelivery({ id, alert, lead, what, madeAt, tries, ended, endedAt, nextAt, failure, attempts }: LoggedDelivery): ToldDelivery {
  // one that is on its way may be tried just now
  const begun = ended === null ? Math.max(0, tries - 1) : tries;
  return {
    delivery: id,
    alert,
    lead,
    what,
    made_at: writeInstant(madeAt),
    ended,
    ended_at: endedAt === null ? null : writeInstant(endedAt),
    next_at: ended === null ? writeInstant(nextAt) : null,
    failure,
    tries: attempts.map(({ beganAt, tookMs, failure: why }) => ({ at: writeInstant(beganAt), took_ms: tookMs, failure: why })),
    cut_off: Math.max(0, begun - attempts.length),
  };
}

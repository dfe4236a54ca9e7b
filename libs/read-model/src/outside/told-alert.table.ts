import { toldIn } from '@leadclock/domain/alerts/audience.js';
import { EVERYBODY } from '@leadclock/domain/alerts/everybody.js';
import type { EntityManager } from 'typeorm';

/** An alert, as far as a command about it must know. Instants are epoch milliseconds. */
export interface ToldAlert {
  readonly step: string;
  readonly dueAt: number;
  readonly raisedAt: number;
  /** whom it tells, each by himself, as `audienceOf` of libs/domain/src/alerts says it */
  readonly listeners: readonly string[];
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: number | null;
  readonly snoozedUntil: number | null;
  readonly snoozedBy: string | null;
  readonly endedAt: number | null;
  readonly ended: 'resolved' | 'retracted' | null;
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;

/** An alert of this lead, open or not; null: the lead has none of that id. */
export async function toldAlert(em: EntityManager, lead: string, id: string): Promise<ToldAlert | null> {
  const [row] = await em.query<(Omit<ToldAlert, 'listeners'> & { readonly rep: string | null })[]>(
    `select step, rep, ${ms('due_at')} as "dueAt", ${ms('raised_at')} as "raisedAt", acknowledged_by as "acknowledgedBy",
            ${ms('acknowledged_at')} as "acknowledgedAt", ${ms('snoozed_until')} as "snoozedUntil", snoozed_by as "snoozedBy",
            ${ms('ended_at')} as "endedAt", ended
       from alert where id = $1 and lead = $2`,
    [id, lead],
  );
  if (row === undefined) return null;
  const { rep, ...alert } = row;
  return { ...alert, listeners: toldIn(rep ?? EVERYBODY) };
}

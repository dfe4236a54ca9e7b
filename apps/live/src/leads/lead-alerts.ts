import { leadAlerts } from '@leadclock/read-model/queries/lead-alerts.query.js';
import { leadLine } from '@leadclock/read-model/queries/leads.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import type { Here } from '../answer/answered.js';

/** `GET /v1/leads/:id/alerts`: what people are told of a lead now, and how far each can be put off. Instants are RFC 3339. */
export interface ToldAlerts {
  readonly lead: string;
  readonly as_of: string;
  readonly alerts: readonly {
    readonly alert: string;
    readonly step: string;
    readonly due_at: string;
    readonly raised_at: string;
    readonly to: readonly string[];
    readonly acknowledged_by: string | null;
    readonly snoozed: { readonly until: string; readonly by: string | null; readonly reason: string | null } | null;
    /** null: it is over, whatever the screens say yet. `by`: what sets the limit; one that has passed means not at all */
    readonly snooze_limit: { readonly until: string; readonly by: string } | null;
  }[];
}

/** null: there is no such lead. */
export async function toldAlerts(dataSource: DataSource, lead: string, { now }: Here): Promise<ToldAlerts | null> {
  return inSnapshot(dataSource, async (snapshot) => {
    if ((await leadLine(snapshot, lead)) === null) return null;
    const alerts = await leadAlerts(snapshot, lead, now);
    return {
      lead,
      as_of: iso(now),
      alerts: alerts.map(({ id, step, dueAt, raisedAt, listeners, acknowledgedBy, snoozedUntil, snoozedBy, snoozedReason, limit }) => ({
        alert: id,
        step,
        due_at: iso(dueAt),
        raised_at: iso(raisedAt),
        to: listeners,
        acknowledged_by: acknowledgedBy,
        snoozed: snoozedUntil === null ? null : { until: iso(snoozedUntil), by: snoozedBy, reason: snoozedReason },
        snooze_limit: limit === null ? null : { until: iso(limit.until), by: limit.by },
      })),
    };
  });
}

const iso = (at: number): string => new Date(at).toISOString();

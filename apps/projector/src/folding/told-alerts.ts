import { EVERYBODY } from '@leadclock/domain/alerts/everybody.js';
import type { SubjectState } from '@leadclock/domain/lead/lead-state.js';
import type { ToldAlert } from '@leadclock/read-model/write/told-alert.table.js';

/** What the events of a lead's alerts say that people were told. Of an alert that is not known to have been raised nothing can be said yet. */
export function toldAlerts({ subject: lead, alerts }: SubjectState): readonly ToldAlert[] {
  return alerts.flatMap(({ alert: id, step, raised, acknowledged, snoozed, resolved, retracted }): ToldAlert[] => {
    if (raised === null) return [];
    return [
      {
        id,
        lead,
        step,
        dueAt: raised.due,
        raisedAt: raised.raisedAt,
        rep: raised.to === EVERYBODY ? null : raised.to,
        acknowledgedAt: acknowledged?.at ?? null,
        acknowledgedBy: acknowledged?.to ?? null,
        snoozedAt: snoozed?.at ?? null,
        snoozedUntil: snoozed?.until ?? null,
        snoozedBy: snoozed?.to ?? null,
        snoozedReason: snoozed?.reason ?? null,
        endedAt: (retracted ?? resolved)?.at ?? null,
        ended: retracted !== null ? 'retracted' : resolved !== null ? 'resolved' : null,
      },
    ];
  });
}

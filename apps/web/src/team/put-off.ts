import type { TimelineEvent } from './answers.js';

export interface PutOff {
  readonly until: number;
  readonly by: string;
  readonly reason: string | null;
}

/** The alert of a lead that is put off at an instant, by its events; null: none is. */
export function putOffAt(events: readonly Pick<TimelineEvent, 'type' | 'data'>[], asOf: number): PutOff | null {
  const alerts = new Map<string, PutOff | null>();
  for (const { type, data } of events) {
    const { alert, until, to, reason } = data;
    if (typeof alert !== 'string') continue;
    if (type === 'alert.resolved' || type === 'alert.retracted') alerts.set(alert, null);
    if (type !== 'alert.snoozed' || alerts.get(alert) === null || typeof until !== 'string' || typeof to !== 'string') continue;
    alerts.set(alert, { until: Date.parse(until), by: to, reason: typeof reason === 'string' ? reason : null });
  }
  return [...alerts.values()].filter((one) => one !== null && one.until > asOf).at(-1) ?? null;
}

import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';

/** Whether it is put off: until then nobody is to be told of it. */
export const isPutOff = ({ snoozed, retracted }: LiveAlert, asOf: number): boolean =>
  !retracted && snoozed !== undefined && snoozed.until > asOf;

/** Under which name it is rung for, and seen: an alert whose lead has another owner since tells him anew, whoever was told before. */
export const tellingOf = ({ alert, moved, owner }: LiveAlert): string => (moved === true ? `${alert}.${owner ?? ''}` : alert);

/** Whether it tells of a call that was promised for its instant. */
export const isCall = ({ step }: LiveAlert): boolean => step === 'call_back';

/** Since when the lead is late; of one without a target, and of a call, since its step was due. */
export const lateFrom = (alert: LiveAlert): number => (isCall(alert) ? alert.due : (alert.target ?? alert.due));

/** Whether the target is still ahead: the step tells of it beforehand. It is at least as late as when it was raised: a page's clock can be behind a little. */
export const isAhead = (alert: LiveAlert, asOf: number): boolean => lateFrom(alert) > Math.max(asOf, alert.raised);

/** The order in which they are told. */
export const asTold = (a: LiveAlert, b: LiveAlert): number => a.due - b.due || (a.alert < b.alert ? -1 : 1);

/** Of each lead what was told last; one that was taken back gives way to one that stands. */
export function lastOfLeads(alerts: readonly LiveAlert[]): readonly LiveAlert[] {
  const ofLeads = new Map<string, LiveAlert>();
  for (const alert of [...alerts].sort(asTold)) {
    if (!alert.retracted || ofLeads.get(alert.lead)?.retracted !== false) ofLeads.set(alert.lead, alert);
  }
  return [...ofLeads.values()];
}

/** Whether two lists show the same: so that a page does not draw what has not changed. */
export const areSame = (a: readonly LiveAlert[], b: readonly LiveAlert[]): boolean =>
  a.length === b.length && a.every((alert, at) => alert === b[at]);

import { ALERTS_SOURCE } from '../alerts/ladder-event-id.js';
import type { LeadclockEvent } from '../events/event.js';
import type { RaisedThen } from './alerts-told.js';
import type { ReplayedAlert } from './told-rounds.js';

/** An alert side by side: as it was raised, and as it would have been; one of them is null where it is not on that side. */
export interface AlertBeside {
  readonly then: RaisedThen | null;
  readonly replayed: ReplayedAlert | null;
  /** what decides whether it is raised was recorded within two seconds of its time: which came first is not certain */
  readonly isClose: boolean;
}

const closeMs = 2_000;

/** What these say moves no deadline. */
const idle = new Set<LeadclockEvent['type']>([
  'lead.viewed',
  'lead.follow_up_set',
  'lead.disputed',
  'lead.dispute_decided',
  'lead.handover_offered',
  'lead.handover_declined',
  'lead.erased',
]);

/**
 * Puts the alerts of leads side by side: the same is that of one lead, step and time, round by round. `configured`: when configuration was recorded,
 * epoch ms.
 */
export function besideEachOther(
  then: readonly RaisedThen[],
  replayed: readonly ReplayedAlert[],
  events: readonly LeadclockEvent[],
  configured: readonly number[],
): readonly AlertBeside[] {
  const recorded = events.filter(decides).map(({ recordedTime }) => recordedTime);
  const isClose = (due: number): boolean =>
    recorded.some((at) => Math.abs(at - due) <= closeMs) || configured.some((at) => Math.abs(at - due) <= closeMs);
  const left = [...replayed];
  const beside = then.map((alert): AlertBeside => {
    const place = left.findIndex(({ lead, step, due }) => lead === alert.lead && step === alert.step && due === alert.due);
    const [same] = place < 0 ? [] : left.splice(place, 1);
    return { then: alert, replayed: same ?? null, isClose: isClose(alert.due) };
  });
  return [...beside, ...left.map((alert) => ({ then: null, replayed: alert, isClose: isClose(alert.due) }))];
}

/** Of an alert only that it is put off decides whether it is told again. */
const decides = ({ type, source }: LeadclockEvent): boolean =>
  type === 'alert.snoozed' || (!type.startsWith('alert.') && source !== ALERTS_SOURCE && !idle.has(type));

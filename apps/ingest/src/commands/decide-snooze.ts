import { writeInstant } from '@leadclock/domain/events/instant.js';
import { snoozeAlert } from '@leadclock/read-model/outside/alert.table.js';
import { toldAlert } from '@leadclock/read-model/outside/told-alert.table.js';
import type { EntityManager } from 'typeorm';
import type { BodyOf } from './command-bodies.js';
import { alertEvent, NO_ALERT, over } from './decide-alert.js';
import { goneRefusal, type Occasion } from './decide-owner.js';
import { refuse, type Verdict } from './verdict.js';

/**
 * Puts an alert off, for as long as its policy allows: until then its step tells nobody again. Who was told of it may, and whose the lead is now; of a lead
 * that is nobody's anybody may. A promised call is put off by those whom it tells.
 */
export async function decideSnooze(em: EntityManager, body: BodyOf<'snooze'>, { lead, standing, now }: Occasion): Promise<Verdict> {
  const { rep, alert: id, seconds, reason } = body;
  const gone = goneRefusal(standing);
  if (gone !== null) return gone;
  const alert = await toldAlert(em, lead, id);
  if (alert === null) return NO_ALERT;
  if (alert.ended !== null) return over(alert);
  const isHis = standing.snooze?.by !== 'call_back' && (standing.owner === null || standing.owner === rep);
  if (!isHis && !alert.listeners.some((listener) => listener === rep || isMany(listener)))
    return refuse('not_yours', 'the alert tells somebody else; only he can put it off', alert.listeners[0] ?? null, alert.raisedAt);
  const { snooze } = standing;
  if (snooze === null) return refuse('resolved', 'the alert is over: the lead does not wait any more');
  if (snooze.until <= now)
    return refuse(
      'past_target',
      'the target has passed; the alert can be put off only if its policy sets snooze_max_s',
      null,
      snooze.until,
    );
  const until = now + seconds * 1000;
  if (until > snooze.until)
    return refuse('too_long', `$.seconds ${LIMITS[snooze.by]}: at most ${Math.floor((snooze.until - now) / 1000)} now`, null, snooze.until);
  if (!(await snoozeAlert(em, id, { rep, at: now, until, reason }))) {
    const { ended, snoozedBy, snoozedUntil } = (await toldAlert(em, lead, id)) ?? alert;
    return ended === null ? refuse('snoozed', 'the alert is put off for as long already', snoozedBy, snoozedUntil) : over(alert);
  }
  const { type, data, time } = alertEvent('alert.snoozed', alert, { rep, alert: id }, now);
  return { kind: 'write', type, version: 2, data: { ...data, until: writeInstant(until), reason }, time };
}

/** More than one person, none of whom we know by name. */
const isMany = (listener: string): boolean => listener === '*' || /^(team|manager|screen|channel):/.test(listener);

const LIMITS = {
  policy: 'is longer than snooze_max_s of the policy',
  target: 'goes past the target',
  step: 'goes past the next step of the ladder',
  call_back: 'is longer than a promised call can be put off; promise another one by call-back',
} as const;

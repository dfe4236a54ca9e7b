import { writeInstant } from '@leadclock/domain/events/instant.js';
import { acknowledgeAlert } from '@leadclock/read-model/outside/alert.table.js';
import { doneCommand, waitForTurn } from '@leadclock/read-model/outside/idempotency.table.js';
import { type ToldAlert, toldAlert } from '@leadclock/read-model/outside/told-alert.table.js';
import type { EntityManager } from 'typeorm';
import type { BodyOf } from './command-bodies.js';
import type { Occasion } from './decide-owner.js';
import { type Missing, type Refusal, refuse, type Verdict, type Write } from './verdict.js';

/** A rep, or a manager (`manager:north`), has seen an alert: the first who says so. He may say it again; all others are told who was first. */
export async function decideAcknowledge(em: EntityManager, body: BodyOf<'acknowledge'>, occasion: Occasion): Promise<Verdict> {
  const { rep, alert: id } = body;
  const { lead, event, now } = occasion;
  const alert = await toldAlert(em, lead, id);
  if (alert === null) return NO_ALERT;
  if (alert.acknowledgedBy === null && alert.ended !== null) return over(alert);
  if (alert.acknowledgedBy === null && (await acknowledgeAlert(em, id, rep, now)))
    return alertEvent('alert.acknowledged', alert, body, now);
  // somebody was first, maybe a moment ago
  const { acknowledgedBy, acknowledgedAt } = (await toldAlert(em, lead, id)) ?? alert;
  if (acknowledgedBy === null || acknowledgedAt === null) throw new Error('an alert that could not be acknowledged is not acknowledged');
  return acknowledgedBy === rep
    ? { kind: 'done', event, at: acknowledgedAt }
    : refuse('acknowledged', 'somebody else has acknowledged the alert', acknowledgedBy, acknowledgedAt);
}

/** A page shows an alert: the first that says so counts, all later ones are answered with what it came to. */
export async function decideShown(em: EntityManager, body: BodyOf<'shown'>, occasion: Occasion): Promise<Verdict> {
  const { lead, standing, event, now } = occasion;
  const alert = await toldAlert(em, lead, body.alert);
  if (alert === null) return NO_ALERT;
  const known = standing.shown.find((one) => one.alert === body.alert);
  if (known !== undefined) return { kind: 'done', event, at: known.at };
  await waitForTurn(em, event);
  const first = await doneCommand(em, { lead, command: 'shown', event });
  if (first !== null) return { kind: 'done', event, at: first.at };
  if (alert.ended !== null) return over(alert);
  const { type, data, time } = alertEvent('alert.shown', alert, body, now);
  return { kind: 'write', type, data: { ...data, shown_at: writeInstant(now) }, time, shownAfterMs: Math.max(0, now - alert.dueAt) };
}

export const NO_ALERT: Missing = {
  kind: 'missing',
  problem: 'there is no such alert of this lead; take its id from the live stream or from alert.raised',
};

export const over = ({ ended, endedAt }: ToldAlert): Refusal =>
  ended === 'retracted'
    ? refuse('retracted', 'the alert was taken back: the lead had been answered in time', null, endedAt)
    : refuse('resolved', 'the alert is over: the lead does not wait any more', null, endedAt);

/** What a rep did with an alert, as the event that says so. */
export function alertEvent(type: string, { step, dueAt, raisedAt }: ToldAlert, { rep, alert }: BodyOf<'acknowledge'>, now: number): Write {
  const data = { alert, step, due_at: writeInstant(dueAt), raised_at: writeInstant(raisedAt), to: rep };
  return { kind: 'write', type, data, time: now };
}

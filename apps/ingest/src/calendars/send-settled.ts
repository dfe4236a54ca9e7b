import { refusalOfCalendar } from '@leadclock/domain/configuration/calendar-entry.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SettingParts, Settled } from '../configuration/set-once.js';
import type { DoorRoutes } from '../door/door-routes.js';
import { sendProblem } from '../door/problem.js';
import { commands } from '../metrics.js';

/** What the routes about calendars are made of. */
export interface CalendarParts extends SettingParts, Pick<DoorRoutes, 'keyring' | 'admission' | 'logger'> {
  readonly publicUrl: string | null;
}

/** Whose idempotency key it is. */
export const personOf = ({ keyId }: Pick<FastifyRequest, 'keyId'>): string => (keyId === '' ? 'page:calendars' : `key:${keyId}`);

/** 409 with `edit`: somebody else has changed it since. */
export function sendSettled(reply: FastifyReply, settled: Settled, command: string): FastifyReply {
  if ('answer' in settled) {
    commands.inc({ command, status: String(settled.status) });
    return reply.code(settled.status).header('content-type', 'application/json; charset=utf-8').send(settled.answer);
  }
  if ('detail' in settled) return sendProblem(reply, settled);
  if ('edit' in settled) {
    const problem = 'somebody else has changed it meanwhile; load it again and change that';
    return sendProblem(reply, { status: 409, detail: problem }, { problem, edit: settled.edit });
  }
  const refusal = refusalOfCalendar(settled.problems);
  return sendProblem(reply, { status: 400, detail: refusal.problem }, refusal);
}

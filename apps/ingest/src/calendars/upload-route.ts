import { createHash } from 'node:crypto';
import { planHolidays, sourceOf } from '@leadclock/domain/configuration/plan-holidays.js';
import { textProblem } from '@leadclock/domain/events/text.js';
import { pageRefusal } from '@leadclock/runtime/own-page.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { idempotencyKey } from '../commands/idempotency-key.js';
import { type SettingMoment, type SettingPlan, type Settled, setOnce, unsettledBy } from '../configuration/set-once.js';
import { eventsInTurn } from '../configuration/setting-events.js';
import { readerFault } from '../door/body.js';
import { answerFaults, askForKey, readBytes, release } from '../door/door-routes.js';
import { readHolidays } from './read-holidays.js';
import { type CalendarParts, personOf, sendSettled } from './send-settled.js';

const LARGEST_FILE = 1024 * 1024;
const ALLOWED = 'send text/calendar, an iCal file';
/** Whoever else waits for this process does so for that long at most. */
const PARSED_WITHIN_MS = 1_000;

type Upload = FastifyRequest<{ Body: Buffer | undefined; Params: { id?: string }; Querystring: { file?: string; dry_run?: string } }>;

/**
 * `POST /v1/calendars/:id/holidays?file=NAME`: the holidays of an iCal file, instead of those that a file of this name brought before. With `dry_run=true`
 * it says what would change, and changes nothing.
 */
export function uploadRoute(scope: FastifyInstance, { keyring, admission, publicUrl, ...parts }: CalendarParts): void {
  askForKey(scope, { keyring, admission }, (request) => pageRefusal(request, publicUrl));
  answerFaults(scope, admission, parts.logger, (code) => readerFault(code, LARGEST_FILE, ALLOWED));
  readBytes(scope, ['text/calendar', 'application/octet-stream'], LARGEST_FILE);
  scope.post('/v1/calendars/:id/holidays', async (request: Upload, reply) => {
    const settled = await upload(request);
    release(request, admission);
    return sendSettled(reply, settled, 'holidays');
  });

  async function upload(request: Upload): Promise<Settled> {
    const { params, query, body } = request;
    const { id = '' } = params;
    const { file = '', dry_run = 'false' } = query;
    if (textProblem(file, 200) !== null)
      return { status: 400, detail: `file ${textProblem(file, 200)}: it is the name by which a later one replaces it` };
    if (!['true', 'false'].includes(dry_run)) return { status: 400, detail: 'dry_run must be true or false' };
    const year = new Date(parts.clock()).getUTCFullYear();
    const read = readHolidays(body ?? new Uint8Array(), { first: year, last: year + 2 }, PARSED_WITHIN_MS);
    if (!read.ok) return { problems: read.problems.map((problem) => ({ path: '$', problem, reason: 'file' })) };
    const plan = ({ events, at }: Pick<SettingMoment, 'events' | 'at'>): SettingPlan => {
      const planned = planHolidays(id, events, sourceOf(file), read.holidays, at);
      if (planned === null) return { status: 404, detail: 'there is no such calendar; GET /v1/calendars lists them' };
      const { added, removed, unchanged } = planned;
      return { events: planned.events, answer: { added, removed, unchanged: unchanged.length, timed: read.timed } };
    };
    if (dry_run === 'true') return tried(plan);
    const key = idempotencyKey(request.headers['idempotency-key']);
    if (typeof key !== 'string') return key;
    const digest = createHash('sha256')
      .update(`${id}\n${file}\n`)
      .update(body ?? '')
      .digest('hex');
    return setOnce(parts, { person: personOf(request), key, digest, command: 'holidays' }, plan);
  }

  async function tried(plan: (moment: Pick<SettingMoment, 'events' | 'at'>) => SettingPlan): Promise<Settled> {
    try {
      const events = await parts.dataSource.transaction((em) => eventsInTurn(em, parts.configLog));
      const planned = plan({ events, at: parts.clock() });
      return 'events' in planned ? { status: 200, answer: JSON.stringify(planned.answer) } : planned;
    } catch (error) {
      return unsettledBy(error, parts.logger);
    }
  }
}

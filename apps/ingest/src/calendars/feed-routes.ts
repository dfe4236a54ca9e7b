import { calendarEdit } from '@leadclock/domain/configuration/plan-calendar.js';
import { CalendarId } from '@leadclock/domain/events/ids.js';
import { problemOf } from '@leadclock/domain/events/problem.js';
import { addFeed, dropFeed, feedOf, listFeeds } from '@leadclock/read-model/outside/calendar-feed.table.js';
import { pageRefusal } from '@leadclock/runtime/own-page.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AWAY } from '../commands/once.js';
import type { Unsettled } from '../configuration/set-once.js';
import { eventsInTurn } from '../configuration/setting-events.js';
import { jsonOf, readerFault } from '../door/body.js';
import { answerFaults, askForKey, readBytes, release } from '../door/door-routes.js';
import type { Fault } from '../door/problem.js';
import { errorCode } from '../error-code.js';
import { feedAddress, feedId } from './feed-address.js';
import type { FeedKeeper } from './feed-keeper.js';
import type { FeedOutcome } from './read-feed.js';
import { type CalendarParts, sendSettled } from './send-settled.js';

const LARGEST_BODY = 16 * 1024;
const ALLOWED = 'send application/json, one object';
const MOST_FEEDS = 200;
const NONE: Fault = { status: 404, detail: 'there is no such feed (any more); GET /v1/calendar-feeds lists them' };
const BUSY: Fault = { status: 503, detail: 'the feed is being read just now; ask again in a moment', retryAfterSeconds: 5 };

const NewFeed = z.strictObject({ calendar: CalendarId, url: z.string().max(2_000) });

interface FeedRoutes extends CalendarParts {
  readonly keeper: FeedKeeper;
}

type FeedRequest = FastifyRequest<{ Body: Buffer | undefined; Params: { id?: string } }>;
type Answered = { readonly status: 200; readonly answer: string } | Unsettled;

/**
 * `POST /v1/calendar-feeds` keeps an address from which a calendar gets its holidays, once it could be read; `…/:id/read` reads it now, `DELETE …/:id` reads it
 * no more. None of it is an event, but for what the address names.
 */
export function feedRoutes(scope: FastifyInstance, { keyring, admission, publicUrl, keeper, ...parts }: FeedRoutes): void {
  const { dataSource, logger } = parts;
  askForKey(scope, { keyring, admission }, (request) => pageRefusal(request, publicUrl));
  answerFaults(scope, admission, logger, (code) => readerFault(code, LARGEST_BODY, ALLOWED));
  readBytes(scope, ['application/json'], LARGEST_BODY);
  const answering = (work: (request: FeedRequest) => Promise<Answered>) => async (request: FeedRequest, reply: FastifyReply) => {
    const answered = await work(request).catch((error: unknown) => awayFor(error));
    release(request, admission);
    return sendSettled(reply, answered, 'calendar-feed');
  };
  scope.post('/v1/calendar-feeds', answering(add));
  scope.post(
    '/v1/calendar-feeds/:id/read',
    answering(async ({ params }) => told(params.id ?? '', await keeper.read(params.id ?? ''))),
  );
  scope.delete(
    '/v1/calendar-feeds/:id',
    answering(async ({ params: { id = '' } }) =>
      (await dropFeed(dataSource, id)) ? { status: 200, answer: JSON.stringify({ id }) } : NONE,
    ),
  );

  async function add({ body }: FeedRequest): Promise<Answered> {
    const json = jsonOf(body, ALLOWED);
    if ('detail' in json) return json;
    const read = NewFeed.safeParse(json.value);
    if (!read.success) return { problems: [{ ...problemOf(read.error, NewFeed, json.value, '$'), reason: 'shape' }] };
    const { calendar, url } = read.data;
    const address = feedAddress(url);
    if (address === null) return wrongUrl('must be an http, https or webcal address of an iCal file');
    const isSet = await dataSource.transaction(async (em) => calendarEdit(await eventsInTurn(em, parts.configLog), calendar) !== '0');
    if (!isSet) return { problems: [{ path: '$.calendar', problem: 'is none that was set', reason: 'unknown' }] };
    const feeds = await listFeeds(dataSource);
    const id = feedId(calendar, address);
    const isNew = feeds.every((feed) => feed.id !== id);
    if (isNew && feeds.length >= MOST_FEEDS) return wrongUrl(`is one too many: at most ${MOST_FEEDS} are kept`);
    await addFeed(dataSource, { id, calendar, address: address.href, host: address.host }, parts.clock());
    const outcome = await keeper.read(id);
    // who adds an address waits for it, and may have mistyped it: nothing is kept of one that cannot be read
    if (outcome.kind === 'failed' && isNew) {
      await dropFeed(dataSource, id);
      return wrongUrl(`cannot be read: ${outcome.failure}`);
    }
    return told(id, outcome);
  }

  async function told(id: string, outcome: FeedOutcome): Promise<Answered> {
    if (outcome.kind === 'gone') return NONE;
    if (outcome.kind === 'busy') return BUSY;
    const feed = await feedOf(dataSource, id);
    if (feed === null) return NONE;
    return { status: 200, answer: JSON.stringify({ id, calendar: feed.calendar, host: feed.host, ...outcome, outcome: outcome.kind }) };
  }

  function awayFor(error: unknown): Fault {
    if (errorCode(error) === (error instanceof Error ? error.name : '')) throw error;
    logger.warn({ reason: errorCode(error) }, 'a feed could not be kept or read');
    return AWAY;
  }
}

const wrongUrl = (problem: string): Answered => ({ problems: [{ path: '$.url', problem, reason: 'unread' }] });

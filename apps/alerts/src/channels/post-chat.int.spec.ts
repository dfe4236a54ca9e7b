import { Receiver } from '../testing/receiver.js';
import { guardAddresses } from './address-guard.js';
import { postChat } from './post-chat.js';

describe('a message that is posted to a chat', () => {
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await Receiver.open();
  });
  afterAll(() => receiver.close());

  const post = (path: string, limitMs = 5_000) =>
    postChat(`${receiver.url}${path}`, '{}', {
      guard: guardAddresses(['127.0.0.0/8']),
      limitMs,
      stopping: new AbortController().signal,
      now: Date.now(),
    });
  const answered = (status: number, body: string, headers: Record<string, string> = {}) => {
    receiver.answer(`/${status}`, (response) => response.writeHead(status, headers).end(body));
    return post(`/${status}`);
  };

  it.each([
    [200, 'ok'],
    [202, ''],
  ])('is taken with %i', async (status, body) => {
    expect(await answered(status, body)).toEqual({ ok: true });
  });

  it.each([
    [404, 'no_service', 'answered 404: no_service'],
    [410, 'channel_is_archived\n', 'answered 410: channel_is_archived'],
    [403, 'action_prohibited', 'answered 403: action_prohibited'],
    [401, '{"error":{"code":"DirectApiAuthorizationRequired","message":"sig=secret"}}', 'answered 401: DirectApiAuthorizationRequired'],
  ])('that is answered %i (%s) is refused for good, and the webhook with it', async (status, body, failure) => {
    expect(await answered(status, body)).toMatchObject({ failure, isFinal: true, isOnlyThis: false });
  });

  it.each([
    [400, 'invalid_payload', 'answered 400: invalid_payload'],
    [400, '{"error":{"message":"…","code":"TriggerInputSchemaMismatch"}}', 'answered 400: TriggerInputSchemaMismatch'],
    [413, '', 'answered 413'],
  ])('that is answered %i (%s) is refused for good, which says nothing about another one', async (status, body, failure) => {
    expect(await answered(status, body)).toMatchObject({ failure, isFinal: true, isOnlyThis: true });
  });

  it('that is too many is tried later, when the other side says', async () => {
    expect(await answered(429, 'rate_limited', { 'retry-after': '30' })).toMatchObject({
      failure: 'answered 429',
      isFinal: false,
      isBusy: true,
      retryAfterMs: 30_000,
    });
    expect(await answered(500, 'rollup_error')).toMatchObject({ failure: 'answered 500: rollup_error', isFinal: false, isBusy: false });
  });

  it.each([
    ['words', 'No webhook at https://hooks.slack.com/services/T0/B0/secret'],
    ['a page', `<html>${'x'.repeat(100_000)}</html>`],
    ['a code that holds an address', '{"error":{"code":"https://x/?sig=secret"}}'],
  ])('is refused in %s: these may hold the address, and are not kept', async (_what, body) => {
    expect(await answered(404, body)).toMatchObject({ failure: 'answered 404' });
  });

  it('is refused by one that never ends what it says: the answer holds all the same', async () => {
    receiver.answer('/trickles', (response) => response.writeHead(410).write('channel_is_arch'));
    expect(await post('/trickles', 300)).toMatchObject({ failure: expect.stringMatching(/^answered 410/), isFinal: true });
  });
});

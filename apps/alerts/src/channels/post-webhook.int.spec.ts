import { Receiver } from '../testing/receiver.js';
import { guardAddresses } from './address-guard.js';
import { postWebhook } from './post-webhook.js';

describe('a webhook that is posted', () => {
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await Receiver.open();
  });
  afterAll(() => receiver.close());

  const post = (path: string, more: { allow?: readonly string[]; limitMs?: number; stopping?: AbortSignal } = {}) =>
    postWebhook(
      path.startsWith('http') ? path : `${receiver.url}${path}`,
      '{"ñ":1}',
      { 'webhook-id': 'a1' },
      {
        guard: guardAddresses(more.allow ?? ['127.0.0.0/8', '::1/128']),
        limitMs: more.limitMs ?? 5_000,
        stopping: more.stopping ?? new AbortController().signal,
        now: Date.now(),
      },
    );

  it('is taken when it is answered with 2xx, whatever else is said', async () => {
    receiver.answer('/taken', (response) => response.writeHead(201).end('x'.repeat(1_000_000)));
    expect(await post('/taken')).toEqual({ ok: true });
    const [posted] = receiver.at('/taken');
    if (posted === undefined) throw new Error('nothing was posted');
    const { body, headers } = posted;
    expect([body, headers['content-type'], headers['webhook-id']]).toEqual(['{"ñ":1}', 'application/json', 'a1']);
  });

  it.each([
    [500, { failure: 'answered 500', isFinal: false, isBusy: false }],
    [429, { failure: 'answered 429', isFinal: false, isBusy: true }],
    [410, { failure: 'answered 410', isFinal: true, isBusy: false }],
  ])('is not taken with %i', async (status, told) => {
    receiver.answer(`/${status}`, (response) => response.writeHead(status).end());
    expect(await post(`/${status}`)).toEqual({ ok: false, isOnlyThis: false, retryAfterMs: null, ...told });
  });

  it.each([
    [429, '40', 40_000],
    [503, new Date(Date.now() + 120_000).toUTCString(), 120_000],
    [503, '999999', 3_600_000],
  ])('that is answered %i with Retry-After %p is told for how long', async (status, header, ms) => {
    receiver.answer(`/${ms}`, (response) => response.writeHead(status, { 'retry-after': header }).end());
    const sent = await post(`/${ms}`);
    if (sent.ok || sent.retryAfterMs === null) throw new Error('nothing was asked for');
    expect(Math.abs(sent.retryAfterMs - ms)).toBeLessThanOrEqual(10_000);
  });

  it('follows no redirect', async () => {
    receiver.answer('/moved', (response) => response.writeHead(307, { location: `${receiver.url}/inside` }).end());
    expect(await post('/moved')).toMatchObject({ failure: 'answered 307: redirects are not followed, name the address itself' });
    expect(receiver.at('/inside')).toEqual([]);
  });

  it('waits for nobody who hangs, or speaks too slowly', async () => {
    receiver.answer('/hangs', () => undefined);
    receiver.answer('/slow', (response) => {
      response.socket?.write('HTTP/1.1 2');
    });
    for (const path of ['/hangs', '/slow']) expect(await post(path, { limitMs: 200 })).toMatchObject({ failure: 'no answer in 0.2 s' });
  });

  it('is broken off when the program stops', async () => {
    receiver.answer('/never', () => undefined);
    const stopping = new AbortController();
    const posted = post('/never', { stopping: stopping.signal });
    stopping.abort();
    expect(await posted).toMatchObject({ ok: false });
  });

  it('does not reach an address that is not public, however it is named', async () => {
    const port = new URL(receiver.url).port;
    const before = receiver.received.length;
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433'])
      expect(await post(`http://${host}:${port}/secret`, { allow: [] })).toMatchObject({ failure: expect.stringContaining('not public') });
    expect(await post(`http://127.0.0.1:${port}/secret`, { allow: ['10.0.0.0/8'] })).toMatchObject({ ok: false });
    expect(receiver.received).toHaveLength(before);
    expect(await post(`http://localhost:${port}/named`)).toEqual({ ok: true });
  });

  it('says what is wrong with a connection, and names no address', async () => {
    const closed = await Receiver.open();
    await closed.close();
    expect(await post(`${closed.url}/x`)).toMatchObject({ failure: 'ECONNREFUSED', isFinal: false });
    expect(await post('http://nowhere.invalid/secret')).toMatchObject({ failure: expect.stringMatching(/^E[A-Z_]+$/) });
  });
});

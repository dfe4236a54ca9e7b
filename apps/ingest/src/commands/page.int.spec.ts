import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { Floor } from '../testing/floor.js';

let floor: Floor;
beforeAll(async () => {
  floor = await Floor.open();
  floor.door.at(at('09:10'));
});
afterAll(() => floor.door.close());

/** What a browser says of a page that this program served. */
const page = (more: Record<string, string> = {}) => ({
  authorization: '',
  'sec-fetch-site': 'same-origin',
  origin: floor.door.url,
  ...more,
});

describe('a page of ours', () => {
  it('claims without a key, and gets the same answer when it sends the same again', async () => {
    await floor.plant(lead('ada').arrived('09:00'));
    const mine = page({ 'idempotency-key': 'k1' });
    const claimed = await floor.command('ada', 'claim', { rep: 'ana' }, mine);
    expect(claimed.status).toBe(202);
    expect(await floor.command('ada', 'claim', { rep: 'ana' }, mine)).toMatchObject({ status: 202, text: claimed.text });
    expect(await floor.command('ada', 'claim', { rep: 'ana' }, page())).toMatchObject({ status: 202, text: claimed.text });
  });

  it('is the rep that it speaks for: two reps may use one key, and neither meets that of a program', async () => {
    await floor.plant(lead('bob').arrived('09:00'));
    expect(await floor.command('bob', 'claim', { rep: 'ana' }, page({ 'idempotency-key': 'k2' }))).toMatchObject({ status: 202 });
    expect(await floor.command('bob', 'claim', { rep: 'luis' }, page({ 'idempotency-key': 'k2' }))).toMatchObject({
      status: 409,
      body: { reason: 'claimed', rep: 'ana' },
    });
    expect(await floor.command('bob', 'release', { rep: 'ana' }, { 'idempotency-key': 'k2' })).toMatchObject({ status: 202 });
    expect(await floor.command('bob', 'claim', { rep: 'ana' }, page({ 'idempotency-key': 'k2' }))).toMatchObject({ status: 202 });
    expect(await floor.command('bob', 'release', { rep: 'ana' }, page({ 'idempotency-key': 'k2' }))).toMatchObject({ status: 422 });
  });

  it('that shows a key which is wrong is refused', async () => {
    expect(await floor.command('ada', 'claim', { rep: 'ana' }, page({ authorization: 'Bearer lc_no' }))).toMatchObject({ status: 401 });
  });

  it('sends no events: a sender has a key', async () => {
    const { authorization: _none, ...headers } = page();
    const response = await fetch(`${floor.door.url}/v1/events`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '[]',
    });
    expect(response.status).toBe(401);
  });
});

describe('anybody else without a key', () => {
  beforeAll(() => floor.plant(lead('cy').arrived('09:00')));

  it.each([
    ['a foreign page', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403, /not served by leadclock/],
    ['a foreign page that its browser calls ours', { origin: 'https://evil.example' }, 403, /not served by leadclock/],
    ['a page on another port', { origin: 'http://127.0.0.1:1' }, 403, /not served by leadclock/],
    ['a page without origin', { origin: 'null' }, 403, /not served by leadclock/],
    ['a page whose browser says where it came from', { 'sec-fetch-site': 'same-site' }, 403, /not served by leadclock/],
    ['a program that names our address', { 'sec-fetch-site': '' }, 401, /an API key is needed/],
    ['a program', { 'sec-fetch-site': '', origin: '' }, 401, /an API key is needed/],
    ['a request without Origin', { origin: '' }, 401, /an API key is needed/],
  ])('%s is refused and told why', async (_who, headers, status, detail) => {
    const answer = await floor.command('cy', 'claim', { rep: 'ana' }, page(headers));
    expect(answer).toMatchObject({ status, body: { status, detail: expect.stringMatching(detail) } });
    expect(await floor.logged('cy')).toEqual([]);
  });
});

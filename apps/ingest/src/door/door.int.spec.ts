import { connect } from 'node:net';
import { readSecretFile } from '@leadclock/identity/secret-file.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { contentOf, created, idsIn, NOW, type OpenDoor, openDoor } from '../testing/open-door.js';
import { Admission } from './admission.js';

describe('the door', () => {
  let door: OpenDoor;
  beforeAll(async () => {
    door = await openDoor();
  });
  afterAll(() => door.close());

  const nothingStored = async (attempt: () => Promise<unknown>) => {
    const before = await contentOf(door.eventsLog);
    await attempt();
    expect(await contentOf(door.eventsLog)).toHaveLength(before.length);
  };

  it('takes one event in structured mode, stamps it with its own clock and keys it by its subject', async () => {
    const answer = await door.post(created('one', { recordedtime: '2001-01-01T00:00:00Z' }), {
      'content-type': 'application/cloudevents+json; charset=utf-8',
    });
    expect(answer).toMatchObject({ status: 202, body: { accepted: 1, rejected: [] } });
    const [record] = (await contentOf(door.eventsLog)).filter(({ key }) => key === 'lead-one');
    expect(JSON.parse(record?.value ?? '')).toMatchObject({ id: 'one', subject: 'lead-one', recordedtime: new Date(NOW).toISOString() });
  });

  it('takes a batch, and answers for each event by its place: what is wrong is refused alone', async () => {
    const batch = [
      created('b0'),
      created('b1', { type: 'lead.craeted' }),
      created('b2', { time: '2026-11-24T09:59:00' }),
      created('b3', { data: { orgin: 'web' } }),
      created('b4', { time: '2026-11-24T10:05:01Z' }),
      created('b5', { time: '2026-11-24T10:05:00Z' }),
      created('b6', { type: 'alert.raised' }),
    ];
    const answer = await door.post(batch, { 'content-type': 'application/cloudevents-batch+json' });
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({
      accepted: 2,
      rejected: [
        { index: 1, id: 'b1', path: '$.type' },
        { index: 2, id: 'b2', path: '$.time' },
        { index: 3, id: 'b3', path: '$.data.orgin' },
        { index: 4, id: 'b4', path: '$.time' },
        { index: 6, id: 'b6', path: '$.type' },
      ],
    });
    expect((await idsIn(door.eventsLog)).filter((id) => id.startsWith('b'))).toEqual(['b0', 'b5']);
  });

  it('answers 400 with a problem document that lists the events when none was taken', async () => {
    await nothingStored(async () => {
      const answer = await door.post([created('x1', { time: 'yesterday' }), 5]);
      expect(answer.status).toBe(400);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.body).toMatchObject({
        status: 400,
        title: 'Bad Request',
        accepted: 0,
        rejected: [
          { index: 0, id: 'x1', path: '$.time' },
          { index: 1, id: null, path: '$' },
        ],
      });
    });
  });

  it('takes an empty batch as what it is', async () => {
    expect(await door.post([])).toMatchObject({ status: 202, body: { accepted: 0, rejected: [] } });
  });

  it('sends configuration to the log of configuration and nothing of it to the other', async () => {
    const team = { ...created('team1'), type: 'team.set', subject: 'north', data: { name: 'North' } };
    expect(await door.post([team, created('beside')])).toMatchObject({ status: 202, body: { accepted: 2 } });
    expect(await idsIn(door.configLog)).toContain('team1');
    expect(await idsIn(door.eventsLog)).not.toContain('team1');
    expect(await idsIn(door.eventsLog)).toContain('beside');
  });

  it('accepts the same event again', async () => {
    expect(await door.post(created('again'))).toMatchObject({ status: 202, body: { accepted: 1 } });
    expect(await door.post(created('again'))).toMatchObject({ status: 202, body: { accepted: 1 } });
  });

  const wholeRequests: [string, number, RegExp, () => ReturnType<OpenDoor['post']>][] = [
    ['a body that is not JSON', 400, /not valid JSON/, () => door.post('{"id": ')],
    ['an empty body', 400, /empty/, () => door.post('')],
    ['a body that is neither an object nor an array', 400, /must be an event/, () => door.post('"hello"')],
    ['a body that is not UTF-8', 400, /not UTF-8/, () => door.post(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))],
    [
      'an array under the type of one event',
      400,
      /cloudevents-batch\+json/,
      () => door.post([created('w')], { 'content-type': 'application/cloudevents+json' }),
    ],
    [
      'one event under the type of a batch',
      400,
      /cloudevents\+json/,
      () => door.post(created('w'), { 'content-type': 'application/cloudevents-batch+json' }),
    ],
    ['another content type', 415, /application\/cloudevents\+json/, () => door.post('<event/>', { 'content-type': 'text/xml' })],
    [
      'binary mode',
      415,
      /binary mode/,
      () => door.post({ origin: 'web' }, { 'ce-id': '1', 'ce-specversion': '1.0', 'ce-type': 'lead.created' }),
    ],
    ['a compressed body', 415, /content-encoding/, () => door.post('x', { 'content-encoding': 'gzip' })],
    ['more than 1,000 events', 413, /1000 events/, () => door.post(Array.from({ length: 1_001 }, (_, n) => ({ n })))],
    ['more than 1 MiB', 413, /1 MiB/, () => door.post(created('w', { data: { origin: 'x'.repeat(1024 * 1024) } }))],
    ['no key', 401, /API key/, () => door.post(created('w'), { authorization: '' })],
    ['a wrong key', 401, /API key/, () => door.post(created('w'), { authorization: `Bearer lc_${'A'.repeat(43)}` })],
    [
      'the token of the data folder',
      401,
      /API key/,
      () => door.post(created('w'), { authorization: `Bearer ${readSecretFile(`${door.dataFolder}/local.token`)}` }),
    ],
  ];
  it.each(wholeRequests)(
    'refuses %s as a whole with %i, in one problem document, and stores nothing',
    async (_what, status, detail, attempt) => {
      await nothingStored(async () => {
        const answer = await attempt();
        expect(answer.status).toBe(status);
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
        expect(answer.body).toEqual({ type: 'about:blank', title: expect.any(String), status, detail: expect.stringMatching(detail) });
      });
    },
  );

  it('refuses an event larger than any log would take, and takes its neighbours', async () => {
    const holidays = Array.from({ length: 9_000 }, (_, n) => ({ date: '2026-12-25', name: `holiday number ${n}` }));
    const calendar = { ...created('huge'), type: 'calendar.set', subject: 'office', data: { zone: 'Europe/Berlin', week: {}, holidays } };
    expect((await door.post([calendar, created('small')])).body).toMatchObject({
      accepted: 1,
      rejected: [{ index: 0, id: 'huge', path: '$' }],
    });
  });

  it('gives up a body that does not come to its end, and the room that was kept for it', async () => {
    const server = door.app.getHttpServer();
    expect(server.requestTimeout).toBe(60_000);
    // the head's limit is the shorter one always: Node takes them the other way round otherwise
    Object.assign(server, { headersTimeout: 200, requestTimeout: 200 });
    const admission = door.app.get(Admission, { strict: false });
    const sender = connect(Number(new URL(door.url).port), '127.0.0.1');
    let answer = '';
    sender.on('data', (data) => (answer += data.toString()));
    const head = ['POST /v1/events HTTP/1.1', 'host: a', `authorization: Bearer ${door.key}`, 'content-type: application/json'];
    sender.write(`${[...head, 'content-length: 1000000'].join('\r\n')}\r\n\r\n{`);
    await until('the sender to be let in', () => admission.taken > 0);
    await until('the room to be free', () => admission.taken === 0);
    await until('the answer', () => answer.startsWith('HTTP/1.1 4'));
    Object.assign(server, { headersTimeout: 60_000, requestTimeout: 60_000 });
  });

  it('serves the JSON Schema of each type, and says 404 for what is none', async () => {
    const found = await fetch(`${door.url}/schemas/lead.created/1`);
    expect(found.headers.get('content-type')).toContain('application/schema+json');
    expect(await found.json()).toMatchObject({ $id: expect.stringContaining('/schemas/lead.created/1') });
    expect((await fetch(`${door.url}/schemas/lead.made/1`)).status).toBe(404);
    expect((await fetch(`${door.url}/schemas/lead.created/2`)).status).toBe(404);
  });

  it('counts what it took and refused', async () => {
    const metrics = await (await fetch(`${door.url}/metrics`)).text();
    expect(metrics).toMatch(/leadclock_ingest_accepted_total [1-9]/);
    expect(metrics).toMatch(/leadclock_ingest_rejected_total\{part="type"\} [1-9]/);
    expect(metrics).toMatch(/leadclock_ingest_refused_total\{status="413"\} 2/);
    expect(metrics).toMatch(/leadclock_ingest_dropped_attributes_total [1-9]/);
  });
});

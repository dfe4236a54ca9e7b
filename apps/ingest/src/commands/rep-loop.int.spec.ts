import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { Floor } from '../testing/floor.js';

let floor: Floor;
beforeAll(async () => {
  floor = await Floor.open();
});
beforeEach(() => floor.door.at(at('09:10')));
afterAll(() => floor.door.close());

describe('a call-back', () => {
  it('comes into the log with its time and reason; its note into the vault', async () => {
    await floor.plant(lead('ada').arrived('09:00', { owner: 'ana' }));
    const body = { rep: 'ana', at: '2026-11-02T16:00:00+01:00', reason: 'in_a_meeting', note: 'prefers the evening' };
    expect(await floor.command('ada', 'call-back', body)).toMatchObject({ status: 202 });
    expect(await floor.arrival('ada', 1)).toMatchObject([
      { type: 'lead.follow_up_set', time: at('09:10'), data: { rep: 'ana', at: '2026-11-02T15:00:00.000Z', reason: 'in_a_meeting' } },
    ]);
    expect(JSON.stringify(await floor.logged('ada'))).not.toContain('evening');
    expect(await floor.door.dataSource.query("select note from note where subject = 'ada'")).toHaveLength(1);
  });

  it.each([
    ['an instant that has passed', { at: '2026-11-02T09:10:00Z' }, '$.at has passed'],
    ['the year after next', { at: '2028-01-01T09:00:00Z' }, '$.at is more than a year ahead'],
    ['no offset', { at: '2026-11-02T16:00:00' }, '$.at has no offset'],
    ['no instant', {}, '$.at is missing'],
  ])('at %s names the field, and leaves the key free', async (_what, more, detail) => {
    const key = { 'idempotency-key': `free-${detail}` };
    expect(await floor.command('ada', 'call-back', { rep: 'ana', ...more }, key)).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining(detail) },
    });
    expect(await floor.command('ada', 'call-back', { rep: 'ana', at: '2026-11-02T17:00:00Z' }, key)).toMatchObject({ status: 202 });
  });

  it('is not set for a lead that is closed', async () => {
    await floor.plant(lead('bob').arrived('09:00').disqualified('09:03', 'spam'));
    expect(await floor.command('bob', 'call-back', { rep: 'ana', at: '2026-11-02T17:00:00Z' })).toMatchObject({
      status: 409,
      body: { reason: 'closed' },
    });
  });
});

describe('a call-back that is taken back', () => {
  const promise = async () => Object((await floor.command('ada', 'call-back', { rep: 'ana', at: '2026-11-02T18:00:00Z' })).body).event;

  it('is so once, by who promised it, also before the read model knows of it', async () => {
    const event = await promise();
    expect(await floor.command('ada', 'undo', { rep: 'luis', event })).toMatchObject({
      status: 409,
      body: { reason: 'not_yours', rep: 'ana' },
    });
    expect(await floor.command('ada', 'undo', { rep: 'ana', event })).toMatchObject({ status: 202 });
    expect(await floor.command('ada', 'undo', { rep: 'ana', event })).toMatchObject({ status: 409, body: { reason: 'taken_back' } });
    expect((await floor.logged('ada')).at(-1)).toMatchObject({ type: 'event.retracted', data: { ...event, reason: 'undone' } });
  });

  it('is known from the log too, after the answers were forgotten', async () => {
    await floor.plant(
      lead('eve')
        .arrived('09:00', { owner: 'ana' })
        .tell('lead.follow_up_set', '09:01', { rep: 'ana', at: '2026-11-02T18:00:00.000Z' }, { source: '/leadclock/commands', id: 'f1' }),
    );
    const event = { source: '/leadclock/commands', id: 'f1' };
    expect(await floor.command('eve', 'undo', { rep: 'luis', event })).toMatchObject({ status: 409, body: { reason: 'not_yours' } });
    expect(await floor.command('eve', 'undo', { rep: 'ana', event })).toMatchObject({ status: 202 });
  });
});

describe('a lead that is closed', () => {
  const close = (of: string, more = {}) => floor.command(of, 'disqualify', { rep: 'ana', reason: 'no_interest', ...more });

  it('is so by whoever spoke with it, with his reason, once', async () => {
    await floor.plant(lead('flo').arrived('09:00', { owner: 'luis' }));
    expect(await close('flo')).toMatchObject({ status: 202, body: { at: '2026-11-02T09:10:00.000Z' } });
    expect(await floor.arrival('flo', 1)).toMatchObject([
      { type: 'lead.disqualified', time: at('09:10'), data: { rep: 'ana', reason: 'no_interest' } },
    ]);
    await floor.plant(lead('gil').arrived('09:00').disqualified('09:03', 'spam'));
    expect(await close('gil')).toMatchObject({ status: 409, body: { reason: 'closed', at: '2026-11-02T09:03:00.000Z' } });
    expect(await close('gil', { reason: 'No interest!' })).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('$.reason') },
    });
  });

  it('is opened again by whoever closed it, once, also before the read model knows of it', async () => {
    const { event } = Object((await close('ada')).body);
    expect(await floor.command('ada', 'undo', { rep: 'luis', event })).toMatchObject({
      status: 409,
      body: { reason: 'not_yours', rep: 'ana' },
    });
    expect(await floor.command('ada', 'undo', { rep: 'ana', event })).toMatchObject({ status: 202 });
    expect(await floor.command('ada', 'undo', { rep: 'ana', event })).toMatchObject({ status: 409, body: { reason: 'taken_back' } });
    expect((await floor.logged('ada')).at(-1)).toMatchObject({ type: 'event.retracted', data: { ...event, reason: 'undone' } });
  });

  it('is opened again after the answers were forgotten, too', async () => {
    const from = { source: '/leadclock/commands', id: 'd1' };
    await floor.plant(lead('hal').arrived('09:00').tell('lead.disqualified', '09:01', { rep: 'ana', reason: 'no_interest' }, from));
    expect(await floor.command('hal', 'undo', { rep: 'luis', event: from })).toMatchObject({ status: 409, body: { reason: 'not_yours' } });
    expect(await floor.command('hal', 'undo', { rep: 'ana', event: from })).toMatchObject({ status: 202 });
  });
});

describe('a status', () => {
  it('is said of the rep, once for its key', async () => {
    const key = { 'idempotency-key': 'call' };
    const first = await floor.status('ana', { status: 'on_call' }, key);
    expect(first).toMatchObject({ status: 202, body: { at: '2026-11-02T09:10:00.000Z' } });
    floor.door.at(at('09:11'));
    expect(await floor.status('ana', { status: 'on_call' }, key)).toMatchObject({ status: 202, text: first.text });
    expect(await floor.status('ana', { status: 'away' }, key)).toMatchObject({ status: 422 });
    expect(await floor.status('luis', { status: 'on_call' }, key)).toMatchObject({ status: 422 });
    expect(await floor.status('ana', { status: 'available', by: 'boss' })).toMatchObject({ status: 202 });
    expect((await floor.arrival('ana', 2)).map(({ type, data }) => [type, data])).toEqual([
      ['rep.status_changed', { status: 'on_call' }],
      ['rep.status_changed', { status: 'available', by: 'boss' }],
    ]);
  });

  it.each([
    ['a word that there is not', 'ana', { status: 'lunch' }, 400, '$.status must be one of'],
    ['a field too many', 'ana', { status: 'away', until: 'noon' }, 400, '$.until is not a field'],
    ['an id that is an address', 'ana@example.com', { status: 'away' }, 400, 'e-mail address'],
  ])('with %s names what is wrong', async (_what, rep, body, status, detail) => {
    expect(await floor.status(rep, body)).toMatchObject({ status, body: { detail: expect.stringContaining(detail) } });
  });

  it('needs a key of its own, as every command', async () => {
    expect(await floor.status('ana', { status: 'away' }, { 'idempotency-key': '' })).toMatchObject({ status: 400 });
    expect(await floor.status('ana', { status: 'away' }, { authorization: '' })).toMatchObject({ status: 401 });
  });
});

describe('who claims in vain', () => {
  it('is told of no other lead when none waits for somebody', async () => {
    await floor.plant(lead('own').arrived('09:00', { owner: 'rosa' }).claimed('09:01', 'rosa'));
    expect(await floor.command('own', 'claim', { rep: 'ana' })).toMatchObject({
      status: 409,
      body: { reason: 'claimed', rep: 'rosa', next: null },
    });
  });

  it('is told of the next one: late before in time, the longest wait first, none that is taken, paused, or of another team', async () => {
    await floor.configure(
      subject('ana').tell('rep.set', '08:00', { name: 'Ana', team: 'north', active: true }),
      subject('luis').tell('rep.set', '08:00', { name: 'Luis', team: 'south', active: true }),
      subject('rosa').tell('rep.set', '08:00', { name: 'Rosa', team: 'north', active: true }),
    );
    await floor.plant(lead('won').arrived('09:00').claimed('09:01', 'rosa'));
    await floor.plant(lead('paused').arrived('08:00').paused('08:01'));
    await floor.plant(lead('backfill').arrived('08:10', {}, { historical: true }));
    await floor.plant(lead('southern').arrived('08:30', { team: 'south' }));
    await floor.plant(lead('later').arrived('09:04'));
    await floor.plant(lead('earlier').arrived('09:03', { team: 'north' }));
    await floor.plant(lead('fresh').arrived('09:08'));
    const next = async (rep: string) => Object((await floor.command('won', 'claim', { rep })).body).next;
    expect([await next('ana'), await next('luis')]).toEqual(['earlier', 'southern']);
    await floor.command('earlier', 'claim', { rep: 'rosa' });
    expect(await next('ana')).toBe('later');
    await floor.command('later', 'claim', { rep: 'rosa' });
    expect(await next('ana')).toBe('fresh');
  });

  it.each([
    ['answered', lead('v1').arrived('09:00').called('09:04', 'rosa', 'connected')],
    ['closed', lead('v2').arrived('09:00').disqualified('09:03', 'spam')],
    ['erased', lead('v3').arrived('09:00').tell('lead.erased', '09:02', {})],
    ['merged', lead('v4').arrived('09:00').tell('lead.merged', '09:02', { into: 'ada' })],
  ])('also when the lead is %s', async (reason, story) => {
    await floor.plant(story);
    const { body } = await floor.command(story.subject, 'claim', { rep: 'ana' });
    expect(body).toMatchObject({ reason, next: 'fresh' });
  });

  it('gets the same answer again under the same key, though the next one was taken meanwhile', async () => {
    const key = { 'idempotency-key': 'in-vain' };
    const first = await floor.command('won', 'claim', { rep: 'ana' }, key);
    await floor.command('fresh', 'claim', { rep: 'rosa' });
    expect(await floor.command('won', 'claim', { rep: 'ana' }, key)).toMatchObject({ status: 409, text: first.text });
    expect(first.body).toMatchObject({ next: 'fresh' });
  });
});

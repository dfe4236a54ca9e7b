import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { Floor } from '../testing/floor.js';

const created = { source: '/story', id: 'e1' };
const touch = { rep: 'ana', channel: 'call', direction: 'outbound', outcome: 'connected' };

let floor: Floor;
beforeAll(async () => {
  floor = await Floor.open();
  floor.door.at(at('09:10'));
});
afterAll(() => floor.door.close());

const rowsOf = (table: string): Promise<unknown[]> => floor.door.dataSource.query(`select * from ${table}`);
/** Resolves once all that was sent before has left the spool. */
const spoolEmpty = () => until('an empty spool', async () => (await rowsOf('spool')).length === 0);
const counts = async () => Promise.all(['idempotency', 'claim', 'spool', 'note'].map(async (table) => (await rowsOf(table)).length));

describe('a claim', () => {
  it('is answered with its event, which names the assignment and comes into the log at once', async () => {
    await floor.plant(lead('ada').arrived('09:00'));
    const answer = await floor.command('ada', 'claim', { rep: 'ana', assignment: created });
    expect(answer).toMatchObject({ status: 202, body: { event: { source: '/leadclock/commands' }, at: '2026-11-02T09:10:00.000Z' } });
    expect(await floor.arrival('ada', 1)).toMatchObject([
      { type: 'lead.claimed', source: '/leadclock/commands', time: at('09:10'), data: { rep: 'ana', assignment: created } },
    ]);
  });

  it('that comes second is told who won and when, also before the read model knows', async () => {
    expect(await floor.command('ada', 'claim', { rep: 'luis' })).toMatchObject({
      status: 409,
      body: { status: 409, title: 'Conflict', reason: 'claimed', problem: expect.any(String), rep: 'ana', at: '2026-11-02T09:10:00.000Z' },
    });
    await floor.catchUp('ada');
    expect(await floor.command('ada', 'claim', { rep: 'luis' })).toMatchObject({ status: 409, body: { reason: 'claimed', rep: 'ana' } });
    expect(await floor.logged('ada')).toHaveLength(1);
  });

  it('by who has the lead already, under a new key, is answered with the claim that he has', async () => {
    const again = await floor.command('ada', 'claim', { rep: 'ana' });
    expect(again).toMatchObject({ status: 202, body: { event: { id: (await floor.logged('ada'))[0]?.id } } });
    expect(await floor.logged('ada')).toHaveLength(1);
  });

  it('of a lead without assignment and arrival is decided once, too', async () => {
    await floor.plant(lead('stray').called('09:00', 'ana'));
    await floor.plant(lead('stray').tell('lead.viewed', '09:01', { rep: 'ana' }, { id: 'v1' }));
    expect(await floor.command('stray', 'claim', { rep: 'ana', assignment: null })).toMatchObject({ status: 202 });
    expect(await floor.command('stray', 'claim', { rep: 'luis', assignment: null })).toMatchObject({ status: 409, body: { rep: 'ana' } });
    expect(await floor.arrival('stray', 1)).toMatchObject([{ data: { rep: 'ana' } }]);
  });

  it.each([
    ['answered', lead('r1').arrived('09:00').called('09:04', 'rosa', 'connected'), { rep: 'rosa', at: '2026-11-02T09:04:00.000Z' }],
    ['closed', lead('r2').arrived('09:00').disqualified('09:03', 'spam'), { rep: null, at: '2026-11-02T09:03:00.000Z' }],
    ['merged', lead('r3').arrived('09:00').tell('lead.merged', '09:02', { into: 'ada' }), { rep: null, at: null }],
    ['erased', lead('r4').arrived('09:00').tell('lead.erased', '09:02', {}), { rep: null, at: '2026-11-02T09:02:00.000Z' }],
    ['claimed', lead('r5').arrived('09:00').claimed('09:01', 'rosa'), { rep: 'rosa', at: '2026-11-02T09:01:00.000Z' }],
    ['reassigned', lead('r6').arrived('09:00').assigned('09:02', 'rosa'), { rep: 'rosa', at: '2026-11-02T09:02:00.000Z' }],
  ])('of a lead that is %s is refused with the reason', async (reason, story, who) => {
    await floor.plant(story);
    expect(await floor.command(story.subject, 'claim', { rep: 'ana', assignment: created })).toMatchObject({
      status: 409,
      body: { reason, ...who },
    });
    expect(await floor.logged(story.subject)).toEqual([]);
  });

  it('of a lead with the longest id, in letters that an address must write otherwise, is taken', async () => {
    const name = `ö/${'x'.repeat(198)}`;
    await floor.plant(lead(name).arrived('09:00'));
    expect(await floor.command(name, 'claim', { rep: 'ana' })).toMatchObject({ status: 202 });
  });

  it('of a lead that nobody knows is a 404 that keeps nothing, so that the key holds once the lead has come', async () => {
    const key = { 'idempotency-key': 'early' };
    expect(await floor.command('late-comer', 'claim', { rep: 'ana' }, key)).toMatchObject({ status: 404, body: { title: 'Not Found' } });
    await floor.plant(lead('late-comer').arrived('09:00'));
    expect(await floor.command('late-comer', 'claim', { rep: 'ana' }, key)).toMatchObject({ status: 202 });
  });
});

describe('giving back', () => {
  it('opens the lead to the next claim, is for its owner alone, and works right after the claim', async () => {
    await floor.plant(lead('gil').arrived('09:00'));
    await floor.command('gil', 'claim', { rep: 'ana' });
    expect(await floor.command('gil', 'release', { rep: 'luis' })).toMatchObject({
      status: 409,
      body: { reason: 'not_yours', rep: 'ana' },
    });
    const released = await floor.command('gil', 'release', { rep: 'ana' });
    expect(released.status).toBe(202);
    expect(await floor.command('gil', 'release', { rep: 'ana' })).toMatchObject({ status: 409, body: { reason: 'given_back' } });
    // the read model still shows the old assignment
    expect(await floor.command('gil', 'claim', { rep: 'ana' })).toMatchObject({ status: 409, body: { reason: 'given_back' } });
    await floor.arrival('gil', 2);
    await floor.catchUp('gil');
    expect(await floor.command('gil', 'claim', { rep: 'luis' })).toMatchObject({ status: 202 });
    const events = await floor.arrival('gil', 3);
    expect(events.map(({ type, data }) => [type, data])).toEqual([
      ['lead.claimed', { rep: 'ana', assignment: created }],
      ['lead.assigned', { owner: null, by: 'ana' }],
      ['lead.claimed', { rep: 'luis', assignment: Object(released.body).event }],
    ]);
  });

  it('is for whom the lead was handed to, not for whom had claimed it', async () => {
    await floor.plant(lead('hal').arrived('09:00'));
    await floor.command('hal', 'claim', { rep: 'ana' });
    await floor.arrival('hal', 1);
    await floor.catchUp('hal');
    await floor.plant(lead('hal').tell('lead.handover_accepted', '09:11', { from: 'ana', to: 'rosa' }, { id: 'h' }));
    expect(await floor.command('hal', 'release', { rep: 'ana' })).toMatchObject({
      status: 409,
      body: { reason: 'not_yours', rep: 'rosa' },
    });
    // ana's page may not have heard of it
    for (const rep of ['ana', 'luis'])
      expect(await floor.command('hal', 'claim', { rep })).toMatchObject({
        status: 409,
        body: { reason: 'claimed', rep: 'rosa', at: '2026-11-02T09:11:00.000Z' },
      });
    expect(await floor.command('hal', 'claim', { rep: 'rosa' })).toMatchObject({ status: 202 });
    expect(await floor.command('hal', 'release', { rep: 'rosa' })).toMatchObject({ status: 202 });
  });

  it('is for nobody else either when the claim came as an event, and was handed over', async () => {
    const story = lead('ivo').arrived('09:00').claimed('09:01', 'ana').handedOver('09:02', 'ana', 'rosa');
    await floor.plant(story);
    const rosa = { status: 409, body: { rep: 'rosa', at: '2026-11-02T09:02:00.000Z' } };
    expect(await floor.command('ivo', 'claim', { rep: 'ana' })).toMatchObject(rosa);
    expect(await floor.command('ivo', 'release', { rep: 'ana' })).toMatchObject(rosa);
  });
});

describe('a touch', () => {
  it('is logged at its own time, its note in the vault and nowhere else', async () => {
    await floor.plant(lead('tia').arrived('09:00'));
    const body = { ...touch, note: 'prefers mornings', at: '2026-11-02T10:08:00+01:00' };
    const { status, body: told } = await floor.command('tia', 'touchpoints', body);
    expect(status).toBe(202);
    const { id } = Object(told).event;
    const { rep, channel, direction, outcome } = touch;
    expect(await floor.arrival('tia', 1)).toMatchObject([
      { id, type: 'touchpoint.recorded', time: at('09:08'), data: { touchpoint: id, rep, channel, direction, outcome } },
    ]);
    expect(JSON.stringify(await floor.logged('tia'))).not.toContain('mornings');
    expect(JSON.stringify(await rowsOf('idempotency'))).not.toContain('mornings');
    expect(await rowsOf('note')).toMatchObject([{ subject: 'tia', id, note: 'prefers mornings' }]);
  });

  it('is taken back by who logged it and by nobody else, also before the read model knows it, and once', async () => {
    await floor.plant(lead('uma').arrived('09:00'));
    const { event } = Object((await floor.command('uma', 'touchpoints', touch)).body);
    expect(await floor.command('uma', 'undo', { rep: 'luis', event })).toMatchObject({
      status: 409,
      body: { reason: 'not_yours', rep: 'ana' },
    });
    expect(await floor.command('uma', 'undo', { rep: 'ana', event })).toMatchObject({ status: 202 });
    const events = await floor.arrival('uma', 2);
    expect(events[1]).toMatchObject({ type: 'event.retracted', data: { ...event, reason: 'undone' } });
    expect(await floor.command('uma', 'undo', { rep: 'ana', event })).toMatchObject({ status: 409, body: { reason: 'taken_back' } });
    await floor.catchUp('uma');
    expect(await floor.command('uma', 'undo', { rep: 'ana', event })).toMatchObject({ status: 409, body: { reason: 'taken_back' } });
    expect(await floor.logged('uma')).toHaveLength(2);
  });

  it('is taken back once by two who press at once', async () => {
    await floor.plant(lead('yan').arrived('09:00'));
    const { event } = Object((await floor.command('yan', 'touchpoints', touch)).body);
    const both = await Promise.all([1, 2].map(() => floor.command('yan', 'undo', { rep: 'ana', event })));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 409]);
    await floor.arrival('yan', 2);
    expect(await floor.logged('yan')).toHaveLength(2);
  });

  it('is not taken of a lead whose details were erased, nor is its note', async () => {
    await floor.plant(lead('wes').arrived('09:00').tell('lead.erased', '09:02', {}));
    const answer = await floor.command('wes', 'touchpoints', { ...touch, note: 'his number is new' });
    expect(answer).toMatchObject({ status: 409, body: { reason: 'erased' } });
    expect(await floor.door.dataSource.query(`select * from note where subject = 'wes'`)).toEqual([]);
  });

  it('is taken of a lead that is closed: who called has called', async () => {
    await floor.plant(lead('xia').arrived('09:00').disqualified('09:03', 'spam'));
    expect(await floor.command('xia', 'touchpoints', touch)).toMatchObject({ status: 202 });
  });

  it('that another program sent, or nobody, cannot be taken back here', async () => {
    await floor.plant(lead('vic').arrived('09:00').called('09:02', 'ana'));
    for (const event of [
      { source: '/story', id: 'e2' },
      { source: '/leadclock/commands', id: 'none' },
    ])
      expect(await floor.command('vic', 'undo', { rep: 'ana', event })).toMatchObject({ status: 404 });
  });
});

describe('a key', () => {
  it('gives the same answer again, byte for byte, whatever has happened since, and does nothing twice', async () => {
    await floor.plant(lead('kim').arrived('09:00'));
    const [mine, other] = [{ 'idempotency-key': 'mine' }, { 'idempotency-key': 'other' }];
    const won = await floor.command('kim', 'claim', { rep: 'ana' }, mine);
    const lost = await floor.command('kim', 'claim', { rep: 'luis' }, other);
    await floor.arrival('kim', 1);
    await floor.plant(lead('kim').tell('lead.disqualified', '09:11', {}, { id: 'd' }));
    floor.door.at(at('09:20'));
    expect(await floor.command('kim', 'claim', { rep: 'ana' }, mine)).toMatchObject({ status: 202, text: won.text });
    expect(await floor.command('kim', 'claim', { rep: 'luis' }, other)).toMatchObject({ status: 409, text: lost.text });
    expect(await floor.logged('kim')).toHaveLength(1);
  });

  it.each([
    ['another body', 'kim', 'claim', { rep: 'rosa' }],
    ['another command', 'kim', 'release', { rep: 'ana' }],
    ['another lead', 'ada', 'claim', { rep: 'ana' }],
  ])('that was used is refused for %s', async (_what, name, command, body) => {
    expect(await floor.command(name, command, body, { 'idempotency-key': 'mine' })).toMatchObject({ status: 422 });
  });

  it('sent ten times at once does its work once and gives one answer', async () => {
    await floor.plant(lead('lou').arrived('09:00'));
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => floor.command('lou', 'touchpoints', touch, { 'idempotency-key': 'ten' })),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(202);
    expect(await floor.arrival('lou', 1)).toHaveLength(1);
  });

  it('is forgotten after a day', async () => {
    const now = at('09:20') + 86_400_001;
    floor.door.at(now);
    for (let round = 0; round < 30; round += 1) await floor.command('lou', 'touchpoints', { ...touch, outcome: 'busy' });
    const left = await floor.door.dataSource.query<{ at: Date }[]>('select at from idempotency order by at limit 1');
    expect(left[0]?.at.getTime()).toBe(now);
    floor.door.at(at('09:20'));
  });
});

describe('a command that cannot be written whole', () => {
  it.each(['idempotency', 'claim', 'spool'])('leaves nothing behind when %s fails, and is done when it is sent again', async (table) => {
    const name = `broken-${table}`;
    const key = { 'idempotency-key': name };
    await floor.plant(lead(name).arrived('09:00'));
    await spoolEmpty();
    const before = await counts();
    const { dataSource } = floor.door;
    await dataSource.query(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`);
    await dataSource.query(`create trigger refuse after insert or update on ${table} for each statement execute function refuse()`);
    expect(await floor.command(name, 'claim', { rep: 'ana' }, key)).toMatchObject({ status: 503 });
    await dataSource.query('drop function refuse cascade');
    expect(await counts()).toEqual(before);
    expect(await floor.command(name, 'claim', { rep: 'ana' }, key)).toMatchObject({ status: 202 });
    expect(await floor.arrival(name, 1)).toHaveLength(1);
  });

  it('leaves nothing behind when its connection is cut in the middle of it', async () => {
    await floor.plant(lead('cut').arrived('09:00'));
    await spoolEmpty();
    const before = await counts();
    const { dataSource } = floor.door;
    await dataSource.query(
      `create function cut() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`,
    );
    await dataSource.query('create trigger cut before insert on spool for each row execute function cut()');
    expect((await floor.command('cut', 'claim', { rep: 'ana' }, { 'idempotency-key': 'cut' })).status).toBe(503);
    await dataSource.query('drop function cut cascade');
    expect(await counts()).toEqual(before);
    expect(await floor.command('cut', 'claim', { rep: 'luis' })).toMatchObject({ status: 202 });
    expect(await floor.command('cut', 'claim', { rep: 'ana' }, { 'idempotency-key': 'cut' })).toMatchObject({
      status: 409,
      body: { rep: 'luis' },
    });
  });
});

describe('a request that is wrong', () => {
  it.each([
    ['no key', 400, /Idempotency-Key is missing/, { rep: 'ana' }, { 'idempotency-key': '' }],
    ['a key of 101 characters', 400, /1 to 100/, { rep: 'ana' }, { 'idempotency-key': 'x'.repeat(101) }],
    ['no API key', 401, /API key/, { rep: 'ana' }, { authorization: '' }],
    ['no rep', 400, /\$\.rep is missing/, {}, {}],
    ['a field too many', 400, /\$\.colour is not a field/, { rep: 'ana', colour: 1 }, {}],
    ['no JSON', 400, /not valid JSON/, '{', {}],
    ['another content type', 415, /application\/json/, 'rep=ana', { 'content-type': 'text/plain' }],
    ['70 KiB', 413, /larger/, { rep: 'x'.repeat(70_000) }, {}],
  ])('%s is a problem that says what is allowed', async (_what, status, detail, body, headers) => {
    const answer = await floor.command('ada', 'claim', body, headers);
    expect(answer).toMatchObject({ status, body: { status, detail: expect.stringMatching(detail) } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it.each([
    ['an outcome that there is not', /\$\.outcome must be one of/, { outcome: 'conected' }],
    ['a time without offset', /\$\.at has no offset/, { at: '2026-11-02T09:00:00' }],
    ['a time in the future', /\$\.at is more than 5 minutes in the future/, { at: '2026-11-02T09:59:00Z' }],
  ])('a touch with %s names the field', async (_what, detail, more) => {
    const answer = await floor.command('ada', 'touchpoints', { ...touch, ...more });
    expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringMatching(detail) } });
  });
});

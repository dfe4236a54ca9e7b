import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import { Floor } from '../testing/floor.js';

let floor: Floor;
beforeAll(async () => {
  floor = await Floor.open();
  await floor.plant(lead('eve').arrived('09:00'));
});
beforeEach(() => floor.door.at(at('09:10')));
afterAll(() => floor.door.close());

const because = { rep: 'boss', reason: 'asked_for_later' };

describe('a pause', () => {
  it('comes into the log with who did it and why, once however often it is sent, and so does its end', async () => {
    await floor.plant(lead('ada').arrived('09:00', { owner: 'ana' }));
    const key = { 'idempotency-key': 'once' };
    const first = await floor.command('ada', 'pause', because, key);
    expect(first.status).toBe(202);
    expect((await floor.command('ada', 'pause', because, key)).text).toBe(first.text);
    expect(await floor.command('ada', 'pause', { ...because, reason: 'other' }, key)).toMatchObject({ status: 422 });
    await floor.arrival('ada', 1);
    await floor.catchUp('ada');

    floor.door.at(at('09:20'));
    expect(await floor.command('ada', 'pause', because)).toMatchObject({
      status: 409,
      body: { reason: 'paused', at: '2026-11-02T09:10:00.000Z' },
    });
    expect(await floor.command('ada', 'resume', { rep: 'ana' })).toMatchObject({ status: 202 });
    expect(await floor.arrival('ada', 2)).toMatchObject([
      { type: 'lead.paused', time: at('09:10'), data: because },
      { type: 'lead.resumed', time: at('09:20'), data: { rep: 'ana' } },
    ]);
    await floor.catchUp('ada');
    expect(await floor.command('ada', 'resume', { rep: 'ana' })).toMatchObject({ status: 409, body: { reason: 'running' } });
  });

  it('of a lead that is answered stops its target for contact, where it has one', async () => {
    const rung = (name: string) => lead(name).arrived('09:00').called('09:02', 'ana');
    await floor.plant(rung('bob'));
    expect(await floor.command('bob', 'pause', because)).toMatchObject({
      status: 409,
      body: { reason: 'answered', rep: 'ana', at: '2026-11-02T09:02:00.000Z' },
    });
    const targets = { answer_s: 300, contact_s: 3_600 };
    await floor.configure(subject('fairs').tell('policy.set', '08:00', { order: 1, match: { origin: ['fair'] }, targets, steps: [] }));
    await floor.plant(lead('cy').arrived('09:00', { origin: 'fair' }).called('09:02', 'ana'));
    expect(await floor.command('cy', 'pause', because)).toMatchObject({ status: 202 });
  });

  it.each<readonly [string, Story]>([
    ['closed', lead('d1').arrived('09:00').disqualified('09:03', 'spam')],
    ['merged', lead('d2').arrived('09:00').tell('lead.merged', '09:02', { into: 'ada' })],
    ['erased', lead('d3').arrived('09:00').tell('lead.erased', '09:02', {})],
  ])('is refused of a lead that is %s, and so is its end', async (reason, story) => {
    await floor.plant(story);
    for (const [command, body] of [
      ['pause', because],
      ['resume', { rep: 'ana' }],
    ] as const)
      expect(await floor.command(story.subject, command, body)).toMatchObject({ status: 409, body: { reason } });
    expect(await floor.logged(story.subject)).toEqual([]);
  });

  it.each([
    ['no reason', { rep: 'boss' }, '$.reason is missing'],
    ['a reason in prose', { ...because, reason: 'she asked!' }, '$.reason'],
    ['nobody', { reason: 'holiday' }, '$.rep is missing'],
    ['an instant', { ...because, at: '2026-11-02T09:00:00Z' }, '$.at'],
  ])('with %s names the field, and nothing is written', async (_what, body, detail) => {
    expect(await floor.command('eve', 'pause', body)).toMatchObject({ status: 400, body: { detail: expect.stringContaining(detail) } });
    expect(await floor.command('nobody', 'pause', because)).toMatchObject({ status: 404 });
    expect(await floor.logged('eve')).toEqual([]);
  });
});

import type { DataOf } from '@leadclock/domain/events/catalogue.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { endAlerts } from '@leadclock/read-model/outside/alert.table.js';
import { plantAlerts } from '@leadclock/read-model/testing/plant-alerts.js';
import { Floor } from '../testing/floor.js';

type Step = DataOf<'policy.set'>['steps'][number];
const step = (id: string, more: Partial<Step>): Step => ({ id, clock: 'lead', of: 'answer', notify: ['owner'], ...more });

let floor: Floor;
beforeAll(async () => {
  floor = await Floor.open();
  const steps = [step('soon', { at_s: -120 }), step('due', { at_percent: 100 })];
  await floor.configure(
    subject('strict').tell('policy.set', '08:00', { order: 1, match: { origin: ['web'] }, targets: { answer_s: 300 }, steps }),
    subject('lax').tell('policy.set', '08:00', { order: 2, match: {}, targets: { answer_s: 300 }, snooze_max_s: 600, steps }),
  );
});
beforeEach(() => floor.door.at(at('09:05:30')));
afterAll(() => floor.door.close());

/** A lead that arrived at 09:00, and its alert; of origin web nobody may put it off past its target. */
async function told(
  name: string,
  rep: string | null = 'ana',
  more: { step?: string; origin?: string; dueAt?: number } = {},
): Promise<string> {
  const { step: of = 'due', origin = 'phone', dueAt = at('09:05') } = more;
  await floor.plant(lead(name).arrived('09:00', { owner: 'ana', origin }));
  const id = `alert-${name}`;
  await plantAlerts(floor.door.dataSource, { id, lead: name, step: of, dueAt, raisedAt: dueAt + 100, rep, unconfirmed: false });
  return id;
}
const snooze = (name: string, alert: string, seconds = 300, rep = 'ana') =>
  floor.command(name, 'snooze', { rep, alert, seconds, reason: 'in_a_call' });

describe('an alert that is put off', () => {
  it('says until when, and why, in its row and in the log', async () => {
    const alert = await told('ada');
    expect(await snooze('ada', alert)).toMatchObject({ status: 202, body: { at: '2026-11-02T09:05:30.000Z' } });
    expect(await floor.arrival('ada', 1)).toMatchObject([
      { type: 'alert.snoozed', data: { alert, step: 'due', to: 'ana', until: '2026-11-02T09:10:30.000Z', reason: 'in_a_call' } },
    ]);
    const rows = await floor.door.dataSource.query('select snoozed_by as by, snoozed_until as until from alert where id = $1', [alert]);
    expect(rows).toEqual([{ by: 'ana', until: new Date(at('09:10:30')) }]);
  });

  it('can be put off further, not for less, and is told who was before', async () => {
    const alert = await told('bob', '*');
    expect(await snooze('bob', alert, 300)).toMatchObject({ status: 202 });
    floor.door.at(at('09:06'));
    expect(await snooze('bob', alert, 60, 'luis')).toMatchObject({
      status: 409,
      body: { reason: 'snoozed', rep: 'ana', at: '2026-11-02T09:10:30.000Z' },
    });
    expect(await snooze('bob', alert, 600, 'luis')).toMatchObject({ status: 202 });
  });

  it('is put off by those it tells', async () => {
    const alert = await told('cy');
    expect(await snooze('cy', alert, 60, 'luis')).toMatchObject({ status: 409, body: { reason: 'not_yours', rep: 'ana' } });
    for (const [name, whom] of [
      ['c1', 'team:north'],
      ['c2', '["luis","manager:north"]'],
      ['c3', null],
    ] as const)
      expect(await snooze(name, await told(name, whom), 60, 'luis')).toMatchObject({ status: 202 });
  });

  it('is put off by who has the lead since', async () => {
    const alert = await told('cora');
    await floor.plant(lead('cora').assigned('09:05:10', 'luis', undefined, { id: 'given' }));
    expect(await snooze('cora', alert, 60, 'zoe')).toMatchObject({ status: 409, body: { reason: 'not_yours' } });
    expect(await snooze('cora', alert, 60, 'luis')).toMatchObject({ status: 202 });
  });

  it('is put off for as long as its policy says, and no longer', async () => {
    const alert = await told('dee');
    expect(await snooze('dee', alert, 601)).toMatchObject({
      status: 409,
      body: { reason: 'too_long', at: '2026-11-02T09:15:30.000Z', problem: expect.stringMatching(/^\$\.seconds .*snooze_max_s.*600/) },
    });
    expect(await snooze('dee', alert, 600)).toMatchObject({ status: 202 });
  });

  it('is never put off past the target where the policy says nothing', async () => {
    const early = await told('eve', 'ana', { step: 'soon', origin: 'web', dueAt: at('09:03') });
    floor.door.at(at('09:03:10'));
    expect(await snooze('eve', early, 111)).toMatchObject({
      status: 409,
      body: { reason: 'too_long', at: '2026-11-02T09:05:00.000Z', problem: expect.stringContaining('at most 110') },
    });
    expect(await snooze('eve', early, 110)).toMatchObject({ status: 202 });
    floor.door.at(at('09:05:30'));
    const late = await told('fay', 'ana', { origin: 'web' });
    expect(await snooze('fay', late, 1)).toMatchObject({
      status: 409,
      body: { reason: 'past_target', problem: expect.stringContaining('snooze_max_s') },
    });
  });

  it.each(['resolved', 'retracted'] as const)('is refused when it was %s', async (ended) => {
    const alert = await told(`over-${ended}`);
    await floor.door.dataSource.transaction((em) => endAlerts(em, [{ id: alert, ended }], at('09:05:20')));
    expect(await snooze(`over-${ended}`, alert)).toMatchObject({ status: 409, body: { reason: ended } });
  });

  it.each([
    ['erased', lead('ivy').tell('lead.erased', '09:05:10', {}, { id: 'e' })],
    ['merged', lead('jay').tell('lead.merged', '09:05:10', { into: 'ada' }, { id: 'm' })],
  ])('of a lead that was %s is refused with the reason', async (reason, story) => {
    const alert = await told(story.subject);
    await floor.plant(story);
    expect(await snooze(story.subject, alert)).toMatchObject({ status: 409, body: { reason } });
    expect(await floor.logged(story.subject)).toEqual([]);
  });

  it('is refused once the lead is answered, before the alert has ended', async () => {
    const alert = await told('gil');
    await floor.plant(
      lead('gil').tell(
        'touchpoint.recorded',
        '09:05:10',
        { touchpoint: 'c', channel: 'call', direction: 'outbound', outcome: 'connected' },
        { id: 'c' },
      ),
    );
    expect(await snooze('gil', alert)).toMatchObject({ status: 409, body: { reason: 'resolved' } });
  });

  it.each([
    ['no reason', { reason: undefined }, '$.reason is missing'],
    ['a reason in prose', { reason: 'not now!' }, '$.reason must be a code'],
    ['no time', { seconds: 0 }, '$.seconds'],
    ['two days', { seconds: 172_800 }, '$.seconds'],
  ])('with %s names the field', async (_what, more, detail) => {
    const body = { rep: 'ana', alert: 'alert-ada', seconds: 60, reason: 'in_a_call', ...more };
    expect(await floor.command('ada', 'snooze', body)).toMatchObject({ status: 400, body: { detail: expect.stringContaining(detail) } });
  });

  it('of another lead, or that there is not, is a 404', async () => {
    for (const alert of ['none', 'alert-bob']) expect(await snooze('ada', alert)).toMatchObject({ status: 404 });
  });

  it('under the same key is put off once, and with another body not at all', async () => {
    const alert = await told('hal');
    const key = { 'idempotency-key': 'hal' };
    const body = { rep: 'ana', alert, seconds: 60, reason: 'in_a_call' };
    const first = await floor.command('hal', 'snooze', body, key);
    floor.door.at(at('09:08'));
    expect(await floor.command('hal', 'snooze', body, key)).toMatchObject({ status: 202, text: first.text });
    expect(await floor.command('hal', 'snooze', { ...body, seconds: 90 }, key)).toMatchObject({ status: 422 });
    expect(await floor.arrival('hal', 1)).toHaveLength(1);
  });
});

import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { Planted } from '../testing/planted.js';
import { oddData } from './odd-data.js';

let planted: Planted;
beforeAll(async () => {
  planted = await Planted.open();
});
afterAll(() => planted.close());

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const site = subject('site').tell('site.set', 'mon 00:00', { name: 'F', zone: 'Europe/Madrid', locale: 'es', currency: 'EUR' });
const spend = (name: string, data: object = {}) =>
  subject(name).tell('spend.recorded', 'mon 09:00', {
    kind: 'marketing',
    amount: eur(70),
    from: '2026-11-02',
    to: '2026-11-08',
    ...data,
  });

async function listed(params: Readonly<Record<string, string>> = {}) {
  const answered = await oddData(planted.dataSource, params, { now: at('sun 12:00') });
  if (!answered.ok) throw new Error(`${answered.parameter}: ${answered.problem}`);
  return answered.body;
}
const told = async () =>
  Object.fromEntries(
    (await listed()).oddities.map(({ oddity, count, subjects }) => [oddity, [count, ...subjects.map(({ kind, id }) => `${kind} ${id}`)]]),
  );

describe('odd data', () => {
  it('is none where everything can well be so', async () => {
    await planted.plant(
      site,
      spend('fair'),
      lead('ada')
        .arrived('mon 09:00')
        .called('mon 09:02', 'ana', 'connected')
        .won('tue 09:00', { amount: eur(5) }),
      subject('sub-fair').tell('subscription.started', 'mon 09:00', { customer: 'c', mrr: eur(10) }),
    );
    expect(await listed()).toEqual({ as_of: new Date(at('sun 12:00')).toISOString(), oddities: [] });
  });

  it('names who said what hardly can be so, leads first', async () => {
    await planted.plant(
      spend('backwards', { from: '2026-11-08', to: '2026-11-02' }),
      spend('endless', { from: '2000-01-01' }),
      spend('back', { amount: eur(-3) }),
      lead('eve')
        .called('mon 08:00', 'ana', 'connected')
        .arrived('mon 09:00')
        .won('tue 09:00', { amount: eur(-1) })
        .won('wed 09:00'),
      lead('pat')
        .arrived('mon 09:00')
        .won('tue 09:00', { amount: { amount: 4, currency: 'JPY' } }),
      subject('sub-odd')
        .tell('subscription.cancelled', 'mon 09:00', {})
        .tell('subscription.started', 'tue 09:00', { customer: 'c', mrr: eur(-10) }),
      subject('sub-moved')
        .tell('subscription.started', 'mon 09:00', { customer: 'd', mrr: eur(10) })
        .tell('subscription.changed', 'tue 09:00', { mrr: { amount: 9, currency: 'JPY' }, kind: 'price' }),
      subject('goal-late').tell('target.set', 'tue 09:00', {
        kpi: 'won-revenue',
        period: { from: '2026-10-01', to: '2026-10-31' },
        value: -1,
      }),
      subject('foreseen-late').tell('forecast.submitted', 'tue 09:00', {
        period: { from: '2026-11-01', to: '2026-11-30' },
        amount: eur(5),
      }),
    );
    expect(await told()).toEqual({
      after_period: [1, 'target goal-late'],
      after_start: [1, 'forecast foreseen-late'],
      answer_before_arrival: [1, 'lead eve'],
      currency_changed: [1, 'subscription sub-moved'],
      negative_amount: [4, 'lead eve', 'spend back', 'subscription sub-odd', 'target goal-late'],
      not_live: [1, 'subscription sub-odd'],
      reversed_range: [1, 'spend backwards'],
      too_long: [1, 'spend endless'],
      unknown_currency: [2, 'lead pat', 'subscription sub-moved'],
      won_twice: [1, 'lead eve'],
    });
  });

  it('is odd no more once it is mended: a spend recorded again, a currency that gets a rate', async () => {
    await planted.plant(
      spend('backwards').tell('spend.recorded', 'tue 09:00', { kind: 'marketing', amount: eur(70), from: '2026-11-02', to: '2026-11-08' }),
      subject('JPY').tell('rate.set', 'mon 00:00', { date: '2026-11-01', to: 'EUR', rate: 0.006 }),
    );
    const now = await told();
    expect(now['reversed_range']).toBeUndefined();
    expect(now['unknown_currency']).toBeUndefined();
  });

  it('turns the pages of one oddity, so that each subject is met once', async () => {
    await planted.plant(...Array.from({ length: 25 }, (_, i) => lead(`odd-${i}`).arrived('mon 09:00').lost('tue 09:00').lost('wed 09:00')));
    const [first] = (await listed()).oddities.filter(({ oddity }) => oddity === 'lost_twice');
    expect(first).toMatchObject({ count: 25, next: expect.any(String) });
    expect(first?.subjects).toHaveLength(20);
    const rest = await listed({ oddity: 'lost_twice', cursor: first?.next ?? '' });
    expect(rest.oddities).toMatchObject([{ oddity: 'lost_twice', count: 25, next: null }]);
    const ids = [...(first?.subjects ?? []), ...(rest.oddities[0]?.subjects ?? [])].map(({ id }) => id);
    expect(new Set(ids).size).toBe(25);
  });

  it.each([
    [{ oddity: 'spooky' }, 'oddity'],
    [{ oddity: 'won_twice', cursor: 'what' }, 'cursor'],
    [{ limit: '0' }, 'limit'],
    [{ team: 'north' }, 'team'],
  ])('refuses %j, naming the parameter', async (params, parameter) => {
    expect(await oddData(planted.dataSource, params, { now: at('sun 12:00') })).toMatchObject({ ok: false, parameter });
  });

  it('refuses a cursor of another oddity', async () => {
    const [first] = (await listed({ limit: '1' })).oddities.filter(({ oddity }) => oddity === 'lost_twice');
    const answered = await oddData(planted.dataSource, { cursor: first?.next ?? '' }, { now: at('sun 12:00') });
    expect(answered).toMatchObject({ ok: false, parameter: 'cursor' });
  });
});

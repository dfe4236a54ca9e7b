import { aggregateNamed } from '@leadclock/domain/kpi/catalogue.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import { answer } from '../answer/answer.js';
import { StoryClock } from '../testing/live-app.js';
import { Planted } from '../testing/planted.js';
import { LiveEngine, type Subscription } from './live-engine.js';

const subscription = (name: string, params: Readonly<Record<string, string>>): Subscription => {
  const kpi = aggregateNamed(name);
  if (kpi === null) throw new Error(name);
  return { name, kpi, params };
};
const revenue = subscription('won-revenue', { window: 'today', by: 'rep' });
const waiting = subscription('waiting-now', {});
const site = subject('site').tell('site.set', 'mon 00:00', { name: 'Floor', zone: 'Europe/Madrid', locale: 'es-ES', currency: 'EUR' });
const dollars = (time: string, rate: number, id: string): Story =>
  subject('USD').tell('rate.set', time, { date: '2026-11-02', to: 'EUR', rate }, { id });

let planted: Planted;
let clock: StoryClock;
let engine: LiveEngine;

beforeEach(async () => {
  planted = await Planted.open();
  clock = new StoryClock(at('12:00'));
  await planted.plant(
    site,
    lead('ada')
      .arrived('09:00', { owner: 'ana' })
      .opened('10:00')
      .won('11:00', { amount: { amount: 1000, currency: 'USD' } }),
    lead('bob')
      .arrived('09:00', { owner: 'ana' })
      .opened('10:00')
      .won('11:00', { amount: { amount: 50, currency: 'EUR' } }),
  );
  engine = new LiveEngine(planted.dataSource, [revenue, waiting], clock.read);
  await engine.follow();
});
afterEach(() => planted.close());

/** The live figure, which must be what the same question is answered over HTTP. */
async function liveRevenue() {
  const told = await answer(planted.dataSource, 'won-revenue', revenue.params, { now: clock.now });
  if (!told.ok) throw new Error(told.problem);
  const groups = engine.windows.groups('won-revenue');
  expect(groups).toEqual(told.body.groups);
  return groups.map(({ value, currency }) => [value, currency]);
}

describe('live figures in money', () => {
  it('go by a rate that is set after they were read, and by the one that replaces it', async () => {
    expect(await liveRevenue()).toEqual([
      [50, 'EUR'],
      [1000, 'USD'],
    ]);
    await planted.plant(dollars('11:30', 0.9, 'r1'));
    expect(await engine.follow()).toEqual({ kind: 'changed', subjects: ['USD'] });
    expect(await liveRevenue()).toEqual([[950, 'EUR']]);
    await planted.plant(
      dollars('11:40', 0.5, 'r2'),
      lead('cy')
        .arrived('11:00', { owner: 'ana' })
        .opened('11:10')
        .won('11:20', { amount: { amount: 10, currency: 'USD' } }),
    );
    await engine.follow();
    expect(await liveRevenue()).toEqual([[555, 'EUR']]);
  });

  it('go by a rate from the instant on at which it is known, without an event', async () => {
    await planted.plant(dollars('12:30', 0.9, 'r1'));
    await engine.follow();
    expect((await liveRevenue())[0]).toEqual([50, 'EUR']);
    expect(engine.next).toBe(at('12:30'));
    clock.now = at('12:30');
    expect(engine.advance()).toBe(true);
    expect(await liveRevenue()).toEqual([[950, 'EUR']]);
    expect(engine.advance()).toBe(false);
  });
});

describe('looking whether there is anything new', () => {
  it('finds nothing until something is written', async () => {
    expect(await engine.isUpToDate()).toBe(true);
    await planted.plant(lead('dee').arrived('11:59'));
    expect(await engine.isUpToDate()).toBe(false);
    expect(await engine.follow()).toMatchObject({ kind: 'changed' });
    expect(await engine.isUpToDate()).toBe(true);
  });

  it('finds another set, and another configuration', async () => {
    await planted.dataSource.query('update current_set set epoch = epoch + 1');
    expect(await engine.isUpToDate()).toBe(false);
    await engine.follow();
    await planted.plant(subject('ana').tell('rep.set', '08:00', { name: 'Ana', team: 'north', active: true }));
    expect(await engine.isUpToDate()).toBe(false);
  });

  it('does not trust a read model that cannot be read', async () => {
    await planted.dataSource.query('alter schema set_1 rename to set_9');
    expect(await engine.isUpToDate()).toBe(false);
    await expect(engine.follow()).rejects.toThrow('does not exist');
  });
});

it('figures of a future that a clock had come to by mistake are read again', async () => {
  clock.now = at('18:00');
  engine.advance();
  clock.now = at('12:00:01');
  expect(await engine.isUpToDate()).toBe(false);
  expect(await engine.follow()).toEqual({ kind: 'reloaded', why: 'the clock was set back' });
  expect(engine.windows.asOf).toBe(at('12:00:01'));
});

describe('a reader that is far behind', () => {
  const names = (count: number): string[] => Array.from({ length: count }, (_, n) => `lead-${n}`);
  /** So many leads that wait like zoe. */
  const likeZoe = (count: number) =>
    planted.change(names(count), (em, set) =>
      em.query(
        `insert into ${set}.fact select (jsonb_populate_record(f, jsonb_build_object('subject', name))).*
           from ${set}.fact f, unnest($1::text[]) name where f.subject = 'zoe' and f.kind = 'wait'`,
        [names(count)],
      ),
    );

  it('follows up to a quarter of what it holds, and reads everything again beyond that', async () => {
    await planted.plant(lead('zoe').arrived('11:00'));
    await likeZoe(24_000);
    expect(await engine.follow()).toMatchObject({ kind: 'reloaded', behind: true, why: 'more than 5000 subjects behind' });
    await planted.change(names(6_000));
    expect(await engine.follow()).toEqual({ kind: 'changed', subjects: names(6_000) });
    await planted.change(names(6_001));
    expect(await engine.follow()).toMatchObject({ kind: 'reloaded', behind: true });
  });
});

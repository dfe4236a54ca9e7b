import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { Planted } from '../testing/planted.js';
import type { Params } from './answered.js';
import { journey } from './journey.js';

let planted: Planted;
const here = { now: at('10:00') };

beforeAll(async () => {
  planted = await Planted.open();
  await planted.plant(
    subject('ana').tell('rep.set', 'sun-1 00:00', { name: 'Ana', team: 'north', active: true }),
    lead('ada')
      .arrived('09:00', { origin: 'web' })
      .tell('lead.assigned', '09:01', { owner: 'ana', by: 'rule:rota' })
      .tell('lead.viewed', '09:02', { rep: 'ana' })
      .called('09:03', 'ana', 'connected'),
    lead('bob').arrived('09:30', { origin: 'event' }).claimed('09:40', 'ana').assigned('09:50', 'luis'),
    lead('cy').arrived('09:50', { origin: 'web' }),
    lead('dee').called('09:55', 'ana', 'connected'),
  );
});
afterAll(() => planted.close());

async function ask(params: Params = {}) {
  const answered = await journey(planted.dataSource, params, here);
  if (!answered.ok) throw new Error(`${answered.parameter}: ${answered.problem}`);
  return answered.body;
}

describe('where the time went', () => {
  it('adds up over all leads that arrived', async () => {
    const { groups } = await ask();
    expect(groups).toMatchObject([{ key: {}, n: 3, total_s: 180 + 1800 + 600, system_s: 1 + 59 + 1 + 1, human_s: 2580 - 62 }]);
    expect(groups[0]?.legs.map(({ leg, n, total_s }) => [leg, n, total_s])).toEqual([
      ['received', 3, 3],
      ['assigned', 1, 59],
      ['seen', 1, 60],
      ['claimed', 1, 599],
      ['attempted', 1, 60],
      ['contacted', 1, 0],
      ['open', 2, 1799],
    ]);
  });

  it('goes to the first owner, whoever has the lead now, and the groups add up to the whole', async () => {
    const { groups } = await ask({ by: 'rep' });
    expect(groups.map(({ key, n, total_s }) => [key['rep'], n, total_s])).toEqual([
      ['ana', 2, 1980],
      [null, 1, 600],
    ]);
  });

  it('takes windows, filters and an instant', async () => {
    expect((await ask({ window: '1h', origin: 'web', as_of: new Date(at('09:02:30')).toISOString() })).groups).toMatchObject([
      { n: 1, total_s: 150, legs: expect.arrayContaining([expect.objectContaining({ leg: 'open', total_s: 30 })]) },
    ]);
  });

  it('is asked wrongly', async () => {
    expect(await journey(planted.dataSource, { by: 'colour' }, here)).toMatchObject({ ok: false, parameter: 'by' });
    expect(await journey(planted.dataSource, { known_at: '2026-11-02' }, here)).toMatchObject({ ok: false, parameter: 'known_at' });
  });
});

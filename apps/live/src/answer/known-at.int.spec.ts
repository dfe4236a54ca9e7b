import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, Story, subject } from '@leadclock/domain/testing/story.js';
import { Planted } from '../testing/planted.js';
import { answer } from './answer.js';
import type { Params } from './answered.js';
import { rows } from './rows.js';

const site = { name: 'Floor', zone: 'UTC', locale: 'en', currency: 'EUR' };
const policy = (answer_s: number) => ({ order: 1, match: {}, targets: { answer_s }, steps: [] });
const stories: readonly Story[] = [
  subject('site').tell('site.set', '08:00', site),
  subject('p').tell('policy.set', '08:00', policy(300)).tell('policy.set', '08:00:01', policy(60), { heard: 'wed 09:00' }),
  // ada's answer was heard a day late, bob's in time; cy's was taken back, dee's corrected
  lead('ada').arrived('09:00').touched('09:02', { rep: 'ana', outcome: 'connected' }, { heard: 'tue 09:00' }),
  lead('bob').arrived('09:00').touched('09:04', { rep: 'ana', outcome: 'connected' }),
  lead('cy').arrived('09:00').touched('09:01', { rep: 'ana', outcome: 'connected' }).retracted('tue 10:00', 'call'),
  lead('dee').arrived('tue 08:00'),
];
const here = { now: at('thu 12:00') };
let planted: Planted;

beforeAll(async () => {
  planted = await Planted.open();
  await planted.plant(...stories);
});
afterAll(() => planted.close());

const ask = async (kpi: string, params: Params) => {
  const told = await answer(planted.dataSource, kpi, params, here);
  if (!told.ok) throw new Error(told.problem);
  return told.body.groups.map(({ value, n, excluded }) => ({ value, n, excluded }));
};

/** What an installation would say that had heard nothing else by then. */
const asIfHeardBy = async (knownAt: number, kpi: string, params: Params) => {
  const other = await Planted.open();
  const heard = (event: LeadclockEvent) => event.recordedTime <= knownAt;
  await other.plant(
    ...stories.map(({ subject: name, events }) => new Story(name, events.filter(heard))).filter(({ events }) => events.length > 0),
  );
  try {
    const told = await answer(other.dataSource, kpi, { as_of: new Date(knownAt).toISOString(), ...params }, here);
    if (!told.ok) throw new Error(told.problem);
    return told.body.groups;
  } finally {
    await other.close();
  }
};

describe('what would have been said then', () => {
  it('leaves out an answer that was heard later, and keeps one that was taken back later', async () => {
    expect(await ask('lead-response-time', { known_at: '2026-11-02T12:00:00Z' })).toEqual([
      { value: 150, n: 2, excluded: { unanswered: 1 } },
    ]);
    expect(await ask('lead-response-time', { as_of: '2026-11-02T12:00:00Z' })).toEqual([{ value: 180, n: 2, excluded: { unanswered: 1 } }]);
  });

  it('judges by the policy that was known then', async () => {
    expect(await ask('answered-in-target', { known_at: '2026-11-02T12:00:00Z' })).toMatchObject([{ value: 2 / 3, n: 3 }]);
    expect(await ask('answered-in-target', { as_of: '2026-11-02T12:00:00Z' })).toMatchObject([{ value: 0, n: 3 }]);
  });

  it.each(['2026-11-02T12:00:00Z', '2026-11-03T09:30:00Z', '2026-11-03T12:00:00Z', '2026-11-04T12:00:00Z'])(
    'is what an installation said that had heard no more: %s',
    async (known_at) => {
      for (const kpi of ['lead-response-time', 'answered-in-target', 'waiting-now', 'response-bands', 'leads-created']) {
        const told = await answer(planted.dataSource, kpi, { known_at }, here);
        expect(told.ok && told.body.groups).toEqual(await asIfHeardBy(Date.parse(known_at), kpi, {}));
        expect(told.ok && told.body.known_at).toBe(new Date(known_at).toISOString());
      }
    },
  );

  it('opens down to its rows, in the order of all rows, page by page', async () => {
    const subjects: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const told = await rows(
        planted.dataSource,
        'lead-response-time',
        { known_at: '2026-11-02T12:00:00Z', limit: '1', ...(cursor === '' ? {} : { cursor }) },
        here,
      );
      if (!told.ok) throw new Error(told.problem);
      subjects.push(...told.body.rows.map((row) => [row.subject, row.value]));
      cursor = told.body.next;
    }
    expect(subjects).toEqual([
      ['ada', null],
      ['bob', 240],
      ['cy', 60],
    ]);
  });
});

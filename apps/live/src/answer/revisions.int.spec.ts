import { kpis } from '@leadclock/domain/kpi/catalogue.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import { Planted } from '../testing/planted.js';
import { answer } from './answer.js';
import type { Params } from './answered.js';
import { type Revisions, revisions } from './revisions.js';

const answers = { rep: 'ana', outcome: 'connected' } as const;
const policy = (answer_s: number) => ({ order: 1, match: {}, targets: { answer_s }, steps: [] });
// the window is Monday; it ends on Tuesday at midnight, and is looked at on Thursday
const here = { now: at('thu 12:00') };
const monday = { from: '2026-11-02', to: '2026-11-03' };
const site = subject('site').tell('site.set', '08:00', { name: 'Floor', zone: 'UTC', locale: 'en', currency: 'EUR' });
const stories: readonly Story[] = [
  site,
  subject('p').tell('policy.set', '08:00', policy(300)),
  lead('as-it-was').arrived('09:00').touched('09:04', answers),
  lead('late').arrived('09:00').touched('09:02', answers, { heard: 'tue 09:00' }),
  lead('corrected')
    .arrived('09:00')
    .touched('09:03', { channel: 'email', rep: 'ana' })
    .corrected('wed 10:00', 'email', { outcome: 'bounced' }),
  lead('retracted').arrived('09:00').touched('09:01', answers).retracted('tue 10:00', 'call'),
  lead('sent-by-mistake').arrived('09:00').touched('09:05', answers).takenBack('tue 10:00', 'e2'),
  lead('reassigned').arrived('09:00').assigned('09:01', 'luis', undefined, { heard: 'tue 08:00' }).touched('09:02', answers),
  lead('later').arrived('09:00').touched('wed 09:00', answers),
  lead('at-midnight').arrived('23:58'),
  // heard late, and of no matter to any number here
  lead('seen').arrived('09:00').touched('09:04', answers).tell('lead.viewed', '09:03', { rep: 'ana' }, { heard: 'tue 10:00' }),
];
let planted: Planted;

beforeAll(async () => {
  planted = await Planted.open();
  await planted.plant(...stories);
});
afterAll(() => planted.close());

const look = async (kpi: string, params: Params, from = planted): Promise<Revisions> => {
  const told = await revisions(from.dataSource, kpi, params, here);
  if (!told.ok) throw new Error(`${told.parameter}: ${told.problem}`);
  return told.body;
};
const reasons = ({ subjects }: Revisions) => subjects.map((changed) => [changed.subject, ...changed.reasons]);

describe('a window that has ended', () => {
  it('says what was said then and what is said of the same instant today, and which leads make the difference', async () => {
    const told = await look('lead-response-time', { ...monday, as_of: '2026-11-03' });
    expect(told).toMatchObject({
      ended: '2026-11-03T00:00:00.000Z',
      then: { known_at: '2026-11-03T00:00:00.000Z', as_of: '2026-11-03T00:00:00.000Z', groups: [{ n: 6, excluded: { unanswered: 3 } }] },
      now: { as_of: '2026-11-03T00:00:00.000Z', groups: [{ n: 4, excluded: { unanswered: 5 } }] },
      changed: { subjects: 4, by: { late: 1, corrected: 1, retracted: 2 } },
      next: null,
    });
    expect(reasons(told)).toEqual([
      ['corrected', 'corrected'],
      ['late', 'late'],
      ['retracted', 'retracted'],
      ['sent-by-mistake', 'retracted'],
    ]);
  });

  it('shows of each lead the rows and the events that speak', async () => {
    const { subjects } = await look('lead-response-time', { ...monday, as_of: '2026-11-03' });
    expect(subjects[1]).toMatchObject({
      then: [{ excluded: 'unanswered', value: null }],
      now: [{ excluded: null, value: 120 }],
      events: [
        { reason: 'late', type: 'touchpoint.recorded', time: '2026-11-02T09:02:00.000Z', recorded_time: '2026-11-03T09:00:00.000Z' },
      ],
    });
  });

  it('tells apart what only happened after it', async () => {
    expect(reasons(await look('lead-response-time', monday))).toContainEqual(['later', 'later']);
    expect(reasons(await look('lead-response-time', { ...monday, as_of: '2026-11-03' }))).not.toContainEqual(['later', 'later']);
  });

  it('tells what the clock alone has changed: a deadline that passed after midnight', async () => {
    const told = await look('answered-in-target', monday);
    expect(reasons(told)).toContainEqual(['at-midnight', 'time']);
    expect(told.then.groups).toMatchObject([{ excluded: { pending: 1 } }]);
  });

  it('tells of an owner who was named afterwards, where the number is told by owner', async () => {
    expect(reasons(await look('leads-created', { ...monday, by: 'rep', as_of: '2026-11-03' }))).toEqual([['reassigned', 'reassigned']]);
    expect(reasons(await look('leads-created', { ...monday, as_of: '2026-11-03' }))).toEqual([]);
  });

  it('is told in pages that are of one instant', async () => {
    const whole = reasons(await look('lead-response-time', monday));
    const pages: string[][] = [];
    for (let cursor: string | null = ''; cursor !== null && pages.length < 20; ) {
      const page: Revisions = await look('lead-response-time', { ...monday, limit: '2', ...(cursor === '' ? {} : { cursor }) });
      expect(page.changed.subjects).toBe(whole.length);
      pages.push(...reasons(page));
      cursor = page.next;
    }
    expect(pages).toEqual(whole);
  });

  it('of a stock ends at the instant that is asked', async () => {
    const told = await look('waiting-now', { as_of: '2026-11-03' });
    expect(told).toMatchObject({ then: { groups: [{ value: 3 }] }, now: { groups: [{ value: 5 }] } });
    expect(reasons(told).map(([name]) => name)).toEqual(['corrected', 'late', 'retracted', 'sent-by-mistake']);
  });

  it('is one by its name too, when it is asked about an instant that has passed', async () => {
    expect(await look('lead-response-time', { window: 'today', as_of: '2026-11-02T12:00:00Z' })).toMatchObject({
      ended: '2026-11-02T12:00:00.000Z',
      then: { from: '2026-11-02T00:00:00.000Z', groups: [{ n: 6 }] },
    });
  });

  it.each<[Params, string]>([
    [{ from: '2026-11-02', to: '2026-12-01' }, 'to'],
    [{ as_of: '2027-01-01' }, 'as_of'],
    [{ window: 'today', as_of: '2027-01-01' }, 'as_of'],
    [{ window: 'today' }, 'window'],
    [{ window: '24h' }, 'window'],
    [{ from: '2026-11-02' }, 'to'],
    [{}, 'to'],
    [{ ...monday, known_at: '2026-11-03' }, 'known_at'],
    [{ from: '2026-11-03', to: '2026-11-02' }, 'from'],
    [{ ...monday, limit: '0' }, 'limit'],
    [{ ...monday, cursor: 'x' }, 'cursor'],
  ])('is not looked back to with %j', async (params, parameter) => {
    expect(await revisions(planted.dataSource, 'leads-created', params, here)).toMatchObject({ ok: false, parameter });
  });
});

it('a merge that was heard afterwards has changed both leads', async () => {
  const other = await Planted.open();
  await other.plant(
    site,
    lead('ada').arrived('09:10').called('09:14', 'luis', 'connected'),
    lead('bob').arrived('09:00').called('09:12', 'ana').tell('lead.merged', 'tue 10:00', { into: 'ada' }),
    lead('cy').arrived('09:00').called('09:01', 'ana'),
  );
  const told = await look('lead-response-time', { ...monday, as_of: '2026-11-03' }, other);
  expect([told.then.groups, told.now.groups]).toMatchObject([[{ n: 3 }], [{ n: 2 }]]);
  expect(reasons(told)).toEqual([
    ['ada', 'merged'],
    ['bob', 'merged'],
  ]);
  expect(told.subjects).toMatchObject([
    { then: [{ value: 240 }], now: [{ value: 720 }], events: [{ subject: 'bob', type: 'lead.merged' }] },
    { then: [{ value: 720 }], now: [] },
  ]);
  await other.close();
});

describe('what is not of a lead', () => {
  it('a policy that was set afterwards judges other leads than those whose events came late', async () => {
    const other = await Planted.open();
    await other.plant(
      site,
      subject('p').tell('policy.set', '08:00', policy(300)).tell('policy.set', '08:00:01', policy(60), { heard: 'wed 09:00' }),
      lead('ada').arrived('09:00').touched('09:04', answers),
      lead('bob').arrived('09:00').touched('09:00:30', answers),
    );
    const told = await look('answered-in-target', { ...monday, as_of: '2026-11-03' }, other);
    expect([told.then.groups, told.now.groups]).toMatchObject([[{ value: 1 }], [{ value: 0.5 }]]);
    expect(reasons(told)).toEqual([['ada', 'configuration']]);
    await other.close();
  });

  it('a rate that has become known since counts what it converts', async () => {
    const other = await Planted.open();
    const won = (name: string, currency: string) =>
      lead(name)
        .arrived('09:00')
        .opened('10:00')
        .won('11:00', { amount: { amount: 100, currency } });
    await other.plant(
      site,
      subject('USD').tell('rate.set', '08:00', { to: 'EUR', rate: 0.5, date: '2026-11-02' }, { heard: 'wed 09:00' }),
      won('ada', 'USD'),
      won('bob', 'EUR'),
    );
    const told = await look('won-revenue', { ...monday, as_of: '2026-11-03' }, other);
    expect([told.then.groups[0], told.now.groups[0]]).toMatchObject([{ value: 100, excluded: { no_rate: 1 } }, { value: 150 }]);
    expect(reasons(told)).toEqual([['ada', 'rates']]);
    await other.close();
  });
});

describe('for every KPI', () => {
  it.each(kpis.map(({ name }) => name))('%s: known now is as of now, and then nothing has been revised', async (kpi) => {
    const ask = async (params: Params) => {
      const told = await answer(planted.dataSource, kpi, params, here);
      if (!told.ok) throw new Error(told.problem);
      return told.body;
    };
    const now = new Date(here.now).toISOString();
    const [dimension] = kpis.find(({ name }) => name === kpi)?.dimensions ?? [];
    for (const by of [{}, ...(dimension === undefined ? [] : [{ by: dimension }])]) {
      const { known_at, ...known } = await ask({ known_at: now, ...by });
      expect([known_at, known]).toEqual([now, await ask({ as_of: now, ...by })]);
    }
    expect(await look(kpi, { as_of: now })).toMatchObject({ changed: { subjects: 0, by: {} }, subjects: [] });
  });

  it.each(kpis.map(({ name }) => name))('%s: an answer that has changed was changed by somebody', async (kpi) => {
    const told = await look(kpi, monday);
    const isSame = JSON.stringify(told.then.groups) === JSON.stringify(told.now.groups);
    expect(isSame || told.changed.subjects > 0).toBe(true);
  });
});

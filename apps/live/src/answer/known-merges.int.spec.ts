import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, Story, subject } from '@leadclock/domain/testing/story.js';
import { Planted } from '../testing/planted.js';
import { answer } from './answer.js';
import { rows } from './rows.js';

const site = subject('site').tell('site.set', '08:00', { name: 'Floor', zone: 'UTC', locale: 'en', currency: 'EUR' });
const policy = (answer_s: number) => ({ order: 1, match: {}, targets: { answer_s }, steps: [] });
const stories: readonly Story[] = [
  site,
  subject('p').tell('policy.set', '08:00', policy(300)).tell('policy.set', '08:00:01', policy(60), { heard: 'wed 09:00' }),
  // bob's merge was heard on Tuesday and taken back on Thursday, cleo's retracted; eve's root has no event of its own
  lead('ada').arrived('09:10').called('09:14', 'luis', 'connected'),
  lead('bob')
    .arrived('09:00')
    .called('09:12', 'ana')
    .tell('lead.merged', 'tue 10:00', { into: 'ada' })
    .tell('lead.merged', 'thu 10:00', { into: null }),
  lead('cleo').arrived('09:05').tell('lead.merged', '10:00', { into: 'ada' }, { id: 'm' }).takenBack('wed 10:00', 'm'),
  lead('dee').arrived('09:20').called('09:21', 'ana', 'connected'),
  lead('eve')
    .arrived('09:30')
    .called('09:36', 'eva', 'connected')
    .tell('lead.merged', 'mon 11:00', { into: 'ghost' })
    .tell('lead.merged', 'wed 11:00', { into: 'dee' }),
];
const here = { now: at('fri 12:00') };
const instants = [
  '2026-11-02T09:30:00Z',
  '2026-11-02T12:00:00Z',
  '2026-11-03T12:00:00Z',
  '2026-11-04T09:30:00Z',
  '2026-11-04T12:00:00Z',
  '2026-11-05T12:00:00Z',
];
let planted: Planted;

beforeAll(async () => {
  planted = await Planted.open();
  await planted.plant(...stories);
});
afterAll(() => planted.close());

describe('merges that were recorded later', () => {
  it('were not known then: each lead stands for itself, wherever it has gone since', async () => {
    const asked = async (known_at: string) => {
      const told = await answer(planted.dataSource, 'leads-created', { known_at }, here);
      return told.ok && told.body.groups[0]?.value;
    };
    // ada, bob, cleo into ada by 10:00, dee, eve: eve into ghost at 11:00; bob into ada on Tuesday; cleo back and eve into dee on Wednesday; bob back
    expect(await Promise.all(instants.map(asked))).toEqual([4, 4, 3, 3, 3, 4]);
  });

  it.each(instants)('leave what an installation said that had heard no more: %s', async (known_at) => {
    const heard = (event: LeadclockEvent) => event.recordedTime <= Date.parse(known_at);
    const other = await Planted.open();
    await other.plant(
      ...stories.map(({ subject: name, events }) => new Story(name, events.filter(heard))).filter(({ events }) => events.length > 0),
    );
    try {
      for (const kpi of ['lead-response-time', 'answered-in-target', 'waiting-now', 'leads-created', 'rep-activity']) {
        const then = await answer(planted.dataSource, kpi, { known_at }, here);
        const was = await answer(other.dataSource, kpi, { as_of: known_at }, here);
        expect(then.ok && then.body.groups).toEqual(was.ok && was.body.groups);
        const [thenRows, wasRows] = [
          await rows(planted.dataSource, kpi, { known_at }, here),
          await rows(other.dataSource, kpi, { as_of: known_at }, here),
        ];
        expect(thenRows.ok && thenRows.body.rows).toEqual(wasRows.ok && wasRows.body.rows);
      }
    } finally {
      await other.close();
    }
  });
});

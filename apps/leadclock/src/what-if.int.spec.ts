import type { DataOf } from '@leadclock/domain/events/catalogue.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { writeInstant } from '@leadclock/domain/events/instant.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import type { ComparedAlert } from '@leadclock/domain/what-if/what-if.js';
import { countsOf } from '@leadclock/live/what-if/count-alerts.js';
import { runWhatIf } from '@leadclock/live/what-if/run-what-if.js';
import { PlayedFloor } from './testing/played-floor.js';

const steps: DataOf<'policy.set'>['steps'] = [
  { id: 'soon', clock: 'lead', of: 'answer', at_s: -60, notify: ['owner'] },
  { id: 'late', clock: 'lead', of: 'answer', at_percent: 100, notify: ['owner', 'manager'], repeat_s: 240, repeat_max: 2 },
  { id: 'his', clock: 'owner', of: 'answer', at_s: 420, notify: ['claimant', 'team'] },
  { id: 'next', clock: 'lead', of: 'answer', at_s: 900, notify: ['owner'], action: 'reassign' },
  { id: 'silent', clock: 'owner', of: 'answer', at_s: 1500, notify: ['owner'], action: 'away' },
  { id: 'pool', clock: 'lead', of: 'contact', at_s: 3600, notify: [], action: 'pool' },
];
const web: DataOf<'policy.set'> = {
  order: 1,
  match: { origin: ['web'] },
  calendar: 'office',
  targets: { answer_s: 300, contact_s: 5400 },
  quiet: { from: '13:00', to: '13:40' },
  snooze_max_s: 900,
  steps,
};
const hours: [string, string][] = [['09:00', '17:00']];
const office = { zone: 'Europe/Madrid', week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours }, holidays: [] };
const set = <T extends 'site.set' | 'calendar.set' | 'policy.set' | 'rep.set'>(id: string, type: T, data: DataOf<T>): Story =>
  subject(id).tell(type, '07:00', data);
const setUp = [
  set('site', 'site.set', { name: 'Us', zone: 'Europe/Madrid', locale: 'es', currency: 'EUR' }),
  set('office', 'calendar.set', office),
  set('web', 'policy.set', web),
  ...['ana', 'luis', 'zoe'].map((id) => set(id, 'rep.set', { name: id, team: 'north', active: true })),
];

function dice(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

/** A floor of a week, always the same: leads that are answered, closed, paused, given on, promised a call, merged, told of late or wrongly, and taken back. */
function floorOf(seed: number, leads: number): readonly LeadclockEvent[] {
  const chance = dice(seed);
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  return Array.from({ length: leads }, (_, index) => {
    const day = at(`${days[Math.floor(chance() * 7)]} 07:00`);
    let now = day + Math.floor(chance() * 10 * 3600) * 1000;
    const time = (): string => new Date((now += Math.ceil(chance() ** 3 * 1500) * 1000)).toISOString();
    const heard = () => (chance() < 0.2 ? { heard: new Date(now + Math.ceil(chance() * 900) * 1000).toISOString() } : {});
    const owner = chance() < 0.7 ? { owner: 'ana', team: 'north' } : {};
    const origin = chance() < 0.8 ? { origin: 'web' } : {};
    let story = lead(`l${index}`).arrived(new Date(now).toISOString(), { ...owner, ...origin }, heard());
    for (let turns = Math.floor(chance() * 5); turns > 0; turns -= 1) {
      const what = chance();
      if (what < 0.4)
        story = story.touched(
          time(),
          { touchpoint: `t${turns}`, rep: 'ana', outcome: chance() < 0.5 ? 'connected' : 'no_answer' },
          heard(),
        );
      else if (what < 0.5) story = story.claimed(time(), 'luis');
      else if (what < 0.56) story = story.assigned(time(), 'zoe');
      else if (what < 0.62) story = story.handedOver(time(), 'ana', 'luis');
      else if (what < 0.69) story = story.tell('lead.follow_up_set', time(), { rep: 'zoe', at: writeInstant(now + 1_800_000) });
      else if (what < 0.75) story = story.paused(time()).resumed(time());
      else if (what < 0.8) story = story.disqualified(time());
      else if (what < 0.84 && index > 0) story = story.tell('lead.merged', time(), { into: `l${index - 1}` });
      else story = story.takenBack(time(), `e${story.events.length}`);
    }
    return story.events;
  })
    .flat()
    .toSorted((a, b) => a.recordedTime - b.recordedTime);
}

const told = ({ then, replayed }: ComparedAlert): string =>
  [then, replayed]
    .map((alert) =>
      alert === null ? 'not' : `${alert.lead} ${alert.step} ${writeInstant(alert.due)} ${writeInstant(alert.raised)} ${alert.to}`,
    )
    .join(' / ');

describe('a week that was recorded', () => {
  let floor: PlayedFloor;
  beforeAll(async () => {
    floor = await PlayedFloor.open();
  });
  afterAll(() => floor.close());

  it('gives under the same policy exactly the alerts that were raised', async () => {
    const chance = dice(11);
    const putsOff = () => (chance() < 0.3 ? { afterMs: 20_000, forMs: 60_000 + Math.floor(chance() * 800) * 1000 } : null);
    await floor.play([...setUp.flatMap(({ events }) => events), ...floorOf(7, Number(process.env.WEEK_LEADS ?? 40))], at('mon+2 07:00'), {
      putsOff,
    });

    const { dataSource, now } = floor;
    const period = { period: () => ({ from: at('07:00'), to: now, asOf: now, down: [] }) };
    const asIt = await runWhatIf(dataSource, { ...period, policies: [] }, now);
    const same = await runWhatIf(dataSource, { ...period, policies: [{ policy: 'web', data: web }] }, now);
    if (!asIt.ok || !same.ok) throw new Error('the policy cannot be replayed');
    const [all] = await dataSource.query<{ told: number; off: number }[]>(
      'select count(*)::int as told, count(snoozed_until)::int as off from alert',
    );
    const counts = countsOf(same.report.alerts);
    expect(same.report.alerts.filter(({ is }) => is !== 'same').map(told)).toEqual([]);
    expect(counts).toMatchObject({ happened: all?.told, same: all?.told });
    expect(countsOf(asIt.report.alerts)).toEqual(counts);
    expect(same.report.down).toEqual([]);
    expect(all?.off).toBeGreaterThan(5);
    const did = new Set(same.report.alerts.map(({ then }) => then?.step));
    expect(did).toEqual(new Set(['due', 'call_back', ...steps.map(({ id }) => id)]));
    expect(same.report.all?.then).toEqual(same.report.all?.replayed);
  }, 240_000);
});

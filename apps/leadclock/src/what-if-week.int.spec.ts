import type { DataOf } from '@leadclock/domain/events/catalogue.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { writeInstant } from '@leadclock/domain/events/instant.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import type { ComparedAlert } from '@leadclock/domain/what-if/what-if.js';
import { countsOf } from '@leadclock/live/what-if/count-alerts.js';
import { runWhatIf } from '@leadclock/live/what-if/run-what-if.js';
import { day, hour, minute, second } from '@leadclock/simulator/plan/floor.js';
import { planOf } from '@leadclock/simulator/plan/plan.js';
import { heard } from '@leadclock/simulator/testing/heard.js';
import { PlayedFloor } from './testing/played-floor.js';

const from = Date.parse('2026-11-02T00:00:00Z');
const until = from + 7 * day;
/** Three leads of two busy hours are some 130 of a week; more take longer. */
const leadsPerHour = Number(process.env.WEEK_LEADS_PER_HOUR ?? 1.5);
/** Nobody is told on Wednesday between ten and eleven. */
const away = { from: from + 2 * day + 10 * hour, to: from + 2 * day + 11 * hour };

const web: DataOf<'policy.set'> = {
  order: 0,
  match: { channel: ['web', 'email', 'chat'] },
  targets: { answer_s: 240 },
  quiet: { from: '23:00', to: '07:00' },
  snooze_max_s: 900,
  steps: [
    { id: 'soon', clock: 'lead', of: 'answer', at_s: -60, notify: ['owner'] },
    { id: 'late', clock: 'lead', of: 'answer', at_percent: 100, notify: ['owner', 'manager'], repeat_s: 180, repeat_max: 2 },
    { id: 'next', clock: 'lead', of: 'answer', at_s: 600, notify: ['owner'], action: 'reassign' },
    { id: 'pool', clock: 'lead', of: 'answer', at_s: 900, notify: ['team'], action: 'pool' },
  ],
};

/** Answers that were recorded in the second before somebody was told: the product had not read them yet. */
const justRecorded = Array.from({ length: 5 }, (_, index) => {
  const at = (seconds: number): string => writeInstant(from + index * day + 15 * hour + seconds * second);
  return lead(`close-${index}`)
    .arrived(at(0), { channel: 'web' }, { heard: at(0) })
    .touched(at(170), {}, { heard: at(179.5) }).events;
}).flat();

/** Two leads that nobody was told of in time: one waits until somebody is there again, the other was answered by then. */
const meanwhile = [30 * minute, 61 * minute].flatMap((answered, index) => {
  const at = (ms: number): string => writeInstant(away.from + ms);
  const name = `away-${index}`;
  return lead(name)
    .arrived(at(minute), { channel: 'phone' }, { heard: at(minute) })
    .touched(at(answered), {}, { heard: at(answered) }).events;
});

/** A week of a simulated floor, as its door took it in, under a ladder of its own. */
function week(): readonly LeadclockEvent[] {
  const planned = [...planOf({ seed: 5, leadsPerHour, reps: 8, zone: 'Europe/Madrid' }, { from, until, liveFrom: null })].map(heard);
  const { events } = subject('web').tell('policy.set', writeInstant(from), web, { id: 'ladder' });
  return [...planned, ...events, ...justRecorded, ...meanwhile].toSorted((a, b) => a.recordedTime - b.recordedTime);
}

/** Every fourth alert is put off, for two to nine minutes. */
function everyFourth() {
  let raised = 0;
  return () => (++raised % 4 === 0 ? { afterMs: 25 * second, forMs: (2 + (raised % 8)) * minute } : null);
}

const written = ({ is, then, replayed }: ComparedAlert): string =>
  [
    is,
    ...[then, replayed].map((alert) => (alert === null ? 'not' : `${alert.lead} ${alert.step} ${writeInstant(alert.due)} ${alert.to}`)),
  ].join(' / ');

describe('a week of a floor that the product has told people of', () => {
  let floor: PlayedFloor;
  beforeAll(async () => {
    floor = await PlayedFloor.open();
  });
  afterAll(() => floor.close());

  it('is replayed under the same policies to exactly the alerts that were raised, but for what is apart', async () => {
    await floor.play(week(), until + hour, { lagMs: 0.9 * second, away, putsOff: everyFourth() });
    const { dataSource, now } = floor;
    const span = { period: () => ({ from, to: until, asOf: now, down: [away] }) };
    const began = performance.now();
    const answer = await runWhatIf(dataSource, { ...span, policies: [{ policy: 'web', data: web }] }, now);
    const tookMs = performance.now() - began;
    if (!answer.ok) throw new Error('the policy cannot be replayed');
    const { report } = answer;
    const counts = countsOf(report.alerts);
    if (process.env.WEEK_LEADS_PER_HOUR !== undefined) console.log({ ...counts, leads: report.leads, tookMs, down: report.down });
    expect(report.alerts.filter(({ is, apart }) => is !== 'same' && apart === null).map(written)).toEqual([]);
    const [all] = await dataSource.query<{ told: number }[]>(
      'select count(*)::int as told from alert where due_at >= to_timestamp($1::float8 / 1000) and due_at < to_timestamp($2::float8 / 1000)',
      [from, until],
    );
    expect(counts.happened).toBe(all?.told);
    expect(counts.same).toBeGreaterThan(leadsPerHour * 40);
    const closeOnes = report.alerts.filter(({ apart, then }) => apart === 'close' && then?.lead.startsWith('close-'));
    expect(closeOnes.map(({ is, then }) => [is, then?.step])).toEqual(Array.from({ length: 5 }, () => ['then', 'soon']));
    expect(report.down).toEqual([away]);
    expect(report.alerts.filter(({ apart }) => apart === 'down').map(({ is, replayed }) => [is, replayed?.lead])).toContainEqual([
      'replayed',
      'away-0',
    ]);
    expect(report.alerts.filter(({ then }) => then?.lead === 'away-1').map(({ is }) => is)).toEqual(['same']);
    expect(new Set(report.alerts.map(({ then }) => then?.step))).toEqual(
      new Set(['due', 'call_back', undefined, ...web.steps.map(({ id }) => id)]),
    );
  }, 600_000);
});

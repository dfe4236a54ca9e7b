import { buildConfiguration } from '@leadclock/domain/configuration/build-configuration.js';
import type { Fact } from '@leadclock/domain/facts/fact.js';
import { factsOf } from '@leadclock/domain/facts/facts-of.js';
import { answerKpi } from '@leadclock/domain/kpi/answer.js';
import { parseAsking } from '@leadclock/domain/kpi/asking.js';
import { aggregateNamed, kpiNamed } from '@leadclock/domain/kpi/catalogue.js';
import { foldSubject } from '@leadclock/domain/lead/fold-subject.js';
import { noRates } from '@leadclock/domain/money/rates.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import { array, assert, constantFrom, integer, oneof, property, record } from 'fast-check';
import { waitingShare } from '../testing/story-formulas.js';
import type { LiveQuestion } from './live-question.js';
import { RunningWindows } from './running-windows.js';

const configuration = buildConfiguration(
  subject('site').tell('site.set', 'mon 00:00', { name: 'Floor', zone: 'Europe/Madrid', locale: 'es-ES', currency: 'EUR' }).events,
);
const context = { configuration, rates: noRates };
const asked: readonly [string, string, Readonly<Record<string, string>>][] = [
  ['waiting', 'waiting-now', {}],
  ['late', 'late-now', {}],
  ['oldest', 'oldest-waiting', { by: 'rep' }],
  ['inTarget', 'answered-in-target', { window: 'today' }],
  ['fast', 'lead-response-time', { window: '24h', by: 'rep' }],
  ['hour', 'lead-response-time', { window: '1h' }],
  ['week', 'leads-created', { window: 'week', by: 'origin' }],
  ['bands', 'response-bands', { window: '7d' }],
  ['funnel', 'funnel-volume', { window: 'month' }],
  ['ever', 'leads-created', { by: 'rep' }],
  ['cost', 'customer-acquisition-cost', { window: 'today' }],
  ['churn', 'churn-rate', { window: '7d', by: 'rep' }],
  ['share', waitingShare.name, { window: 'today', by: 'rep' }],
  ['shareEver', waitingShare.name, {}],
];
const questionAt = (name: string, now: number): LiveQuestion => {
  const [, kpiName, params] = asked.find(([known]) => known === name) ?? ['', '', {}];
  const kpi = kpiName === waitingShare.name ? waitingShare : kpiNamed(kpiName);
  if (kpi === null) throw new Error(kpiName);
  const parsed = parseAsking(kpi, params, { configuration, now });
  if (!parsed.ok) throw new Error(parsed.problem);
  return { name, kpi, asking: parsed.asking };
};
const factsOfStory = ({ events }: Story): readonly Fact[] => factsOf(foldSubject(events).state, configuration);
const windowsAt = (time: string, names = asked.map(([name]) => name)) =>
  new RunningWindows(
    names.map((name) => questionAt(name, at(time))),
    context,
    at(time),
  );

/** Each live figure says what a single pass over all facts would say now. */
function expectExact(windows: RunningWindows, facts: readonly Fact[]): void {
  for (const [name] of asked) {
    const { kpi, asking } = questionAt(name, windows.asOf);
    expect([name, windows.groups(name)]).toEqual([name, answerKpi(kpi, asking, facts, context).groups]);
  }
}

describe('running windows', () => {
  it('follow the clock alone: due, late, midnight and the end of a window need no event', () => {
    const told = lead('ada').arrived('09:00', { owner: 'ana' }).called('09:20', 'ana', 'connected');
    const facts = factsOfStory(told);
    const windows = windowsAt('09:01');
    windows.replace('ada', facts);
    expectExact(windows, facts);
    expect(windows.groups('late')).toMatchObject([{ value: 0 }]);
    for (const time of [
      '09:05',
      '09:20',
      '10:00',
      '10:00:00.001',
      '22:59:59.999',
      '23:00',
      'tue 09:00',
      'tue 09:00:00.001',
      'sun 23:00',
      'mon+1 09:00:00.001',
    ]) {
      windows.advance(at(time));
      expectExact(windows, facts);
    }
  });

  it('say at the deadline that a lead is late, and not a millisecond before', () => {
    const windows = windowsAt('09:00');
    windows.replace('ada', factsOfStory(lead('ada').arrived('09:00')));
    windows.advance(at('09:04:59.999'));
    expect(windows.groups('late')).toMatchObject([{ value: 0 }]);
    windows.advance(at('09:05'));
    expect(windows.groups('late')).toMatchObject([{ value: 1 }]);
    expect(windows.groups('inTarget')).toMatchObject([{ value: 0, n: 1 }]);
  });

  it('give back what cannot count any more', () => {
    const windows = windowsAt('09:00', ['late', 'fast', 'week', 'funnel']);
    windows.replace('ada', factsOfStory(lead('ada').arrived('09:00').called('09:01', 'ana')));
    expect(windows.store.size).toBeGreaterThan(0);
    windows.advance(at('mon+5 00:00'));
    expect(windows.store.size).toBe(0);
    expect(windows.next).toBe(Number.POSITIVE_INFINITY);
    expect(windows.garbage).toBe(1);
  });

  it('call garbage what has gone, and not what was read in and could never count: reading again would only bring it again', () => {
    const windows = windowsAt('10:00', ['fast']);
    const answered = (name: string) => factsOfStory(lead(name).arrived('09:00', { owner: 'ana' }).called('09:01', 'ana'));
    // of a lead that is answered its response counts, its arrival does not
    for (const fact of answered('ada').filter(({ kind }) => kind === 'arrival')) windows.load(windows.store.raw(fact));
    expect([windows.store.size, windows.garbage]).toEqual([0, 0]);
    windows.replace('bob', answered('bob'));
    windows.replace('bob', []);
    expect([windows.store.size, windows.garbage]).toEqual([0, 1]);
  });

  it('count customers by the deals won in the window as it is now, not as it was when they were taken up', () => {
    const windows = windowsAt('12:00');
    const facts = factsOfStory(lead('ada').arrived('09:00').opened('09:10').won('12:05'));
    windows.replace('ada', facts);
    const n = ['12:05', '12:05:00.001', '22:59:59.999', '23:00'].map((time) => {
      windows.advance(at(time));
      expectExact(windows, facts);
      return windows.groups('cost')[0]?.n;
    });
    expect(n).toEqual([0, 1, 1, 0]);
  });

  it('say the very same as before while nothing that a formula is made of has moved, so that many customers cost nothing', () => {
    const windows = windowsAt('12:00');
    windows.replace('s1', factsOfStory(subject('s1').subscribed('2026-10-20T00:00:00Z', 'k1', 50, { rep: 'ana' })));
    const before = windows.groups('churn');
    expect(before).toMatchObject([{ key: { rep: 'ana' }, value: 0, n: 1 }]);
    windows.replace('ada', factsOfStory(lead('ada').arrived('12:00', { owner: 'ana' })));
    windows.advance(at('12:01'));
    expect(windows.groups('churn')).toBe(before);
    windows.replace('s1', factsOfStory(subject('s1').subscribed('2026-10-20T00:00:00Z', 'k1', 50, { rep: 'ana' }).unsubscribed('12:01')));
    expect(windows.groups('churn')).toMatchObject([{ key: { rep: 'ana' }, value: 1, n: 1 }]);
  });

  it('keep what counts over all time', () => {
    const windows = windowsAt('09:00', ['fast', 'ever']);
    windows.replace('ada', factsOfStory(lead('ada').arrived('09:00', { owner: 'ana' }).called('09:01', 'ana')));
    windows.advance(at('mon+5 00:00'));
    expect(windows.groups('fast')).toEqual([]);
    expect(windows.groups('ever')).toMatchObject([{ key: { rep: 'ana' }, value: 1 }]);
  });

  it('hang no watcher on a formula', () => {
    expect(() => windowsAt('09:00').watch('share', { entered: () => {}, left: () => {} })).toThrow('share is a formula');
  });

  it('run side by side in any number, each exact', () => {
    const windows = ['1h', '24h', '7d', '28d', '90d', 'today', 'week', 'month', 'quarter', 'year'].flatMap((window) =>
      ['', 'rep', 'team', 'origin', 'rep,origin'].map((by): [string, Readonly<Record<string, string>>] => [
        `${window} by ${by}`,
        { window, ...(by === '' ? {} : { by }) },
      ]),
    );
    const kpi = aggregateNamed('lead-response-time');
    if (kpi === null) throw new Error('there is no response time');
    const askedAt = (params: Readonly<Record<string, string>>, now: number) => {
      const parsed = parseAsking(kpi, params, { configuration, now });
      if (!parsed.ok) throw new Error(parsed.problem);
      return parsed.asking;
    };
    const many = new RunningWindows(
      windows.map(([name, params]) => ({ name, kpi, asking: askedAt(params, at('09:00')) })),
      context,
      at('09:00'),
    );
    const facts = ['ada', 'bob'].flatMap((name, i) =>
      factsOfStory(
        lead(name)
          .arrived('09:00', { owner: name })
          .called(`09:0${i + 1}`, 'ana'),
      ),
    );
    for (const name of ['ada', 'bob'])
      many.replace(
        name,
        facts.filter(({ subject: of }) => of === name),
      );
    for (const instant of ['09:01', '09:02', '10:00:01', 'tue 09:30', 'mon+1 09:00', 'mon+5 10:00']) {
      many.advance(at(instant));
      for (const [name, params] of windows)
        expect([instant, name, many.groups(name)]).toEqual([
          instant,
          name,
          answerKpi(kpi, askedAt(params, many.asOf), facts, context).groups,
        ]);
    }
    many.replace('ada', []);
    expect(many.groups('year by ')).toMatchObject([{ n: 1 }]);
  });

  it('take in one lead after the other where only the last of many has them', () => {
    const kpi = aggregateNamed('leads-created');
    if (kpi === null) throw new Error('there are no leads created');
    const reps = [...Array.from({ length: 32 }, (_, i) => `rep-${i}`), 'ana'];
    const many = new RunningWindows(
      reps.map((rep) => {
        const parsed = parseAsking(kpi, { rep }, { configuration, now: at('10:00') });
        if (!parsed.ok) throw new Error(parsed.problem);
        return { name: rep, kpi, asking: parsed.asking };
      }),
      context,
      at('10:00'),
    );
    for (const name of ['ada', 'bob']) many.replace(name, factsOfStory(lead(name).arrived('09:00', { owner: 'ana' })));
    expect(['rep-31', 'ana'].map((rep) => many.groups(rep)[0]?.value)).toEqual([0, 2]);
  });

  it('are worked out piece by piece, each group of each figure, and then say what they would have said at once', () => {
    const names = asked.map(([name]) => name);
    const facts = ['ana', 'bo', 'cy'].flatMap((owner) => factsOfStory(lead(owner).arrived('09:00', { owner }).called('09:01', owner)));
    const windows = windowsAt('12:00');
    for (const name of ['ana', 'bo', 'cy'])
      windows.replace(
        name,
        facts.filter(({ subject: of }) => of === name),
      );
    // three groups, the figure, and the answer of it
    expect([...windows.steps(['fast'])]).toHaveLength(5);
    expect([...windows.steps(names)].length).toBeGreaterThan(names.length);
    expectExact(windows, facts);
  });

  it('do not go back with a clock that does', () => {
    const windows = windowsAt('09:10');
    expect(windows.advance(at('09:05'))).toBe(false);
    expect(windows.asOf).toBe(at('09:10'));
  });

  it('are exact at any instant, whatever came in whatever order', () => {
    const minute = integer({ min: 0, max: 3 * 24 * 60 });
    const name = constantFrom('ada', 'bob', 'cy');
    const step = oneof(
      record({ do: constantFrom('arrive' as const), lead: name, minute, by: constantFrom('ana', 'luis') }),
      record({
        do: constantFrom('answer' as const, 'pause' as const, 'resume' as const, 'close' as const, 'assign' as const),
        lead: name,
        minute,
        by: constantFrom('ana', 'luis'),
      }),
      record({ do: constantFrom('wait' as const), lead: name, minute: integer({ min: 0, max: 40 * 60 }), by: constantFrom('ana') }),
    );
    const on = (minutes: number) => new Date(at('mon 00:00') + minutes * 60_000).toISOString();
    const tell = (story: Story, { do: what, minute: m, by }: { do: string; minute: number; by: string }): Story => {
      if (what === 'arrive') return story.arrived(on(m), { owner: by, origin: by });
      if (what === 'answer') return story.touched(on(m), { touchpoint: `t${story.events.length}`, rep: by, outcome: 'connected' });
      if (what === 'pause') return story.paused(on(m));
      if (what === 'resume') return story.resumed(on(m));
      if (what === 'close') return story.disqualified(on(m));
      return story.assigned(on(m), by);
    };
    assert(
      property(array(step, { maxLength: 25 }), (steps) => {
        const windows = windowsAt('mon 00:00');
        const stories = new Map<string, Story>();
        for (const one of steps) {
          if (one.do === 'wait') windows.advance(windows.asOf + one.minute * 60_000);
          else {
            const story = tell(stories.get(one.lead) ?? lead(one.lead), one);
            stories.set(one.lead, story);
            windows.replace(one.lead, factsOfStory(story));
          }
          expectExact(windows, [...stories.values()].flatMap(factsOfStory));
        }
        for (const [subjectName] of stories) windows.replace(subjectName, []);
        expect(windows.store.size).toBe(0);
        expectExact(windows, []);
      }),
      { numRuns: 60 },
    );
  });
});

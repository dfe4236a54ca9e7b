import fc from 'fast-check';
import { buildConfiguration } from '../configuration/build-configuration.js';
import { waitedAt } from '../facts/wait.facts.js';
import { at } from '../testing/clock-time.js';
import { subject } from '../testing/story.js';
import { longestWaitTally } from './longest-wait.tally.js';
import type { FactView } from './tally.js';

const minute = 60_000;
const hours: [string, string][] = [
  ['09:00', '13:00'],
  ['15:00', '18:00'],
];
const configuration = buildConfiguration([
  ...subject('office').tell('calendar.set', '08:00', { zone: 'UTC', week: { mon: hours, tue: hours, wed: [] }, holidays: [] }).events,
  // from Tuesday on other hours hold
  ...subject('office').tell('calendar.set', 'tue 10:00', { zone: 'UTC', week: { tue: [['10:00', '22:00']] }, holidays: [] }).events,
  ...subject('nights').tell('calendar.set', '08:00', {
    zone: 'UTC',
    week: { mon: [['18:00', '24:00']], tue: [['00:00', '24:00']] },
    holidays: [],
  }).events,
]);

const blank = { kind: 'wait', at: null, until: null, due: null, excluded: null, outcome: null, rep: null, team: null } as const;
const nowhere = { origin: null, campaign: null, channel: null, segment: null, touchChannel: null, product: null } as const;
const nothing = { ...blank, ...nowhere, pipeline: null, stage: null, currency: null };

const anyWait: fc.Arbitrary<FactView> = fc
  .record({
    lead: fc.integer({ min: 0, max: 5 }),
    part: fc.constantFrom('running', 'running', 'paused'),
    item: fc.constantFrom('office', 'nights', 'nobody', null),
    began: fc.integer({ min: 0, max: 40 }),
    before: fc.integer({ min: 0, max: 12 }),
    worked: fc.integer({ min: 0, max: 12 }),
  })
  .map(({ lead, part, item, began, before, worked }) => {
    const from = at('08:00') + began * 30 * minute;
    return { ...nothing, subject: `lead-${lead}`, part, item, from, since: from - before * 30 * minute, value: worked * 30 * minute };
  });

/** The longest of them by its definition: all are looked at. */
function longestOf(waits: readonly FactView[], clock: 'working' | 'wall', asOf: number) {
  const [longest] = waits
    .map((wait) => ({ lead: wait.subject, waited: waitedAt(wait, clock, asOf, configuration) }))
    .toSorted((a, b) => b.waited - a.waited || (a.lead < b.lead ? -1 : 1));
  return { value: longest === undefined ? null : longest.waited / 1000, lead: longest?.lead ?? null };
}

describe('the longest wait', () => {
  it.each(['working', 'wall'] as const)('is that of all that are left, whoever comes and goes between, on the %s clock', (clock) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyWait, fc.nat(), fc.boolean()), { maxLength: 60 }), (steps) => {
        const tally = longestWaitTally(clock, configuration)();
        let left: FactView[] = [];
        for (const [wait, which, isLooking] of steps) {
          const gone = left[which % (left.length + 1)];
          // two rows of a lead differ in something
          const isThere = left.some((other) => JSON.stringify(other) === JSON.stringify(wait));
          if (gone !== undefined) {
            tally.remove(gone);
            left = left.filter((other) => other !== gone);
          } else if (!isThere) {
            tally.add(wait);
            left = [...left, wait];
          }
          if (!isLooking) continue;
          for (const asOf of [at('tue 04:00'), at('tue 11:00'), at('wed 12:00')]) {
            const { value, lead } = longestOf(left, clock, asOf);
            expect(tally.parts(asOf)).toEqual([{ key: {}, value, n: left.length, fields: { lead } }]);
          }
        }
      }),
    );
  });

  it('of waits as long in several calendars is that of the lead whose id comes first', () => {
    const from = at('tue 10:00');
    const wait = (name: string, item: string | null, part = 'running') => ({
      ...nothing,
      subject: name,
      item,
      part,
      from,
      since: from,
      value: 0,
    });
    const longest = (...waits: readonly FactView[]) => {
      const tally = longestWaitTally('working', configuration)();
      for (const one of waits) tally.add(one);
      return tally.parts(at('tue 11:00'))[0];
    };
    const [ada, bob] = [wait('ada', 'nights'), wait('bob', 'office')];
    expect(longest(ada, bob)).toMatchObject({ value: 3600, n: 2, fields: { lead: 'ada' } });
    expect(longest(bob, ada)).toMatchObject({ value: 3600, n: 2, fields: { lead: 'ada' } });
    expect(longest(wait('ada', 'office'), wait('bob', 'nights'))).toMatchObject({ fields: { lead: 'ada' } });
    expect(longest(wait('bob', 'nights'), wait('ada', 'office'))).toMatchObject({ fields: { lead: 'ada' } });
  });

  it('is by the wall that of who came first, open hours or not', () => {
    const wait = (name: string, time: string) => ({
      ...nothing,
      subject: name,
      part: 'running',
      item: 'office',
      from: at(time),
      since: at(time),
      value: 0,
    });
    const tally = longestWaitTally('wall', configuration)();
    for (const one of [wait('ada', '19:00'), wait('bob', '18:30')]) tally.add(one);
    expect(tally.parts(at('20:00'))).toMatchObject([{ value: 5400, fields: { lead: 'bob' } }]);
  });

  it('of those that are paused is that of who had waited longest by then', () => {
    const paused = (name: string, before: number) => ({
      ...nothing,
      subject: name,
      part: 'paused',
      item: 'office',
      from: at('11:00'),
      since: at('11:00') - before * minute,
      value: before * minute,
    });
    for (const clock of ['working', 'wall'] as const) {
      const tally = longestWaitTally(clock, configuration)();
      for (const one of [paused('ada', 10), paused('bob', 30), paused('cleo', 20)]) tally.add(one);
      expect(tally.parts(at('12:00'))).toMatchObject([{ value: 1800, n: 3, fields: { lead: 'bob' } }]);
    }
  });

  it('goes from calendar to calendar as their hours come, though nobody came or went', () => {
    const from = at('mon 17:00');
    const wait = { ...nothing, part: 'running', from, since: from };
    const tally = longestWaitTally('working', configuration)();
    tally.add({ ...wait, subject: 'day', item: 'office', value: 0 });
    tally.add({ ...wait, subject: 'night', item: 'nights', value: 0 });
    const longest = (time: string) => tally.parts(at(time))[0]?.fields['lead'];
    expect([longest('mon 18:00'), longest('mon 18:59'), longest('mon 19:01'), longest('tue 09:00')]).toEqual([
      'day',
      'day',
      'night',
      'night',
    ]);
  });
});

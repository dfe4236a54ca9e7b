import fc from 'fast-check';
import { anyArrivalOf, anyConfigurationEvents } from '../events/testing/any-event.js';
import { at } from '../testing/clock-time.js';
import { lead, subject } from '../testing/story.js';
import { buildConfiguration } from './build-configuration.js';
import { changesBetween, inForce, latest, versionsOf } from './in-force.js';

const team = (calendar: string) => ({ name: 'North', calendar });
const north = subject('north').tell('team.set', '09:00', team('a')).tell('team.set', '12:00', team('b'));

describe('the configuration', () => {
  it('keeps the first version for all that was before it', () => {
    const versions = versionsOf(buildConfiguration(north.events).teams, 'north');
    expect(inForce(versions, at('08:00'))?.calendar).toBe('a');
    expect(inForce(versions, at('11:59:59.999'))?.calendar).toBe('a');
    expect(inForce(versions, at('12:00'))?.calendar).toBe('b');
    expect(latest(versions)?.calendar).toBe('b');
    expect(changesBetween(versions, at('08:00'), at('13:00'))).toEqual([at('12:00')]);
    expect(changesBetween(versions, at('12:00'), at('13:00'))).toEqual([]);
  });

  it('takes effect at effective_from, and sorts by effect, then time', () => {
    const story = north
      .tell('team.set', '13:00', { ...team('c'), effective_from: '2026-11-02T10:00:00.000Z' })
      .tell('team.set', '13:30', { ...team('d'), effective_from: '2026-11-02T10:00:00.000Z' });
    const versions = versionsOf(buildConfiguration(story.events).teams, 'north');
    expect(versions?.map(({ value }) => value.calendar)).toEqual(['a', 'c', 'd', 'b']);
  });

  it('sorts what the site is by effect, whatever its subjects are called and whichever was said first', () => {
    const site = (subjectName: string, time: string, name: string, effective_from?: string) =>
      subject(subjectName).tell(
        'site.set',
        time,
        {
          name,
          zone: 'UTC',
          locale: 'en',
          currency: 'EUR',
          ...(effective_from !== undefined && { effective_from }),
        },
        { id: name },
      );
    const told = [
      site('site', '09:00', 'second'),
      site('site', '10:00', 'first', '2026-11-02T08:00:00Z'),
      site('a', '11:00', 'fourth'),
      site('b', '10:30', 'third'),
    ];
    const names = buildConfiguration(told.flatMap(({ events }) => events)).site.map(({ value }) => value.name);
    expect(names).toEqual(['first', 'second', 'third', 'fourth']);
  });

  it('forgets a version that was retracted, and passes over events of leads', () => {
    const { teams } = buildConfiguration([...north.takenBack('14:00', 'e2').events, ...lead('north').arrived('09:00').events]);
    expect(teams['north']?.map(({ id }) => id)).toEqual(['e1']);
  });

  it('reads every kind of item', () => {
    const { site, reps, calendars, pipelines, policies } = buildConfiguration([
      ...subject('site').tell('site.set', '09:00', {
        name: 'Floor',
        zone: 'Europe/Madrid',
        locale: 'es',
        currency: 'EUR',
        week_start: 'sun',
      }).events,
      ...subject('ana').tell('rep.set', '09:00', { name: 'Ana', team: 'north', active: true, days_off: ['2026-11-03'] }).events,
      ...subject('office').tell('calendar.set', '09:00', {
        zone: 'UTC',
        week: { mon: [['09:30', '24:00']] },
        holidays: [{ date: '2026-12-25', name: 'c' }],
      }).events,
      ...subject('default').tell('pipeline.set', '09:00', { stages: [{ id: 's', name: 'S', probability: 0.5, role: 'opportunity' }] })
        .events,
      ...subject('p').tell('policy.set', '09:00', {
        order: 1,
        match: { origin: ['web'] },
        targets: {},
        counts: { inbound: ['email'] },
        steps: [{ id: 'warn', clock: 'lead', of: 'answer', at_percent: 80, notify: [] }],
      }).events,
    ]);
    expect(site[0]?.value).toEqual({ name: 'Floor', zone: 'Europe/Madrid', locale: 'es', currency: 'EUR', weekStart: 'sun' });
    expect(reps['ana']?.[0]?.value).toEqual({ name: 'Ana', team: 'north', active: true, calendar: null, daysOff: ['2026-11-03'] });
    expect(calendars['office']?.[0]?.value).toMatchObject({ zone: 'UTC', week: { mon: [[570, 1440]], tue: [] }, holidays: ['2026-12-25'] });
    expect(pipelines['default']?.[0]?.value.stages).toEqual([{ id: 's', name: 'S', probability: 0.5, role: 'opportunity' }]);
    expect(policies['p']?.[0]?.value).toMatchObject({
      order: 1,
      match: { origin: ['web'], team: null },
      answerSeconds: 300,
      contactSeconds: null,
      counts: { inbound: ['email'], actors: ['human'], unless: ['bounced', 'wrong_number'] },
      steps: [{ id: 'warn', clock: 'lead', of: 'answer', atSeconds: null, atPercent: 80 }],
    });
    expect(policies['p']?.[0]?.value.counts.outbound).not.toContain('task');
  });

  it('knows only its own items, whatever their names', () => {
    const { teams } = buildConfiguration(subject('__proto__').tell('team.set', '09:00', team('a')).events);
    expect(versionsOf(teams, '__proto__')).toHaveLength(1);
    expect(versionsOf(buildConfiguration([]).teams, 'constructor')).toBeUndefined();
  });

  it('is the same bytes for any order and any repeats', () => {
    fc.assert(
      fc.property(
        anyConfigurationEvents().chain((events) => fc.tuple(fc.constant(events), anyArrivalOf(events))),
        ([events, arrival]) => {
          expect(JSON.stringify(buildConfiguration(arrival))).toBe(JSON.stringify(buildConfiguration(events)));
        },
      ),
    );
  });
});

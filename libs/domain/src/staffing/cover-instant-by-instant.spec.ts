import fc from 'fast-check';
import { whyUnavailable } from '../alerts/availability.js';
import { statusesSaid } from '../alerts/rota-said.js';
import { workingBetween, workingCalendar } from '../calendar/working-time.js';
import { buildConfiguration } from '../configuration/build-configuration.js';
import type { Configuration } from '../configuration/configuration.js';
import { inForce } from '../configuration/in-force.js';
import { at } from '../testing/clock-time.js';
import { type Story, subject } from '../testing/story.js';
import { presenceOf } from './rep-presence.js';
import { type Cover, TeamCover } from './team-cover.js';

const begin = at('mon 00:00');
const end = at('mon+1 00:00');
const time = fc.integer({ min: 0, max: 7 * 96 }).map((quarters) => new Date(begin + quarters * 900_000).toISOString());
const clock = (quarters: number): string =>
  `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;
const hours = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 4 })
  .map((quarters) => quarters.toSorted((a, b) => a - b))
  .map(([a = 0, b = 1, c, d]) => [
    [clock(a), clock(b)] as [string, string],
    ...(c === undefined || d === undefined ? [] : [[clock(c), clock(d)] as [string, string]]),
  ]);
const calendars = ['c1', 'c2'];
const maybeCalendar = fc.option(fc.constantFrom(...calendars), { nil: undefined });
const teamName = fc.constantFrom('north', 'south');
const status = fc.constantFrom('available' as const, 'on_call' as const, 'away' as const);

const calendarStory = (name: string): fc.Arbitrary<Story> =>
  fc
    .array(fc.tuple(time, hours, fc.constantFrom('UTC', 'Europe/Berlin')), { minLength: 1, maxLength: 2 })
    .map((versions) =>
      versions.reduce(
        (story, [when, day, zone]) =>
          story.tell('calendar.set', when, { zone, week: { mon: day, tue: day, thu: day, sun: day }, holidays: [] }),
        subject(name),
      ),
    );
const teamStory = (name: string): fc.Arbitrary<Story> =>
  fc
    .array(fc.tuple(time, maybeCalendar), { minLength: 1, maxLength: 2 })
    .map((versions) =>
      versions.reduce(
        (story, [when, calendar]) => story.tell('team.set', when, { name, ...(calendar !== undefined && { calendar }) }),
        subject(name),
      ),
    );
const repStory = (name: string): fc.Arbitrary<Story> =>
  fc
    .tuple(
      fc.array(fc.tuple(time, teamName, maybeCalendar, fc.boolean(), fc.subarray(['2026-11-03', '2026-11-05'])), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.array(fc.tuple(time, status), { maxLength: 6 }),
    )
    .map(([versions, said]) => {
      const set = versions.reduce(
        (story, [when, team, calendar, active, days_off]) =>
          story.tell('rep.set', when, { name, team, active, days_off, ...(calendar !== undefined && { calendar }) }),
        subject(name),
      );
      return said.reduce((story, [when, is]) => story.tell('rep.status_changed', when, { status: is }), set);
    });
const floor = fc.tuple(
  subjectSite(),
  ...calendars.map(calendarStory),
  ...['north', 'south'].map(teamStory),
  ...['ana', 'luis', 'eva'].map(repStory),
);

function subjectSite(): fc.Arbitrary<Story> {
  return fc
    .constantFrom('UTC', 'America/New_York')
    .map((zone) => subject('site').tell('site.set', '2026-10-01T08:00:00Z', { name: 'S', zone, locale: 'en', currency: 'EUR' }));
}

/** Asks the rota about everybody at one instant. */
function slowCover(configuration: Configuration, stories: readonly Story[], team: string | null, instant: number): Cover {
  const reasons = Object.entries(configuration.reps).flatMap(([rep, versions]) => {
    const settings = inForce(versions, instant);
    if (settings?.active !== true || (team !== null && settings.team !== team)) return [];
    const told = stories.filter(({ subject: about }) => about === rep).flatMap(({ events }) => events);
    const said = statusesSaid(told).findLast((one) => one.at <= instant)?.status ?? null;
    const why = whyUnavailable(configuration, rep, said, instant);
    if (why !== 'day_off') return [why];
    const calendar = settings.calendar ?? inForce(configuration.teams[settings.team], instant)?.calendar ?? null;
    return [workingBetween(workingCalendar(configuration, calendar), instant, instant + 1) === 0 ? 'closed' : why];
  });
  if (reasons.length === 0) return 'nobody';
  if (reasons.includes(null)) return 'there';
  return (['on_call', 'away', 'day_off'] as const).find((why) => reasons.includes(why)) ?? 'hours';
}

it('who could take a lead is what the rota says of everybody at every quarter of an hour, and a millisecond before it', () => {
  fc.assert(
    fc.property(floor, (stories) => {
      const configuration = buildConfiguration(stories.flatMap(({ events }) => events));
      const cover = new TeamCover(
        Object.keys(configuration.reps).map((rep) => {
          const told = stories.filter(({ subject: about }) => about === rep).flatMap(({ events }) => events);
          return presenceOf(configuration, rep, statusesSaid(told), { from: begin, to: end });
        }),
      );
      const wrong: string[] = [];
      for (let quarter = begin; quarter < end; quarter += 900_000)
        for (const instant of [quarter, quarter + 899_999])
          for (const team of ['north', null]) {
            const said = cover.at(team, instant).cover;
            const slow = slowCover(configuration, stories, team, instant);
            if (said !== slow) wrong.push(`${new Date(instant).toISOString()} ${team} ${said} ${slow}`);
          }
      expect(wrong).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

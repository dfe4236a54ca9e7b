import { statusesSaid } from '../alerts/rota-said.js';
import { buildConfiguration } from '../configuration/build-configuration.js';
import { at } from '../testing/clock-time.js';
import { type Story, subject } from '../testing/story.js';
import { type Presence, presenceAt, presenceOf } from './rep-presence.js';
import { TeamCover } from './team-cover.js';
import { open, rep, team } from './testing/staffed.js';

const desk = open('desk', ['09:00', '13:00']);
const north = team('north', 'desk');

/** What holds of Ana on Monday and Tuesday, as lines of what begins when. */
function spans(ana: Story, ...floor: readonly Story[]): readonly Presence[] {
  const configuration = buildConfiguration([ana, ...floor].flatMap(({ events }) => events));
  return presenceOf(configuration, 'ana', statusesSaid(ana.events), { from: at('00:00'), to: at('wed 00:00') });
}
const lines = (of: readonly Presence[]): readonly string[] =>
  of.map(({ from, why, team: whose, calendar }) => `${new Date(from).toISOString().slice(8, 16)} ${why ?? 'there'} ${whose} ${calendar}`);

describe('when a rep could have taken a lead', () => {
  it('is within her hours: her own, else those of her team, else any', () => {
    const daily = ['02T00:00 closed', '02T09:00 there', '02T13:00 closed', '03T09:00 there', '03T13:00 closed'];
    const ofDesk = daily.map((line) => `${line} north desk`);
    expect(lines(spans(rep('ana', 'north', { calendar: 'desk' }), desk, team('north')))).toEqual(ofDesk);
    expect(lines(spans(rep('ana', 'north'), desk, north))).toEqual(ofDesk);
    expect(lines(spans(rep('ana', 'north'), desk, team('north')))).toEqual(['02T00:00 there north null']);
  });

  it('ends when she is away or on a call, to the millisecond, and begins when she is back', () => {
    const said = rep('ana', 'north')
      .tell('rep.status_changed', '10:00', { status: 'away' })
      .tell('rep.status_changed', '11:00', { status: 'on_call' })
      .tell('rep.status_changed', '12:00', { status: 'available' });
    const away = spans(said, team('north'));
    expect(lines(away)).toEqual([
      '02T00:00 there north null',
      '02T10:00 away north null',
      '02T11:00 on_call north null',
      '02T12:00 there north null',
    ]);
    const why = (time: string) => presenceAt(away, at(time))?.why;
    expect(['09:59:59.999', '10:00', '10:59:59.999', '11:00', '12:00', 'tue 23:00'].map(why)).toEqual([
      null,
      'away',
      'away',
      'on_call',
      null,
      null,
    ]);
    expect([presenceAt(away, at('00:00') - 1), presenceAt([], at('00:00'))]).toEqual([null, null]);
  });

  it('is what was said last before the period, too', () => {
    const before = rep('ana', 'north').tell('rep.status_changed', '2026-11-01T10:00:00Z', { status: 'away' });
    expect(lines(spans(before, team('north')))).toEqual(['02T00:00 away north null']);
  });

  it('is not on her days off, where the site is; off at hours at which she would not have worked she is as ever', () => {
    const off = rep('ana', 'north', { days_off: ['2026-11-03'] });
    expect(lines(spans(off, team('north')))).toEqual(['02T00:00 there north null', '03T00:00 day_off north null']);
    const site = subject('site').tell('site.set', '08:00', { name: 'Us', zone: 'America/New_York', locale: 'en', currency: 'USD' });
    expect(lines(spans(off, team('north'), site))).toEqual(['02T00:00 there north null', '03T05:00 day_off north null']);
    expect(lines(spans(off, desk, north)).slice(2)).toEqual([
      '02T13:00 closed north desk',
      '03T00:00 closed north desk',
      '03T09:00 day_off north desk',
      '03T13:00 closed north desk',
    ]);
  });

  it('follows her from team to team, its calendar, and out of the door', () => {
    const moves = rep('ana', 'north')
      .tell('rep.set', '10:00', { name: 'Ana', team: 'south', active: true })
      .tell('rep.set', 'tue 10:00', { name: 'Ana', team: 'south', active: false });
    const south = team('south').tell('team.set', '12:00', { name: 'South', calendar: 'desk' });
    expect(lines(spans(moves, desk, team('north'), south))).toEqual([
      '02T00:00 there north null',
      '02T10:00 there south null',
      '02T12:00 there south desk',
      '02T13:00 closed south desk',
      '03T09:00 there south desk',
      '03T10:00 gone null null',
    ]);
  });

  it('is never, of a rep whom nobody has set, and before the period', () => {
    expect(lines(spans(subject('ana')))).toEqual(['02T00:00 gone null null']);
    const cover = new TeamCover([spans(rep('ana', 'north'), team('north'))]);
    expect([cover.at('north', at('00:00') - 1), cover.at('north', at('00:00'))]).toEqual([
      { cover: 'nobody', calendars: [] },
      { cover: 'there', calendars: [] },
    ]);
  });
});

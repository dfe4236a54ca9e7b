import { buildConfiguration } from '../configuration/build-configuration.js';
import type { DataOf } from '../events/catalogue.js';
import { at } from '../testing/clock-time.js';
import { lead, type Story, subject } from '../testing/story.js';
import { deadlinesOf } from './deadlines.js';
import { foldSubject } from './fold-subject.js';
import { policySpans } from './policy.js';

type Week = DataOf<'calendar.set'>['week'];
const everyDay = (from: string, to: string): Week =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [[from, to]]]));
const calendar = (id: string, time: string, week: Week) => subject(id).tell('calendar.set', time, { zone: 'UTC', week, holidays: [] });
const team = (id: string, time: string, named?: string) =>
  subject(id).tell('team.set', time, { name: id, ...(named !== undefined && { calendar: named }) }, { id: time });
const policy = (data: Partial<DataOf<'policy.set'>>) =>
  subject('p').tell('policy.set', '08:00', { order: 1, match: {}, targets: { answer_s: 600 }, steps: [], ...data });

const office = calendar('office', '08:00', everyDay('09:00', '18:00'));
const night = calendar('night', '08:00', everyDay('20:00', '22:00'));

/** The calendars that the lead's clock runs in, each from when on that is known. */
function calendars(story: Story, ...configuration: readonly Story[]) {
  const spans = policySpans(foldSubject(story.events).state, buildConfiguration(configuration.flatMap(({ events }) => events)));
  return spans.map(({ from, policy: { calendarId } }) => [from, calendarId]);
}
const due = (story: Story, ...configuration: readonly Story[]) =>
  deadlinesOf(foldSubject(story.events).state, buildConfiguration(configuration.flatMap(({ events }) => events))).map(({ dueAt }) => dueAt);

const ada = lead('ada').arrived('17:58', { team: 'north' });

it('of policies of one order the one of the lower id judges, whichever was set first', () => {
  const named = (id: string, time: string, answer_s: number) =>
    subject(id).tell('policy.set', time, { order: 1, match: {}, targets: { answer_s }, steps: [] });
  const answerSeconds = (...told: readonly Story[]) =>
    policySpans(foldSubject(ada.events).state, buildConfiguration(told.flatMap(({ events }) => events))).map(
      ({ policy: { id, settings } }) => [id, settings.answerSeconds],
    );
  expect(answerSeconds(named('b', '08:00', 100), named('a', '08:30', 200))).toEqual([['a', 200]]);
  expect(answerSeconds(named('a', '08:00', 200), named('b', '08:30', 100))).toEqual([['a', 200]]);
});

describe('the calendar of a lead', () => {
  it('is the policy’s, else the team’s, else always open', () => {
    const north = team('north', '08:00', 'office');
    expect(due(ada, office, night, north, policy({ calendar: 'night' }))).toEqual([at('20:10')]);
    expect(due(ada, office, night, north, policy({}))).toEqual([at('tue 09:08')]);
    expect(due(ada, office, night, north)).toEqual([at('tue 09:03')]);
    expect(due(ada, office, night, team('north', '08:00'))).toEqual([at('18:03')]);
    expect(due(ada, office, night)).toEqual([at('18:03')]);
  });

  it('is always open if nobody has set the calendar that is named', () => {
    expect(calendars(ada, office, team('north', '08:00', 'lost'))).toEqual([[at('17:58'), null]]);
    expect(calendars(ada, office, team('north', '08:00', 'office'), policy({ calendar: 'lost' }))).toEqual([[at('17:58'), null]]);
  });

  it('is that of the team as it stood at the arrival, before its first version by the first', () => {
    const north = [team('north', '08:00', 'office'), team('north', '17:59', 'night')];
    expect(calendars(ada, office, night, ...north)).toEqual([[at('17:58'), 'office']]);
    expect(calendars(lead('ada').arrived('17:59', { team: 'north' }), office, night, ...north)).toEqual([[at('17:59'), 'night']]);
    expect(calendars(lead('ada').arrived('07:00', { team: 'north' }), office, night, ...north)).toEqual([[at('07:00'), 'office']]);
  });

  it('is that of the first team named, from when it is known, and stays when another follows', () => {
    const teams = [team('north', '08:00', 'office'), team('south', '08:00', 'night')];
    const story = lead('ada').arrived('17:00').assigned('17:01', 'ana', 'south').assigned('17:02', 'luis', 'north');
    expect(calendars(story, office, night, ...teams)).toEqual([
      [at('17:00'), null],
      [at('17:01'), 'night'],
    ]);
    expect(due(story, office, night, ...teams)).toEqual([at('20:05')]);
  });

  it('is never a rep’s, nor that of the team of the rep who owns the lead', () => {
    const rep = subject('ana').tell('rep.set', '08:00', { name: 'Ana', team: 'north', active: true, calendar: 'office' });
    const story = lead('ada').arrived('17:58', { owner: 'ana' });
    expect(calendars(story, office, rep, team('north', '08:00', 'office'))).toEqual([[at('17:58'), null]]);
  });

  it('may change while the lead waits: each instant is judged by the version of its day', () => {
    const shorter = calendar('office', '08:00', everyDay('09:00', '18:00')).tell('calendar.set', 'tue 09:01', {
      zone: 'UTC',
      week: everyDay('11:00', '12:00'),
      holidays: [],
    });
    expect(due(ada, shorter, team('north', '08:00', 'office'))).toEqual([at('tue 11:02')]);
  });

  it('may be closed for good: then there is no deadline', () => {
    expect(due(ada, calendar('office', '08:00', {}), team('north', '08:00', 'office'))).toEqual([]);
  });
});

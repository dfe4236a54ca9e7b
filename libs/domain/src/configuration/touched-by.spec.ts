import { at } from '../testing/clock-time.js';
import { type Story, subject } from '../testing/story.js';
import { buildConfiguration } from './build-configuration.js';
import { sweepScope } from './touched-by.js';

const scope = (before: readonly Story[], after: readonly Story[]) =>
  sweepScope(
    buildConfiguration(before.flatMap(({ events }) => events)),
    buildConfiguration([...before, ...after].flatMap(({ events }) => events)),
  );
/** What the step from one set of versions to another touches, both told whole. */
const between = (before: readonly Story[], after: readonly Story[]) =>
  sweepScope(buildConfiguration(before.flatMap(({ events }) => events)), buildConfiguration(after.flatMap(({ events }) => events)));
const ana = (time: string, team: string, name = 'Ana') => subject('ana').tell('rep.set', time, { name, team, active: true }, { id: time });
const policy = (time: string, answer_s: number, id = time) =>
  subject('p').tell('policy.set', time, { order: 1, match: {}, targets: { answer_s }, steps: [] }, { id });
const office = (time: string) => subject('office').tell('calendar.set', time, { zone: 'UTC', week: {}, holidays: [] }, { id: time });
const north = (time: string, calendar?: string) =>
  subject('north').tell('team.set', time, { name: 'North', ...(calendar !== undefined && { calendar }) }, { id: time });
const nobody = { reps: [], teams: [], pipelines: [], arrivedOrOpenSince: null, others: false };

describe('a change of the configuration touches', () => {
  it('no lead when nothing, a name or an unused calendar changes', () => {
    expect(scope([ana('09:00', 'north')], [])).toEqual({ kind: 'none' });
    expect(scope([], [subject('site').tell('site.set', '09:00', { name: 'F', zone: 'UTC', locale: 'en', currency: 'EUR' })])).toEqual({
      kind: 'none',
    });
    expect(scope([north('09:00')], [north('10:00')])).toEqual({ kind: 'none' });
    expect(scope([], [office('09:00')])).toEqual({ kind: 'none' });
  });

  it('everything when the site’s zone changes: days and periods are cut in it', () => {
    const site = (zone: string, id: string) =>
      subject('site').tell('site.set', '09:00', { name: 'F', zone, locale: 'en', currency: 'EUR' }, { id });
    expect(scope([], [site('Europe/Madrid', 'a')])).toEqual({ kind: 'all' });
    expect(scope([site('Europe/Madrid', 'a')], [site('UTC', 'b')])).toEqual({ kind: 'all' });
  });

  it('the leads that name a rep who changes teams and what is no lead, or the leads that have a deal in a pipeline', () => {
    expect(scope([ana('09:00', 'north')], [ana('10:00', 'south')])).toEqual({ kind: 'some', ...nobody, reps: ['ana'], others: true });
    expect(scope([], [subject('renewal').tell('pipeline.set', '09:00', { stages: [] })])).toEqual({
      kind: 'some',
      ...nobody,
      pipelines: ['renewal'],
    });
  });

  it('the leads that arrive from a new version of a policy on; all, if it is the first version', () => {
    expect(scope([policy('09:00', 300)], [policy('12:00', 60)])).toEqual({ kind: 'some', ...nobody, arrivedOrOpenSince: at('12:00') });
    expect(scope([policy('12:00', 60)], [policy('09:00', 300)])).toEqual({ kind: 'all' });
    expect(scope([], [policy('09:00', 300)])).toEqual({ kind: 'all' });
  });

  it('the leads of a policy that comes under another event with the same settings, since their deadlines name the event', () => {
    const before = [policy('09:00', 300), policy('12:00', 300)];
    const after = [policy('12:00', 300, 'other'), subject('p').takenBack('13:00', '12:00', { id: 'back' })];
    expect(scope(before, after)).toEqual({ kind: 'some', ...nobody, arrivedOrOpenSince: at('12:00') });
  });

  it('all leads when a calendar that runs a clock changes, or which calendar a team has', () => {
    expect(scope([north('09:00', 'office')], [office('10:00')])).toEqual({ kind: 'all' });
    expect(scope([north('09:00')], [north('10:00', 'office')])).toEqual({ kind: 'all' });
    expect(scope([north('09:00', 'office')], [north('10:00')])).toEqual({ kind: 'all' });
    const late = subject('p').tell('policy.set', '09:00', { order: 1, match: {}, calendar: 'office', targets: {}, steps: [] });
    expect(scope([late], [office('10:00')])).toEqual({ kind: 'all' });
    expect(scope([late, office('10:00')], [subject('office').takenBack('11:00', '10:00', { id: 'back' })])).toEqual({ kind: 'all' });
  });

  it('the leads of a rep whose version is another, or comes into force at another instant', () => {
    const ofAna = { kind: 'some', ...nobody, reps: ['ana'], others: true };
    expect(between([ana('09:00', 'north')], [ana('09:00', 'south')])).toEqual(ofAna);
    const first = ana('09:00', 'north');
    expect(between([first, ana('12:00', 'south')], [first, ana('11:00', 'south')])).toEqual(ofAna);
    expect(between([first], [ana('09:00', 'north', 'Anna')])).toEqual({ kind: 'none' });
  });

  it('the leads that arrive from the earliest of several new versions of policies on', () => {
    const other = (time: string, answer_s: number) =>
      subject('q').tell('policy.set', time, { order: 2, match: {}, targets: { answer_s }, steps: [] }, { id: time });
    const before = [policy('09:00', 300), other('09:00', 300)];
    expect(scope(before, [policy('12:00', 60), other('11:00', 60)])).toMatchObject({ arrivedOrOpenSince: at('11:00') });
    expect(scope(before, [policy('10:00', 60), other('11:00', 60)])).toMatchObject({ arrivedOrOpenSince: at('10:00') });
  });

  it('the leads of a policy whose event has another source', () => {
    const from = (source: string) =>
      subject('p').tell('policy.set', '12:00', { order: 1, match: {}, targets: { answer_s: 60 }, steps: [] }, { id: 'e', source });
    const first = policy('09:00', 300);
    expect(between([first, from('/a')], [first, from('/b')])).toEqual({ kind: 'some', ...nobody, arrivedOrOpenSince: at('12:00') });
    expect(between([first, from('/a')], [first, from('/a')])).toEqual({ kind: 'none' });
  });

  it('no lead when a team gets another name, all when it gets another calendar for the one that it had', () => {
    const named = (name: string, calendar: string) => subject('north').tell('team.set', '09:00', { name, calendar });
    expect(between([named('North', 'office')], [named('Nord', 'office')])).toEqual({ kind: 'none' });
    expect(between([named('North', 'office')], [named('North', 'night')])).toEqual({ kind: 'all' });
  });

  it('all leads when one of the calendars that change runs a clock, be it changed in its place', () => {
    const zoned = (name: string, zone: string) => subject(name).tell('calendar.set', '09:00', { zone, week: {}, holidays: [] });
    const team = north('08:00', 'office');
    const calendars = (...zones: readonly string[]) => ['spare', 'office', 'other'].map((name, i) => zoned(name, zones[i] ?? 'UTC'));
    expect(between([team, ...calendars()], [team, ...calendars('Asia/Tokyo', 'Asia/Tokyo', 'Asia/Tokyo')])).toEqual({ kind: 'all' });
    expect(between([team, ...calendars()], [team, ...calendars('Asia/Tokyo', 'UTC', 'Asia/Tokyo')])).toEqual({ kind: 'none' });
  });
});

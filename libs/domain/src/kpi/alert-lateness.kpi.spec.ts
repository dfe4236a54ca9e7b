import { at } from '../testing/clock-time.js';
import { asking, factsOfStories, given } from '../testing/given.js';
import { lead, type Story, subject } from '../testing/story.js';
import { alertLateness } from './alert-lateness.kpi.js';

const instant = (time: string): string => new Date(at(time)).toISOString();
const told = (raised: string, alert = 'a1', due = '09:05') => ({
  alert,
  step: 'due',
  due_at: instant(due),
  raised_at: instant(raised),
  to: 'ana',
});
const raisedAt = (story: Story, time: string, alert?: string, due?: string) => story.tell('alert.raised', time, told(time, alert, due));
const shownAt = (story: Story, time: string, heard = time) =>
  story.tell('alert.shown', heard, { ...told('09:05'), shown_at: instant(time) });
const lateness = (asOf?: string) => asking(alertLateness, {}, asOf);
const ada = lead('ada').arrived('09:00', { owner: 'ana' });

describe('alert-lateness', () => {
  it('is null while nobody was told of anything, and while a lead is late without an alert', () => {
    const nothing = {
      value: null,
      n: 0,
      mean: null,
      median: null,
      p90: null,
      p95: null,
      shown_median: null,
      shown_p95: null,
      excluded: {},
    };
    given().when(lateness()).then(nothing);
    given(ada).when(lateness()).then(nothing);
  });

  it('counts from the deadline until the alert was raised, in seconds, not until we heard of that', () => {
    const story = ada.tell('alert.raised', '09:06', told('09:05:00.250'));
    given(story).when(lateness()).then({ value: 0.25, n: 1, shown_median: null, shown_p95: null });
  });

  it('is 0 for an alert that was raised at the very instant', () => {
    given(raisedAt(ada, '09:05')).when(lateness()).then({ value: 0, n: 1 });
  });

  it('says beside it how late it was first shown, from when it was', () => {
    const story = shownAt(shownAt(raisedAt(ada, '09:05:00.100'), '09:05:02'), '09:05:09');
    given(story).when(lateness('09:05:01.999')).then({ value: 0.1, n: 1, shown_median: null, shown_p95: null });
    given(story).when(lateness('09:05:02')).then({ value: 0.1, n: 1, shown_median: 2, shown_p95: 2 });
    given(story).when(lateness()).then({ value: 0.1, n: 1, shown_median: 2, shown_p95: 2 });
  });

  it('counts an alert once, however often it is raised, and only once it was', () => {
    given(raisedAt(raisedAt(ada, '09:05:01'), '09:05:09'))
      .when(lateness())
      .then({ value: 1, n: 1 });
    given(shownAt(ada, '09:05:02')).when(lateness()).then({ value: null, n: 0, shown_median: null });
    given(raisedAt(ada, '09:05:01')).when(lateness('09:05:00.999')).then({ value: null, n: 0 });
  });

  it('counts what is shown before we hear that it was raised from then on', () => {
    const story = shownAt(ada, '09:05:01').tell('alert.raised', '09:06', told('09:05:00.500'));
    given(story).when(lateness()).then({ value: 0.5, n: 1, shown_median: 1 });
  });

  it('goes on counting an alert that was resolved or retracted: it was raised', () => {
    const story = raisedAt(ada, '09:05:01')
      .tell('alert.resolved', '09:06', told('09:05:01'))
      .tell('alert.retracted', '09:07', told('09:05:01'));
    given(story).when(lateness()).then({ value: 1, n: 1 });
  });

  it('is forgotten with the event that is taken back', () => {
    given(raisedAt(ada, '09:05:01').takenBack('09:06', 'e2')).when(lateness()).then({ value: null, n: 0 });
  });

  it('gives median and percentiles of several', () => {
    const leads = [1, 2, 4].map((seconds) => raisedAt(lead(`l${seconds}`).arrived('09:00'), `09:05:0${seconds}`));
    given(...leads.map((story, i) => (i === 0 ? shownAt(story, '09:05:03') : story)))
      .when(lateness())
      .then({ value: 2, n: 3, mean: 7 / 3, median: 2, p90: 3.6, p95: 3.8, shown_median: 3, shown_p95: 3 });
  });

  it('is placed by the deadline, not by when the alert was raised', () => {
    const story = raisedAt(ada, '10:00:01', 'a1', '09:59:59');
    const between = (from: string, to: string) => asking(alertLateness, { from: instant(from), to: instant(to) });
    given(story).when(between('09:00', '10:00')).then({ value: 2, n: 1 });
    given(story).when(between('10:00', '11:00')).then({ value: null, n: 0 });
  });

  it('is the owner’s when the alert was raised, whoever owns the lead when it is shown', () => {
    const luis = subject('luis').tell('rep.set', '08:00', { name: 'Luis', team: 'north', active: false });
    const story = shownAt(raisedAt(ada.assigned('09:02', 'luis'), '09:05:01').assigned('09:05:02', 'ana'), '09:05:03');
    given(luis, story)
      .when(asking(alertLateness, { by: 'rep,team' }))
      .then({ key: { rep: 'luis', team: 'north' }, value: 1, n: 1, shown_median: 3 });
  });

  it('has a row for each alert, which names its step and itself', () => {
    const rows = factsOfStories([raisedAt(ada, '09:05:01')]).filter(({ kind }) => kind === 'alert');
    expect(rows).toMatchObject([
      { n: 0, part: 'due', item: 'a1', at: at('09:05'), due: at('09:05'), from: at('09:05:01'), until: null, since: null, value: 1000 },
    ]);
  });
});

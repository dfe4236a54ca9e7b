import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { lateNow } from './late-now.kpi.js';
import { unassignedNow } from './unassigned-now.kpi.js';
import { waitingNow } from './waiting-now.kpi.js';

const ada = lead('ada').arrived('09:00', { owner: 'ana' });
const waiting = (asOf: string) => asking(waitingNow, {}, asOf);
const one = { value: 1, n: 1 };
const nobody = { value: 0, n: 0 };

describe('waiting-now', () => {
  it('counts from the arrival until the answer, that instant excluded', () => {
    const story = ada.called('09:03', 'ana');
    given(story).when(waiting('08:59:59')).then(nobody);
    given(story).when(waiting('09:00')).then(one);
    given(story).when(waiting('09:02:59')).then(one);
    given(story).when(waiting('09:03')).then(nobody);
  });

  it('counts again when the answer bounces or the closing is taken back, and also while paused', () => {
    given(ada.touched('09:01', { channel: 'email' }).touched('09:10', { channel: 'email', outcome: 'bounced' }))
      .when(waiting('09:10'))
      .then(one);
    given(ada.disqualified('09:01')).when(waiting('09:01')).then(nobody);
    given(ada.disqualified('09:01').qualified('09:10')).when(waiting('09:10')).then(one);
    given(ada.paused('09:01')).when(waiting('09:30')).then(one);
  });

  it('ends after thirty days', () => {
    given(ada).when(waiting('2026-12-02T08:59:59.999Z')).then(one);
    given(ada).when(waiting('2026-12-02T09:00:00Z')).then(nobody);
  });

  it('is the owner’s and the team’s of the moment, as the configuration has them then', () => {
    const by = (asOf: string) => asking(waitingNow, { by: 'rep,team' }, asOf);
    const reps = subject('ana')
      .tell('rep.set', '08:00', { name: 'Ana', team: 'north', active: false })
      .tell('rep.set', '10:00', { name: 'Ana', team: 'west', active: false });
    const story = ada.assigned('11:00', 'luis', 'south').assigned('12:00', null);
    given(reps, story)
      .when(by('09:30'))
      .then({ key: { rep: 'ana', team: 'north' }, ...one });
    given(reps, story)
      .when(by('10:00'))
      .then({ key: { rep: 'ana', team: 'west' }, ...one });
    given(reps, story)
      .when(by('11:00'))
      .then({ key: { rep: 'luis', team: 'south' }, ...one });
    given(reps, story)
      .when(by('12:00'))
      .then({ key: { rep: null, team: 'south' }, ...one });
  });
});

describe('late-now', () => {
  const late = (asOf: string) => asking(lateNow, {}, asOf);

  it('counts from the deadline on, exactly at it too', () => {
    given(ada).when(late('09:04:59.999')).then(nobody);
    given(ada).when(late('09:05')).then(one);
    given(ada.called('09:06', 'ana')).when(late('09:06')).then(nobody);
  });

  it('does not count while paused; a deadline that has passed stays passed', () => {
    given(ada.paused('09:10').resumed('09:20')).when(late('09:15')).then(nobody);
    given(ada.paused('09:10').resumed('09:20')).when(late('09:20')).then(one);
    given(ada.paused('09:01').resumed('09:20')).when(late('09:23:59')).then(nobody);
    given(ada.paused('09:01').resumed('09:20')).when(late('09:24')).then(one);
    given(ada.paused('09:05')).when(late('10:00')).then(nobody);
  });
});

describe('unassigned-now', () => {
  it('counts leads that wait without an owner', () => {
    const story = lead('ada').arrived('09:00').assigned('09:01', 'ana').assigned('09:02', null).called('09:03', 'ana');
    for (const [time, expected] of [
      ['09:00', one],
      ['09:01', nobody],
      ['09:02', one],
      ['09:03', nobody],
    ] as const)
      given(story)
        .when(asking(unassignedNow, {}, time))
        .then(expected);
  });
});

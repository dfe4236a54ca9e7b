import { emptyConfiguration } from '../configuration/configuration.js';
import { at } from '../testing/clock-time.js';
import { asking, factsOfStories, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { longestWaitTally } from './longest-wait.tally.js';
import { oldestWaiting } from './oldest-waiting.kpi.js';

const oldest = (asOf: string, params = {}) => asking(oldestWaiting, params, asOf);

describe('oldest-waiting', () => {
  it('is null when nobody waits', () => {
    given(lead('ada').arrived('09:00').called('09:01', 'ana')).when(oldest('09:01')).then({ value: null, n: 0, lead: null });
  });

  it('is the longest wait, and names its lead', () => {
    given(lead('ada').arrived('09:03'), lead('bob').arrived('09:00')).when(oldest('09:10')).then({ value: 600, n: 2, lead: 'bob' });
  });

  it('stands while the lead is paused, so that another may be older', () => {
    const story = lead('ada').arrived('09:00').paused('09:02').resumed('09:30');
    given(story).when(oldest('09:20')).then({ value: 120, n: 1 });
    given(story)
      .when(oldest('09:20', { clock: 'wall' }))
      .then({ value: 120 });
    given(story)
      .when(oldest('09:31', { clock: 'wall' }))
      .then({ value: 180 });
    given(story, lead('bob').arrived('09:10')).when(oldest('09:20')).then({ value: 600, lead: 'bob' });
  });

  it('does not grow outside of office hours on the working clock', () => {
    const office = subject('office').tell('calendar.set', '08:00', {
      zone: 'UTC',
      week: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] },
      holidays: [],
    });
    const team = subject('north').tell('team.set', '08:00', { name: 'North', calendar: 'office' });
    const story = lead('ada').arrived('17:50', { team: 'north' }).assigned('19:00', 'ana');
    given(office, team, story).when(oldest('20:00')).then({ value: 600 });
    given(office, team, story).when(oldest('tue 09:01')).then({ value: 660 });
    given(office, team, story)
      .when(oldest('20:00', { clock: 'wall' }))
      .then({ value: 7800 });
    const paused = story.paused('20:00');
    given(office, team, paused).when(oldest('21:00')).then({ value: 600 });
    given(office, team, paused)
      .when(oldest('21:00', { clock: 'wall' }))
      .then({ value: 7800 });
  });

  it('has the same answer after waits have come and gone in any order', () => {
    const facts = factsOfStories([lead('ada').arrived('09:00').assigned('09:05', 'ana'), lead('bob').arrived('09:01')]);
    const waits = facts.filter(({ kind }) => kind === 'wait');
    const tally = longestWaitTally('wall', emptyConfiguration)();
    for (const wait of waits) tally.add(wait);
    for (const wait of waits.filter(({ subject: name }) => name === 'ada')) tally.remove(wait);
    expect(tally.parts(at('09:02'))).toMatchObject([{ value: 60, fields: { lead: 'bob' } }]);
  });
});

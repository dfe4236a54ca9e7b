import { asking, factsOfStories, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { timeToAssign } from './time-to-assign.kpi.js';

describe('time-to-assign', () => {
  it('is empty while nothing has come', () => {
    given().when(asking(timeToAssign)).then({ key: {}, value: null, mean: null, n: 0, excluded: {} });
  });

  it('counts from the arrival to the first owner, not to the second', () => {
    given(lead('ada').arrived('09:00').assigned('09:02', 'luis').assigned('09:30', 'ana'))
      .when(asking(timeToAssign, { by: 'rep' }))
      .then({ key: { rep: 'luis' }, value: 120, n: 1 });
  });

  it('is 0 s where the lead arrived with an owner, and counts a claim', () => {
    given(lead('ada').arrived('09:00', { owner: 'luis' }), lead('bob').arrived('09:00').assigned('09:01', null).claimed('09:07', 'ana'))
      .when(asking(timeToAssign, { by: 'rep' }))
      .then({ key: { rep: 'ana' }, value: 420, n: 1 }, { key: { rep: 'luis' }, value: 0, n: 1 });
  });

  it('leaves a lead out as unassigned until the very instant of its owner', () => {
    const ada = lead('ada').arrived('09:00').assigned('09:02', 'luis', 'north').assigned('09:05', null);
    given(ada)
      .when(asking(timeToAssign, { by: 'rep' }, '09:01:59.999'))
      .then({ key: { rep: null }, value: null, n: 0, excluded: { unassigned: 1 } });
    given(ada)
      .when(asking(timeToAssign, { by: 'rep,team' }, '09:02'))
      .then({ key: { rep: 'luis', team: 'north' }, value: 120, excluded: {} });
    given(ada)
      .when(asking(timeToAssign, { by: 'rep,team' }))
      .then({ key: { rep: 'luis', team: 'north' }, value: 120, excluded: {} });
  });

  it('knows an owner from before the arrival, and one who had given the lead back by then no more', () => {
    given(lead('ada').assigned('08:00', 'luis').arrived('09:00').assigned('09:30', 'ana'))
      .when(asking(timeToAssign, { by: 'rep' }))
      .then({ key: { rep: 'luis' }, value: 0, n: 1 });
    given(lead('ada').assigned('08:00', 'luis').assigned('08:30', null).arrived('09:00').assigned('09:30', 'ana'))
      .when(asking(timeToAssign, { by: 'rep' }))
      .then({ key: { rep: 'ana' }, value: 1800, n: 1, excluded: {} });
  });

  it('is placed by the arrival; a lead without one is left out, counted where no window is asked', () => {
    const ada = lead('ada').arrived('09:00').assigned('11:00', 'luis');
    const window = { from: '2026-11-02T08:00:00Z', to: '2026-11-02T10:00:00Z' };
    given(ada, lead('bob').assigned('09:30', 'ana')).when(asking(timeToAssign, window)).then({ value: 7200, n: 1, excluded: {} });
    given(ada, lead('bob').assigned('09:30', 'ana'))
      .when(asking(timeToAssign))
      .then({ value: 7200, n: 1, excluded: { no_arrival: 1 } });
  });

  it('goes by the clock that is asked: office hours, and pauses off both', () => {
    const office = subject('office').tell('calendar.set', '08:00', {
      zone: 'UTC',
      week: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] },
      holidays: [],
    });
    const north = subject('north').tell('team.set', '08:00', { name: 'North', calendar: 'office' });
    const story = lead('ada').arrived('17:00', { team: 'north' }).paused('17:10').resumed('17:40').assigned('tue 09:05', 'luis');
    given(office, north, story).when(asking(timeToAssign)).then({ value: 2100, n: 1 });
    given(office, north, story)
      .when(asking(timeToAssign, { clock: 'wall' }))
      .then({ value: 56_100, n: 1 });
  });

  it('needs no row beside the arrival’s, where that can say it', () => {
    const facts = factsOfStories([lead('ada').arrived('09:00').assigned('09:02', 'luis')]);
    expect(facts.filter(({ kind }) => kind === 'assign')).toEqual([]);
  });
});

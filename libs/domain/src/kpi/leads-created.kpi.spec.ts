import { asking, given } from '../testing/given.js';
import { lead } from '../testing/story.js';
import { leadsCreated } from './leads-created.kpi.js';
import { timeToAssign } from './time-to-assign.kpi.js';
import { wonRevenue } from './won-revenue.kpi.js';

describe('leads-created', () => {
  it('is 0 while nothing has come', () => {
    given().when(asking(leadsCreated)).then({ key: {}, value: 0, n: 0, excluded: {} });
  });

  it('counts a lead once, at its earliest lead.created', () => {
    const ada = lead('ada').arrived('09:05').arrived('09:00');
    given(ada, lead('bob').arrived('10:00'))
      .when(asking(leadsCreated, { from: '2026-11-02T09:00:00Z', to: '2026-11-02T10:00:00Z' }))
      .then({ value: 1, n: 1 });
    given(ada)
      .when(asking(leadsCreated, { from: '2026-11-02T09:05:00Z', to: '2026-11-02T10:00:00Z' }))
      .then({ value: 0 });
  });

  it('keeps the team of the first lead.created: a later one fills what is unset, an assignment names anew', () => {
    const told = lead('ada').arrived('09:00', { team: 'south' }).arrived('09:01', { team: 'north', origin: 'event' });
    const deal = { amount: { amount: 5, currency: 'EUR' } };
    given(told.won('10:00', deal))
      .when(asking(wonRevenue, { by: 'team,origin' }))
      .then({ key: { team: 'south', origin: 'event' }, value: 5 });
    given(lead('ada').arrived('09:00').arrived('09:01', { team: 'north' }).won('10:00', deal))
      .when(asking(wonRevenue, { by: 'team' }))
      .then({ key: { team: 'north' }, value: 5 });
    given(told.assigned('09:30', 'ana', 'west').won('10:00', deal))
      .when(asking(wonRevenue, { by: 'team' }))
      .then({ key: { team: 'west' }, value: 5 });
  });

  it('leaves out a lead without arrival, and says so where no window is asked', () => {
    const story = lead('ada').called('09:00', 'ana');
    given(story)
      .when(asking(leadsCreated))
      .then({ value: 0, excluded: { no_arrival: 1 } });
    given(story)
      .when(asking(leadsCreated, { window: 'week' }))
      .then({ value: 0, excluded: {} });
    given(story.arrived('10:00')).when(asking(leadsCreated)).then({ value: 1, excluded: {} });
  });

  it('credits whose it was at the instant of the first owner, as time-to-assign does, where two became it at once', () => {
    const ada = lead('ada').arrived('09:00').assigned('09:02', 'luis', 'north').assigned('09:02', 'ana').assigned('09:05', 'mark');
    const bob = lead('bob').arrived('09:00').assigned('09:02', 'luis').assigned('09:02', null).assigned('09:05', 'mark');
    for (const kpi of [leadsCreated, timeToAssign])
      given(ada, bob)
        .when(asking(kpi, { by: 'rep' }))
        .then({ key: { rep: 'ana' }, n: 1 }, { key: { rep: 'mark' }, n: 1 });
  });

  it('credits the first owner from when he was one, with the team named by then', () => {
    const ada = lead('ada').arrived('09:00').assigned('09:10', 'luis', 'north').assigned('09:20', 'ana', 'south');
    given(ada)
      .when(asking(leadsCreated, { by: 'rep,team' }, '09:09:59'))
      .then({ key: { rep: null, team: null }, value: 1 });
    given(ada)
      .when(asking(leadsCreated, { by: 'rep,team' }))
      .then({ key: { rep: 'luis', team: 'north' }, value: 1 });
  });

  it('counts an attribute from the instant at which it was named', () => {
    const ada = lead('ada').arrived('09:00').arrived('09:30', { origin: 'event' });
    given(ada)
      .when(asking(leadsCreated, { by: 'origin' }, '09:29'))
      .then({ key: { origin: null }, value: 1 });
    given(ada)
      .when(asking(leadsCreated, { by: 'origin' }, '09:30'))
      .then({ key: { origin: 'event' }, value: 1 });
  });
});

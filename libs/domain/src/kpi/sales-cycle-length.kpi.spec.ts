import { asking, given } from '../testing/given.js';
import { lead } from '../testing/story.js';
import { salesCycleLength } from './sales-cycle-length.kpi.js';

const hour = 3600;
const from = (start: string) => ({ start });

describe('sales cycle length', () => {
  it('is null while nothing is won', () => {
    given(lead('ada').arrived('09:00').opened('10:00').lost('11:00'))
      .when(asking(salesCycleLength))
      .then({ value: null, n: 0, excluded: {} });
  });

  it('runs from the arrival, the first contact or the opening of the deal to the win', () => {
    const ada = lead('ada').arrived('09:00').called('10:00', 'ana', 'connected').opened('12:00').won('19:00');
    const cycles = { lead: 10, contact: 9, deal: 7 };
    for (const [start, hours] of Object.entries(cycles))
      given(ada)
        .when(asking(salesCycleLength, from(start)))
        .then({ value: hours * hour, mean: hours * hour, n: 1, excluded: {} });
  });

  it('says why a deal has no start', () => {
    given(lead('ada').won('10:00'))
      .when(asking(salesCycleLength))
      .then({ n: 0, excluded: { no_arrival: 1 } });
    given(lead('ada').arrived('09:00').won('10:00'))
      .when(asking(salesCycleLength, from('contact')))
      .then({ n: 0, excluded: { no_contact: 1 } });
    given(lead('ada').arrived('09:00').revised('09:30', { product: 'gold' }).won('10:00'))
      .when(asking(salesCycleLength, from('deal')))
      .then({ value: null, n: 0, excluded: { no_opening: 1 } });
  });

  it('leaves out what started after the win, and keeps 0 s', () => {
    const late = lead('ada').won('10:00').arrived('11:00').called('12:00', 'ana', 'connected').opened('13:00');
    given(late)
      .when(asking(salesCycleLength))
      .then({ n: 0, excluded: { negative: 1 } });
    for (const start of ['contact', 'deal'])
      given(late)
        .when(asking(salesCycleLength, from(start)))
        .then({ n: 0, excluded: { negative: 1 } });
    // before it was known there was no start at all
    given(late)
      .when(asking(salesCycleLength, {}, '10:30'))
      .then({ n: 0, excluded: { no_arrival: 1 } });
    given(lead('ada').arrived('10:00').opened('10:00').won('10:00'))
      .when(asking(salesCycleLength, from('deal')))
      .then({ value: 0, n: 1, excluded: {} });
  });

  it('takes a change of stage, or a reopening, for the opening where that came first', () => {
    given(lead('ada').arrived('09:00').moved('10:00', 'talk').opened('11:00', 'talk').won('12:00'))
      .when(asking(salesCycleLength, from('deal')))
      .then({ value: 2 * hour });
    given(lead('ada').arrived('09:00').lost('10:00').reopened('11:00').won('12:00'))
      .when(asking(salesCycleLength, from('deal')))
      .then({ value: hour });
  });

  it('counts each won deal once, at its win, with the last win after a reopening', () => {
    const ada = lead('ada').arrived('09:00').opened('09:00').won('10:00').won('11:00').reopened('12:00').won('13:00');
    given(ada)
      .when(asking(salesCycleLength, {}, '11:30'))
      .then({ value: hour, n: 1 });
    given(ada)
      .when(asking(salesCycleLength, {}, '12:30'))
      .then({ n: 0 });
    given(ada)
      .when(asking(salesCycleLength))
      .then({ value: 4 * hour, n: 1 });
    given(ada)
      .when(asking(salesCycleLength, { window: 'today' }, 'tue 12:00'))
      .then({ n: 0 });
  });

  it('gives the middle and the tail over deals, credited to who won them', () => {
    const won = (name: string, time: string) => lead(name).arrived('09:00', { owner: 'ana' }).assigned('09:30', 'luis').won(time);
    given(won('a', '10:00'), won('b', '11:00'), won('c', '15:00'))
      .when(asking(salesCycleLength, { by: 'rep' }))
      .then({ key: { rep: 'luis' }, value: 2 * hour, mean: 3 * hour, n: 3, p90: 5.2 * hour });
  });
});

import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { leadCloseRatio } from './lead-close-ratio.kpi.js';

const answered = (name: string, rep = 'ana') => lead(name).arrived('09:00').called('09:05', rep);

describe('lead-close-ratio', () => {
  it('is null while nobody is answered', () => {
    given(lead('ada').arrived('09:00').opened('10:00').won('11:00'))
      .when(asking(leadCloseRatio))
      .then({ key: {}, value: null, n: 0, excluded: {} });
  });

  it('is the share of leads with a won deal among those answered; a lead that buys twice is one', () => {
    given(
      answered('ada').opened('10:00').won('11:00').opened('12:00', 'new', { deal: 'd2' }).won('13:00', { deal: 'd2' }),
      answered('bob').opened('10:00').lost('11:00'),
      answered('cleo').opened('10:00'),
      answered('dan'),
      lead('eva').arrived('09:00'),
    )
      .when(asking(leadCloseRatio))
      .then({ value: 0.25, n: 4 });
  });

  it('holds while a deal is won: not before, not once it is reopened, unless another is', () => {
    const ada = answered('ada')
      .opened('10:00')
      .won('11:00')
      .reopened('12:00')
      .opened('13:00', 'new', { deal: 'd2' })
      .won('14:00', { deal: 'd2' });
    const wonAt = (time: string, value: number) =>
      given(ada)
        .when(asking(leadCloseRatio, {}, time))
        .then({ value, n: 1 });
    wonAt('10:59:59.999', 0);
    wonAt('11:00', 1);
    wonAt('12:00', 0);
    wonAt('14:00', 1);
  });

  it('is placed by the arrival, and is who answered first’s, whoever owns the lead or won the deal', () => {
    const ada = lead('ada')
      .arrived('09:00', { owner: 'cem' })
      .called('09:05', 'ana')
      .called('09:10', 'luis')
      .opened('10:00', 'new', { rep: 'luis' })
      .won('11:00');
    given(ada)
      .when(asking(leadCloseRatio, { by: 'rep', from: '2026-11-02T09:00:00Z', to: '2026-11-02T09:00:01Z' }))
      .then({ key: { rep: 'ana' }, value: 1, n: 1 });
    given(ada)
      .when(asking(leadCloseRatio, { from: '2026-11-02T10:00:00Z', to: '2026-11-02T12:00:00Z' }))
      .then({ value: null, n: 0 });
  });

  it('counts a lead once where the clocks differ', () => {
    const office = subject('office').tell('calendar.set', '08:00', { zone: 'UTC', week: { mon: [['09:00', '18:00']] }, holidays: [] });
    const north = subject('north').tell('team.set', '08:00', { name: 'North', calendar: 'office' });
    given(office, north, lead('ada').arrived('17:55', { team: 'north' }).called('18:30', 'ana').opened('19:00').won('20:00'))
      .when(asking(leadCloseRatio))
      .then({ value: 1, n: 1 });
  });

  it('counts a lead without arrival as such where no window is asked', () => {
    given(lead('ada').called('09:05', 'ana').opened('10:00').won('11:00'))
      .when(asking(leadCloseRatio))
      .then({ value: null, n: 0, excluded: { no_arrival: 1 } });
  });
});

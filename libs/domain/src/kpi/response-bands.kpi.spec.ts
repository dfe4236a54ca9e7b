import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { responseBands } from './response-bands.kpi.js';

const answered = (name: string, time: string) => lead(name).arrived('09:00').called(time, 'ana');
const band = (name: string, value: number, n: number) => ({ key: { band: name }, value, n, share: n === 0 ? null : value / n });

describe('response-bands', () => {
  it('gives all five bands in their order, also while nothing has come', () => {
    given()
      .when(asking(responseBands))
      .then(band('0-5', 0, 0), band('5-15', 0, 0), band('15-60', 0, 0), band('60+', 0, 0), band('unanswered', 0, 0));
  });

  it('an answer on the bound of a band is in it', () => {
    given(
      ...['09:05', '09:05:01', '09:15', '09:15:01', '10:00', '10:00:01', '23:00'].map((time, i) => answered(`l${i}`, time)),
      lead('bob').arrived('09:00'),
    )
      .when(asking(responseBands))
      .then(band('0-5', 1, 8), band('5-15', 2, 8), band('15-60', 2, 8), band('60+', 2, 8), band('unanswered', 1, 8));
  });

  it('credits the first owner, answered or not', () => {
    given(lead('ada').arrived('09:00', { owner: 'luis' }).called('09:01', 'ana'))
      .when(asking(responseBands, { rep: 'luis' }))
      .then(band('0-5', 1, 1), band('5-15', 0, 1), band('15-60', 0, 1), band('60+', 0, 1), band('unanswered', 0, 1));
  });

  it('goes by the clock that is asked', () => {
    const office = subject('office').tell('calendar.set', '08:00', {
      zone: 'UTC',
      week: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] },
      holidays: [],
    });
    const team = subject('north').tell('team.set', '08:00', { name: 'North', calendar: 'office' });
    const story = lead('ada').arrived('17:55', { team: 'north' }).called('tue 09:05', 'ana');
    given(office, team, story)
      .when(asking(responseBands))
      .then(band('0-5', 0, 1), band('5-15', 1, 1), band('15-60', 0, 1), band('60+', 0, 1), band('unanswered', 0, 1));
    given(office, team, story)
      .when(asking(responseBands, { clock: 'wall' }))
      .then(band('0-5', 0, 1), band('5-15', 0, 1), band('15-60', 0, 1), band('60+', 1, 1), band('unanswered', 0, 1));
  });

  it('counts a lead with only a touch before its arrival as unanswered', () => {
    given(lead('ada').called('08:59', 'ana').arrived('09:00'))
      .when(asking(responseBands))
      .then(band('0-5', 0, 1), band('5-15', 0, 1), band('15-60', 0, 1), band('60+', 0, 1), band('unanswered', 1, 1));
  });
});

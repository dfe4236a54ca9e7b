import { at } from '../testing/clock-time.js';
import { type Story, subject } from '../testing/story.js';
import { lateCause } from './late-cause.js';
import { type LateLead, lateClock } from './late-clock.js';
import { late, open, rep, staffed, team } from './testing/staffed.js';

const said = (who: Story, ...statuses: readonly (readonly [string, 'available' | 'on_call' | 'away'])[]): Story =>
  statuses.reduce((story, [time, status]) => story.tell('rep.status_changed', time, { status }), who);

/** Ana works from nine to six with an hour for lunch at one; the clock of her team runs from eight to eight. */
const floor = [open('long', ['08:00', '20:00']), open('desk', ['09:00', '13:00'], ['14:00', '18:00']), team('north', 'long')];
const ana = rep('ana', 'north', { calendar: 'desk' });
const causeOf = (stories: readonly Story[], lead: LateLead) => {
  const { configuration, cover } = staffed(stories);
  return lateCause(configuration, cover, lead);
};

describe('a late lead of a team whose clock ran', () => {
  it('came into hours that are nobody’s, or was due in them: the calendars that left them are named', () => {
    expect(causeOf([...floor, ana], late('13:20', '13:25'))).toEqual({ cause: 'hours', at: at('13:20'), calendars: ['desk'] });
    expect(causeOf([...floor, ana], late('12:58', '13:03'))).toEqual({ cause: 'hours', at: at('13:03') - 1, calendars: ['desk'] });
    expect(causeOf([...floor, ana], late('13:58', '14:03'))).toMatchObject({ cause: 'hours', at: at('13:58') });
  });

  it('due at the very end of somebody’s hours, or come at their very beginning, had somebody', () => {
    expect(causeOf([...floor, ana], late('12:55', '13:00'))).toMatchObject({ cause: 'there', calendars: [] });
    expect(causeOf([...floor, ana], late('12:55', '13:00:00.001'))).toMatchObject({ cause: 'hours' });
    expect(causeOf([...floor, ana], late('14:00', '14:05'))).toMatchObject({ cause: 'there' });
    expect(causeOf([...floor, ana], late('13:59:59.999', '14:04:59.999'))).toMatchObject({ cause: 'hours' });
  });

  it('had somebody where one other of the team was there', () => {
    const luis = rep('luis', 'north', { calendar: 'long' });
    expect(causeOf([...floor, ana, luis], late('13:20', '13:25'))).toMatchObject({ cause: 'there' });
    expect(causeOf([...floor, ana, rep('luis', 'south')], late('13:20', '13:25'))).toMatchObject({ cause: 'hours' });
    expect(causeOf([...floor, ana, rep('luis', 'south')], late('13:20', '13:25', { team: null }))).toMatchObject({ cause: 'there' });
  });

  it('came on a day on which all who work at such an hour were off', () => {
    const off = rep('ana', 'north', { calendar: 'desk', days_off: ['2026-11-02'] });
    expect(causeOf([...floor, off], late('10:00', '10:05'))).toEqual({ cause: 'day_off', at: at('10:00'), calendars: [] });
    expect(causeOf([...floor, off], late('tue 10:00', 'tue 10:05'))).toMatchObject({ cause: 'there' });
    // at one she would not have worked either
    expect(causeOf([...floor, off], late('13:20', '13:25'))).toMatchObject({ cause: 'hours', calendars: ['desk'] });
  });

  it('came while all who worked were away or on a call, to the very instant', () => {
    const away = said(ana, ['10:00', 'away'], ['10:30', 'available']);
    expect(causeOf([...floor, away], late('10:10', '10:15'))).toEqual({ cause: 'away', at: at('10:10'), calendars: [] });
    expect(causeOf([...floor, away], late('10:30', '10:35'))).toMatchObject({ cause: 'there' });
    expect(causeOf([...floor, away], late('09:55', '10:00'))).toMatchObject({ cause: 'there' });
    const busy = [...floor, away, said(rep('luis', 'north', { calendar: 'desk' }), ['09:00', 'on_call'])];
    expect(causeOf(busy, late('10:10', '10:15'))).toMatchObject({ cause: 'on_call' });
  });

  it('came to a team without an active rep', () => {
    expect(causeOf(floor, late('10:00', '10:05'))).toEqual({ cause: 'nobody', at: at('10:00'), calendars: [] });
    expect(causeOf([...floor, rep('ana', 'north', { active: false })], late('10:00', '10:05'))).toMatchObject({ cause: 'nobody' });
  });

  it('is judged by the hours, the team and the days that held then', () => {
    const moves = ana.tell('rep.set', 'tue 12:00', { name: 'Ana', team: 'south', active: true });
    expect(causeOf([...floor, moves], late('tue 11:50', 'tue 11:55'))).toMatchObject({ cause: 'there' });
    expect(causeOf([...floor, moves], late('tue 12:00', 'tue 12:05'))).toMatchObject({ cause: 'nobody' });
  });
});

describe('a late lead that came while its clock stood', () => {
  const long = rep('ana', 'north');
  it('waited for the opening with all the others, if somebody was there then', () => {
    expect(causeOf([...floor, long], late('03:00', '08:05'))).toEqual({ cause: 'closed', at: at('03:00'), calendars: ['long'] });
    expect(causeOf([...floor, long], late('07:59:59.999', '08:05'))).toMatchObject({ cause: 'closed' });
    expect(causeOf([...floor, long], late('08:00', '08:05'))).toMatchObject({ cause: 'there' });
  });

  it('fell into the hours that are nobody’s after the opening', () => {
    expect(causeOf([...floor, ana], late('03:00', '08:05'))).toEqual({ cause: 'hours', at: at('08:00'), calendars: ['desk'] });
  });
});

describe('the clock of a late lead', () => {
  it('is that of its policy, else of the team that was named, where exactly the target has passed', () => {
    const policy = subject('web').tell('policy.set', '2026-10-01T08:00:00Z', {
      order: 1,
      match: { origin: ['web'] },
      calendar: 'desk',
      targets: { answer_s: 600 },
      steps: [],
    });
    const stories = [...floor, policy, rep('ana', 'north', { calendar: 'long' })];
    expect(causeOf(stories, late('13:20', '14:10', { origin: 'web' }))).toMatchObject({ cause: 'closed', calendars: ['desk'] });
    expect(causeOf(stories, late('13:20', '13:25'))).toMatchObject({ cause: 'there' });
    // no event had named a team, so that its clock ran all night: nobody works then
    expect(causeOf(stories, late('03:00', '03:05'))).toEqual({ cause: 'hours', at: at('03:00'), calendars: ['long'] });
    // it was paused for an hour
    expect(causeOf(stories, late('07:00', '09:05'))).toMatchObject({ cause: 'closed', calendars: ['long'] });
  });

  it('is that of a policy without a team, too, where the team was named later', () => {
    const match = { origin: ['web'] };
    const policy = subject('web').tell('policy.set', '2026-10-01T08:00:00Z', { order: 1, match, targets: { answer_s: 600 }, steps: [] });
    const stories = [...floor, policy, rep('ana', 'north', { calendar: 'long' })];
    expect(causeOf(stories, late('03:00', '03:10', { origin: 'web' }))).toMatchObject({ cause: 'hours', at: at('03:00') });
  });

  it('is open at any hour by a calendar that nobody has set', () => {
    const { configuration } = staffed([team('north', 'nowhere')]);
    const clock = { calendar: null, startedAt: at('03:00'), endedAt: at('03:05') - 1, stood: false };
    expect(lateClock(configuration, late('03:00', '03:05'))).toEqual(clock);
    expect(lateClock(configuration, late('03:00', '03:00'))).toEqual({ ...clock, endedAt: at('03:00') });
  });
});

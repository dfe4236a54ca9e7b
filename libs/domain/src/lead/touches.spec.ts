import { at } from '../testing/clock-time.js';
import { lead, type Story } from '../testing/story.js';
import { foldSubject } from './fold-subject.js';

const touchesOf = (story: Story) => foldSubject(story.events).state.touches;
const booked = lead('ada').touched('09:00', { touchpoint: 'm', channel: 'meeting', rep: 'ana', outcome: 'booked' });

describe('touchpoints', () => {
  it('a second record is the next outcome; start, channel, direction, actor and rep stay the first', () => {
    const story = booked.touched('10:00', {
      touchpoint: 'm',
      channel: 'call',
      direction: 'inbound',
      actor: 'ai',
      rep: 'luis',
      outcome: 'held',
      duration_s: 60,
      self_booked: true,
    });
    expect(touchesOf(story)).toEqual([
      {
        id: 'm',
        at: at('09:00'),
        order: 0,
        channel: 'meeting',
        direction: 'outbound',
        actor: 'human',
        rep: 'ana',
        outcomes: [
          { at: at('09:00'), order: 0, outcome: 'booked' },
          { at: at('10:00'), order: 1, outcome: 'held' },
        ],
        durations: [{ at: at('10:00'), seconds: 60 }],
        selfBooked: [{ at: at('10:00'), selfBooked: true }],
      },
    ]);
  });

  it('a corrected outcome takes the place of the latest one, at its instant; other fields are true from the start', () => {
    const story = booked.touched('10:00', { touchpoint: 'm', outcome: 'held', duration_s: 60 }).corrected('12:00', 'm', {
      outcome: 'no_show',
      rep: 'rosa',
      duration_s: 30,
      channel: 'demo',
      direction: 'inbound',
      actor: 'ai',
      self_booked: false,
    });
    expect(touchesOf(story)).toMatchObject([
      {
        rep: 'rosa',
        channel: 'demo',
        direction: 'inbound',
        actor: 'ai',
        outcomes: [{ outcome: 'booked' }, { at: at('10:00'), outcome: 'no_show' }],
        durations: [{ at: at('09:00'), seconds: 30 }],
        selfBooked: [{ at: at('09:00'), selfBooked: false }],
      },
    ]);
  });

  it('a first record may say how long it took and who booked it, and a correction leaves what it does not name', () => {
    const first = lead('ada').touched('09:00', {
      touchpoint: 'm',
      channel: 'meeting',
      outcome: 'booked',
      duration_s: 60,
      self_booked: true,
    });
    const whole = {
      outcomes: [{ at: at('09:00'), order: 0, outcome: 'booked' }],
      durations: [{ at: at('09:00'), seconds: 60 }],
      selfBooked: [{ at: at('09:00'), selfBooked: true }],
    };
    expect(touchesOf(first)).toMatchObject([whole]);
    expect(touchesOf(first.touched('10:00', { touchpoint: 'm' }))).toMatchObject([whole]);
    expect(touchesOf(first.corrected('10:00', 'm', { rep: 'rosa' }))).toMatchObject([{ ...whole, rep: 'rosa' }]);
  });

  it('of several outcomes a correction replaces the last alone', () => {
    const story = booked
      .touched('10:00', { touchpoint: 'm', outcome: 'no_show' })
      .touched('11:00', { touchpoint: 'm', outcome: 'held' })
      .corrected('12:00', 'm', { outcome: 'cancelled' });
    expect(touchesOf(story)[0]?.outcomes.map(({ at: when, outcome }) => [when, outcome])).toEqual([
      [at('09:00'), 'booked'],
      [at('10:00'), 'no_show'],
      [at('11:00'), 'cancelled'],
    ]);
  });

  it('an outcome corrected where there was none stands from the start', () => {
    const story = lead('ada').touched('09:00', { touchpoint: 'c' }).corrected('12:00', 'c', { outcome: 'connected' });
    expect(touchesOf(story)[0]?.outcomes).toEqual([{ at: at('09:00'), order: 0, outcome: 'connected' }]);
  });

  it('a correction sorted before the record changes nothing', () => {
    expect(touchesOf(booked.corrected('08:00', 'm', { outcome: 'held' }).retracted('08:30', 'm'))).toEqual(touchesOf2(booked));
  });

  it('a record after a retraction is a new touchpoint', () => {
    const story = booked.retracted('10:00', 'm');
    expect(touchesOf(story)).toEqual([]);
    expect(touchesOf(story.touched('11:00', { touchpoint: 'm', rep: 'luis' }))).toMatchObject([{ id: 'm', at: at('11:00'), rep: 'luis' }]);
  });
});

/** The order of an event counts those before it, also those that change nothing. */
const touchesOf2 = (story: Story) =>
  touchesOf(story).map((touch) => ({ ...touch, order: 2, outcomes: touch.outcomes.map((change) => ({ ...change, order: 2 })) }));

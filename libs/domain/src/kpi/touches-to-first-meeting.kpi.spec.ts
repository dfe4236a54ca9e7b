import { asking, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { touchesToFirstMeeting } from './touches-to-first-meeting.kpi.js';

const meeting = { touchpoint: 'm', channel: 'meeting' } as const;
const booked = asking(touchesToFirstMeeting);
const held = asking(touchesToFirstMeeting, { basis: 'held' });

describe('touches to the first meeting', () => {
  it('says nothing of nobody', () => {
    given().when(booked).then({ value: null, n: 0, mean: null, p90: null, excluded: {} });
  });

  it('counts outbound touches by people before the booking, and the booking if it is outbound', () => {
    const ada = lead('ada')
      .arrived('09:00')
      .called('09:01', 'luis')
      .touched('09:02', { touchpoint: 'mail', channel: 'email', outcome: 'sent' })
      .touched('09:03', { touchpoint: 'bot', channel: 'sms', actor: 'automated' })
      .touched('09:04', { touchpoint: 'todo', channel: 'task' })
      .touched('09:05', { touchpoint: 'theirs', channel: 'email', direction: 'inbound' })
      .touched('09:10', { ...meeting, outcome: 'booked' })
      .called('09:20', 'luis');
    given(ada).when(booked).then({ value: 3, n: 1 });
    given(ada)
      .when(asking(touchesToFirstMeeting, { actor: 'any' }))
      .then({ value: 4, n: 1 });
  });

  it.each(['demo', 'visit'] as const)('takes a %s that was held for a meeting, and a call for none', (channel) => {
    const ada = lead('ada').arrived('09:00').called('09:01', 'luis', 'held');
    given(ada.touched('09:10', { touchpoint: 'd', channel }).touched('10:00', { touchpoint: 'd', channel, outcome: 'held' }))
      .when(held)
      .then({ value: 1, n: 1 });
  });

  it('does not count a booking that came in', () => {
    given(
      lead('ada')
        .arrived('09:00')
        .called('09:01', 'luis')
        .touched('09:10', { ...meeting, direction: 'inbound', outcome: 'booked' }),
    )
      .when(booked)
      .then({ value: 1, n: 1 });
  });

  it('takes a call for the booking, and does not count that call twice', () => {
    const call = { touchpoint: 'c', rep: 'luis' };
    given(
      lead('ada')
        .arrived('09:00')
        .touched('09:01', { ...call, outcome: 'no_answer' })
        .touched('09:05', { ...call, outcome: 'booked' }),
    )
      .when(booked)
      .then({ value: 1, n: 1 });
  });

  it('counts neither a touch at the very instant of the meeting nor one before the arrival', () => {
    given(
      lead('ada')
        .called('08:59', 'luis')
        .arrived('09:00')
        .called('09:00', 'luis')
        .touched('09:10', { ...meeting, outcome: 'booked' })
        .called('09:10', 'luis'),
    )
      .when(booked)
      .then({ value: 2, n: 1 });
  });

  it('takes the first meeting, demo or visit held for basis=held, without the meeting itself', () => {
    const ada = lead('ada')
      .arrived('09:00')
      .called('09:01', 'luis')
      .touched('09:10', { ...meeting, outcome: 'booked' })
      .touched('10:00', { touchpoint: 'c', outcome: 'held' })
      .touched('11:00', { ...meeting, outcome: 'held' });
    given(ada).when(held).then({ value: 2, n: 1 });
    given(ada)
      .when(asking(touchesToFirstMeeting, { basis: 'held' }, '10:59'))
      .then({ n: 0, excluded: { none: 1 } });
  });

  it('remembers a meeting that was cancelled later as booked', () => {
    given(
      lead('ada')
        .arrived('09:00')
        .touched('09:10', { ...meeting, outcome: 'booked' })
        .touched('10:00', { ...meeting, outcome: 'cancelled' }),
    )
      .when(booked)
      .then({ value: 1, n: 1 });
  });

  it('leaves out meetings that leads booked alone, from when we knew', () => {
    const ada = lead('ada')
      .arrived('09:00')
      .touched('09:10', { ...meeting, outcome: 'booked' })
      .touched('10:00', { ...meeting, outcome: 'held', self_booked: true });
    given(ada)
      .when(booked)
      .then({ n: 0, excluded: { self_booked: 1 } });
    given(ada)
      .when(asking(touchesToFirstMeeting, {}, '09:59'))
      .then({ n: 1, excluded: {} });
  });

  it('counts leads without one by their arrival, and leads that never arrived only for all time', () => {
    const stories = [lead('ada').arrived('09:00'), lead('bob').touched('tue 09:00', { ...meeting, outcome: 'booked' })];
    given(...stories)
      .when(booked)
      .then({ n: 0, excluded: { no_arrival: 1, none: 1 } });
    given(...stories)
      .when(asking(touchesToFirstMeeting, { window: 'today' }, '12:00'))
      .then({ n: 0, excluded: { none: 1 } });
    given(...stories)
      .when(asking(touchesToFirstMeeting, { window: 'today' }, 'tue 12:00'))
      .then({ n: 0, excluded: {} });
  });

  it('credits the rep of the meeting, else the owner, and a lead without one to its first owner', () => {
    given(
      lead('ada')
        .arrived('09:00', { owner: 'ana' })
        .touched('09:10', { ...meeting, rep: 'luis', outcome: 'booked' }),
      lead('bob')
        .arrived('09:00', { owner: 'ana' })
        .touched('09:10', { ...meeting, outcome: 'booked' }),
      lead('cem').arrived('09:00').assigned('09:30', 'eve').assigned('09:40', 'ana'),
      subject('kim').tell('rep.set', '08:00', { name: 'Kim', team: 'north', active: true }),
    )
      .when(asking(touchesToFirstMeeting, { by: 'rep' }))
      .then(
        { key: { rep: 'ana' }, n: 1 },
        { key: { rep: 'eve' }, n: 0, excluded: { none: 1 } },
        { key: { rep: 'kim' }, n: 0, excluded: {} },
        { key: { rep: 'luis' }, n: 1 },
      );
  });
});

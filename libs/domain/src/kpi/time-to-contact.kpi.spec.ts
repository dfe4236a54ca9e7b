import { asking, factsOfStories, given } from '../testing/given.js';
import { lead, subject } from '../testing/story.js';
import { timeToContact } from './time-to-contact.kpi.js';

describe('time-to-contact', () => {
  it('is empty while there was no contact: an attempt is none', () => {
    given(lead('ada').arrived('09:00').called('09:04', 'ana', 'voicemail'))
      .when(asking(timeToContact))
      .then({ key: {}, value: null, n: 0, excluded: {} });
  });

  it('counts to the call that connected, not to the one before; it is who made it', () => {
    given(
      lead('ada')
        .arrived('09:00', { owner: 'luis' })
        .called('09:04', 'luis')
        .called('09:20', 'ana', 'connected')
        .called('09:30', 'luis', 'connected'),
    )
      .when(asking(timeToContact, { by: 'rep' }))
      .then({ key: { rep: 'ana' }, value: 1200, n: 1 });
  });

  it('is the instant of the outcome: a meeting booked on Monday and held on Thursday', () => {
    const ada = lead('ada')
      .arrived('09:00')
      .touched('09:10', { channel: 'meeting', rep: 'ana', outcome: 'booked' })
      .touched('thu 09:00', { channel: 'meeting', outcome: 'held' });
    given(ada)
      .when(asking(timeToContact, {}, 'thu 08:59'))
      .then({ value: null });
    given(ada)
      .when(asking(timeToContact, {}, 'thu 09:00'))
      .then({ value: 3 * 86_400, n: 1 });
  });

  it('is the lead’s own reply to us, but not a first message of its own, nor a machine’s', () => {
    const mail = { channel: 'email', direction: 'inbound' } as const;
    given(
      lead('ada')
        .arrived('09:00', { owner: 'luis' })
        .touched('09:01', mail)
        .called('09:05', 'ana')
        .touched('09:08', { ...mail, touchpoint: 'm2' }),
    )
      .when(asking(timeToContact, { by: 'rep' }))
      .then({ key: { rep: 'luis' }, value: 480, n: 1 });
    given(
      lead('ada')
        .arrived('09:00')
        .called('09:05', 'ana')
        .touched('09:08', { ...mail, actor: 'automated' }),
    )
      .when(asking(timeToContact))
      .then({ value: null });
  });

  it('is 0 s for a call that was going on at the arrival', () => {
    given(lead('ada').touched('08:58', { direction: 'inbound', rep: 'ana', outcome: 'connected', duration_s: 120 }).arrived('09:00'))
      .when(asking(timeToContact))
      .then({ value: 0, n: 1 });
  });

  it('is what a reply by e-mail says, and not a second attempt', () => {
    const mail = { channel: 'email', touchpoint: 'm' } as const;
    given(
      lead('ada')
        .arrived('09:00')
        .touched('09:05', mail)
        .touched('09:10', { ...mail, outcome: 'replied' }),
    )
      .when(asking(timeToContact))
      .then({ value: 600, n: 1 });
    given(lead('ada').arrived('09:00').called('09:05', 'ana').called('09:10', 'ana')).when(asking(timeToContact)).then({ value: null });
  });

  it('is a reply only to what we sent since the arrival, no task, and not to what had failed by then', () => {
    const theirs = { channel: 'email', direction: 'inbound', touchpoint: 'theirs' } as const;
    const after = (story: ReturnType<typeof lead>, value: number | null) =>
      given(story.touched('09:10', theirs)).when(asking(timeToContact)).then({ value });
    const ada = lead('ada').arrived('09:00');
    after(ada.touched('09:05', { channel: 'task' }), null);
    after(ada.called('09:05', 'ana', 'wrong_number'), null);
    after(ada.touched('09:05', { channel: 'email', outcome: 'bounced' }), null);
    after(ada.touched('09:05', { channel: 'email', direction: 'inbound' }), null);
    after(lead('ada').called('08:59', 'ana').arrived('09:00'), null);
    after(lead('ada').arrived('09:00').called('09:00', 'ana'), 600);
    after(ada.called('09:10', 'ana'), null);
  });

  it('is not at once for what was no call of a lead with a person going on at the arrival', () => {
    const call = { direction: 'inbound', rep: 'ana', outcome: 'connected', duration_s: 120 } as const;
    const at9 = (touch: object, value: number | null) =>
      given(
        lead('ada')
          .touched('08:58', { ...call, ...touch })
          .arrived('09:00'),
      )
        .when(asking(timeToContact))
        .then({ value });
    at9({ channel: 'chat' }, 0);
    at9({ duration_s: 119 }, null);
    at9({ direction: 'outbound' }, null);
    at9({ actor: 'ai' }, null);
    at9({ channel: 'sms' }, null);
    at9({ outcome: 'voicemail' }, null);
    given(
      lead('ada')
        .touched('08:58', { ...call, outcome: 'no_answer' })
        .touched('09:00', { outcome: 'connected' })
        .arrived('09:00'),
    )
      .when(asking(timeToContact))
      .then({ value: null });
  });

  it('is at once only while the call is known to have gone on', () => {
    const call = { direction: 'inbound', outcome: 'connected' } as const;
    const story = lead('ada')
      .touched('08:58', { ...call, duration_s: 300 })
      .arrived('09:00')
      .touched('09:10', { ...call, duration_s: 30 });
    given(story)
      .when(asking(timeToContact, {}, '09:09'))
      .then({ value: 0, n: 1 });
    given(story)
      .when(asking(timeToContact, {}, '09:10'))
      .then({ value: null, n: 0 });
  });

  it('is whose outcome came first, and of one instant whose event did', () => {
    const slow = lead('ada')
      .arrived('09:00')
      .touched('09:01', { touchpoint: 'a', rep: 'ana' })
      .touched('09:05', { touchpoint: 'b', rep: 'bea', outcome: 'connected' })
      .touched('09:20', { touchpoint: 'a', outcome: 'connected' });
    given(slow)
      .when(asking(timeToContact, { by: 'rep' }))
      .then({ key: { rep: 'bea' }, value: 300 });
    const together = lead('ada')
      .arrived('09:00')
      .touched('09:01', { touchpoint: 'a', rep: 'ana' })
      .touched('09:02', { touchpoint: 'b', rep: 'bea' })
      .touched('09:05', { touchpoint: 'b', outcome: 'connected' })
      .touched('09:05', { touchpoint: 'a', outcome: 'connected' });
    given(together)
      .when(asking(timeToContact, { by: 'rep' }))
      .then({ key: { rep: 'bea' }, value: 300 });
  });

  it('goes by the clock that is asked', () => {
    const office = subject('office').tell('calendar.set', '08:00', {
      zone: 'UTC',
      week: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] },
      holidays: [],
    });
    const north = subject('north').tell('team.set', '08:00', { name: 'North', calendar: 'office' });
    const story = lead('ada').arrived('17:55', { team: 'north' }).called('18:30', 'ana').called('tue 09:05', 'ana', 'connected');
    given(office, north, story).when(asking(timeToContact)).then({ value: 600, n: 1 });
    given(office, north, story)
      .when(asking(timeToContact, { clock: 'wall' }))
      .then({ value: 54_600, n: 1 });
  });

  it('needs no row beside the answer’s while that is the contact: until a call of before the arrival is known to have gone on', () => {
    const first = lead('ada').arrived('09:00').called('09:05', 'ana', 'connected');
    expect(factsOfStories([first]).filter(({ kind }) => kind === 'contact')).toEqual([]);
    const told = lead('ada')
      .touched('08:58', { direction: 'inbound', rep: 'luis', outcome: 'connected' })
      .arrived('09:00')
      .called('09:05', 'ana', 'connected')
      .touched('09:30', { direction: 'inbound', outcome: 'connected', duration_s: 120 });
    given(told)
      .when(asking(timeToContact, { by: 'rep' }, '09:29'))
      .then({ key: { rep: 'ana' }, value: 300, n: 1 });
    given(told)
      .when(asking(timeToContact, { by: 'rep' }))
      .then({ key: { rep: 'luis' }, value: 0, n: 1 });
  });

  it('counts a lead without arrival as such where no window is asked', () => {
    given(lead('ada').called('09:05', 'ana', 'connected'))
      .when(asking(timeToContact))
      .then({ value: null, n: 0, excluded: { no_arrival: 1 } });
  });
});

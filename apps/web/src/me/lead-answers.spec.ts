import { readContact, readTimeline } from './lead-answers.js';

describe('what the server says of a person', () => {
  it('is read member by member; what nobody told is null', () => {
    expect(readContact({ lead: 'a', name: 'María', phone: null, email: 7 })).toEqual({
      name: 'María',
      phone: null,
      email: null,
      company: null,
      language: null,
      message: null,
    });
  });
});

describe('a timeline', () => {
  it('is read event by event, and one without time or type is left out', () => {
    const touch = { time: '2026-01-12T15:00:00Z', type: 'touchpoint.recorded', source: 's', id: 'i', counts: true, code: 'first_answer' };
    const events = [{ ...touch, data: { channel: 'call', rep: 'luis' } }, { type: 'lead.created' }, null, { time: 'soon', type: 'x' }];
    expect(readTimeline({ events })).toEqual([
      {
        at: Date.parse(touch.time),
        type: touch.type,
        key: 's i',
        counts: true,
        code: 'first_answer',
        channel: 'call',
        outcome: null,
        actor: null,
        rep: 'luis',
        campaign: null,
        product: null,
      },
    ]);
  });

  it.each([null, [], 'x', { events: null }])('of %j is empty', (body) => {
    expect(readTimeline(body)).toEqual([]);
  });
});

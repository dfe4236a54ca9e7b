import { lead, type Story } from '../testing/story.js';
import { contactSpans } from './first-contact.js';
import { foldSubject } from './fold-subject.js';

/** The first contact, as of each instant: from when until when, of which touchpoint, and when it was. */
const contacts = ({ events }: Story): readonly string[] => {
  const clock = (instant: number | null): string => (instant === null ? 'on' : new Date(instant).toISOString().slice(11, 16));
  return contactSpans(foldSubject(events).state).map(
    ({ from, until, contact }) => `${clock(from)}-${clock(until)} ${contact.touch.id} ${clock(contact.at)}`,
  );
};
const ada = lead('ada').arrived('09:00');

describe('the first contact of a lead', () => {
  it('is when a human reaches somebody, by any of three outcomes, at or after the arrival', () => {
    for (const outcome of ['connected', 'replied', 'held'] as const)
      expect([outcome, contacts(ada.touched('09:05', { outcome }))]).toEqual([outcome, ['09:05-on call 09:05']]);
    for (const outcome of ['no_answer', 'booked', 'sent', 'opened'] as const)
      expect([outcome, contacts(ada.touched('09:05', { outcome }))]).toEqual([outcome, []]);
    expect(contacts(ada.touched('09:00', { outcome: 'connected' }))).toEqual(['09:00-on call 09:00']);
    expect(contacts(ada.touched('08:59', { outcome: 'connected' }))).toEqual([]);
    for (const actor of ['automated', 'ai'] as const) expect(contacts(ada.touched('09:05', { actor, outcome: 'connected' }))).toEqual([]);
    expect([contacts(ada), contacts(lead('ada').touched('09:05', { outcome: 'connected' }))]).toEqual([[], []]);
  });

  it('is when the outcome came, and the earliest whichever touchpoint came first', () => {
    const mail = ada.touched('09:01', { channel: 'email' }).touched('09:20', { channel: 'email', outcome: 'replied' });
    expect(contacts(mail)).toEqual(['09:20-on email 09:20']);
    expect(contacts(mail.touched('09:10', { outcome: 'connected' }, { id: 'call' }))).toEqual(['09:10-on call 09:10']);
  });

  it('is an answer to what we sent: inbound, not by a machine, after something outbound that has not failed by then', () => {
    const reply = { channel: 'sms', direction: 'inbound' } as const;
    const sent = (more: Parameters<Story['touched']>[1]) =>
      contacts(ada.touched('09:01', { channel: 'email', ...more }).touched('09:05', reply));
    expect(sent({})).toEqual(['09:05-on sms 09:05']);
    expect([sent({ outcome: 'bounced' }), sent({ outcome: 'wrong_number' }), sent({ channel: 'task' })]).toEqual([[], [], []]);
    expect(sent({ direction: 'inbound' })).toEqual([]);
    const mail = ada.touched('09:01', { channel: 'email' });
    expect(contacts(mail.touched('09:05', { ...reply, actor: 'automated' }))).toEqual([]);
    expect(contacts(mail.touched('09:05', reply).touched('09:10', { channel: 'email', outcome: 'bounced' }))).toEqual([
      '09:05-on sms 09:05',
    ]);
    expect(contacts(ada.touched('09:05', { channel: 'email' }).touched('09:05', reply))).toEqual([]);
    expect(contacts(ada.touched('08:59', { channel: 'email' }).touched('09:05', reply))).toEqual([]);
    expect(contacts(ada.touched('09:00', { channel: 'email' }).touched('09:05', reply))).toEqual(['09:05-on sms 09:05']);
  });
});

describe('a call that was picked up before the arrival', () => {
  const call = { direction: 'inbound', outcome: 'connected' } as const;
  const minutes = (count: number) => ({ duration_s: count * 60 });
  const before = (more: Parameters<Story['touched']>[1], time = '08:50') => ada.touched(time, { ...call, ...minutes(15), ...more });

  it('is contact at the arrival while it goes on, to the very instant', () => {
    expect(contacts(before({}))).toEqual(['09:00-on call 09:00']);
    expect(contacts(before({ channel: 'chat' }))).toEqual(['09:00-on chat 09:00']);
    expect([contacts(before(minutes(10))), contacts(before({ duration_s: 599.999 }))]).toEqual([['09:00-on call 09:00'], []]);
  });

  it('is none that was ours, of a machine, of another channel, or not picked up before', () => {
    expect(contacts(before({ direction: 'outbound' }))).toEqual([]);
    expect([contacts(before({ actor: 'ai' })), contacts(before({ channel: 'email' })), contacts(before({ outcome: 'busy' }))]).toEqual([
      [],
      [],
      [],
    ]);
    // picked up at the arrival it is an outcome of a touchpoint before it
    const rung = ada.touched('08:50', { direction: 'inbound' });
    expect(contacts(rung.touched('09:00', { ...call, ...minutes(15) }))).toEqual([]);
    expect(contacts(rung.touched('08:59', { ...call, ...minutes(15) }))).toEqual(['09:00-on call 09:00']);
  });

  it('is contact as long as its latest duration says so, after that what comes next', () => {
    const shorter = before({}).touched('09:10', { direction: 'inbound', ...minutes(5) });
    expect(contacts(shorter)).toEqual(['09:00-09:10 call 09:00']);
    const again = shorter.touched('09:05', { channel: 'meeting', outcome: 'held' });
    expect(contacts(again)).toEqual(['09:00-09:10 call 09:00', '09:10-on meeting 09:05']);
    const later = ada.touched('08:50', { ...call, ...minutes(5) }).touched('09:10', { direction: 'inbound', ...minutes(15) });
    expect(contacts(later)).toEqual(['09:10-on call 09:00']);
    expect(contacts(later.touched('09:05', { channel: 'meeting', outcome: 'held' }))).toEqual([
      '09:05-09:10 meeting 09:05',
      '09:10-on call 09:00',
    ]);
  });

  it('leaves it to another that goes on as well, when it did not, and as long as that is not known', () => {
    const chat = { ...call, channel: 'chat', ...minutes(30) } as const;
    const shorter = before({})
      .touched('08:55', chat)
      .touched('09:10', { direction: 'inbound', ...minutes(5) });
    expect(contacts(shorter)).toEqual(['09:00-09:10 call 09:00', '09:10-on chat 09:00']);
    const later = ada.touched('08:50', { ...call, ...minutes(5) }).touched('08:55', chat);
    expect(contacts(later.touched('09:10', { direction: 'inbound', ...minutes(15) }))).toEqual([
      '09:00-09:10 chat 09:00',
      '09:10-on call 09:00',
    ]);
    expect(contacts(before({}).touched('08:55', chat))).toEqual(['09:00-on call 09:00']);
  });
});

import { at } from '../testing/clock-time.js';
import { factsOfStories } from '../testing/given.js';
import { lead, type Story, subject } from '../testing/story.js';

const contacts = (...stories: readonly Story[]) =>
  factsOfStories(stories)
    .filter(({ kind }) => kind === 'contact')
    .map(({ part, item, from, until, value, rep }) => ({ part, item, from, until, value, rep }));
const ada = lead('ada').arrived('09:00', { owner: 'ana' });
const minute = 60_000;

describe('the row of a first contact', () => {
  it('is none while there is no contact, or while the row of the answer says it', () => {
    expect(contacts(ada.called('09:10', 'luis'))).toEqual([]);
    expect(contacts(ada.called('09:10', 'luis', 'connected'))).toEqual([]);
  });

  it('is that of a later touch than the answer, with who made it', () => {
    expect(contacts(ada.called('09:10', 'ana').called('09:30', 'luis', 'connected'))).toEqual([
      { part: 'both', item: 'call-09:30', from: at('09:30'), until: null, value: 30 * minute, rep: 'luis' },
    ]);
  });

  it('is the owner’s where the touch names nobody', () => {
    const reply = ada.touched('09:10', { touchpoint: 'm', channel: 'email' }).touched('09:40', { touchpoint: 'r', direction: 'inbound' });
    expect(contacts(reply)).toMatchObject([{ item: 'r', rep: 'ana', value: 40 * minute }]);
  });

  it('is there, though the answer was the same call, when the call was picked up later than it began', () => {
    const call = ada.touched('09:10', { rep: 'ana', outcome: 'no_answer' }).touched('09:20', { outcome: 'connected' });
    expect(contacts(call)).toMatchObject([{ item: 'call', from: at('09:20'), value: 20 * minute }]);
  });

  it('is there when another touch of the same instant was the answer', () => {
    const both = ada.touched('09:10', { touchpoint: 'a', channel: 'sms' }).touched('09:10', { touchpoint: 'b', outcome: 'connected' });
    expect(contacts(both)).toMatchObject([{ item: 'b', from: at('09:10'), value: 10 * minute }]);
  });

  it('comes back where the answer that said it is no more', () => {
    const mail = { touchpoint: 'm', channel: 'email', rep: 'ana' } as const;
    const replied = ada.touched('09:10', { ...mail, outcome: 'replied' });
    expect(contacts(replied)).toEqual([]);
    expect(contacts(replied.touched('11:00', { ...mail, outcome: 'bounced' }))).toMatchObject([
      { item: 'm', from: at('11:00'), until: null, value: 10 * minute },
    ]);
  });

  it('is two where the clocks differ', () => {
    const office = subject('office').tell('calendar.set', '08:00', { zone: 'UTC', week: { mon: [['09:20', '18:00']] }, holidays: [] });
    const policy = subject('p').tell('policy.set', '08:00', { order: 1, match: {}, calendar: 'office', targets: {}, steps: [] });
    const met = ada.called('09:10', 'ana').called('09:30', 'luis', 'connected');
    expect(contacts(office, policy, met).map(({ part, value }) => [part, value])).toEqual([
      ['working', 10 * minute],
      ['wall', 30 * minute],
    ]);
  });
});

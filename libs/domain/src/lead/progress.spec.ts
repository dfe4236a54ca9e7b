import { at } from '../testing/clock-time.js';
import { lead, type Story, subject } from '../testing/story.js';
import { closingsOf, leadWonAt } from './closings.js';
import { foldSubject } from './fold-subject.js';

const stateOf = (story: Story) => foldSubject(story.events).state;
const ada = lead('ada').arrived('09:00');

describe('pauses', () => {
  it('run from the first pause to the first resumption', () => {
    const { pauses } = stateOf(ada.paused('09:01').paused('09:02').resumed('09:05').resumed('09:06').paused('09:10'));
    expect(pauses).toEqual([
      { from: at('09:01'), until: at('09:05') },
      { from: at('09:10'), until: null },
    ]);
  });

  it('that end and begin at one instant are one, and one that ends where it begins is none', () => {
    expect(stateOf(ada.paused('09:01').resumed('09:05').paused('09:05')).pauses).toEqual([{ from: at('09:01'), until: null }]);
    expect(stateOf(ada.paused('09:01').resumed('09:01')).pauses).toEqual([]);
  });
});

describe('closings', () => {
  it('last from a disqualification to the next qualification', () => {
    const story = ada.disqualified('09:10', 'spam').disqualified('09:20', 'price').qualified('09:30', 'ana');
    expect(closingsOf(stateOf(story))).toEqual([{ from: at('09:10'), until: at('09:30'), reason: 'spam' }]);
    expect(stateOf(story).qualifications).toEqual([{ at: at('09:30'), order: 3, rep: 'ana' }]);
  });

  it('last while there are deals and none is open', () => {
    const story = ada.opened('10:00').lost('11:00', { reason: 'price' }).tell('deal.opened', '12:00', { deal: 'd2', stage: 'new' });
    expect(closingsOf(stateOf(story))).toEqual([{ from: at('11:00'), until: at('12:00'), reason: 'price' }]);
  });

  it('say why the last of several deals was closed', () => {
    const second = (story: Story, time: string, reason: string) => story.tell('deal.lost', time, { deal: 'd2', reason });
    const both = ada.opened('09:30').tell('deal.opened', '09:40', { deal: 'd2', stage: 'new' });
    expect(closingsOf(stateOf(second(both.lost('10:00', { reason: 'price' }), '11:00', 'time')))).toMatchObject([
      { from: at('11:00'), reason: 'time' },
    ]);
    expect(closingsOf(stateOf(second(both, '10:00', 'time').lost('11:00', { reason: 'price' })))).toMatchObject([
      { from: at('11:00'), reason: 'price' },
    ]);
  });

  it('of a lead are won when the first of its deals is, reopened later or not', () => {
    const won = (story: Story) => leadWonAt(stateOf(story));
    const second = (story: Story, time: string) => story.tell('deal.won', time, { deal: 'd2' });
    expect(won(ada.opened('09:30').lost('10:00'))).toBeNull();
    expect(won(second(ada.opened('09:30'), '11:00'))).toBe(at('11:00'));
    expect(won(second(ada.won('12:00'), '13:00'))).toBe(at('12:00'));
    expect(won(second(ada.opened('09:30'), '11:00').won('12:00').reopened('13:00'))).toBe(at('11:00'));
  });

  it('of two kinds go on until both have ended', () => {
    const story = ada.won('10:00').disqualified('11:00').reopened('12:00').qualified('13:00');
    expect(closingsOf(stateOf(story))).toEqual([{ from: at('10:00'), until: at('13:00'), reason: 'won' }]);
  });

  it('are none with a qualification of a lead that is open', () => {
    expect(closingsOf(stateOf(ada.qualified('09:30')))).toEqual([]);
  });
});

describe('other events of a lead', () => {
  it('keep the follow-up and the erasure', () => {
    const story = ada
      .tell('lead.follow_up_set', '09:10', { rep: 'ana', at: '2026-11-03T08:00:00.000Z' })
      .tell('lead.merged', '09:20', { into: 'bob' })
      .tell('lead.erased', '09:30', {});
    expect(stateOf(story)).toMatchObject({
      followUp: { at: at('09:10'), event: { source: '/story', id: 'e2' }, rep: 'ana', due: at('tue 08:00') },
      erasedAt: at('09:30'),
      lastAt: at('09:30'),
      events: 4,
    });
  });

  it('alerts are counted and make no lead', () => {
    const told = { alert: 'a', step: 'due', due_at: '2026-11-02T09:05:00.000Z', raised_at: '2026-11-02T09:05:00.000Z', to: 'ana' };
    expect(stateOf(lead('ada').tell('alert.raised', '09:05', told))).toMatchObject({ events: 1, knownAt: null });
    expect(stateOf(lead('ada').called('09:05', 'ana'))).toMatchObject({ knownAt: at('09:05'), arrivedAt: null });
  });

  it('rates are kept by their currency', () => {
    const story = subject('USD').tell('rate.set', '09:00', { date: '2026-11-01', to: 'EUR', rate: 0.9 });
    expect(stateOf(story)).toMatchObject({ knownAt: null, rates: [{ at: at('09:00'), date: '2026-11-01', to: 'EUR', rate: 0.9 }] });
  });
});

import { at } from '../testing/clock-time.js';
import { subject } from '../testing/story.js';
import { lastTurnOf, statusOf, statusSaid } from './rota-said.js';

const north = subject('north');
const ana = subject('ana');

describe('what is known of a rota', () => {
  it('is nothing before anything was said', () => {
    expect([lastTurnOf([]), statusOf([])]).toEqual([null, null]);
    expect(lastTurnOf(ana.tell('rep.status_changed', '09:00', { status: 'away' }).events)).toBeNull();
  });

  it('is the last turn, whichever came first and however often', () => {
    const { events } = north.tell('rota.advanced', '09:00', { rep: 'ana' }).tell('rota.advanced', '10:00', { rep: 'luis' });
    expect(lastTurnOf(events)).toEqual({ rep: 'luis', at: at('10:00') });
    expect(lastTurnOf([...events, ...north.tell('team.set', '11:00', { name: 'North' }, { id: 'set' }).events])).toMatchObject({
      rep: 'luis',
    });
    expect(lastTurnOf([...events, ...events].toReversed())).toEqual({ rep: 'luis', at: at('10:00') });
  });

  it('is who said it: he himself, or a step of a ladder for him', () => {
    const himself = ana.tell('rep.status_changed', '09:00', { status: 'on_call' });
    expect(statusSaid(himself.events)).toEqual({ status: 'on_call', at: at('09:00'), by: null });
    const forHim = himself.tell('rep.status_changed', '09:05', { status: 'away', by: 'rule:web/late' });
    expect(statusSaid(forHim.events)).toEqual({ status: 'away', at: at('09:05'), by: 'rule:web/late' });
  });

  it('is what a rep said last, but for what was taken back', () => {
    const told = ana
      .tell('rep.status_changed', '09:00', { status: 'away' })
      .tell('rep.status_changed', '10:00', { status: 'on_call' }, { id: 'wrong' });
    expect(statusOf(told.events)).toBe('on_call');
    const [, wrong] = told.events;
    const back = told.tell('event.retracted', '11:00', { source: wrong?.source ?? '', id: 'wrong' });
    expect(statusOf(back.events)).toBe('away');
  });
});

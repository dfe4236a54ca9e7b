import { ALERTS_SOURCE } from '../alerts/ladder-event-id.js';
import type { LeadclockEvent } from '../events/event.js';
import { writeInstant } from '../events/instant.js';
import { at } from '../testing/clock-time.js';
import { lead } from '../testing/story.js';
import type { RaisedThen } from './alerts-told.js';
import { type AlertBeside, besideEachOther } from './compare-told.js';
import type { ReplayedAlert } from './told-rounds.js';

const told = (of: string, due = '09:05', step = 'due') => ({ lead: of, step, due: at(due), raised: at(due), to: 'ana' });
const then = (alert: string, ...of: Parameters<typeof told>): RaisedThen => ({ alert, ...told(...of) });
const replayed = (policy: string | null, ...of: Parameters<typeof told>): ReplayedAlert => ({ policy, ...told(...of) });
const ada = lead('ada').arrived('09:00', { owner: 'ana' });

describe('alerts side by side', () => {
  const lines = (beside: readonly AlertBeside[]): string[] =>
    beside.map((one) => `${one.then?.alert ?? '-'} ${one.replayed === null ? '-' : (one.replayed.policy ?? 'default')}`);

  it('are the same if they are of one lead, one step and one time; else each is alone', () => {
    const both = (other: ReplayedAlert) => lines(besideEachOther([then('a1', 'ada')], [other], [], []));
    expect(both(replayed('web', 'ada'))).toEqual(['a1 web']);
    expect(both(replayed('web', 'bob'))).toEqual(['a1 -', '- web']);
    expect(both(replayed('web', 'ada', '09:06'))).toEqual(['a1 -', '- web']);
    expect(both(replayed('web', 'ada', '09:05', 'very'))).toEqual(['a1 -', '- web']);
  });

  it('are each met once: of two rounds of one time the first meets the first', () => {
    const [first, second] = [replayed('web', 'ada'), replayed(null, 'ada')];
    expect(lines(besideEachOther([then('a1', 'ada'), then('a2', 'ada')], [first], [], []))).toEqual(['a1 web', 'a2 -']);
    expect(lines(besideEachOther([then('a1', 'ada')], [first, second], [], []))).toEqual(['a1 web', '- default']);
    const crossed = besideEachOther([then('b', 'bob'), then('a', 'ada')], [first, replayed(null, 'bob')], [], []);
    expect(lines(crossed)).toEqual(['b default', 'a web']);
    expect(besideEachOther([], [], ada.events, [at('09:05')])).toEqual([]);
  });
});

describe('which came first is not certain', () => {
  const isClose = (events: readonly LeadclockEvent[], configured: readonly number[] = []): readonly boolean[] => [
    ...besideEachOther([then('a1', 'ada')], [], events, configured).map((one) => one.isClose),
    ...besideEachOther([], [replayed('web', 'ada')], events, configured).map((one) => one.isClose),
  ];
  const answered = (heard: string) => ada.called('09:01', 'ana').touched('09:03', { rep: 'ana' }, { heard }).events;
  const [yes, no] = [
    [true, true],
    [false, false],
  ];

  it('of what was recorded within two seconds of it, before it or after', () => {
    expect(isClose(ada.events)).toEqual(no);
    for (const heard of ['09:04:58', '09:05', '09:05:02']) expect([heard, isClose(answered(heard))]).toEqual([heard, yes]);
    for (const heard of ['09:04:57.999', '09:05:02.001']) expect([heard, isClose(answered(heard))]).toEqual([heard, no]);
  });

  it('of configuration that became known within two seconds of it', () => {
    for (const time of ['09:04:58', '09:05:02']) expect([time, isClose(ada.events, [at('08:00'), at(time)])]).toEqual([time, yes]);
    for (const time of ['09:04:57.999', '09:05:02.001']) expect([time, isClose(ada.events, [at(time)])]).toEqual([time, no]);
  });

  it('but of nothing that moves no deadline, nor of what steps do themselves', () => {
    const close = { heard: '09:05' };
    const handover = { from: 'ana', to: 'luis' };
    const { events } = ada
      .tell('lead.viewed', '09:05', { rep: 'ana' }, close)
      .tell('lead.follow_up_set', '09:05', { rep: 'ana', at: writeInstant(at('10:00')) }, close)
      .tell('lead.disputed', '09:05', { rep: 'ana', about: 'bob', reason: 'x' }, close)
      .tell('lead.dispute_decided', '09:05', { by: 'boss', accepted: true }, close)
      .tell('lead.handover_offered', '09:05', handover, close)
      .tell('lead.handover_declined', '09:05', handover, close)
      .tell('lead.erased', '09:05', {}, close)
      .tell('lead.assigned', '09:05', { owner: 'luis' }, { ...close, source: ALERTS_SOURCE });
    for (const event of events) expect([event.type, isClose([event])]).toEqual([event.type, no]);
    const instants = { due_at: writeInstant(at('09:05')), raised_at: writeInstant(at('09:05')) };
    const alert = { alert: 'a1', step: 'due', ...instants, to: 'ana' };
    expect(isClose(ada.tell('alert.raised', '09:05', alert, close).tell('alert.acknowledged', '09:05', alert, close).events)).toEqual(no);
    // it is told again, or not, by that
    expect(isClose(ada.tell('alert.snoozed', '09:05', { ...alert, until: alert.due_at }, close).events)).toEqual(yes);
    expect(isClose(ada.tell('lead.handover_accepted', '09:05', handover, close).events)).toEqual(yes);
    expect(isClose(ada.assigned('09:05', 'luis', undefined, close).events)).toEqual(yes);
  });
});

import { at } from '../testing/clock-time.js';
import type { AlertBeside } from './compare-told.js';
import { joined, timesDown } from './time-down.js';

/** An alert that was raised then, and would have been by the replay; null: on one side only. */
const beside = (then: string | null, replayed: string | null): AlertBeside => {
  const told = (time: string) => ({ lead: 'ada', step: 'due', due: at('09:00'), raised: at(time), to: 'ana' });
  return {
    then: then === null ? null : { alert: 'a1', ...told(then) },
    replayed: replayed === null ? null : { policy: null, ...told(replayed) },
    isClose: false,
  };
};

describe('times in which the product was away', () => {
  it('are each told once, whichever overlap', () => {
    expect(joined([])).toEqual([]);
    expect(
      joined([
        { from: 50, to: 60 },
        { from: 10, to: 20 },
        { from: 15, to: 18 },
        { from: 20, to: 30 },
      ]),
    ).toEqual([
      { from: 10, to: 30 },
      { from: 50, to: 60 },
    ]);
    expect(
      joined([
        { from: 10, to: 20 },
        { from: 21, to: 30 },
      ]),
    ).toHaveLength(2);
  });

  it('are from when an alert was to be told to when it was, if that is more than two seconds', () => {
    const late = { from: at('09:05'), to: at('09:30') };
    expect(timesDown([beside('09:30', '09:05')])).toEqual([late]);
    expect(timesDown([beside('09:05:02.001', '09:05')])).toEqual([{ from: at('09:05'), to: at('09:05:02.001') }]);
    expect(timesDown([beside('09:05:02', '09:05'), beside('09:04', '09:05')])).toEqual([]);
    expect(timesDown([beside('09:30', '09:10'), beside('09:20', '09:05')])).toEqual([late]);
  });

  it('are not shown by alerts of one side', () => {
    expect(timesDown([beside('09:30', null), beside(null, '09:05')])).toEqual([]);
  });
});

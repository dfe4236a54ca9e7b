import { readLimits, secondsOffered } from './put-off.js';

describe('for how long an alert can be put off', () => {
  it('is whole minutes up to the limit, the limit itself among them', () => {
    const until = (seconds: number) => secondsOffered({ until: seconds * 1_000, asOf: 0, by: 'target' }, 0);
    expect(until(300)).toEqual([60, 120, 300]);
    // what the server said a moment ago
    expect(until(299.2)).toEqual([60, 120, 300]);
    expect(until(298)).toEqual([60, 120]);
    expect([until(58), until(-10)]).toEqual([[], []]);
    expect(until(86_400).at(-1)).toBe(3_600);
  });

  it('is as much however long somebody looks at it where it is counted from then on, and less and less up to an instant', () => {
    const after = (by: string, seconds: number) => secondsOffered({ until: 300_000, asOf: 0, by }, seconds * 1_000);
    for (const by of ['policy', 'call_back']) expect(after(by, 90)).toEqual([60, 120, 300]);
    for (const by of ['target', 'step']) expect([after(by, 90), after(by, 182), after(by, 242)]).toEqual([[60, 120], [60], []]);
  });

  it('is read of each alert; what makes no sense is none', () => {
    const at = '2026-03-17T13:05:00.000Z';
    const read = readLimits({
      as_of: '2026-03-17T13:00:00.000Z',
      alerts: [
        { alert: 'a', snooze_limit: { until: at, by: 'target' } },
        { alert: 'over', snooze_limit: null },
        { alert: 'odd', snooze_limit: { until: 'soon' } },
        7,
      ],
    });
    expect([...read]).toEqual([
      ['a', { until: Date.parse(at), asOf: Date.parse(at) - 300_000, by: 'target' }],
      ['over', null],
      ['odd', null],
    ]);
    expect(readLimits(null).size).toBe(0);
  });
});

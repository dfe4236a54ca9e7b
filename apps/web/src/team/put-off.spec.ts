import { putOffAt } from './put-off.js';

const until = '2026-03-17T13:05:00.000Z';
const at = Date.parse(until);
const event = (type: string, alert: string, more: Record<string, string> = {}) => ({ type, data: { alert, ...more } });
const off = event('alert.snoozed', 'a', { until, to: 'ana', reason: 'on_call' });

describe('an alert that is put off', () => {
  it('is so until its instant, by the last word', () => {
    const told = { until: at, by: 'ana', reason: 'on_call' };
    expect(putOffAt([off], at - 1)).toEqual(told);
    expect(putOffAt([off], at)).toBeNull();
    expect(putOffAt([event('alert.snoozed', 'a', { until: '2026-03-17T13:00:00.000Z', to: 'luis' }), off], at - 1)).toEqual(told);
    expect(putOffAt([], 0)).toBeNull();
  });

  it('is over with the alert', () => {
    expect(putOffAt([off, event('alert.resolved', 'a')], at - 1)).toBeNull();
    expect(putOffAt([off, event('alert.retracted', 'b')], at - 1)).not.toBeNull();
  });
});

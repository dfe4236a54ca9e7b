import { Readiness } from '@leadclock/runtime/readiness.js';
import { alertsFirst } from './alerts-first.js';

describe('the screens of a program that begins', () => {
  it('wait for its alerts', async () => {
    const readiness = new Readiness();
    readiness.report('alerts', 'the deadlines are being read');
    let begun = false;
    const waiting = alertsFirst(readiness, () => false).then(() => (begun = true));
    await new Promise(setImmediate);
    expect(begun).toBe(false);
    readiness.report('alerts', null);
    await waiting;
  });

  it('wait for nothing where there are none, or when the program ends', async () => {
    const readiness = new Readiness();
    await alertsFirst(readiness, () => false);
    readiness.report('alerts', 'the deadlines are being read');
    await alertsFirst(readiness, () => true);
  });
});

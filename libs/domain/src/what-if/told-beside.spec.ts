import { at } from '../testing/clock-time.js';
import { alertHours } from './alert-hours.js';
import type { AlertBeside } from './compare-told.js';
import { toldBeside } from './told-beside.js';

interface Side {
  readonly due?: string;
  readonly to?: string;
}

const beside = (then: Side | null, replayed: Side | null): AlertBeside => {
  const told = ({ due = '09:05', to = 'ana' }: Side) => ({ lead: 'ada', step: 'due', due: at(due), raised: at('20:00'), to });
  return {
    then: then === null ? null : { alert: 'a1', ...told(then) },
    replayed: replayed === null ? null : { policy: null, ...told(replayed) },
    isClose: false,
  };
};

describe('whom alerts told, and would have', () => {
  it('is counted on each side, everybody whom an alert tells by himself, in the order of their names', () => {
    const alerts = [beside({ to: 'luis' }, { to: '["team:north","ana"]' }), beside(null, { to: 'ana' }), beside({ to: '*' }, null)];
    expect(toldBeside(alerts)).toEqual([
      { to: '*', then: 1, replayed: 0 },
      { to: 'ana', then: 0, replayed: 2 },
      { to: 'luis', then: 1, replayed: 0 },
      { to: 'team:north', then: 0, replayed: 1 },
    ]);
    expect(toldBeside([])).toEqual([]);
  });
});

describe('when alerts fell due, and would have', () => {
  it('is counted by the hour of the day in the zone, on each side, whenever they were raised', () => {
    const alerts = [
      beside({ due: '23:59:59' }, { due: '23:59:59' }),
      beside({ due: 'tue 22:59:59' }, null),
      beside(null, { due: '09:00' }),
      beside(null, { due: 'tue 09:59:59' }),
    ];
    expect(alertHours(alerts, 'UTC')).toEqual([
      { hour: 9, then: 0, replayed: 2 },
      { hour: 22, then: 1, replayed: 0 },
      { hour: 23, then: 1, replayed: 1 },
    ]);
    expect(alertHours(alerts, 'Europe/Madrid').map(({ hour }) => hour)).toEqual([0, 10, 23]);
    expect(alertHours([], 'UTC')).toEqual([]);
  });
});

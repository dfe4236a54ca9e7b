import { lastWeek, readPeriod } from './period.js';

const madrid = 'Europe/Madrid';

describe('the days of a replay', () => {
  it('are the last seven at first, of the zone of the site', () => {
    expect(lastWeek(madrid, Date.parse('2026-11-09T23:30:00Z'))).toEqual({ from: '2026-11-04', to: '2026-11-10' });
  });

  it('are asked for from the beginning of the first to the end of the last, whose clock may have been changed', () => {
    expect(readPeriod(madrid, { from: '2026-11-02', to: '2026-11-02' })).toEqual({
      from: '2026-11-01T23:00:00Z',
      to: '2026-11-02T23:00:00Z',
    });
    expect(readPeriod(madrid, { from: '2026-10-24', to: '2026-10-25' })).toEqual({
      from: '2026-10-23T22:00:00Z',
      to: '2026-10-25T23:00:00Z',
    });
  });

  it('are not asked for when they cannot be', () => {
    expect(readPeriod(madrid, { from: '', to: '2026-11-02' })).toEqual({ problem: 'unread' });
    expect(readPeriod(madrid, { from: '2026-11-03', to: '2026-11-02' })).toEqual({ problem: 'reversed' });
    expect(readPeriod(madrid, { from: '2026-10-02', to: '2026-11-02' })).toEqual({ problem: 'long' });
    expect(readPeriod(madrid, { from: '2026-10-03', to: '2026-11-02' })).toHaveProperty('from');
  });
});

import { instantOf, localTime } from './local-time.js';

describe('a local time of the site', () => {
  it('is the instant that it names there, in summer and in winter', () => {
    expect(instantOf('Europe/Madrid', '2026-03-17T14:32')).toBe('2026-03-17T13:32:00Z');
    expect(instantOf('Europe/Madrid', '2026-07-17T14:32')).toBe('2026-07-17T12:32:00Z');
    expect(instantOf('America/Los_Angeles', '2026-11-01T12:00')).toBe('2026-11-01T20:00:00Z');
  });

  it('is read back as it was written, also on the day on which clocks change', () => {
    for (const text of ['2026-03-29T01:59', '2026-03-29T03:00', '2026-10-25T04:00', '2026-12-31T23:59'])
      expect(localTime('Europe/Madrid', Date.parse(instantOf('Europe/Madrid', text) ?? ''))).toBe(text);
  });

  it('is none where nobody can read it', () => {
    expect(instantOf('Europe/Madrid', 'soon')).toBeNull();
  });
});

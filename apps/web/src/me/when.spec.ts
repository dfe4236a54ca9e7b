import { firstOwn, instantMeant } from './when.js';

const at = (text: string): number => Date.parse(text);
const noon = at('2026-03-17T11:00:00Z');
const own = (text: string, now = noon, zone = 'Europe/Madrid') => instantMeant({ choice: 'own', own: text }, now, zone);

describe('when to call back', () => {
  it('is so long from now on', () => {
    expect(instantMeant({ choice: 'tenMinutes', own: '' }, noon, 'UTC')).toBe(noon + 600_000);
    expect(instantMeant({ choice: 'hour', own: '' }, noon, 'UTC')).toBe(noon + 3_600_000);
  });

  it.each([
    ['Europe/Madrid', '2026-03-17T11:00:00Z', '2026-03-18T08:00:00Z'],
    ['America/Los_Angeles', '2026-03-17T05:00:00Z', '2026-03-17T16:00:00Z'],
    // the clocks go forward in that night, and back in the other
    ['Europe/Madrid', '2026-03-28T20:00:00Z', '2026-03-29T07:00:00Z'],
    ['Europe/Madrid', '2026-10-24T20:00:00Z', '2026-10-25T08:00:00Z'],
    ['Pacific/Kiritimati', '2026-12-31T09:59:00Z', '2026-12-31T19:00:00Z'],
  ])('tomorrow at nine is that of the site: %s, %s', (zone, now, meant) => {
    expect(instantMeant({ choice: 'tomorrow', own: '' }, at(now), zone)).toBe(at(meant));
  });

  it('is an own time of the site’s zone, still to come and within a year', () => {
    expect(own('2026-03-17T14:05')).toBe(at('2026-03-17T13:05:00Z'));
    expect(own('2026-03-17T12:00')).toBe('passed');
    expect(own('2028-03-17T12:00')).toBe('too_far');
    expect([own(''), own('soon')]).toEqual(['missing', 'missing']);
  });

  it('begins an own time with a full quarter of an hour, a quarter away at least', () => {
    expect(firstOwn(at('2026-03-17T11:01:00Z'), 'Europe/Madrid')).toBe('2026-03-17T12:30');
    expect(firstOwn(at('2026-03-17T11:00:00Z'), 'Europe/Madrid')).toBe('2026-03-17T12:15');
  });
});

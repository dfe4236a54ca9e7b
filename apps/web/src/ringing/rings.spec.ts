import { RINGS_KEPT, readRings, toRing, withRing } from './rings.js';
import { anAlert as alert } from './testing/live-alerts.js';

describe('alerts', () => {
  it('ring once', () => {
    const mine = [alert('a'), alert('b')];
    expect(toRing(mine, new Set(['a'])).map((one) => one.alert)).toEqual(['b']);
  });

  it('ring once more for who has the lead since', () => {
    const moved = (id: string, owner: string | null) => alert(id, { moved: true, owner });
    expect(toRing([moved('a', 'ana'), moved('b', null)], new Set(['a', 'b'])).map((one) => one.alert)).toEqual(['a', 'b']);
    expect(toRing([moved('a', 'ana'), moved('b', null)], new Set(['a.ana', 'b.']))).toEqual([]);
  });

  it('do not ring when they were taken back before they could', () => {
    expect(toRing([alert('a', { retracted: true })], new Set())).toEqual([]);
  });
});

describe('the rings that a browser remembers', () => {
  it('are the latest ones', () => {
    const full = Array.from({ length: RINGS_KEPT }, (_, at) => `a${at}`);
    const more = withRing(full, 'new');
    expect([more.length, more[0], more.at(-1)]).toEqual([RINGS_KEPT, 'a1', 'new']);
    expect(withRing(full, 'a3')).toBe(full);
  });

  it.each([null, '', 'nonsense', '{"a": 1}', '[1, null]'])('are none when the store says %j', (text) => {
    expect(readRings(text)).toEqual([]);
  });
});

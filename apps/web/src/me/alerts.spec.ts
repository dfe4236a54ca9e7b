import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { alertsFor, RINGS_KEPT, readRings, titleOf, toRing, withRing } from './alerts.js';

const alert = (id: string, more: Partial<LiveAlert> = {}): LiveAlert => ({
  alert: id,
  lead: `lead-${id}`,
  name: 'María F.',
  step: 'due',
  due: 1_000,
  raised: 1_010,
  to: null,
  team: null,
  unconfirmed: false,
  acknowledgedBy: null,
  retracted: false,
  ...more,
});
const idsFor = (...alerts: readonly LiveAlert[]) =>
  alertsFor(Object.fromEntries(alerts.map((one) => [one.alert, one])), 'ana').map((one) => one.alert);

describe('the alerts of a rep', () => {
  it('are his own and those of nobody’s leads, the earliest deadline first', () => {
    expect(
      idsFor(alert('late', { due: 3_000 }), alert('mine', { to: 'ana', due: 2_000 }), alert('luis', { to: 'luis' }), alert('all')),
    ).toEqual(['all', 'mine', 'late']);
  });

  it('are not those that he has seen, and still those that somebody else has seen', () => {
    expect(idsFor(alert('seen', { acknowledgedBy: 'ana' }), alert('other', { acknowledgedBy: 'luis' }))).toEqual(['other']);
  });

  it('ring once', () => {
    const mine = [alert('a'), alert('b')];
    expect(toRing(mine, new Set(['a'])).map((one) => one.alert)).toEqual(['b']);
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

describe('the title', () => {
  it('says how many are late and how long the first has waited', () => {
    expect(titleOf(2, '7:42', 'Leads')).toBe('(2) ▲ 7:42 · Leads');
  });

  it('is the page’s name when nobody is late, or nobody can know', () => {
    expect([titleOf(0, null, 'Leads'), titleOf(2, null, 'Leads')]).toEqual(['Leads', 'Leads']);
  });
});

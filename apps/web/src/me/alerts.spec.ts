import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { isAhead, isCall, isPutOff, lateFrom } from '../ringing/live-alert.js';
import { anAlert as alert } from '../ringing/testing/live-alerts.js';
import { alertOf, alertsFor, alertsHeard, seenWith } from './alerts.js';

const isThere = (rep: string): boolean => rep !== 'gone';
const ana = { rep: 'ana', team: 'north', seen: new Set<string>(), isThere };
const byId = (alerts: readonly LiveAlert[]) => Object.fromEntries(alerts.map((one) => [one.alert, one]));
const idsFor = (...alerts: readonly LiveAlert[]) => alertsFor(byId(alerts), ana, 5_000).map((one) => one.alert);

describe('the alerts of a rep', () => {
  it('are his own and those of nobody’s leads, the earliest target first', () => {
    const own = alert('mine', { to: ['ana'], target: 2_000 });
    expect(idsFor(alert('late', { target: 3_000 }), own, alert('luis', { to: ['luis'] }), alert('all'))).toEqual(['all', 'mine', 'late']);
    expect(idsFor(alert('untimed', { target: null, due: 5_000 }), own)).toEqual(['mine', 'untimed']);
  });

  it('are those told to several among whom he is, or to his team', () => {
    const both = alert('both', { to: ['luis', 'ana'] });
    const team = alert('team', { to: ['team:north'] });
    const others = [
      alert('south', { to: ['team:south'] }),
      alert('manager', { to: ['manager:north'] }),
      alert('hall', { to: ['screen:ana'] }),
    ];
    expect(idsFor(both, team, ...others)).toEqual(['both', 'team']);
    expect(alertsFor(byId([team]), { ...ana, team: null }, 5_000)).toEqual([]);
  });

  it('are, once a lead has another owner, that owner’s alone; once it is given back, everybody’s', () => {
    const now = (id: string, to: readonly string[] | null, owner: string | null, more: Partial<LiveAlert> = {}) =>
      alert(id, { to: to === null ? null : [...to], owner, moved: true, ...more });
    // taken by somebody else, whoever was told; handed to Ana; given back by Luis
    expect(idsFor(now('1', null, 'luis'), now('2', ['ana'], 'luis'), now('3', ['team:north'], 'luis'))).toEqual([]);
    expect(idsFor(now('4', ['luis'], 'ana'), now('5', null, 'ana'), now('6', ['luis'], null))).toEqual(['4', '5', '6']);
    // where it is with whom it was, those whom the policy names are told, whosever it is
    expect(idsFor(alert('7', { to: ['ana'], owner: 'luis' }))).toEqual(['7']);
    // what tells no rep tells no new owner
    expect(idsFor(now('8', ['manager:north', 'channel:sales'], 'ana'), now('9', ['screen:hall'], null))).toEqual([]);
    // whom its new owner cannot hear, those hear who were told
    expect(idsFor(now('a', ['ana'], 'gone'), now('b', ['luis'], 'gone'))).toEqual(['a']);
    // who promised a call keeps the promise
    expect(idsFor(now('10', ['ana'], 'luis', { step: 'call_back' }), now('11', ['luis'], 'ana', { step: 'call_back' }))).toEqual(['10']);
  });

  it('tell a new owner what he has seen, or somebody has put off, when it was somebody else’s', () => {
    const snoozed = (by: string) => ({ until: 6_000, by, reason: null });
    const mine = (id: string, more: Partial<LiveAlert>) => alert(id, { to: ['luis'], owner: 'ana', moved: true, ...more });
    expect(idsFor(mine('1', { acknowledgedBy: 'ana' }), mine('2', { snoozed: snoozed('luis') }))).toEqual(['1', '2']);
    expect(idsFor(mine('3', { snoozed: snoozed('ana') }))).toEqual([]);
    const seated = { ...ana, seen: new Set(['4', '5.ana']) };
    expect(alertsFor(byId([mine('4', {}), mine('5', {})]), seated, 5_000).map((one) => one.alert)).toEqual(['4']);
  });

  it('are one of each lead, that which was told last; one that was taken back only when none stands', () => {
    const soon = alert('soon', { lead: 'ada', due: 500 });
    const late = alert('late', { lead: 'ada', due: 1_000 });
    expect(idsFor(late, soon)).toEqual(['late']);
    expect(idsFor({ ...late, retracted: true }, soon)).toEqual(['soon']);
    expect(idsFor({ ...late, retracted: true }, { ...soon, retracted: true })).toEqual(['late']);
    expect(seenWith(byId([soon, late, alert('else')]), late, ana).map((one) => one.alert)).toEqual(['soon', 'late']);
    expect(seenWith(byId([{ ...soon, acknowledgedBy: 'ana' }, late]), late, ana)).toEqual([late]);
  });

  it('are ahead of the target, exactly on it late', () => {
    expect([999, 1_000].map((asOf) => isAhead(alert('soon', { due: 500, raised: 500 }), asOf))).toEqual([true, false]);
    // the clock of the page is a little behind the server's
    expect(isAhead(alert('late', { raised: 1_000 }), 998)).toBe(false);
    expect(lateFrom(alert('late', { due: 9_000 }))).toBe(1_000);
  });

  it('are not those that he has seen, and still those that somebody else has seen', () => {
    expect(idsFor(alert('seen', { acknowledgedBy: 'ana' }), alert('other', { acknowledgedBy: 'luis' }))).toEqual(['other']);
    const both = byId([alert('seen-later', { acknowledgedBy: 'luis' }), alert('unseen', { acknowledgedBy: 'luis' })]);
    const seated = { ...ana, seen: new Set(['seen-later']) };
    expect(alertsFor(both, seated, 5_000).map((one) => one.alert)).toEqual(['unseen']);
    expect(seenWith(both, alert('seen-later'), seated)).toEqual([]);
  });

  it('are not told while they are put off, and are again at that instant', () => {
    const off = alert('off', { snoozed: { until: 6_000, by: 'luis', reason: null } });
    expect([5_999, 6_000].map((asOf) => alertsFor(byId([off]), ana, asOf).length)).toEqual([0, 1]);
    // that it was wrong is told all the same
    expect(isPutOff({ ...off, retracted: true }, 5_000)).toBe(false);
  });

  it('of a lead are found by what tells him last and stands, put off or seen or not', () => {
    const off = alert('off', { lead: 'ada', snoozed: { until: 6_000, by: 'ana', reason: 'on_call' } });
    const later = alert('later', { lead: 'ada', due: 2_000, acknowledgedBy: 'ana' });
    const all = byId([
      off,
      later,
      alert('luis', { lead: 'ada', due: 3_000, to: ['luis'] }),
      alert('back', { lead: 'ada', due: 4_000, retracted: true }),
    ]);
    expect(alertOf(all, 'ada', ana)?.alert).toBe('later');
    expect(alertOf(all, 'bob', ana)).toBeNull();
  });

  it('of a promised call count from the instant that was promised, whatever target the lead has', () => {
    const call = alert('call', { step: 'call_back', due: 9_000, target: 1_000 });
    expect([isCall(call), lateFrom(call), isCall(alert('a'))]).toEqual([true, 9_000, false]);
  });
});

describe('what is heard of the alerts of a lead', () => {
  it('changes with each that is raised, ends, is taken back or is put off, and with no other', () => {
    const [first, second] = [alert('a', { lead: 'ada' }), alert('b', { lead: 'ada' })];
    const heard = (...alerts: readonly LiveAlert[]) => alertsHeard(byId(alerts), 'ada');
    const snoozed = { until: 9_000, by: 'ana', reason: null };
    const all = [[], [first], [first, second], [{ ...first, retracted: true }], [{ ...first, snoozed }]].map((alerts) => heard(...alerts));
    expect(new Set(all).size).toBe(all.length);
    expect(heard(alert('other'), second, { ...first, acknowledgedBy: 'ana' })).toBe(heard(first, second));
  });
});

import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { alertsOf, alertsToShow, alertsToTell, unseenBy } from './manager-alerts.js';

const alert = (id: string, to: readonly string[] | null, more: Partial<LiveAlert> = {}): LiveAlert => ({
  alert: id,
  lead: `lead-${id}`,
  name: id,
  step: 'due',
  due: 100,
  target: 100,
  raised: 100,
  to: to === null ? null : [...to],
  owner: null,
  team: 'north',
  unconfirmed: false,
  acknowledgedBy: null,
  retracted: false,
  ...more,
});
const all = (...alerts: readonly LiveAlert[]) => Object.fromEntries(alerts.map((one) => [one.alert, one]));
const ids = (alerts: readonly LiveAlert[]) => alerts.map(({ alert: id }) => id);

describe('what a manager is told', () => {
  const open = all(
    alert('north', ['ana', 'manager:north'], { raised: 300 }),
    alert('south', ['manager:south'], { raised: 200 }),
    alert('any', ['manager:*']),
    alert('rep', ['ana']),
    alert('team', ['team:north']),
    alert('everybody', null),
  );

  it('is what is for the manager of his team or of any, in the order in which it was raised', () => {
    expect(ids(alertsOf(open, 'manager:north'))).toEqual(['any', 'north']);
    expect(ids(alertsOf(open, 'manager:*'))).toEqual(['any', 'south', 'north']);
    expect(ids(alertsOf(open, 'manager:west'))).toEqual(['any']);
  });

  it('is told once, while it stands, and not while it is put off', () => {
    const snoozed = { until: 500, by: 'ana', reason: null };
    const mine = [alert('known', ['manager:*']), alert('new', ['manager:*']), alert('back', ['manager:*'], { retracted: true })];
    const later = alert('later', ['manager:*'], { snoozed });
    expect(ids(alertsToTell([...mine, later], new Set(['known']), 0, 499))).toEqual(['new']);
    expect(ids(alertsToTell([...mine, later], new Set(['known']), 0, 500))).toEqual(['new', 'later']);
  });

  it('is left alone by a page that has just been opened, unless it was raised a moment before', () => {
    const mine = [alert('old', ['manager:*'], { raised: 99 }), alert('young', ['manager:*'], { raised: 100 })];
    expect(ids(alertsToTell(mine, null, 100, 200))).toEqual(['young']);
  });

  it('is his to see until he has, whoever else has', () => {
    const mine = [
      alert('north', null, { acknowledgedBy: 'manager:north' }),
      alert('any', null, { acknowledgedBy: 'manager:*' }),
      alert('ana', null, { acknowledgedBy: 'ana' }),
      alert('second', null, { acknowledgedBy: 'ana' }),
    ];
    expect(ids(unseenBy(mine, 'manager:north', new Set(['second'])))).toEqual(['any', 'ana']);
  });

  it('is shown with the latest first: of each lead what was told last, while it stands and is not put off', () => {
    const snoozed = { until: 500, by: 'ana', reason: null };
    const mine = [
      alert('due', null, { lead: 'ada', due: 100, raised: 100 }),
      alert('pass', null, { lead: 'ada', due: 200, raised: 200 }),
      alert('back', null, { raised: 900, retracted: true }),
      alert('off', null, { raised: 400, snoozed }),
      alert('new', null, { raised: 300 }),
    ];
    expect(ids(alertsToShow(mine, 499))).toEqual(['new', 'pass']);
    expect(ids(alertsToShow(mine, 500))).toEqual(['off', 'new', 'pass']);
  });
});

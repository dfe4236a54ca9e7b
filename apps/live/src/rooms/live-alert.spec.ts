import type { AlertRow } from '@leadclock/read-model/queries/alerts.query.js';
import { alertedLeads, floorAlerts, managersAlerts } from './live-alert.js';

const alert = (number: number, rep: string | null): AlertRow => ({
  id: `a${number}`,
  lead: `lead-${number}`,
  step: 'late',
  dueAt: number,
  raisedAt: number,
  rep,
  owner: null,
  moved: false,
  heldThen: null,
  unconfirmed: false,
  team: null,
  targetAt: null,
  isAnswered: false,
  acknowledgedAt: null,
  acknowledgedBy: null,
  snoozedUntil: null,
  snoozedBy: null,
  snoozedReason: null,
  endedAt: null,
  ended: null,
  changeNo: number,
});
const alerts = (count: number, whom: (number: number) => string | null) => Array.from({ length: count }, (_, n) => alert(n, whom(n)));
const numbered = (from: number, to: number, step: number) =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, n) => `a${from + n * step}`);
const names = new Map([['lead-3', 'Ana M.']]);

describe('the alerts that a stream tells', () => {
  it('are none while none are open', () => {
    expect([floorAlerts([], names), managersAlerts([], names), alertedLeads([])]).toEqual([{}, {}, []]);
  });

  it('name their leads, those whom nobody has named by their ids', () => {
    const told = floorAlerts(
      alerts(4, () => 'ana'),
      names,
    );
    expect(Object.values(told).map(({ name }) => name)).toEqual(['lead-0', 'lead-1', 'lead-2', 'Ana M.']);
  });

  it('of managers are those that tell one, of several as well', () => {
    const told = [alert(0, 'ana'), alert(1, 'manager:north'), alert(2, '["ana","manager:*"]'), alert(3, null), alert(4, 'team:manager:')];
    expect(Object.keys(managersAlerts(told, names))).toEqual(['a1', 'a2']);
  });

  it('are the latest two hundred, in their order, wherever between the others they stand', () => {
    const open = alerts(1_000, (n) => (n % 4 === 0 ? 'manager:north' : 'ana'));
    expect(Object.keys(floorAlerts(open, names))).toEqual(numbered(800, 1_000, 1));
    expect(Object.keys(managersAlerts(open, names))).toEqual(numbered(200, 1_000, 4));
    expect(alertedLeads(open)).toHaveLength(200 + 150);
  });
});

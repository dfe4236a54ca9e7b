import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import type { TeamState } from '@leadclock/live-protocol/team-state.js';
import { teamToday } from '../src/team/testing/scenario.js';
import { PICTURE_TIME } from './scenario.js';

const MINUTE = 60_000;

/** An alert that managers are told, of a lead that was late so many minutes before the instant of the pictures. */
export const managerAlert = (name: string, minutes: number, more: Partial<LiveAlert> = {}): LiveAlert => ({
  alert: `alert-${name}`,
  lead: `lead-${name}`,
  name,
  step: 'pass',
  due: PICTURE_TIME - minutes * MINUTE,
  target: PICTURE_TIME - minutes * MINUTE,
  raised: PICTURE_TIME - Math.max(0, minutes) * MINUTE,
  to: ['ana', 'manager:*'],
  owner: null,
  team: 'madrid',
  unconfirmed: false,
  acknowledgedBy: null,
  retracted: false,
  ...more,
});
/** Alerts as a stream has them. */
export const byId = (...alerts: readonly LiveAlert[]) => Object.fromEntries(alerts.map((one) => [one.alert, one]));

/** The floor of the mock-ups with these open alerts. */
export const floorWith = (...alerts: readonly LiveAlert[]): TeamState => ({ ...teamToday(), alerts: byId(...alerts) });

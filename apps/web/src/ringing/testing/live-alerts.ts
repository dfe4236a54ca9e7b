import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';

/** An alert that tells everybody, of a lead of its own. */
export const anAlert = (id: string, more: Partial<LiveAlert> = {}): LiveAlert => ({
  alert: id,
  lead: `lead-${id}`,
  name: 'María F.',
  step: 'due',
  due: 1_000,
  target: 1_000,
  raised: 1_010,
  to: null,
  owner: null,
  team: null,
  unconfirmed: false,
  acknowledgedBy: null,
  retracted: false,
  ...more,
});

import { toldIn } from '@leadclock/domain/alerts/audience.js';
import { EVERYBODY } from '@leadclock/domain/alerts/everybody.js';
import { type SnoozeLimit, snoozeLimit } from '@leadclock/domain/alerts/snooze-limit.js';
import { buildConfiguration } from '@leadclock/domain/configuration/build-configuration.js';
import { foldLead } from '@leadclock/domain/merges/fold-lead.js';
import { type AlertRow, alertsOfLead } from './alerts.query.js';
import { configurationEvents } from './events.query.js';
import { eventsOfLeads } from './merged-leads.query.js';
import type { Snapshot } from './snapshot.js';

/** An open alert of a lead. */
export interface LeadAlert extends AlertRow {
  /** whom it tells, each by himself */
  readonly listeners: readonly string[];
  /** how far it can be put off now; null: the lead does not wait for what it is about */
  readonly limit: SnoozeLimit | null;
}

/** The open alerts of a lead at an instant (epoch ms), the earliest first. */
export async function leadAlerts(snapshot: Snapshot, lead: string, now: number): Promise<readonly LeadAlert[]> {
  const rows = await alertsOfLead(snapshot.em, lead);
  if (rows.length === 0) return [];
  const state = foldLead(lead, (await eventsOfLeads(snapshot, [lead])).get(lead) ?? []);
  const configuration = buildConfiguration(await configurationEvents(snapshot));
  return rows.map((row) => ({ ...row, listeners: toldIn(row.rep ?? EVERYBODY), limit: snoozeLimit(state, configuration, row.step, now) }));
}

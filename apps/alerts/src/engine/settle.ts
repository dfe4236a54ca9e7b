import type { Repeat } from '@leadclock/domain/alerts/next-round.js';
import { tellsOf } from '@leadclock/domain/alerts/rounds.js';
import { repeatOf, stepOf } from '@leadclock/domain/alerts/step-of.js';
import { stoodWhenDue } from '@leadclock/domain/alerts/stood-when-due.js';
import { buildConfiguration } from '@leadclock/domain/configuration/build-configuration.js';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { endAlerts, type RaisedAlert } from '@leadclock/read-model/outside/alert.table.js';
import { putIntoSpool } from '@leadclock/read-model/outside/spool.table.js';
import { deadlinesThatStand, holdCurrentSet, type LeadDeadline } from '@leadclock/read-model/queries/deadlines.query.js';
import { configurationEvents } from '@leadclock/read-model/queries/events.query.js';
import { eventsOfLeads } from '@leadclock/read-model/queries/merged-leads.query.js';
import { policyOf, toldBy } from '@leadclock/read-model/queries/rounds-told.query.js';
import type { Snapshot } from '@leadclock/read-model/queries/snapshot.js';
import { alertRecord } from './alert-event.js';
import type { FireParts } from './fire.js';

export interface Ended {
  readonly id: string;
  readonly ended: 'resolved' | 'retracted';
}

/**
 * Ends those of these open alerts whose deadline stands no longer: resolved when it stood at its instant, retracted when it did not, to the same
 * people. In one transaction with their events; of all processes one ends an alert. Answers which were ended.
 */
export async function settle(
  { dataSource, topic, set, now }: Omit<FireParts, 'behind' | 'configuration'>,
  open: readonly RaisedAlert[],
  configurationOf: (snapshot: Snapshot) => Promise<Configuration>,
): Promise<readonly Ended[]> {
  return dataSource.transaction(async (em) => {
    if (!(await holdCurrentSet(em, set))) return [];
    const leads = [...new Set(open.map(({ lead }) => lead))];
    const deadlines = (await deadlinesThatStand(em, set.name, leads)).filter(({ dueAt }) => dueAt <= now);
    const snapshot = { em, set };
    const policies = deadlines.some(({ policy }) => policy !== 'default') ? await configurationOf(snapshot) : null;
    const stands = ({ id, lead, step }: RaisedAlert): boolean =>
      deadlines.some((deadline) => {
        return deadline.lead === lead && deadline.step === step && tellsOf(id, lead, toldBy(deadline), repeatIn(policies, deadline));
      });
    const over = open.filter((alert) => !stands(alert));
    if (over.length === 0) return [];
    const configuration = policies ?? (await configurationOf(snapshot));
    const events = await eventsOfLeads(snapshot, [...new Set(over.map(({ lead }) => lead))]);
    const ends = over.map((alert) => {
      const ended = stoodWhenDue(alert.lead, events.get(alert.lead) ?? [], configuration, alert)
        ? ('resolved' as const)
        : ('retracted' as const);
      return { alert, id: alert.id, ended };
    });
    const ended = await endAlerts(em, ends, now);
    const told = ends.filter(({ id }) => ended.has(id));
    await putIntoSpool(
      em,
      told.map((end) => alertRecord(topic, end.ended, end.alert, now)),
    );
    return told;
  });
}

function repeatIn(configuration: Configuration | null, { policy, step }: LeadDeadline): Repeat | null {
  const found = configuration === null ? null : stepOf(configuration, policyOf(policy), step);
  return found === null ? null : repeatOf(found.step);
}

/** The configuration that deadlines were made under, read again when it has moved on. */
export class KnownConfiguration {
  private known: { readonly key: string; readonly configuration: Configuration } | null = null;

  /** `key`: changes with the set and with how far its configuration goes */
  async of(snapshot: Snapshot, key: string): Promise<Configuration> {
    if (this.known?.key !== key) this.known = { key, configuration: buildConfiguration(await configurationEvents(snapshot)) };
    return this.known.configuration;
  }
}

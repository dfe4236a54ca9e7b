import { endAlerts, type NewAlert, raiseAlerts } from '@leadclock/read-model/outside/alert.table.js';
import { putIntoSpool } from '@leadclock/read-model/outside/spool.table.js';
import { type AlertRow, openAlertsOf } from '@leadclock/read-model/queries/alerts.query.js';
import { type AlertedLead, alertedLeads, type DueDeadline, standingDeadlines } from '@leadclock/read-model/queries/deadlines.query.js';
import type { DataSource } from 'typeorm';
import { alertRecord } from './alert-event.js';
import { idsToRaise } from './alert-name.js';

/** An answer may be that old on its way here before a partition counts as behind. */
const behindMs = 2_000;

export interface FireParts {
  readonly dataSource: DataSource;
  readonly topic: string;
  readonly set: string;
  /** epoch ms */
  readonly now: number;
  /** for how long events of a partition have waited for the projector, milliseconds */
  readonly behind: (partition: number) => number;
}

/**
 * Raises the alerts of deadlines that have come, in one transaction with their events: all processes may try, the alert's key lets one.
 * A deadline that has gone meanwhile tells nobody; neither does one that was written after its time by events heard long ago (an import,
 * a catch-up). Answers what was raised.
 */
export async function fire({ dataSource, topic, set, now, behind }: FireParts, numbers: readonly number[]): Promise<readonly NewAlert[]> {
  return dataSource.transaction(async (em) => {
    const standing = await standingDeadlines(em, set, numbers);
    const due = standing.filter((deadline) => deadline.dueAt <= now && !isHistory(deadline, now));
    if (due.length === 0) return [];
    const ids = await idsToRaise(em, due);
    const alerts = [...ids].map(([{ lead, step, dueAt, owner: rep, partition }, id]): NewAlert => {
      return { id, lead, step, dueAt, raisedAt: now, rep, unconfirmed: behind(partition) > behindMs };
    });
    const fresh = await raiseAlerts(em, alerts);
    const told = alerts.filter(({ id }) => fresh.has(id));
    if (told.length > 0)
      await putIntoSpool(
        em,
        told.map((alert) => alertRecord(topic, 'raised', alert, now)),
      );
    return told;
  });
}

const isHistory = ({ wasPast, heardAt }: DueDeadline, now: number): boolean => wasPast && now - heardAt > behindMs;

/**
 * Ends the open alerts of leads that have changed: resolved when what they wait for has come after the deadline, taken back when it turns out
 * to have come before, or the deadline lies in the future now. Answers how many ended.
 */
export async function settle({ dataSource, topic, set, now }: FireParts, leads: readonly string[]): Promise<number> {
  return dataSource.transaction(async (em) => {
    const open = await openAlertsOf(em, leads);
    if (open.length === 0) return 0;
    const standing = new Map((await alertedLeads(em, set, [...new Set(open.map(({ lead }) => lead))])).map((lead) => [lead.lead, lead]));
    const ends = open.flatMap((alert) => {
      const ended = endOf(alert, standing.get(alert.lead), now);
      return ended === null ? [] : [{ alert, ended }];
    });
    if (ends.length === 0) return 0;
    const gone = await endAlerts(
      em,
      ends.map(({ alert: { id }, ended }) => ({ id, ended })),
      now,
    );
    const told = ends.filter(({ alert: { id } }) => gone.has(id));
    if (told.length > 0)
      await putIntoSpool(
        em,
        told.map(({ alert, ended }) => alertRecord(topic, ended, alert, now)),
      );
    return told.length;
  });
}

/** null: its reason stands. */
function endOf({ step, dueAt }: AlertRow, lead: AlertedLead | undefined, now: number): 'resolved' | 'retracted' | null {
  if (lead === undefined) return 'retracted';
  const left = lead.dueAts[step];
  if (left !== undefined) return left > now ? 'retracted' : null;
  const ended = [lead.answeredAt, lead.contactedAt, lead.closedAt].filter((at) => at !== null);
  return ended.length === 0 || Math.min(...ended) <= dueAt ? 'retracted' : 'resolved';
}

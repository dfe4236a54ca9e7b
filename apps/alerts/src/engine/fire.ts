import { alertIdOf } from '@leadclock/domain/alerts/rounds.js';
import { type RaisedAlert, raiseAlerts } from '@leadclock/read-model/outside/alert.table.js';
import { putIntoSpool } from '@leadclock/read-model/outside/spool.table.js';
import { type DueDeadline, standingDeadlines } from '@leadclock/read-model/queries/deadlines.query.js';
import type { CurrentSet } from '@leadclock/read-model/sets/current-set.js';
import type { DataSource } from 'typeorm';
import { alertRecord } from './alert-event.js';
import { idsToRaise, toldBy } from './alert-name.js';
import { MOST_BEHIND_MS } from './lag.js';

export interface FireParts {
  readonly dataSource: DataSource;
  /** of the events */
  readonly topic: string;
  readonly set: CurrentSet;
  /** epoch ms */
  readonly now: number;
  /** for how long events of a partition have waited for the projector, milliseconds */
  readonly behind: (partition: number) => number;
}

export interface Fired {
  readonly raised: readonly RaisedAlert[];
  /** deadlines that nobody is told of yet: they are to ring again */
  readonly later: ReadonlySet<number>;
}

/**
 * Raises the alerts of deadlines that have come, in one transaction with their events: all processes may try, the alert's key lets one.
 * A deadline that has gone meanwhile tells nobody. One that was written after its time waits until its partition is no longer behind:
 * what takes its reason away may stand in the log already.
 */
export async function fire({ dataSource, topic, set, now, behind }: FireParts, numbers: readonly number[]): Promise<Fired> {
  return dataSource.transaction(async (em) => {
    const standing = await standingDeadlines(em, set, numbers);
    const isLater = ({ dueAt, wasPast, partition }: (typeof standing)[number]) =>
      dueAt > now || (wasPast && behind(partition) >= MOST_BEHIND_MS);
    const later = new Set(standing.filter(isLater).map(({ id }) => id));
    const stands = standing.filter(({ id }) => !later.has(id));
    const alertOf = ({ lead, step, dueAt, owner: rep, partition }: DueDeadline, id: string): RaisedAlert => {
      return { id, lead, step, dueAt, raisedAt: now, rep, unconfirmed: behind(partition) > MOST_BEHIND_MS };
    };
    const raise = async (ids: ReadonlyMap<DueDeadline, string>): Promise<readonly RaisedAlert[]> => {
      const alerts = [...ids].map(([deadline, id]) => alertOf(deadline, id));
      const fresh = await raiseAlerts(em, alerts);
      return alerts.filter(({ id }) => fresh.has(id));
    };
    const first = new Map(stands.map((deadline) => [deadline, alertIdOf(deadline.lead, toldBy(deadline), 1)]));
    const firstRaised = await raise(first);
    const told = new Set(firstRaised.map(({ id }) => id));
    // few were told of before: only these are asked for their rounds
    const again = stands.filter((deadline) => !told.has(first.get(deadline) ?? ''));
    const raised = again.length === 0 ? firstRaised : [...firstRaised, ...(await raise(await idsToRaise(em, again)))];
    await putIntoSpool(
      em,
      raised.map((alert) => alertRecord(topic, 'raised', alert, now)),
    );
    return { raised, later };
  });
}

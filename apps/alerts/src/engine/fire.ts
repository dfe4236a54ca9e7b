import { alertIdOf } from '@leadclock/domain/alerts/rounds.js';
import { type RaisedAlert, raiseAlerts } from '@leadclock/read-model/outside/alert.table.js';
import { type DueDeadline, dueDeadlines } from '@leadclock/read-model/queries/deadlines.query.js';
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
 * Raises the alerts of deadlines that have come, each with its event: all processes may try, the alert's key lets one. A deadline that has gone
 * meanwhile tells nobody: what is read first only says whom and when, `raiseAlerts` holds the deadline. One that was written after its time waits until
 * its partition is no longer behind: what takes its reason away may stand in the log already.
 */
export async function fire({ dataSource, topic, set, now, behind }: FireParts, numbers: readonly number[]): Promise<Fired> {
  const em = dataSource.manager;
  const due = await dueDeadlines(em, set, numbers);
  const isLater = ({ dueAt, wasPast, partition }: DueDeadline) => dueAt > now || (wasPast && behind(partition) >= MOST_BEHIND_MS);
  const later = new Set(due.filter(isLater).map(({ id }) => id));
  const stand = due.filter(({ id }) => !later.has(id));
  const alertOf = ({ lead, step, dueAt, owner: rep, partition }: DueDeadline, id: string): RaisedAlert => {
    return { id, lead, step, dueAt, raisedAt: now, rep, unconfirmed: behind(partition) > MOST_BEHIND_MS };
  };
  const raise = async (ids: ReadonlyMap<DueDeadline, string>): Promise<readonly RaisedAlert[]> => {
    const raisings = [...ids].map(([deadline, id]) => {
      const alert = alertOf(deadline, id);
      return { deadline: deadline.id, alert, record: alertRecord(topic, 'raised', alert, now) };
    });
    const fresh = await raiseAlerts(em, set, raisings);
    return raisings.flatMap(({ alert }) => (fresh.has(alert.id) ? [alert] : []));
  };
  const first = new Map(stand.map((deadline) => [deadline, alertIdOf(deadline.lead, toldBy(deadline), 1)]));
  const raised = await raise(first);
  const told = new Set(raised.map(({ id }) => id));
  // few were told of before: only these are asked for their rounds
  const again = stand.filter((deadline) => !told.has(first.get(deadline) ?? ''));
  if (again.length === 0) return { raised, later };
  return { raised: [...raised, ...(await raise(await idsToRaise(em, again)))], later };
}

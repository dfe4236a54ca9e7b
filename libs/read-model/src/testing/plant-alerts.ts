import type { DataSource } from 'typeorm';
import { type RaisedAlert, type Raising, raiseAlerts } from '../outside/alert.table.js';
import { currentSet } from '../sets/current-set.js';

/** `owners`: whose the lead is then, before and after its step; left out: nobody's. */
export interface PlantedAlert extends RaisedAlert, Partial<Pick<Raising, 'owners'>> {}

/**
 * Raises alerts as the alerts app does, each of a deadline that is there just for that, and answers the ids of those that were raised. What it says in
 * the log is not sent.
 */
export async function plantAlerts(dataSource: DataSource, ...alerts: readonly PlantedAlert[]): Promise<ReadonlySet<string>> {
  const set = await currentSet(dataSource);
  return dataSource.transaction(async (em) => {
    const raisings = [];
    for (const { owners = [null], ...alert } of alerts) {
      const [row] = await em.query<{ id: number }[]>(
        `insert into ${set.name}.deadline (lead, step, due_at, policy, clock)
         values ($1, 'planted ' || gen_random_uuid(), now(), 'default', 'lead') returning id`,
        [alert.lead],
      );
      raisings.push({ alert, owners, deadline: Number(row?.id), records: [{ topic: 'none', key: alert.lead, value: '{}' }] });
    }
    const raised = await raiseAlerts(em, set, raisings);
    await em.query(`delete from spool where topic = 'none'`);
    const deadlines = raisings.map(({ deadline }) => deadline);
    await em.query(`delete from ${set.name}.deadline where id = any($1::bigint[])`, [deadlines]);
    return raised;
  });
}

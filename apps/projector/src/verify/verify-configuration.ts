import { setTimeout as pause } from 'node:timers/promises';
import type { EventLog } from '@leadclock/event-log/event-log.js';
import { compareConfigEvents, compareParked, createExpectedLike } from '@leadclock/read-model/compare/compare-parked.js';
import type { Differences, Problem } from '@leadclock/read-model/compare/compare-rows.js';
import { readCheckpoints } from '@leadclock/read-model/write/checkpoint.table.js';
import { putConfigEvents } from '@leadclock/read-model/write/config-event.table.js';
import { insertParked } from '@leadclock/read-model/write/parked.table.js';
import type { DataSource, EntityManager } from 'typeorm';
import { ConfigHistory } from '../configuration/config-history.js';
import { type ConfigRows, readConfigLog } from '../configuration/read-config-log.js';

interface Looking {
  readonly dataSource: DataSource;
  readonly configLog: EventLog;
}

const LOOKS = 10;
const BETWEEN_MS = 100;

/**
 * Compares what the set keeps of the configuration log. A projector keeps an event a moment after it has judged by it, so what is missing
 * is missing once it stays away.
 */
export async function verifyConfiguration(asked: Looking, set: string, limit: number): Promise<readonly Differences[]> {
  for (let looks = 1; ; looks++) {
    const { missing, wrong } = await look(asked, set, limit);
    if (missing.every(({ count }) => count === 0) || looks === LOOKS) return [...missing, ...wrong];
    await pause(BETWEEN_MS);
  }
}

/** Missing is what all partitions have taken up and the set does not keep; wrong is what the log does not say, or says otherwise. */
function look(
  { dataSource, configLog }: Looking,
  set: string,
  limit: number,
): Promise<{ readonly missing: readonly Differences[]; readonly wrong: readonly Differences[] }> {
  return dataSource.transaction('REPEATABLE READ', async (em) => {
    const checkpoints = await readCheckpoints(em, set);
    const takenUp = Math.min(...checkpoints.map(({ configOffset }) => configOffset));
    const { topic } = configLog;
    const compare = async (problems: readonly Problem[]): Promise<readonly Differences[]> => [
      await compareConfigEvents(em, set, limit, problems),
      await compareParked(em, set, { topic }, limit, problems),
    ];
    await createExpectedLike(em, set, 'config_event');
    await createExpectedLike(em, set, 'parked');
    const history = new ConfigHistory();
    await expectRows(em, await readConfigLog(configLog, history, takenUp));
    const missing = await compare(['missing']);
    // the snapshot may hold what was said until now
    await expectRows(em, await readConfigLog(configLog, history));
    // a repeat that was heard earlier alters a row: before it is taken up, both are right
    return { missing, wrong: await compare(history.offset > takenUp ? ['unexpected'] : ['unexpected', 'different']) };
  });
}

async function expectRows(em: EntityManager, { events, parked }: ConfigRows): Promise<void> {
  await putConfigEvents(em, 'pg_temp', events);
  await insertParked(em, 'pg_temp', parked);
}

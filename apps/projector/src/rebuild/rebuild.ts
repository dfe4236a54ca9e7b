import type { EventLog } from '@leadclock/event-log/event-log.js';
import { createBareSet, dropSet, indexSet, listSets } from '@leadclock/read-model/sets/create-set.js';
import { type CurrentSet, currentSet, drawEpoch } from '@leadclock/read-model/sets/current-set.js';
import { currentMadeSet, type Derivations, madeOtherwise } from '@leadclock/read-model/sets/derivation.js';
import { rebuildLock } from '@leadclock/read-model/sets/rebuild-lock.js';
import { putConfigEvents } from '@leadclock/read-model/write/config-event.table.js';
import { insertParked } from '@leadclock/read-model/write/parked.table.js';
import type { DataSource } from 'typeorm';
import { ConfigHistory } from '../configuration/config-history.js';
import { type ConfigRows, readConfigLog } from '../configuration/read-config-log.js';
import type { ProjectorLines } from '../projector-lines.js';
import type { Progress } from '../recompute/recompute.js';
import { compareSets } from './compare-sets.js';
import { fillSet } from './fill-set.js';
import { switchSet } from './switch-set.js';
import { Tail } from './tail.js';

export interface RebuildAsked {
  readonly dataSource: DataSource;
  readonly eventsLog: EventLog;
  readonly configLog: EventLog;
  readonly logger: ProjectorLines;
  readonly onProgress?: (progress: Progress) => void;
}

export interface RebuildReport {
  readonly from: string;
  readonly to: string;
  /** by which the set before was made, and the new one */
  readonly derivation: Derivations;
  readonly events: number;
  /** leads that both sets had at the same events, and how many of their rows differ; none where the set before is of another derivation */
  readonly compared: number;
  readonly differing: number;
  /** sets that were dropped: all but the new one and the one before it */
  readonly dropped: readonly string[];
}

/** Another rebuild is at work on this installation. */
export class RebuildRunning extends Error {
  override readonly name = 'RebuildRunning';
  constructor() {
    super('another rebuild is running on this database: wait for it to end');
  }
}

/**
 * Fills a new set from the log beside the running projector, catches up with it, and makes it the current one: the projector goes on with
 * the new set, readers meet a new epoch. The set before it stays until the next rebuild. Interrupted, it leaves nothing that is read.
 */
export async function rebuild(asked: RebuildAsked): Promise<RebuildReport> {
  const report = await rebuildLock(asked.dataSource, () => rebuildAlone(asked));
  if (report === null) throw new RebuildRunning();
  return report;
}

async function rebuildAlone(asked: RebuildAsked): Promise<RebuildReport> {
  const { dataSource, eventsLog, configLog, logger } = asked;
  const { derivation, ...old } = await currentMadeSet(dataSource);
  // what a rebuild that was cut off left behind
  await dropAll(
    dataSource,
    (await listSets(dataSource)).filter((set) => numberOf(set) > numberOf(old.name)),
  );
  const fresh: CurrentSet = { name: `set_${numberOf(old.name) + 1}`, epoch: drawEpoch() };
  try {
    const history = new ConfigHistory();
    const configRows = await readConfigLog(configLog, history);
    await dataSource.transaction((em) => createBareSet(em, fresh.name, eventsLog.partitions));
    const events = await fillSet(asked, old.name, fresh.name, history);
    await dataSource.transaction((em) => indexSet(em, fresh.name));
    await keepConfig(dataSource, fresh.name, configRows);
    const tail = await Tail.begin({ dataSource, eventsLog, logger, set: fresh, configuration: history.current });
    const late = await tail.catchUp();
    // rows of another derivation differ, and its tables may have other columns
    const isLike = madeOtherwise(derivation) === null;
    const { compared, differing } = isLike ? await compareSets(dataSource, old.name, fresh.name) : { compared: 0, differing: 0 };
    const switched = await switchSet({ dataSource, old, fresh, tail });
    logger.info({ from: old.name, to: fresh.name }, 'the rebuilt set is the current one');
    const dropped = (await listSets(dataSource)).filter((set) => numberOf(set) < numberOf(old.name));
    await dropAll(dataSource, dropped);
    return { from: old.name, to: fresh.name, derivation, events: events + late + switched, compared, differing, dropped };
  } catch (error) {
    if ((await currentSet(dataSource)).name !== fresh.name) await dropAll(dataSource, [fresh.name]);
    throw error;
  }
}

async function keepConfig(dataSource: DataSource, set: string, { events, parked }: ConfigRows): Promise<void> {
  await dataSource.transaction(async (em) => {
    await putConfigEvents(em, set, events);
    await insertParked(em, set, parked);
  });
}

async function dropAll(dataSource: DataSource, sets: readonly string[]): Promise<void> {
  for (const set of sets) await dataSource.transaction((em) => dropSet(em, set));
}

const numberOf = (set: string): number => Number(set.slice('set_'.length));

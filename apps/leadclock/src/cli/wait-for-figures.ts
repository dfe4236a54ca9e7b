import { waitUntilCaughtUp } from './caught-up.js';
import type { Parts } from './with-parts.js';

/** Waits until the read model holds all that the log holds now. */
export async function waitForFigures(parts: Pick<Parts, 'dataSource' | 'eventsLog' | 'configLog'>): Promise<void> {
  const { projectorStatus } = await import('@leadclock/projector/status/projector-status.js');
  const { SpoolTable } = await import('@leadclock/read-model/outside/spool.table.js');
  const spool = new SpoolTable(parts.dataSource);
  await waitUntilCaughtUp(
    async () => ({
      spooled: (await spool.depth()).records,
      status: await projectorStatus(parts.dataSource, parts.eventsLog, parts.configLog),
    }),
    async () => new Map((await parts.eventsLog.ranges()).map(({ partition, next }) => [partition, next])),
  );
}

/** The live app as the program runs it, on a read model of its own: what is sent goes through the room of the walls. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { built } from '../measure/built.mjs';
import { answerBy, usedSoFar } from '../measure/own-process.mjs';
import { patchOf } from './floor-patch.mjs';

const { startPostgres } = await built('libs/runtime/src/postgres/start-postgres.js');
const { createDataSource } = await built('libs/read-model/src/data-source.js');
const { migrate } = await built('libs/read-model/src/migrate.js');
const { openInstallation } = await built('libs/read-model/src/installation.js');
const { startLiveApp } = await built('apps/live/src/testing/live-app.js');
const { WallService } = await built('apps/live/src/wall/wall.service.js');

const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-sockets-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const postgres = await startPostgres({ folder: path.join(folder, 'postgres') });
const dataSource = await createDataSource(postgres.url).initialize();
await migrate(dataSource);
await openInstallation(dataSource, { partitions: 2 });
const clock = {
  read: Date.now,
  get now() {
    return Date.now();
  },
};
const live = await startLiveApp(dataSource, clock);
const { room } = live.app.get(WallService);
let sent = 0;

answerBy(
  {
    port: () => Number(new URL(live.url).port),
    used: usedSoFar,
    /** How many walls the room has, and how many of them it holds back. */
    walls: () => ({ size: room.size, behind: room.behind }),
    /** Sends so many changes of the floor, one every so many ms. */
    async send({ frames, everyMs }) {
      const began = performance.now();
      for (let n = 0; n < frames; n += 1) {
        const early = began + n * everyMs - performance.now();
        if (early > 0) await pause(early);
        sent += 1;
        room.publish(patchOf(sent));
      }
    },
  },
  async () => {
    await live.close();
    await dataSource.destroy();
    await postgres.stop();
  },
);

/** The live app as the program runs it, in a process of its own, on a database that is there; says how long its loop stood still. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { built } from '../measure/built.mjs';
import { answerBy } from '../measure/own-process.mjs';

const { createDataSource } = await built('libs/read-model/src/data-source.js');
const { startLiveApp } = await built('apps/live/src/testing/live-app.js');

const dataSource = await createDataSource(process.argv[2]).initialize();
const clock = {
  read: Date.now,
  get now() {
    return Date.now();
  },
};
const live = await startLiveApp(dataSource, clock);
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

answerBy(
  {
    url: () => live.url,
    /** Milliseconds, the longest since it was asked last. */
    stoodStill: () => {
      const longest = delay.max / 1e6;
      delay.reset();
      return longest;
    },
    memory: () => process.memoryUsage.rss(),
  },
  async () => {
    await live.close();
    await dataSource.destroy();
  },
);

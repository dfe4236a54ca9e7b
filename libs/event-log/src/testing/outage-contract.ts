import { until } from '@leadclock/runtime/testing/until.js';
import { LogUnavailable } from '../event-log.js';
import { readAll, valuesOf } from './appending-contract.js';
import type { ContractBench } from './event-log-contract.js';
import { Notebook } from './notebook.js';

/** The appends of the suite's logs give up after this long. */
export const APPEND_TIMEOUT_MS = 1000;
/** It must not hang; a busy machine may stand still for seconds. */
const ANSWER_WITHIN_MS = APPEND_TIMEOUT_MS + 8000;

export function outageContract({ topicOf, harness }: ContractBench): void {
  describe('while the server is away', () => {
    it('rejects appends in time, takes them again afterwards, loses nothing that it took, and followers go on', async () => {
      const { log, again } = await topicOf(3);
      const { killServer, restartServer } = harness();
      if (killServer === null) {
        console.warn('SKIPPED: the server of this event log is not ours to kill');
        return;
      }
      const notebook = new Notebook();
      const grouped = new Notebook();
      const followings = [await log.follow(null, notebook), await log.follow('projectors', grouped)];
      const acked: string[] = [];
      const append = async (value: string) => {
        await log.append([{ key: `lead-${value}`, value }]);
        acked.push(value);
      };
      for (let i = 0; i < 20; i += 1) await append(String(i));
      await until('the followers', () => notebook.values.length >= 20 && grouped.values.length >= 20);

      // kill -9 while appends are under way: each is acked or rejected, none hangs
      const underWay = Array.from({ length: 200 }, (_, i) =>
        append(`under-way-${i}`).then(
          () => null,
          (error: unknown) => error,
        ),
      );
      await killServer();
      for (const error of await Promise.all(underWay)) if (error !== null) expect(error).toBeInstanceOf(LogUnavailable);
      const asked = Date.now();
      await expect(append('away')).rejects.toThrow(LogUnavailable);
      expect(Date.now() - asked).toBeLessThan(ANSWER_WITHIN_MS);

      await restartServer();
      await until('an append to be taken again', () => append('back').then(() => true), 30_000);
      // each partition goes on at its own time, so what was acked is waited for, and not the last append alone
      const missed = () => [notebook, grouped].flatMap(({ values }) => acked.filter((value) => !values.includes(value)));
      await until('the followers to hear all that was acked', () => missed().length === 0, 60_000);
      // a server that is back takes its partitions up one by one, and may say so once more
      const reader = await again();
      const there = new Set((await until('all of it to be read', () => readAll(reader), 30_000)).flatMap(valuesOf));
      expect(acked.filter((value) => !there.has(value))).toEqual([]);
      for (const { failure } of [notebook, grouped]) expect(failure).toBeNull();
      for (const following of followings) await following.stop();
    }, 120_000);
  });
}

import { until } from '@leadclock/runtime/testing/until.js';
import { LogGap } from '../event-log.js';
import { valuesOf } from './appending-contract.js';
import type { ContractBench } from './event-log-contract.js';
import { Notebook } from './notebook.js';

const ten = Array.from({ length: 10 }, (_, i) => ({ key: `lead-${i}`, value: String(i) }));

export function gapContract({ topicOf, harness }: ContractBench): void {
  describe('reading a range', () => {
    it('gives exactly the records asked for', async () => {
      const { log } = await topicOf(1);
      await log.append(ten);
      const values: (string | undefined)[] = [];
      await log.read(0, 3, 7, async (records) => void values.push(...valuesOf(records)));
      expect(values).toEqual(['3', '4', '5', '6']);
    });

    it('gives nothing of an empty range', async () => {
      const { log } = await topicOf(1);
      await log.append(ten);
      await log.read(0, 10, 10, async () => {
        throw new Error('records of an empty range');
      });
    });

    it('ends with the error of whoever reads', async () => {
      const { log } = await topicOf(1);
      await log.append(ten);
      await expect(
        log.read(0, 0, 10, async () => {
          throw new TypeError('not readable');
        }),
      ).rejects.toThrow('not readable');
    });

    it('refuses what the log lost and what it never had', async () => {
      const { log, topic } = await topicOf(1);
      await log.append(ten);
      await harness().trim(topic, 0, 4);
      expect(await log.ranges()).toEqual([{ partition: 0, first: 4, next: 10 }]);
      await expect(log.read(0, 3, 10, async () => undefined)).rejects.toThrow(LogGap);
      await expect(log.read(0, 3, 10, async () => undefined)).rejects.toThrow('begins at offset 4, but offset 3 is needed');
      await expect(log.read(0, 4, 11, async () => undefined)).rejects.toThrow('ends at offset 10, but the checkpoint says 11');
      await log.read(0, 4, 10, async () => undefined);
    });
  });

  describe('following from a checkpoint that the log cannot serve', () => {
    it.each([
      ['whose beginning was lost', 3, 'begins at offset 4, but offset 3 is needed'],
      ['beyond the end', 11, 'ends at offset 10, but the checkpoint says 11'],
    ])('stops when the checkpoint is one %s, without a record', async (_, checkpoint, message) => {
      const { log, topic } = await topicOf(1);
      await log.append(ten);
      await harness().trim(topic, 0, 4);
      const notebook = new Notebook(new Map([[0, checkpoint]]));
      const following = await log.follow('projectors', notebook);
      expect(await until('the failure', () => notebook.failure)).toBeInstanceOf(LogGap);
      expect(notebook.failure?.message).toContain(message);
      expect(notebook.values).toEqual([]);
      await following.stop();
    });

    it('stops when a seek goes beyond the end', async () => {
      const { log } = await topicOf(1);
      await log.append(ten);
      const notebook = new Notebook();
      const following = await log.follow(null, notebook);
      await until('all ten', () => notebook.values.length === 10);
      following.seek(0, 11);
      expect(await until('the failure', () => notebook.failure)).toBeInstanceOf(LogGap);
      await following.stop();
    });

    it('goes on from a checkpoint at the very beginning and at the very end of what is there', async () => {
      const { log, topic } = await topicOf(1);
      await log.append(ten);
      await harness().trim(topic, 0, 4);
      const early = new Notebook(new Map([[0, 4]]));
      const late = new Notebook(new Map([[0, 10]]));
      const followings = [await log.follow('early', early), await log.follow('late', late)];
      await until('the six that are left', () => early.values.length === 6);
      await until('the late one', () => late.ours.has(0));
      await log.append([{ key: 'lead', value: 'new' }]);
      await until('the new one', () => late.values.length === 1 && early.values.length === 7);
      expect(late.values).toEqual(['new']);
      expect([early.failure, late.failure]).toEqual([null, null]);
      for (const following of followings) await following.stop();
    });
  });
}

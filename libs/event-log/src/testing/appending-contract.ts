import { type EventLog, type LogRecord, WrongPartitions } from '../event-log.js';
import { partitionOf } from '../partition.js';
import type { ContractBench } from './event-log-contract.js';

/** Everything in the log, by partition. */
export async function readAll(log: EventLog): Promise<LogRecord[][]> {
  const all: LogRecord[][] = [];
  for (const { partition, first, next } of await log.ranges()) {
    const records: LogRecord[] = [];
    await log.read(partition, first, next, async (batch) => void records.push(...batch));
    all[partition] = records;
  }
  return all;
}

export const valuesOf = (records: readonly LogRecord[]) => records.map(({ value }) => value?.toString());

export function appendingContract({ topicOf, harness }: ContractBench): void {
  describe('appending', () => {
    it('lays a record in the partition of its key, with key and value as they were', async () => {
      const { log } = await topicOf(6);
      const keys = ['lead-1', 'lead-2', 'lead-3', 'лид', 'a"b\\c', 'x'.repeat(300)];
      await log.append(keys.map((key) => ({ key, value: JSON.stringify({ key, note: 'ñ 🕐\n' }) })));
      const all = await readAll(log);
      for (const key of keys) {
        expect(all[partitionOf(key, 6)]).toContainEqual(
          expect.objectContaining({ key, value: Buffer.from(JSON.stringify({ key, note: 'ñ 🕐\n' })) }),
        );
      }
      expect(all.flat()).toHaveLength(keys.length);
    });

    it('keeps the order of each key and keeps repeats, within an append and across appends', async () => {
      const { log } = await topicOf(3);
      for (let append = 0; append < 5; append += 1) {
        await log.append(
          Array.from({ length: 40 }, (_, i) => ({ key: `lead-${i % 4}`, value: `${i % 4}/${append}/${String(i).padStart(2, '0')}` })),
        );
      }
      await log.append([{ key: 'lead-0', value: '0/0/00' }]);
      const all = await readAll(log);
      for (const records of all) expect(records.map(({ offset }) => offset)).toEqual(records.map((_, place) => place));
      for (let lead = 0; lead < 4; lead += 1) {
        const values = valuesOf(all.flat().filter(({ key }) => key === `lead-${lead}`));
        const appended = [...values].slice(0, 50);
        expect(appended).toEqual(appended.toSorted((a = '', b = '') => a.localeCompare(b)));
        expect(values).toHaveLength(lead === 0 ? 51 : 50);
      }
      expect(valuesOf(all.flat()).filter((value) => value === '0/0/00')).toHaveLength(2);
    });

    it('takes more at once than one request of the server may hold', async () => {
      const { log } = await topicOf(1);
      const value = 'x'.repeat(2000);
      await log.append(Array.from({ length: 1500 }, (_, i) => ({ key: `lead-${i}`, value })));
      expect(await log.ranges()).toEqual([{ partition: 0, first: 0, next: 1500 }]);
    });

    it('says how far each partition reaches', async () => {
      const { log } = await topicOf(2);
      expect(await log.ranges()).toEqual([
        { partition: 0, first: 0, next: 0 },
        { partition: 1, first: 0, next: 0 },
      ]);
      await log.append(Array.from({ length: 20 }, (_, i) => ({ key: `lead-${i}`, value: String(i) })));
      const mine = Array.from({ length: 20 }, (_, i) => partitionOf(`lead-${i}`, 2)).filter((partition) => partition === 0).length;
      expect(await log.ranges()).toEqual([
        { partition: 0, first: 0, next: mine },
        { partition: 1, first: 0, next: 20 - mine },
      ]);
    });

    it('is all there for a program that comes later', async () => {
      const { log, again } = await topicOf(3);
      await log.append(Array.from({ length: 100 }, (_, i) => ({ key: `lead-${i}`, value: String(i) })));
      const before = await readAll(log);
      await log.close();
      expect(await readAll(await again())).toEqual(before);
    });

    it('takes nothing when there is nothing to append', async () => {
      const { log } = await topicOf(1);
      await log.append([]);
      expect(await log.ranges()).toEqual([{ partition: 0, first: 0, next: 0 }]);
    });

    it('refuses to work with another number of partitions than the topic was made with', async () => {
      const { topic } = await topicOf(3);
      const wrong = async () => {
        const log = await harness().open(topic, 4);
        try {
          await log.append([{ key: 'lead', value: '1' }]);
        } finally {
          await log.close();
        }
      };
      await expect(wrong()).rejects.toThrow(WrongPartitions);
      await expect(wrong()).rejects.toThrow('has 3 partitions, but the settings say 4');
    });
  });
}

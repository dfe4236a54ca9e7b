import { until } from '@leadclock/runtime/testing/until.js';
import type { ContractBench } from './event-log-contract.js';
import { Gate } from './gate.js';
import { Notebook } from './notebook.js';

const leads = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => ({ key: `lead-${from + i}`, value: String(from + i) }));
const numbers = (to: number) => Array.from({ length: to }, (_, i) => String(i)).toSorted();

export function followingContract({ topicOf }: ContractBench): void {
  describe('following', () => {
    it('hears what is there and what comes, of all partitions, without a group', async () => {
      const { log } = await topicOf(4);
      await log.append(leads(0, 50));
      const notebook = new Notebook();
      const following = await log.follow(null, notebook);
      await until('what was there', () => notebook.values.length === 50);
      await log.append(leads(50, 60));
      await until('what came', () => notebook.values.length >= 60);
      expect(notebook.values.toSorted()).toEqual(numbers(60));
      expect([...notebook.ours].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
      await following.stop();
    });

    it('never sees a hole, though many write at once', async () => {
      const { log, again } = await topicOf(3);
      const notebook = new Notebook();
      const following = await log.follow(null, notebook);
      const writers = await Promise.all([again(), again(), again()]);
      await Promise.all(
        writers.map(async (writer, place) => {
          for (let i = 0; i < 30; i += 1) await writer.append(leads(place * 300 + i * 10, place * 300 + i * 10 + 10));
        }),
      );
      await until('all 900', () => notebook.values.length >= 900);
      expect(notebook.values.toSorted()).toEqual(numbers(900));
      for (const partition of [0, 1, 2]) {
        const offsets = notebook.calls.filter((call) => call.partition === partition).flatMap((call) => call.offsets);
        expect(offsets).toEqual(offsets.map((_, place) => place));
      }
      await following.stop();
    });

    it('hands one batch of a partition at a time and waits until it is taken over', async () => {
      const { log } = await topicOf(2);
      const notebook = new Notebook();
      const slow = new Gate();
      const inHand = new Map<number, number>();
      let most = 0;
      notebook.before = async (partition) => {
        inHand.set(partition, (inHand.get(partition) ?? 0) + 1);
        most = Math.max(most, inHand.get(partition) ?? 0);
        await slow.promise;
        inHand.set(partition, (inHand.get(partition) ?? 0) - 1);
      };
      const following = await log.follow('slow', notebook);
      await log.append(leads(0, 20));
      await until('a call', () => notebook.calls.length > 0);
      for (let i = 1; i < 5; i += 1) await log.append(leads(i * 20, i * 20 + 20));
      expect(notebook.values).toEqual([]);
      slow.open();
      await until('all 100', () => notebook.values.length >= 100);
      expect(notebook.values.toSorted()).toEqual(numbers(100));
      expect(most).toBe(1);
      await following.stop();
    });

    it.each([
      ['a TypeError', new TypeError('no function')],
      ['a SyntaxError', new SyntaxError('no json')],
      ['a RangeError', new RangeError('no length')],
      ['an Error', new Error('no database')],
    ])('hands the same records again to a follower that throws %s', async (_, trouble) => {
      const { log } = await topicOf(1);
      await log.append(leads(0, 5));
      const notebook = new Notebook();
      let failures = 2;
      notebook.before = async () => {
        failures -= 1;
        if (failures >= 0) throw trouble;
      };
      const following = await log.follow('clumsy', notebook);
      await until('the five', () => notebook.values.length >= 5);
      expect(notebook.calls.slice(0, 3).map(({ offsets }) => offsets[0])).toEqual([0, 0, 0]);
      await log.append(leads(5, 8));
      await until('what comes after', () => notebook.values.length >= 8);
      expect(notebook.values).toEqual(numbers(8));
      expect(notebook.failure).toBeNull();
      await following.stop();
    });

    it('goes on from the offset that is sought, in the middle of a call and at rest', async () => {
      const { log } = await topicOf(1);
      await log.append(leads(0, 10));
      const notebook = new Notebook();
      const following = await log.follow('seekers', notebook);
      await until('the first ten', () => notebook.values.length === 10);
      following.seek(0, 7);
      await until('the last three again', () => notebook.values.length >= 13);
      expect(notebook.values.slice(10)).toEqual(['7', '8', '9']);
      let sought = false;
      notebook.before = async () => {
        if (!sought) following.seek(0, 4);
        sought = true;
      };
      await log.append(leads(10, 12));
      await until('the new ones twice', () => notebook.values.length >= 23);
      expect(notebook.values.slice(13)).toEqual(['10', '11', '4', '5', '6', '7', '8', '9', '10', '11']);
      await following.stop();
    });

    it('stops at once while records wait, and says nothing more', async () => {
      const { log } = await topicOf(1);
      await log.append(leads(0, 10));
      const notebook = new Notebook();
      const never = new Gate();
      notebook.before = () => never.promise;
      const following = await log.follow('stoppers', notebook);
      await until('the first call', () => notebook.calls.length === 1);
      await log.append(leads(10, 20));
      await following.stop();
      const calls = notebook.calls.length;
      never.open();
      // another follower that has heard the newest record proves that it was there to be heard
      const other = new Notebook();
      const second = await log.follow('stoppers', other);
      await until('the newest at another', () => other.values.length >= 20);
      expect(notebook.calls).toHaveLength(calls);
      await second.stop();
    });
  });
}

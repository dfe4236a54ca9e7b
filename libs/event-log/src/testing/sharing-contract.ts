import { until } from '@leadclock/runtime/testing/until.js';
import type { EventLog } from '../event-log.js';
import type { ContractBench } from './event-log-contract.js';
import { Gate } from './gate.js';
import { Notebook } from './notebook.js';

const PARTITIONS = 6;
const each = Array.from({ length: PARTITIONS }, (_, partition) => partition);

/** Adds ten numbered values to each of many keys, so that every partition grows. */
const grow = (log: EventLog, round: number) =>
  log.append(Array.from({ length: 60 }, (_, i) => ({ key: `lead-${i}`, value: `${round}/${i}` })));
const rounds = (count: number) =>
  Array.from({ length: count }, (_, round) => Array.from({ length: 60 }, (__, i) => `${round}/${i}`))
    .flat()
    .toSorted();

export function sharingContract({ topicOf }: ContractBench): void {
  describe('sharing a group', () => {
    it('splits the partitions between two members, hands them back when one stops, and loses nothing on the way', async () => {
      const { log, again } = await topicOf(PARTITIONS);
      const checkpoints = new Map<number, number>();
      const first = new Notebook(checkpoints);
      const second = new Notebook(checkpoints);
      const heard = () => [...first.values, ...second.values];
      await grow(log, 0);
      const one = await log.follow('projectors', first);
      await until('the first member to hear all', () => first.values.length === 60);
      expect([...first.ours].toSorted((a, b) => a - b)).toEqual(each);

      const two = await (await again()).follow('projectors', second);
      await until('an even split', () => first.ours.size === 3 && second.ours.size === 3);
      expect([...first.ours, ...second.ours].toSorted((a, b) => a - b)).toEqual(each);
      await grow(log, 1);
      await until('both to hear their half', () => heard().length >= 120);
      expect(first.values.length).toBeGreaterThan(60);
      expect(second.values.length).toBeGreaterThan(0);

      await two.stop();
      await until('all partitions to come back', () => first.ours.size === PARTITIONS);
      await grow(log, 2);
      await until('the rest', () => heard().length >= 180);
      expect(heard().toSorted()).toEqual(rounds(3));
      await one.stop();
    });

    it('is a matter of one topic: a group of the same name on another one has all of its partitions', async () => {
      const [here, there] = [await topicOf(PARTITIONS), await topicOf(PARTITIONS)];
      const [one, two] = [new Notebook(), new Notebook()];
      await grow(here.log, 0);
      await grow(there.log, 1);
      const followings = [await here.log.follow('namesakes', one), await there.log.follow('namesakes', two)];
      await until('each to hear all of its own topic', () => one.values.length === 60 && two.values.length === 60);
      expect(one.values.every((value) => value.startsWith('0/'))).toBe(true);
      expect(two.values.every((value) => value.startsWith('1/'))).toBe(true);
      for (const following of followings) await following.stop();
    });

    it('hands over while the first member is slow, and what he has in hand is not lost', async () => {
      const { log, again } = await topicOf(PARTITIONS);
      const checkpoints = new Map<number, number>();
      const first = new Notebook(checkpoints);
      const second = new Notebook(checkpoints);
      const slow = new Gate();
      first.before = () => slow.promise;
      await grow(log, 0);
      const one = await log.follow('slow', first);
      await until('the first member to have records in hand', () => first.calls.length > 0);
      const two = await (await again()).follow('slow', second);
      slow.open();
      await until('an even split', () => first.ours.size === 3 && second.ours.size === 3);
      await grow(log, 1);
      const distinct = () => new Set([...first.values, ...second.values]);
      await until('everything to be heard', () => distinct().size === 120);
      expect([...distinct()].toSorted()).toEqual(rounds(2));
      await one.stop();
      await two.stop();
    });

    it('gives another group all partitions, whatever the first one does', async () => {
      const { log, again } = await topicOf(PARTITIONS);
      await grow(log, 0);
      const projector = new Notebook();
      const other = new Notebook();
      const followings = [await log.follow('projectors', projector), await (await again()).follow('rebuild', other)];
      await until('both to hear all', () => projector.values.length === 60 && other.values.length === 60);
      expect([projector.ours.size, other.ours.size]).toEqual([PARTITIONS, PARTITIONS]);
      for (const following of followings) await following.stop();
    });
  });
}

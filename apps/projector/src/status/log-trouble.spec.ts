import { logTrouble } from './log-trouble.js';
import type { PartitionStatus, ProjectorStatus } from './projector-status.js';

const topics = { topic: 'events', configTopic: 'config' };
const status = (partition: Partial<PartitionStatus>, config = { first: 0, head: 3 }): ProjectorStatus => ({
  set: 'set_1',
  derivation: { set: 1, program: 1 },
  partitions: [{ partition: 4, first: 0, head: 9, next: 7, configOffset: 3, ...partition }],
  behind: 2,
  config,
  sweeping: [],
  refolding: 0,
  parked: 0,
  conflicts: 0,
});

it('nothing is wrong with a log that has all its records, whether they are read or not', () => {
  expect(logTrouble(topics, status({}))).toEqual([]);
  expect(logTrouble(topics, status({ next: 9 }))).toEqual([]);
  expect(logTrouble(topics, status({ head: 0, next: 0, configOffset: 0 }, { first: 0, head: 0 }))).toEqual([]);
});

it.each([
  [
    'lost records that are still to be read',
    { first: 8 },
    undefined,
    /^events partition 4 begins at offset 8, but offset 7 is needed: .*restore/,
  ],
  [
    'lost records that are in the read model',
    { first: 7 },
    undefined,
    /^events partition 4 begins at offset 7: .*cannot be verified or rebuilt/,
  ],
  ['ends before the checkpoint', { head: 6 }, undefined, /^events partition 4 ends at offset 6, but the checkpoint says 7: .*rebuild/],
  ['of configuration lost its beginning', {}, { first: 1, head: 3 }, /^config partition 0 begins at offset 1, but offset 0 is needed/],
  [
    'of configuration ends before the checkpoint',
    {},
    { first: 0, head: 2 },
    /^config partition 0 ends at offset 2, but the checkpoint says 3/,
  ],
])('a log that %s is named with what to do', (_, partition, config, says) => {
  expect(logTrouble(topics, status(partition, config))).toEqual([expect.stringMatching(says)]);
});

import { randomBytes } from 'node:crypto';
import { Partitioners } from 'kafkajs';
import { partitionOf } from './partition.js';

const theirs = Partitioners.DefaultPartitioner();
const kafkajsPartitionOf = (key: string, partitions: number) =>
  theirs({
    topic: 'any',
    partitionMetadata: Array.from({ length: partitions }, (_, partitionId) => ({
      partitionErrorCode: 0,
      partitionId,
      leader: 1,
      replicas: [1],
      isr: [1],
    })),
    message: { key, value: null },
  });

describe('partitionOf', () => {
  // murmur2 of Apache Kafka's own UtilsTest, without the sign bit; a modulus above them all shows the hash itself
  it.each([
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
    ['abc', 479470107],
  ])('hashes %s as Apache Kafka does', (key, hash) => {
    expect(partitionOf(key, 2 ** 31)).toBe(hash & 0x7fffffff);
  });

  it('agrees with kafkajs on keys of every length and script', () => {
    for (let length = 0; length < 70; length += 1) {
      for (const key of [randomBytes(length).toString('hex').slice(0, length), 'я'.repeat(length), `ä${'x'.repeat(length)}`]) {
        for (const partitions of [1, 7, 12]) {
          expect([key, partitionOf(key, partitions)]).toEqual([key, kafkajsPartitionOf(key, partitions)]);
        }
      }
    }
  });
});

const M = 0x5bd1e995;

/** Kafka's murmur2 of a key, as an unsigned number without the sign bit. */
function murmur2(data: Buffer): number {
  const length = data.length;
  let h = 0x9747b28c ^ length;
  const words = length & ~3;
  for (let i = 0; i < words; i += 4) {
    let k = Math.imul(data.readInt32LE(i), M);
    k ^= k >>> 24;
    h = Math.imul(h, M) ^ Math.imul(k, M);
  }
  const left = length & 3;
  if (left > 0) {
    h ^= data.readUIntLE(words, left);
    h = Math.imul(h, M);
  }
  h ^= h >>> 13;
  h = Math.imul(h, M);
  h ^= h >>> 15;
  return h & 0x7fffffff;
}

/** The partition that a key lies in: the one that Kafka's own clients choose. */
export function partitionOf(key: string, partitions: number): number {
  return murmur2(Buffer.from(key)) % partitions;
}

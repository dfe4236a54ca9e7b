/** A snappy stream as Apache Kafka expects it that compresses nothing: one literal in one chunk. Enough to be a codec that kafkajs lacks. */
export function storedAsSnappy(bytes: Buffer): Buffer {
  const literal = Buffer.alloc(3);
  literal.writeUInt8(61 << 2);
  literal.writeUInt16LE(bytes.length - 1, 1);
  const block = Buffer.concat([varint(bytes.length), literal, bytes]);
  const head = Buffer.concat([Buffer.from([0x82]), Buffer.from('SNAPPY\0'), int32(1), int32(1)]);
  return Buffer.concat([head, int32(block.length), block]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  return Buffer.from([...bytes, rest]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

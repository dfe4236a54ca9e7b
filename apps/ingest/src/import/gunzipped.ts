import { once } from 'node:events';
import { createGunzip } from 'node:zlib';

/**
 * Unpacks gzip piece by piece, as fast as the reader asks. Unlike the bare stream it hands out all that could be unpacked before it throws on a
 * file that is cut off or damaged.
 */
export async function* gunzipped(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  let unpacked: Buffer[] = [];
  let failure: Error | null = null;
  gunzip.on('data', (piece: Buffer) => unpacked.push(piece));
  // the callback of a write that fails is never called
  const failed = new Promise<void>((resolve) => {
    gunzip.on('error', (error) => {
      failure = error;
      resolve();
    });
  });
  const takeOut = () => {
    const pieces = unpacked;
    unpacked = [];
    return pieces;
  };
  try {
    for await (const piece of source) {
      await Promise.race([failed, new Promise<void>((resolve) => gunzip.write(piece, () => resolve()))]);
      yield* takeOut();
      if (failure) throw failure;
    }
    const ended = once(gunzip, 'end').catch(() => undefined);
    gunzip.end();
    await Promise.race([failed, ended]);
    yield* takeOut();
    if (failure) throw failure;
  } finally {
    gunzip.destroy();
  }
}

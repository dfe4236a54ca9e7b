import { PassThrough } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Answered } from '../answer/answered.js';
import { bodyOf } from './refused.js';

/** Whoever makes the rows holds a connection of the database, and a state of it: a reader that does not read must let go of them. */
const patienceMs = 60_000;

/** Sends text as it is made, no faster than the caller reads. Nothing is sent when the question is refused. */
export async function replyStreamed(
  reply: FastifyReply,
  contentType: string,
  produce: (write: (text: string) => Promise<void>) => Promise<Answered<null>>,
  limitMs = patienceMs,
): Promise<void> {
  const stream = new PassThrough();
  let begun = false;
  const write = async (text: string): Promise<void> => {
    if (!begun) {
      begun = true;
      void reply.header('content-type', contentType).send(stream);
    }
    if (stream.destroyed) throw new Error('the reader of the rows went away');
    if (!stream.write(text)) await drained(stream, limitMs);
  };
  try {
    bodyOf(await produce(write));
    stream.end();
  } catch (error) {
    if (!begun) throw error;
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

/** Resolves when more can be written; rejects when nobody reads any more. */
function drained(stream: PassThrough, limitMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (act: () => void) => {
      clearTimeout(limit);
      stream.off('drain', go).off('close', gone);
      act();
    };
    const go = () => end(resolve);
    const gone = () => end(() => reject(new Error('the reader of the rows went away')));
    const limit = setTimeout(() => end(() => reject(new Error('the reader of the rows does not read'))), limitMs);
    stream.once('drain', go).once('close', gone);
  });
}

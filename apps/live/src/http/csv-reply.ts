import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Answered } from '../answer/answered.js';
import { bodyOf } from './refused.js';

/** Sends CSV as it is made, no faster than the caller reads. Nothing is sent when the question is refused. */
export async function replyCsv(
  reply: FastifyReply,
  produce: (write: (text: string) => Promise<void>) => Promise<Answered<null>>,
): Promise<void> {
  const stream = new PassThrough();
  let begun = false;
  const write = async (text: string): Promise<void> => {
    if (!begun) {
      begun = true;
      void reply.header('content-type', 'text/csv; charset=utf-8').send(stream);
    }
    if (stream.destroyed) throw new Error('the reader of the CSV went away');
    if (!stream.write(text)) await once(stream, 'drain');
  };
  try {
    bodyOf(await produce(write));
    stream.end();
  } catch (error) {
    if (!begun) throw error;
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

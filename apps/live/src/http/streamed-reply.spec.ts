import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { until } from '@leadclock/runtime/testing/until.js';
import fastify, { type FastifyInstance } from 'fastify';
import { replyStreamed } from './streamed-reply.js';

const piece = `${'x'.repeat(64 * 1024)}\r\n`;

let app: FastifyInstance;
let port: number;
/** how the making of rows ended */
let ended: unknown;

beforeEach(async () => {
  ended = null;
  app = fastify({ forceCloseConnections: true });
  app.get('/endless', (_request, reply) =>
    replyStreamed(
      reply,
      'text/csv',
      async (write) => {
        try {
          for (;;) await write(piece);
        } catch (error) {
          ended = error;
          throw error;
        }
      },
      200,
    ),
  );
  port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterEach(() => app.close());

async function ask(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('GET /endless HTTP/1.1\r\nhost: a\r\n\r\n');
  await once(socket, 'data');
  return socket;
}

describe('text that is sent as it is made', () => {
  it('is not made any more once the reader went away', async () => {
    const reader = await ask();
    reader.destroy();
    expect(await until('the end', () => ended)).toMatchObject({ message: 'the reader of the rows went away' });
  });

  it('waits for a slow reader, but not for ever for one that does not read', async () => {
    const reader = await ask();
    reader.pause();
    expect(await until('the end', () => ended)).toMatchObject({ message: 'the reader of the rows does not read' });
    reader.destroy();
  });
});

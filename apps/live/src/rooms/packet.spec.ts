import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { packetOf } from './packet.js';

/** What a page that knows the documented protocol reads of one packet. */
async function readBy(frame: object): Promise<unknown> {
  const http = createServer();
  const server = new Server(http, { transports: ['websocket'] });
  server.on('connection', ({ conn }) => {
    const { text, options } = packetOf('patch', frame);
    conn.write(text, options);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const page = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], reconnection: false, forceNew: true });
  try {
    return await new Promise((resolve, reject) => {
      page.once('patch', resolve);
      page.once('disconnect', reject);
    });
  } finally {
    page.close();
    await server.close();
  }
}

describe('a packet', () => {
  // with the 20 characters around it: about the last that fits a short head, and the last that fits a longer one
  it.each([0, 104, 105, 106, 65_514, 65_515, 65_516, 200_000])('of %i characters is read whole by a page', async (length) => {
    const frame = { x: 'a'.repeat(length) };
    expect(await readBy(frame)).toEqual(frame);
  });

  it('of other scripts is read whole by a page', async () => {
    const frame = { name: 'Дмитрий مريم 😀'.repeat(5_000) };
    expect(await readBy(frame)).toEqual(frame);
  });

  it('has its frame in one piece', () => {
    expect(packetOf('heartbeat', {}).options.wsPreEncodedFrame).toHaveLength(1);
  });
});

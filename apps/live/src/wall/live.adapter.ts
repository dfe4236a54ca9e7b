import type { IncomingMessage } from 'node:http';
import { isAllowedOrigin } from '@leadclock/runtime/origin.js';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';

const largestMessage = 64 * 1024;
/** socket.io on the same server and port as all else: websocket only, our own resume, no handshake from a foreign page. */
export class LiveAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly publicUrl: string | null,
  ) {
    super(app);
  }

  override createIOServer(port: number, options: ServerOptions): Server {
    return super.createIOServer(port, {
      ...options,
      transports: ['websocket'],
      serveClient: false,
      cors: { origin: false },
      maxHttpBufferSize: largestMessage,
      allowRequest: ({ headers: { origin, host } }: IncomingMessage, done) => done(null, isAllowedOrigin({ origin, host }, this.publicUrl)),
    });
  }
}

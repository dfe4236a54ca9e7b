/** The yardstick: `ws` alone, no compression, each text made once and sent to every client in one loop. */
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import { answerBy, usedSoFar } from '../measure/own-process.mjs';

const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));

answerBy({
  port: () => http.address().port,
  used: usedSoFar,
  /** Sends what was heard of the other side, at its pace. */
  async send(frames) {
    const began = performance.now();
    for (const { at, text } of frames) {
      const early = began + at - performance.now();
      if (early > 0) await pause(early);
      for (const client of server.clients) client.send(text);
    }
  },
});

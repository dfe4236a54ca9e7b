import { WebSocket } from 'ws';

/** What a frame is, by the letter after `42["`. */
const KINDS = { p: 'patch', s: 'snapshot', h: 'heartbeat' };
const PING = 0x32;

/** Connects to a bare server: it hears `onFrame(kind, data)` for each message. */
export function connectBare(port, onFrame) {
  return new Promise((resolve, reject) => {
    const socket = open(`ws://127.0.0.1:${port}/`);
    socket.once('error', reject);
    socket.once('open', () => resolve(socket));
    socket.on('message', (data) => onFrame(kindOf(data), data));
  });
}

/**
 * Connects to a live server by the words of engine.io and socket.io alone, which costs less than their client does. `auth` is what a page says of
 * itself; null: nothing, as a wall may.
 */
export function connectLive(port, auth, onFrame) {
  return new Promise((resolve, reject) => {
    const socket = open(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
    socket.once('error', reject);
    socket.on('close', () => reject(new Error('the server closed the connection')));
    socket.on('message', (data) => {
      const kind = kindOf(data);
      if (kind !== undefined) return onFrame(kind, data);
      if (data[0] === PING) return socket.send('3');
      const text = textOf(data);
      if (text.startsWith('0{')) return socket.send(auth === null ? '40' : `40${JSON.stringify(auth)}`);
      if (text.startsWith('40')) return resolve(socket);
      return reject(new Error(`the server said ${text}`));
    });
  });
}

const open = (url) => new WebSocket(url, { perMessageDeflate: false, skipUTF8Validation: true });

/** A message as text. */
export const textOf = (data) => data.toString();

const kindOf = (data) => (data.length > 4 && data[1] === PING ? KINDS[String.fromCharCode(data[4])] : undefined);

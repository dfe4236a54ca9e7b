import type { LiveEvent } from './page-socket.js';

/** An event as engine.io writes it to a page. */
export interface Packet {
  readonly text: string;
  readonly options: { readonly compress: false; readonly wsPreEncodedFrame: readonly [Buffer] };
}

/**
 * Makes an event once for all pages that hear it: `conn.write(text, options)` sends it to one. The websocket frame is made here as well, in one
 * piece, so that it goes out by one plain write: socket.io's own has a head and a body, which are queued, gathered and written together.
 */
export function packetOf(event: LiveEvent, frame: object): Packet {
  // 2: an event of the one namespace there is (socket.io); 4: a message (engine.io)
  const text = `2${JSON.stringify([event, frame])}`;
  return { text, options: { compress: false, wsPreEncodedFrame: [wholeFrame(`4${text}`)] } };
}

const wholeText = 0x81;
const lengthIn2Bytes = 126;
const lengthIn8Bytes = 127;

/** A text as one unmasked websocket frame (RFC 6455, 5.2). */
function wholeFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = headOf(length);
  const frame = Buffer.allocUnsafe(head.length + length);
  head.copy(frame);
  frame.write(text, head.length);
  return frame;
}

function headOf(length: number): Buffer {
  if (length < lengthIn2Bytes) return Buffer.from([wholeText, length]);
  if (length <= 0xffff) {
    const head = Buffer.from([wholeText, lengthIn2Bytes, 0, 0]);
    head.writeUInt16BE(length, 2);
    return head;
  }
  const head = Buffer.alloc(10);
  head.writeUInt8(wholeText, 0);
  head.writeUInt8(lengthIn8Bytes, 1);
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

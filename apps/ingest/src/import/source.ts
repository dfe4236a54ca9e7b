import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { errorCode } from '../error-code.js';
import { gunzipped } from './gunzipped.js';

const HEAD_BYTES = 64 * 1024;

/** A file that can be imported. `identity` names its content: another size, another time of change or another beginning is another file. */
export interface Source {
  readonly name: string;
  readonly identity: string | null;
  /** bytes as it lies on disk; null: nobody knows yet */
  readonly size: number | null;
  /** the unpacked text from that byte on; `onRead` hears how many bytes came from the disk */
  readonly text: (from: number, onRead: (bytes: number) => void) => AsyncIterable<Buffer>;
}

/** What stands in the way of reading a file, in words for who named it. */
export type Opened = { readonly ok: true; readonly source: Source } | { readonly ok: false; readonly problem: string };

/** Looks at a file without reading more than its beginning. */
export async function openFile(file: string): Promise<Opened> {
  try {
    const about = await stat(file);
    if (about.isDirectory()) return { ok: false, problem: 'is a folder; name the files in it' };
    if (!about.isFile()) return { ok: false, problem: 'is not a file; use - to read from stdin' };
    if (about.size === 0) return { ok: false, problem: 'is empty' };
    const head = await headOf(file);
    const identity = createHash('sha256').update(`${about.size} ${about.mtimeMs} `).update(head).digest('hex').slice(0, 40);
    const packed = isGzip(head);
    const text = (from: number, onRead: (bytes: number) => void) =>
      packed
        ? skipping(from, gunzipped(counted(createReadStream(file), onRead)))
        : counted(createReadStream(file, { start: from }), onRead, from);
    return { ok: true, source: { name: file, identity, size: about.size, text } };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** What comes in on stdin; it cannot be resumed. */
export function openStdin(stdin: Readable): Source {
  async function* text(_from: number, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
    const pieces = counted(stdin, onRead);
    const first = await pieces.next();
    if (first.done === true) return;
    const begin: Buffer = first.value;
    async function* all(): AsyncGenerator<Buffer> {
      yield begin;
      yield* pieces;
    }
    yield* isGzip(begin) ? gunzipped(all()) : all();
  }
  return { name: '-', identity: null, size: null, text };
}

/** An error of a file in words that say what to do. */
export function problemOf(error: unknown): string {
  const code = errorCode(error);
  if (code === 'ENOENT') return 'is not there';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read; give this user the right to read it';
  if (code === 'Z_BUF_ERROR') return 'is cut off: its gzip data ends too early; what was whole went in, get the file again for the rest';
  if (code === 'Z_DATA_ERROR')
    return 'holds damaged gzip data: what could be unpacked before the damage was found was read as it was, get the file again';
  return `cannot be read (${code})`;
}

const isGzip = (head: Buffer) => head[0] === 0x1f && head[1] === 0x8b;

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function* counted(stream: Readable, onRead: (bytes: number) => void, before = 0): AsyncGenerator<Buffer> {
  let read = before;
  for await (const piece of stream) {
    const bytes = Buffer.isBuffer(piece) ? piece : Buffer.from(String(piece));
    read += bytes.length;
    onRead(read);
    yield bytes;
  }
}

async function* skipping(bytes: number, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let left = bytes;
  for await (const piece of source) {
    if (left >= piece.length) left -= piece.length;
    else {
      yield left === 0 ? piece : piece.subarray(left);
      left = 0;
    }
  }
}

import { isUtf8 } from 'node:buffer';

const MOST_LINES = 1_000;
const MOST_BYTES = 512 * 1024;
/** A longer line is no event that the door would take. */
const LONGEST_LINE = 1024 * 1024;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** A place in the (unpacked) text of a file: behind `line` lines, at `byte`. */
export interface Place {
  readonly line: number;
  readonly byte: number;
}

export interface FaultyLine {
  readonly line: number;
  readonly problem: string;
}

/** Some lines of a file that are sent together. `numbers` are their line numbers, from 1; blank lines are left out. */
export interface Chunk {
  readonly lines: readonly string[];
  readonly numbers: readonly number[];
  /** lines that need not be sent: they cannot be read */
  readonly faulty: readonly FaultyLine[];
  readonly end: Place;
}

/**
 * Cuts a text into chunks of whole lines, from `start` on; `source` must begin at that byte. Never holds more than a chunk and a line. When the
 * source throws, the whole lines before are handed out first; the half line is not.
 */
export async function* chunksOf(source: AsyncIterable<Buffer>, start: Place): AsyncGenerator<Chunk> {
  const cutter = new Cutter(start);
  try {
    for await (const piece of source) yield* cutter.take(piece);
  } catch (error) {
    yield* cutter.wholeLines();
    throw error;
  }
  yield* cutter.finish();
}

class Cutter {
  private lines: string[] = [];
  private numbers: number[] = [];
  private faulty: FaultyLine[] = [];
  private bytes = 0;
  private line: number;
  private byte: number;
  /** the beginning of a line whose end is not there yet; it is given up when it grows too long */
  private rest: Buffer[] = [];
  private restLength = 0;

  constructor(start: Place) {
    this.line = start.line;
    this.byte = start.byte;
  }

  *take(piece: Buffer): Generator<Chunk> {
    let from = 0;
    for (let at = piece.indexOf(NEWLINE); at !== -1; at = piece.indexOf(NEWLINE, from)) {
      this.keep(piece.subarray(from, at));
      this.endLine(1);
      from = at + 1;
      if (this.lines.length >= MOST_LINES || this.bytes >= MOST_BYTES || this.faulty.length >= MOST_LINES) yield this.cut();
    }
    this.keep(piece.subarray(from));
  }

  *finish(): Generator<Chunk> {
    if (this.restLength > 0) this.endLine(0);
    yield* this.wholeLines();
  }

  *wholeLines(): Generator<Chunk> {
    if (this.lines.length > 0 || this.faulty.length > 0) yield this.cut();
  }

  private keep(bytes: Buffer): void {
    this.restLength += bytes.length;
    if (this.restLength > LONGEST_LINE) this.rest = [];
    else if (bytes.length > 0) this.rest.push(bytes);
  }

  private endLine(newline: 0 | 1): void {
    this.line += 1;
    this.byte += this.restLength + newline;
    const problem = this.restLength > LONGEST_LINE ? 'is longer than 1 MiB' : null;
    const line = withoutMarks(this.rest.length === 1 && this.rest[0] ? this.rest[0] : Buffer.concat(this.rest), this.line);
    this.rest = [];
    this.restLength = 0;
    if (problem !== null) this.faulty.push({ line: this.line, problem });
    else if (!isUtf8(line)) this.faulty.push({ line: this.line, problem: 'is not UTF-8' });
    else {
      const text = line.toString('utf8');
      if (text.trim() === '') return;
      this.lines.push(text);
      this.numbers.push(this.line);
      this.bytes += line.length;
    }
  }

  private cut(): Chunk {
    const chunk = { lines: this.lines, numbers: this.numbers, faulty: this.faulty, end: { line: this.line, byte: this.byte } };
    this.lines = [];
    this.numbers = [];
    this.faulty = [];
    this.bytes = 0;
    return chunk;
  }
}

/** The line without a carriage return at its end, and the first without a byte order mark. */
function withoutMarks(line: Buffer, number: number): Buffer {
  const end = line.at(-1) === RETURN ? line.length - 1 : line.length;
  const begin = number === 1 && line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? 3 : 0;
  return line.subarray(begin, end);
}

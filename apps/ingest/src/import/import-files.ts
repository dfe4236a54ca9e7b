import type { Readable } from 'node:stream';
import type { SendLines } from './send-lines.js';

export interface ImportRequest {
  /** paths of JSONL files, plain or .gz; `-` is `stdin` */
  readonly files: readonly string[];
  readonly send: SendLines;
  /** where progress is kept: the data folder */
  readonly dataFolder: string;
  /** what the events go into (installationOf); progress kept for another one is not used */
  readonly installation: string;
  readonly clock: () => number;
  readonly stdin?: Readable;
  /** true: forget kept progress and send everything again */
  readonly again?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly onReject?: (reject: RejectedLine) => void;
  /** waits before a chunk is sent again; tests hand in their own */
  readonly pause?: (ms: number) => Promise<void>;
}

export interface ImportProgress {
  readonly file: string;
  readonly lines: number;
  readonly accepted: number;
  readonly rejected: number;
  /** bytes read of the file as it lies on disk, and how many there are; null for stdin */
  readonly bytes: number;
  readonly totalBytes: number | null;
}

/** `line` counts from 1; null: the file as a whole. */
export interface RejectedLine {
  readonly file: string;
  readonly line: number | null;
  readonly id: string | null;
  readonly path: string;
  readonly problem: string;
}

export interface ImportReport {
  readonly accepted: number;
  readonly rejected: number;
  /** lines that an earlier, interrupted or finished, run of the same files had sent; they are in `accepted` and `rejected` too */
  readonly sentBefore: number;
  /** 0 all went in, 1 something was rejected or a file could not be read */
  readonly exitCode: 0 | 1;
}

/** Imports files of events line by line with bounded memory; a run that was cut off goes on where the last acknowledged line ends. */
export async function importFiles(_request: ImportRequest): Promise<ImportReport> {
  throw new Error('importFiles is not there yet');
}

import type { Readable } from 'node:stream';
import { setTimeout as pauseFor } from 'node:timers/promises';
import { ImportProgressFolder } from './import-progress.js';
import type { ImportProgress, RejectedLine } from './import-progress-told.js';
import { type Counts, type FileImport, importSource } from './import-source.js';
import { patient } from './patient.js';
import type { SendLines } from './send-lines.js';
import { openFile, openStdin } from './source.js';

export interface ImportRequest {
  /** paths of JSONL files, plain or gzip; `-` is `stdin` */
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
  /** waits before a chunk is sent again */
  readonly pause?: (ms: number) => Promise<void>;
}

export interface ImportReport {
  readonly accepted: number;
  readonly rejected: number;
  /** events that an earlier run of the same files, interrupted or finished, had sent; they are in `accepted` too */
  readonly sentBefore: number;
  /** 0 all went in, 1 something was rejected or a file could not be read */
  readonly exitCode: 0 | 1;
}

/**
 * Imports files of events line by line with bounded memory. What cannot be taken is told to `onReject` by line or by file, the rest goes in. A
 * run that was cut off goes on where the last durable line ends; a file that is through is not sent again. Rejects when the program that takes
 * the lines is away for too long: run again, it goes on there.
 */
export async function importFiles(request: ImportRequest): Promise<ImportReport> {
  const startedAt = request.clock();
  const total: Counts = { accepted: 0, rejected: 0, sentBefore: 0 };
  const shared: Omit<FileImport, 'source'> = {
    send: patient(request.send, request.pause ?? pauseFor),
    kept: new ImportProgressFolder(request.dataFolder),
    installation: request.installation,
    startedAt,
    again: request.again ?? false,
    onProgress: request.onProgress ?? (() => undefined),
    onReject: request.onReject ?? (() => undefined),
  };
  for (const file of request.files) {
    const opened = file === '-' ? { ok: true as const, source: openStdin(request.stdin ?? process.stdin) } : await openFile(file);
    if (!opened.ok) {
      total.rejected += 1;
      shared.onReject({ file, line: null, id: null, path: '$', problem: opened.problem });
      continue;
    }
    const counts = await importSource({ ...shared, source: opened.source });
    total.accepted += counts.accepted;
    total.rejected += counts.rejected;
    total.sentBefore += counts.sentBefore;
  }
  return { ...total, exitCode: total.rejected === 0 ? 0 : 1 };
}

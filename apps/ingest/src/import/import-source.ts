import { type Chunk, chunksOf } from './chunks.js';
import { freshProgress, type ImportProgressFolder, type KeptProgress } from './import-progress.js';
import type { ImportProgress, RejectedLine } from './import-progress-told.js';
import type { LinesAnswer, SendLines } from './send-lines.js';
import { problemOf, type Source } from './source.js';

/** So that the door parses one chunk while the log writes another. */
const MOST_IN_FLIGHT = 3;

export interface FileImport {
  readonly source: Source;
  readonly send: SendLines;
  readonly kept: ImportProgressFolder;
  readonly installation: string;
  /** epoch ms: the instant of this import */
  readonly startedAt: number;
  readonly again: boolean;
  readonly onProgress: (progress: ImportProgress) => void;
  readonly onReject: (reject: RejectedLine) => void;
}

export interface Counts {
  accepted: number;
  rejected: number;
  sentBefore: number;
}

interface OnItsWay {
  readonly chunk: Chunk;
  readonly answer: Promise<LinesAnswer>;
}

/** Imports one file, from where an earlier run left it; keeps how far it has come after every chunk. */
export async function importSource(job: FileImport): Promise<Counts> {
  const { source } = job;
  const before = source.identity === null || job.again ? null : job.kept.read(source.identity, job.installation);
  const run = new SourceRun(job, before ?? freshProgress(job.installation, job.startedAt));
  for (const reject of before?.rejects ?? []) job.onReject({ file: source.name, ...reject });
  if (!run.progress.done) await run.toTheEnd();
  const { accepted, rejected } = run.progress;
  return { accepted, rejected: rejected + run.wholeFileFaults, sentBefore: before?.accepted ?? 0 };
}

class SourceRun {
  wholeFileFaults = 0;
  private bytes = 0;
  private readonly onItsWay: OnItsWay[] = [];

  constructor(
    private readonly job: FileImport,
    public progress: KeptProgress,
  ) {}

  async toTheEnd(): Promise<void> {
    const { source } = this.job;
    const { line, byte } = this.progress;
    try {
      const text = source.text(byte, (bytes) => {
        this.bytes = bytes;
      });
      for await (const chunk of wholeLines(chunksOf(text, { line, byte }))) {
        if (chunk instanceof Unreadable) {
          await this.settleAll();
          return this.fault(chunk.problem);
        }
        this.post(chunk);
        if (this.onItsWay.length >= MOST_IN_FLIGHT) await this.settleOldest();
      }
      await this.settleAll();
    } finally {
      // a chunk whose answer nobody waits for any more must not end the process
      for (const { answer } of this.onItsWay) answer.catch(() => undefined);
    }
    if (this.progress.accepted === 0 && this.progress.rejected === 0) return this.fault('holds no events');
    this.advance({ done: true });
  }

  private post(chunk: Chunk): void {
    const answer =
      chunk.lines.length === 0 ? Promise.resolve({ accepted: 0, rejected: [] }) : this.job.send(chunk.lines, this.progress.heardAt);
    answer.catch(() => undefined);
    this.onItsWay.push({ chunk, answer });
  }

  private async settleAll(): Promise<void> {
    while (this.onItsWay.length > 0) await this.settleOldest();
  }

  private async settleOldest(): Promise<void> {
    const oldest = this.onItsWay[0];
    if (!oldest) return;
    const { chunk } = oldest;
    const answer = await oldest.answer;
    this.onItsWay.shift();
    const rejects = [
      ...answer.rejected.map(({ index, id, path, problem }) => ({ line: chunk.numbers[index] ?? chunk.end.line, id, path, problem })),
      ...chunk.faulty.map(({ line, problem }) => ({ line, id: null, path: '$', problem })),
    ].sort((a, b) => a.line - b.line);
    for (const reject of rejects) this.job.onReject({ file: this.job.source.name, ...reject });
    this.advance({
      ...chunk.end,
      accepted: this.progress.accepted + answer.accepted,
      rejected: this.progress.rejected + rejects.length,
      rejects: [...this.progress.rejects, ...rejects],
    });
    this.tell();
  }

  private advance(change: Partial<KeptProgress>): void {
    this.progress = { ...this.progress, ...change };
    const { identity } = this.job.source;
    if (identity !== null) this.job.kept.write(identity, this.progress);
  }

  private fault(problem: string): void {
    this.wholeFileFaults += 1;
    this.job.onReject({ file: this.job.source.name, line: null, id: null, path: '$', problem });
  }

  private tell(): void {
    const { line: lines, accepted, rejected } = this.progress;
    this.job.onProgress({ file: this.job.source.name, lines, accepted, rejected, bytes: this.bytes, totalBytes: this.job.source.size });
  }
}

class Unreadable {
  constructor(readonly problem: string) {}
}

/** The chunks, and instead of an error of the file what is to be said of it. */
async function* wholeLines(chunks: AsyncGenerator<Chunk>): AsyncGenerator<Chunk | Unreadable> {
  try {
    yield* chunks;
  } catch (error) {
    yield new Unreadable(problemOf(error));
  }
}

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const MOST_REJECTS_KEPT = 1_000;

const Kept = z.object({
  version: z.literal(1),
  installation: z.string(),
  /** recordedtime of events without one, the same in every run, so that a repeated line is the same event to the byte */
  heardAt: z.number(),
  line: z.number(),
  byte: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  rejects: z.array(z.object({ line: z.number(), id: z.string().nullable(), path: z.string(), problem: z.string() })),
  done: z.boolean(),
});

/** How far an import of one file has come: everything up to `line` is durable in the log or the spool. */
export type KeptProgress = z.output<typeof Kept>;

export const freshProgress = (installation: string, heardAt: number): KeptProgress => ({
  version: 1,
  installation,
  heardAt,
  line: 0,
  byte: 0,
  accepted: 0,
  rejected: 0,
  rejects: [],
  done: false,
});

/** Keeps the progress of imports in the data folder, one small file for each file imported. */
export class ImportProgressFolder {
  private readonly folder: string;

  constructor(dataFolder: string) {
    this.folder = path.join(dataFolder, 'imports');
  }

  /** What was kept for this file into this installation; null when there is nothing usable: the import then begins at the beginning. */
  read(identity: string, installation: string): KeptProgress | null {
    try {
      const kept = Kept.safeParse(JSON.parse(readFileSync(this.fileOf(identity), 'utf8')));
      return kept.success && kept.data.installation === installation ? kept.data : null;
    } catch {
      return null;
    }
  }

  /** Whoever reads sees the old progress or the whole new one. */
  write(identity: string, progress: KeptProgress): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const file = this.fileOf(identity);
    writeFileSync(`${file}.new`, JSON.stringify({ ...progress, rejects: progress.rejects.slice(0, MOST_REJECTS_KEPT) }), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  private fileOf(identity: string): string {
    return path.join(this.folder, `${identity}.json`);
  }
}

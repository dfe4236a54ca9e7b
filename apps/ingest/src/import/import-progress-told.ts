/** How far the import of a file is, for a progress bar. */
export interface ImportProgress {
  readonly file: string;
  readonly lines: number;
  readonly accepted: number;
  readonly rejected: number;
  /** bytes read of the file as it lies on disk, and how many there are; null for stdin */
  readonly bytes: number;
  readonly totalBytes: number | null;
}

/** What was not taken. `line` counts from 1; null: the file as a whole. */
export interface RejectedLine {
  readonly file: string;
  readonly line: number | null;
  readonly id: string | null;
  readonly path: string;
  readonly problem: string;
}

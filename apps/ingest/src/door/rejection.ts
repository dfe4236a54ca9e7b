/** One event, or one line of an import, that was not taken. `index` counts from 0 in what was sent; `path` is a JSON path. */
export interface Rejection {
  readonly index: number;
  readonly id: string | null;
  readonly path: string;
  readonly problem: string;
}

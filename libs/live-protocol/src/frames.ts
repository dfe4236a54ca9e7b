/** A stream's whole state: the first frame of each stream, and the answer to a resume that patches cannot serve. */
export interface SnapshotOf<S> {
  readonly stream: string;
  readonly epoch: string;
  readonly seq: number;
  /** epoch ms */
  readonly serverTime: number;
  readonly build: string;
  readonly state: S;
}

/** Of a keyed part of the state only what has changed, whole values by id; null: gone. */
export type Members = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * What has changed in a stream's state: whole values by key, and members of keyed parts. A patch of `never` fits every state: it is what
 * comes out of the socket, before its stream is known.
 */
export interface PatchOf<S> {
  readonly stream: string;
  readonly epoch: string;
  readonly seq: number;
  readonly serverTime: number;
  readonly set: { readonly [K in keyof S]?: S[K] | undefined };
  readonly members?: Members | undefined;
}

/**
 * The frames of the live protocol, for a state of any page: what libs/live-protocol says of the wall's, generic over the state.
 * A frame for `never` fits every state: it is what comes out of the socket, before its stream is known.
 */
export interface SnapshotFrame<S> {
  readonly stream: string;
  readonly epoch: string;
  readonly seq: number;
  /** epoch ms */
  readonly serverTime: number;
  readonly build: string;
  readonly state: S;
}

export interface PatchFrame<S> {
  readonly stream: string;
  readonly epoch: string;
  readonly seq: number;
  readonly serverTime: number;
  /** whole values by key */
  readonly set: { readonly [K in keyof S]?: S[K] | undefined };
  /** of keyed parts of the state only what has changed, whole values by id; null: gone */
  readonly members?: Members | undefined;
}

export type Members = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The state after a patch. A key that is present but undefined is no change; members are laid over the part as `set` has left it. */
export function patched<S extends object>(state: S, { set, members = {} }: Pick<PatchFrame<S>, 'set' | 'members'>): S {
  const whole = Object.entries<unknown>(set).filter(([, value]) => value !== undefined);
  const next = { ...state, ...Object.fromEntries(whole) };
  const parts = Object.entries(members).map(([key, changed]) => [key, withMembers(partOf(next, key), changed)] as const);
  return parts.length === 0 ? next : { ...next, ...Object.fromEntries(parts) };
}

const partOf = (state: object, key: string): object => {
  const part: unknown = Reflect.get(state, key);
  return typeof part === 'object' && part !== null ? part : {};
};

function withMembers(part: object, changed: Members[string]): object {
  const kept = Object.entries<unknown>({ ...part, ...changed }).filter(([, value]) => value !== null);
  return Object.fromEntries(kept);
}

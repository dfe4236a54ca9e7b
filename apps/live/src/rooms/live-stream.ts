import type { PatchOf, SnapshotOf } from '@leadclock/live-protocol/frames.js';

/** Who missed more than this gets a snapshot: it is shorter. */
const mostKept = 32;
const keptMs = 15 * 60_000;

/** Where a stream stands: what a heartbeat says of it. */
export interface Head {
  readonly epoch: string;
  readonly seq: number;
}

interface Identity {
  readonly stream: string;
  readonly build: string;
  readonly clock: () => number;
  /** parts of the state that are records by id: of them only changed members are sent */
  readonly keyed?: readonly string[];
}

/** A member as it was sent, and its text. States are immutable: the same object says the same. */
interface Sent {
  readonly member: unknown;
  readonly text: string;
}

type Members = ReadonlyMap<string, Sent>;

const noMembers: Members = new Map();

/**
 * One stream of the live protocol: the present state, and the last patches that led to it, for a page that missed a few.
 * What has not changed is left out, so publishing the same state twice sends nothing.
 */
export class LiveStream<S extends object> {
  private seq = 0;
  private patches: PatchOf<S>[] = [];
  /** each key as it was sent last; of a keyed part each member */
  private sent = new Map<string, string | Members>();

  constructor(
    private readonly identity: Identity,
    private epoch: string,
    private state: S,
  ) {
    this.note(state);
  }

  get head(): Head {
    return { epoch: this.epoch, seq: this.seq };
  }

  /** Begins again under another epoch: nothing of before can be resumed. */
  restart(epoch: string, state: S): void {
    this.epoch = epoch;
    this.state = state;
    this.note(state);
    this.seq = 0;
    this.patches = [];
  }

  /** Takes whole values; answers the patch to send, null when they say nothing new. */
  publish(whole: Partial<S>): PatchOf<S> | null {
    const set = new Set<string>();
    const members: Record<string, Record<string, unknown>> = {};
    for (const [key, value] of Object.entries(whole)) {
      if (this.isKeyed(key)) {
        const changed = this.changedMembers(key, value);
        if (changed !== null) members[key] = changed;
      } else if (this.isNews(key, value)) set.add(key);
    }
    if (set.size === 0 && Object.keys(members).length === 0) return null;
    this.state = { ...this.state, ...whole };
    const said: Partial<S> = { ...whole };
    for (const key of Object.keys(said)) if (!set.has(key)) Reflect.deleteProperty(said, key);
    const { stream, clock } = this.identity;
    const patch: PatchOf<S> = {
      stream,
      epoch: this.epoch,
      seq: ++this.seq,
      serverTime: clock(),
      set: said,
      ...(Object.keys(members).length === 0 ? {} : { members }),
    };
    this.keep(patch);
    return patch;
  }

  snapshot(): SnapshotOf<S> {
    const { stream, build, clock } = this.identity;
    return { stream, epoch: this.epoch, seq: this.seq, serverTime: clock(), build, state: this.state };
  }

  /** The patches after `from` of an epoch; null: they are not kept, or are of another one, so only a snapshot helps. */
  since({ epoch, seq: from }: Head): readonly PatchOf<S>[] | null {
    if (epoch !== this.epoch || from > this.seq) return null;
    if (from === this.seq) return [];
    const first = this.patches[0];
    if (first === undefined || first.seq > from + 1) return null;
    return this.patches.slice(from + 1 - first.seq);
  }

  private isKeyed(key: string): boolean {
    return this.identity.keyed?.includes(key) ?? false;
  }

  private isNews(key: string, value: unknown): boolean {
    const text = JSON.stringify(value);
    if (this.sent.get(key) === text) return false;
    this.sent.set(key, text);
    return true;
  }

  /** null: nothing has changed */
  private changedMembers(key: string, value: unknown): Record<string, unknown> | null {
    const before = this.sent.get(key);
    const known: Members = before instanceof Map ? before : noMembers;
    const now = membersOf(value, known);
    // a map, for an id may be any text: set on an object, `__proto__` would be no member of it
    const changed = new Map<string, unknown>();
    for (const [id, { member, text }] of now) if (known.get(id)?.text !== text) changed.set(id, member);
    for (const id of known.keys()) if (!now.has(id)) changed.set(id, null);
    if (changed.size === 0) return null;
    this.sent.set(key, now);
    return Object.fromEntries(changed);
  }

  private note(state: S): void {
    this.sent = new Map(
      Object.entries(state).map(([key, value]) => [key, this.isKeyed(key) ? membersOf(value, noMembers) : JSON.stringify(value)]),
    );
  }

  private keep(patch: PatchOf<S>): void {
    this.patches.push(patch);
    const oldest = patch.serverTime - keptMs;
    let gone = Math.max(0, this.patches.length - mostKept);
    while ((this.patches[gone]?.serverTime ?? oldest) < oldest) gone++;
    if (gone > 0) this.patches.splice(0, gone);
  }
}

const entriesOf = (value: unknown): [string, unknown][] => (typeof value === 'object' && value !== null ? Object.entries(value) : []);

function membersOf(value: unknown, known: Members): Members {
  const members = new Map<string, Sent>();
  for (const [id, member] of entriesOf(value)) {
    const before = known.get(id);
    members.set(id, before !== undefined && before.member === member ? before : { member, text: JSON.stringify(member) });
  }
  return members;
}

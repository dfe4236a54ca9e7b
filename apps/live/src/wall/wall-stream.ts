import type { Patch, Snapshot, WallState } from '@leadclock/live-protocol/protocol.js';

const mostKept = 2_000;
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
}

/**
 * One stream of the live protocol: the present state, and the patches that led to it, as far back as a screen may want to resume from.
 * Keys that have not changed are left out, so publishing the same state twice sends nothing.
 */
export class WallStream {
  private seq = 0;
  private patches: Patch[] = [];
  /** each key as it was sent last */
  private sent: Record<string, string>;

  constructor(
    private readonly identity: Identity,
    private epoch: string,
    private state: WallState,
  ) {
    this.sent = written(state);
  }

  get head(): Head {
    return { epoch: this.epoch, seq: this.seq };
  }

  /** Begins again under another epoch: nothing of before can be resumed. */
  restart(epoch: string, state: WallState): void {
    this.epoch = epoch;
    this.state = state;
    this.sent = written(state);
    this.seq = 0;
    this.patches = [];
  }

  /** Takes whole values; answers the patch to send, null when they say nothing new. */
  publish(set: Partial<WallState>): Patch | null {
    const texts = written(set);
    const changed = Object.fromEntries(Object.entries(set).filter(([key]) => this.sent[key] !== texts[key]));
    if (Object.keys(changed).length === 0) return null;
    this.state = { ...this.state, ...changed };
    this.sent = { ...this.sent, ...texts };
    const { stream, clock } = this.identity;
    const patch: Patch = { stream, epoch: this.epoch, seq: ++this.seq, serverTime: clock(), set: changed };
    this.keep(patch);
    return patch;
  }

  snapshot(): Snapshot {
    const { stream, build, clock } = this.identity;
    return { stream, epoch: this.epoch, seq: this.seq, serverTime: clock(), build, state: this.state };
  }

  /** The patches after `from` of an epoch; null: they are not kept, or are of another one, so only a snapshot helps. */
  since({ epoch, seq: from }: Head): readonly Patch[] | null {
    if (epoch !== this.epoch || from > this.seq) return null;
    if (from === this.seq) return [];
    const first = this.patches[0];
    if (first === undefined || first.seq > from + 1) return null;
    return this.patches.slice(from + 1 - first.seq);
  }

  private keep(patch: Patch): void {
    this.patches.push(patch);
    const oldest = patch.serverTime - keptMs;
    let gone = Math.max(0, this.patches.length - mostKept);
    while ((this.patches[gone]?.serverTime ?? oldest) < oldest) gone++;
    if (gone > 0) this.patches.splice(0, gone);
  }
}

const written = (state: Partial<WallState>): Record<string, string> =>
  Object.fromEntries(Object.entries(state).map(([key, value]) => [key, JSON.stringify(value)]));

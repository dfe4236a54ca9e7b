import type { PatchOf, SnapshotOf } from '@leadclock/live-protocol/frames.js';
import type { Heartbeat, Resume } from '@leadclock/live-protocol/protocol.js';
import { type Heard, hearHeartbeat, hearPatch, hearSnapshot, type StreamState, silentStream } from './stream.js';

/** A stream as the link knows it: `never`, for it does not know what the state is. Each frame may answer with what to ask of the server. */
export interface HeardStream<S> {
  hears(name: string): boolean;
  hasState(): boolean;
  snapshot(frame: SnapshotOf<S>): Resume | null;
  patch(frame: PatchOf<S>): Resume | null;
  heartbeat(frame: Heartbeat): Resume | null;
}

/** One stream of a page, and its state. */
export class LiveStream<S extends object> implements HeardStream<S> {
  private now: StreamState<S>;
  private changed = 0;

  /** name null: whichever stream speaks first, for a page that has one only */
  constructor(name: string | null) {
    this.now = { ...silentStream, stream: name };
  }

  /** the server's state as far as it was heard, null before the first snapshot; the same object until something changes */
  get state(): S | null {
    return this.now.state;
  }

  /** how often the state has changed since the page began */
  get changes(): number {
    return this.changed;
  }

  /** Hears another stream from now on, of which nothing is known yet. */
  follow(name: string): void {
    this.now = { ...silentStream, stream: name };
  }

  hears(name: string): boolean {
    return this.now.stream === null || this.now.stream === name;
  }

  hasState(): boolean {
    return this.now.state !== null;
  }

  snapshot(frame: SnapshotOf<S>): Resume | null {
    return this.keep(hearSnapshot(this.now, frame));
  }

  patch(frame: PatchOf<S>): Resume | null {
    return this.keep(hearPatch(this.now, frame));
  }

  heartbeat(frame: Heartbeat): Resume | null {
    return this.keep(hearHeartbeat(this.now, frame));
  }

  private keep({ next, ask }: Heard<S>): Resume | null {
    if (next.state !== this.now.state) this.changed += 1;
    this.now = next;
    return ask;
  }
}

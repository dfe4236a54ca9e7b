import type { PatchOf, SnapshotOf } from '@leadclock/live-protocol/frames.js';
import type { Heartbeat, Resume } from '@leadclock/live-protocol/protocol.js';
import type { SceneState } from '@leadclock/live-protocol/scene-state.js';
import { type Freshness, freshnessAt } from './freshness.js';
import { LiveStream } from './live-stream.js';

/** A board on the wall, and how far it may be believed. */
export interface BoardView {
  readonly id: string;
  /** null: nothing was heard of it yet */
  readonly state: SceneState | null;
  readonly freshness: Freshness;
  /** the server's time of its last frame, null before the first */
  readonly lastFrame: number | null;
}

/** The stream of a board on the wall. It may fall silent by itself, while the wall's own goes on: then the board alone is stale. */
export class SceneStream extends LiveStream<SceneState> {
  private readonly startedAt: number;
  private heardAt: number | null = null;
  private lastFrame: number | null = null;

  /** `clock`: monotonic ms */
  constructor(
    readonly id: string,
    private readonly clock: () => number,
  ) {
    super(`scene:${id}`);
    this.startedAt = clock();
  }

  /** The wall never waits for its boards. */
  override hasState(): boolean {
    return true;
  }

  override snapshot(frame: SnapshotOf<SceneState>): Resume | null {
    this.hear(frame.serverTime);
    return super.snapshot(frame);
  }

  override patch(frame: PatchOf<SceneState>): Resume | null {
    this.hear(frame.serverTime);
    return super.patch(frame);
  }

  override heartbeat(frame: Heartbeat): Resume | null {
    if (frame.heads[`scene:${this.id}`] !== undefined) this.hear(frame.serverTime);
    return super.heartbeat(frame);
  }

  view(): BoardView {
    const { id, state, startedAt, lastFrame, heardAt: lastFrameAt } = this;
    const freshness = freshnessAt({ now: this.clock(), startedAt, lastFrameAt, cutAt: null, hasState: state !== null });
    return { id, state, freshness, lastFrame };
  }

  private hear(serverTime: number): void {
    this.heardAt = this.clock();
    this.lastFrame = serverTime;
  }
}

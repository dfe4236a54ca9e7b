import type { Heartbeat, Patch, Resume, Snapshot } from '@leadclock/live-protocol/protocol.js';
import { countedTo, freshnessAt } from './freshness.js';
import { type BuildWatch, hearBuild, noBuild, reloadDue } from './quiet-reload.js';
import {
  type ClockSample,
  disagrees,
  hearFrameTime,
  hearSample,
  newRound,
  type ServerClock,
  serverTimeAt,
  unsetClock,
} from './server-clock.js';
import { type Heard, hearHeartbeat, hearPatch, hearSnapshot, type StreamState, silentStream } from './stream.js';
import type { WallView } from './wall-store.js';

/** What came in, kept in a handful of values: nothing here grows with time. */
export class Listener {
  private stream: StreamState = silentStream;
  private clock: ServerClock = unsetClock;
  private build: BuildWatch = noBuild;
  private lastFrameAt: number | null = null;
  private lastFrame: number | null = null;
  private cutAt: number | null = null;

  constructor(
    private readonly startedAt: number,
    private readonly startedDate: number,
  ) {}

  /** Each takes a frame heard at `at` (performance.now()) and says what to ask of the server. */
  snapshot(frame: Snapshot, at: number): Resume | null {
    this.frame(frame.serverTime, at);
    this.build = hearBuild(this.build, frame.build, at);
    return this.keep(hearSnapshot(this.stream, frame));
  }

  patch(frame: Patch, at: number): Resume | null {
    this.frame(frame.serverTime, at);
    return this.keep(hearPatch(this.stream, frame));
  }

  heartbeat(frame: Heartbeat, at: number): Resume | null {
    this.frame(frame.serverTime, at);
    this.build = hearBuild(this.build, frame.build, at);
    return this.keep(hearHeartbeat(this.stream, frame));
  }

  /** A round trip of the clock message; it also shows that the link stands. */
  sample(sample: ClockSample): void {
    this.clock = hearSample(this.clock, sample);
    this.cutAt = null;
  }

  beginRound(): void {
    this.clock = newRound(this.clock);
  }

  /** The link is cut, or in doubt; the first such moment counts. */
  cut(at: number): void {
    this.cutAt ??= at;
  }

  /** Whether the last frame was so far from our clock that it must be measured anew. */
  clockInDoubt(): boolean {
    return this.lastFrame !== null && this.lastFrameAt !== null && disagrees(this.clock, this.lastFrame, this.lastFrameAt);
  }

  silentFor(at: number): number {
    return at - (this.lastFrameAt ?? this.startedAt);
  }

  reloadDue(at: number): boolean {
    return reloadDue(this.build, this.stream.state?.lateCount ?? 0, at);
  }

  /** The server's time, or the device's before a server was heard. */
  serverNow(at: number): number {
    return serverTimeAt(this.clock, at) ?? this.startedDate + (at - this.startedAt);
  }

  /** What to draw at a full second. */
  view(at: number): Omit<WallView, 'startedAt'> {
    // a timer may fire a little before its second
    const now = Math.floor((this.serverNow(at) + 50) / 1_000) * 1_000;
    const { lastFrameAt, cutAt, startedAt, lastFrame } = this;
    const { state } = this.stream;
    const freshness = freshnessAt({ now: at, startedAt, lastFrameAt, cutAt, hasState: state !== null });
    return { state, freshness, now, asOf: lastFrame === null ? now : countedTo(now, lastFrame), lastFrame };
  }

  private frame(serverTime: number, at: number): void {
    this.clock = hearFrameTime(this.clock, serverTime, at);
    this.lastFrameAt = at;
    this.lastFrame = serverTime;
    this.cutAt = null;
  }

  private keep({ next, ask }: Heard): Resume | null {
    this.stream = next;
    return ask;
  }
}

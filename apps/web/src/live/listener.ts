import type { PatchOf, SnapshotOf } from '@leadclock/live-protocol/frames.js';
import type { Heartbeat, Resume } from '@leadclock/live-protocol/protocol.js';
import { countedTo, type Freshness, freshnessAt } from './freshness.js';
import type { HeardStream } from './live-stream.js';
import { type BuildWatch, hearBuild, noBuild, reloadDue } from './quiet-reload.js';
import {
  type ClockSample,
  disagrees,
  hearFrameTime,
  hearSample,
  newRound,
  roundTrip,
  type ServerClock,
  serverTimeAt,
  unsetClock,
} from './server-clock.js';
/** What a page draws of its link, at a full second. Instants are the server's, in epoch ms. */
export interface LinkView {
  readonly freshness: Freshness;
  /** the server's full second; the device's clock until a server was heard */
  readonly now: number;
  /** what waits are counted to: `now`, standing still once nothing is heard any more */
  readonly asOf: number;
  /** the server's time of the last frame, null before the first */
  readonly lastFrame: number | null;
  /** the shortest round trip of late, null before the first */
  readonly latencyMs: number | null;
}

/** What came in, kept in a handful of values: nothing here grows with time. */
export class Listener<S> {
  private clock: ServerClock = unsetClock;
  private build: BuildWatch = noBuild;
  private lastFrameAt: number | null = null;
  private lastFrame: number | null = null;
  private cutAt: number | null = null;
  private latencyMs: number | null = null;

  /** `busy`: how many late leads stand on the page now; a new build is taken up when there are none */
  constructor(
    private readonly startedAt: number,
    private readonly startedDate: number,
    private readonly streams: readonly HeardStream<S>[],
    private readonly busy: () => number,
  ) {}

  /** Each takes a frame heard at `at` (performance.now()) and says what to ask of the server. */
  snapshot(frame: SnapshotOf<S>, at: number): readonly Resume[] {
    this.frame(frame.serverTime, at);
    this.build = hearBuild(this.build, frame.build, at);
    return this.each(frame.stream, (stream) => stream.snapshot(frame));
  }

  patch(frame: PatchOf<S>, at: number): readonly Resume[] {
    this.frame(frame.serverTime, at);
    return this.each(frame.stream, (stream) => stream.patch(frame));
  }

  heartbeat(frame: Heartbeat, at: number): readonly Resume[] {
    this.frame(frame.serverTime, at);
    this.build = hearBuild(this.build, frame.build, at);
    return this.streams.flatMap((stream) => stream.heartbeat(frame) ?? []);
  }

  /** A round trip of the clock message; it also shows that the link stands. */
  sample(sample: ClockSample): void {
    this.clock = hearSample(this.clock, sample);
    this.latencyMs = roundTrip(this.clock.best ?? sample);
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
    return reloadDue(this.build, this.busy(), at);
  }

  /** The server's time, or the device's before a server was heard. */
  serverNow(at: number): number {
    return serverTimeAt(this.clock, at) ?? this.startedDate + (at - this.startedAt);
  }

  /** What to draw at a full second; a page has a state when all its streams have one. */
  view(at: number): LinkView {
    // a timer may fire a little before its second
    const now = Math.floor((this.serverNow(at) + 50) / 1_000) * 1_000;
    const { lastFrameAt, cutAt, startedAt, lastFrame, latencyMs } = this;
    const hasState = this.streams.every((stream) => stream.hasState());
    const freshness = freshnessAt({ now: at, startedAt, lastFrameAt, cutAt, hasState });
    return { freshness, now, asOf: lastFrame === null ? now : countedTo(now, lastFrame), lastFrame, latencyMs };
  }

  private frame(serverTime: number, at: number): void {
    this.clock = hearFrameTime(this.clock, serverTime, at);
    this.lastFrameAt = at;
    this.lastFrame = serverTime;
    this.cutAt = null;
  }

  private each(name: string, hear: (stream: HeardStream<S>) => Resume | null): readonly Resume[] {
    return this.streams.filter((stream) => stream.hears(name)).flatMap((stream) => hear(stream) ?? []);
  }
}

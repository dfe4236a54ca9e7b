import { canonicalJson } from '@leadclock/domain/events/canonical-json.js';
import { type Broadcast, LiveRoom } from '@leadclock/live/rooms/live-room.js';
import type { PageSocket } from '@leadclock/live/rooms/page-socket.js';
import type { Resume } from '@leadclock/live-protocol/protocol.js';
import { type HeardStream, LiveStream } from '../../../web/src/live/live-stream.js';

/** What becomes of a state: something is said of an id; value 0 mostly takes it away. */
export type Change<S> = (state: S, id: string, value: number) => Partial<S>;

export interface StreamParts<S> {
  readonly name: string;
  readonly keyed: readonly string[];
  readonly empty: () => S;
  readonly changes: readonly Change<S>[];
}

/** The server of the moment: the next one has rooms of its own. */
export interface Broadcaster {
  readonly clock: () => number;
  readonly broadcast: Broadcast;
}

/** A change by its place in the list of its stream. */
export interface Said {
  readonly change: number;
  readonly id: string;
  readonly value: number;
}

/** One stream from end to end, whatever its state is. */
export interface AnySpokenStream {
  readonly name: string;
  /** the page's end */
  readonly heard: HeardStream<never>;
  /** The server's end begins, as a program that has just started. */
  open(server: Broadcaster): void;
  enter(page: PageSocket): Promise<void>;
  resume(page: PageSocket, asked: Resume): void;
  beat(): void;
  say(said: Said): void;
  /** Something has changed, and everything is read again. */
  readAnew(said: Said): void;
  /** Whether what the page shows was ever true. */
  isOnceTrue(): boolean;
  /** The state as the server has it and as the page has it. */
  readonly ends: { readonly server: object; readonly page: object | null };
}

/** The room of the server, the stream of the page, and what is true, which is kept beside both. */
export class SpokenStream<S extends object> implements AnySpokenStream {
  readonly heard: LiveStream<S>;
  private truth: S;
  private readonly truths = new Set<string>();
  private room: LiveRoom<S> | null = null;
  private judged: S | null = null;

  constructor(
    private readonly parts: StreamParts<S>,
    heardAs: string | null = parts.name,
  ) {
    this.heard = new LiveStream(heardAs);
    this.truth = parts.empty();
    this.become({});
  }

  get name(): string {
    return this.parts.name;
  }

  get ends(): { readonly server: S; readonly page: S | null } {
    return { server: this.truth, page: this.heard.state };
  }

  open({ clock, broadcast }: Broadcaster): void {
    const { name, empty, keyed } = this.parts;
    this.room = new LiveRoom(name, { build: 'b', clock, broadcast }, empty(), keyed);
    this.room.restart(this.truth);
  }

  async enter(page: PageSocket): Promise<void> {
    await this.room?.enter(page);
  }

  resume(page: PageSocket, asked: Resume): void {
    this.room?.resume(page, asked);
  }

  beat(): void {
    this.room?.beat();
  }

  say(said: Said): void {
    const change = this.changeOf(said);
    this.become(change);
    this.room?.publish(change);
  }

  readAnew(said: Said): void {
    this.become(this.changeOf(said));
    this.room?.restart(this.truth);
  }

  isOnceTrue(): boolean {
    const { state } = this.heard;
    if (state === this.judged) return true;
    this.judged = state;
    return state === null || this.truths.has(canonicalJson(state));
  }

  private changeOf({ change, id, value }: Said): Partial<S> {
    return this.parts.changes[change % this.parts.changes.length]?.(this.truth, id, value) ?? {};
  }

  private become(change: Partial<S>): void {
    this.truth = { ...this.truth, ...change };
    this.truths.add(canonicalJson(this.truth));
  }
}

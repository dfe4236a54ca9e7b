import { randomUUID } from 'node:crypto';
import type { PatchOf, SnapshotOf } from '@leadclock/live-protocol/frames.js';
import type { Heartbeat, Resume } from '@leadclock/live-protocol/protocol.js';
import { Backlog } from './backlog.js';
import { LiveStream } from './live-stream.js';
import type { LiveEvent, PageSocket } from './page-socket.js';

/** What carries a packet to all that are in a room, encoded once. */
export type Broadcast = (room: string, event: LiveEvent, frame: object) => void;

interface RoomParts {
  readonly build: string;
  readonly clock: () => number;
  readonly broadcast: Broadcast;
}

/**
 * The pages that hear one stream. One that cannot keep up is taken out of the room until its queue has drained, then gets one snapshot:
 * what waits for a slow page is bounded, and the others do not notice.
 */
export class LiveRoom<S extends object> {
  private readonly stream: LiveStream<S>;
  private readonly members = new Map<PageSocket, Backlog>();
  private readonly lagging = new Set<PageSocket>();

  constructor(
    readonly name: string,
    private readonly parts: RoomParts,
    state: S,
    keyed: readonly string[] = [],
  ) {
    this.stream = new LiveStream({ stream: name, build: parts.build, clock: parts.clock, keyed }, randomUUID(), state);
  }

  get size(): number {
    return this.members.size;
  }

  /** Pages that wait for their snapshot. */
  get behind(): number {
    return this.lagging.size;
  }

  /** A page comes in: it gets the present state first, then every patch. */
  async enter(socket: PageSocket): Promise<void> {
    await socket.join(this.name);
    if (!socket.connected) return;
    this.members.set(socket, new Backlog(socket));
    socket.once('disconnect', () => {
      this.members.delete(socket);
      this.lagging.delete(socket);
    });
    socket.emit('snapshot', this.stream.snapshot());
    socket.emit('heartbeat', this.heartbeat());
  }

  /** Answers whether there was anything to say. */
  publish(set: Partial<S>): boolean {
    const patch = this.stream.publish(set);
    if (patch !== null) this.send('patch', patch);
    return patch !== null;
  }

  /** Everything was read again: a new epoch, and a snapshot for all. */
  restart(state: S): void {
    this.stream.restart(randomUUID(), state);
    this.send('snapshot', this.stream.snapshot());
  }

  beat(): void {
    this.send('heartbeat', this.heartbeat());
  }

  /** What a page missed, or a snapshot when that is not kept any more or is less to send. */
  resume(socket: PageSocket, { epoch, from }: Resume): void {
    if (!this.hears(socket)) return;
    const missed = this.stream.since({ epoch, seq: from });
    if (missed === null) socket.emit('snapshot', this.stream.snapshot());
    else for (const patch of missed) socket.emit('patch', patch);
  }

  /** Whether a page may be answered: one that asks and does not read is held back like any other that cannot keep up. */
  hears(socket: PageSocket): boolean {
    const backlog = this.members.get(socket);
    if (backlog === undefined || this.lagging.has(socket)) return false;
    if (!backlog.isTooLong) return true;
    this.holdBack(socket);
    return false;
  }

  private send(event: LiveEvent, frame: PatchOf<S> | SnapshotOf<S> | Heartbeat): void {
    for (const socket of this.members.keys()) this.hears(socket);
    this.parts.broadcast(this.name, event, frame);
  }

  private holdBack(socket: PageSocket): void {
    this.lagging.add(socket);
    void socket.leave(this.name);
    socket.conn.once('drain', () => {
      if (!this.lagging.delete(socket) || !socket.connected) return;
      void socket.join(this.name);
      socket.emit('snapshot', this.stream.snapshot());
    });
  }

  private heartbeat(): Heartbeat {
    const { clock, build } = this.parts;
    return { serverTime: clock(), build, heads: { [this.name]: this.stream.head } };
  }
}

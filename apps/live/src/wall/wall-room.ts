import { randomUUID } from 'node:crypto';
import { emptyWall } from '@leadclock/live-protocol/empty-wall.js';
import type { Heartbeat, Patch, Resume, Snapshot, WallState } from '@leadclock/live-protocol/protocol.js';
import type { Socket } from 'socket.io';
import { Backlog } from './backlog.js';
import { WallStream } from './wall-stream.js';

export const wallStream = 'wall';

/** Who missed more than this gets a snapshot: it is shorter. */
const mostMissed = 32;

/** What carries a packet to all that are in the room, encoded once. */
export type Broadcast = (event: 'patch' | 'snapshot' | 'heartbeat', frame: Patch | Snapshot | Heartbeat) => void;

/**
 * The screens that watch the wall. One that cannot keep up is taken out of the room until its queue has drained, then gets one snapshot:
 * what waits for a slow screen is bounded, and the others do not notice.
 */
export class WallRoom {
  private readonly stream: WallStream;
  private readonly members = new Map<Socket, Backlog>();
  private readonly lagging = new Set<Socket>();

  constructor(
    private readonly build: string,
    private readonly clock: () => number,
    private readonly broadcast: Broadcast,
  ) {
    this.stream = new WallStream({ stream: wallStream, build, clock }, randomUUID(), emptyWall());
  }

  get size(): number {
    return this.members.size;
  }

  /** Screens that wait for their snapshot. */
  get behind(): number {
    return this.lagging.size;
  }

  /** A screen comes in: it gets the present state first, then every patch. */
  async enter(socket: Socket): Promise<void> {
    await socket.join(wallStream);
    if (!socket.connected) return;
    this.members.set(socket, new Backlog(socket));
    socket.once('disconnect', () => {
      this.members.delete(socket);
      this.lagging.delete(socket);
    });
    socket.emit('snapshot', this.stream.snapshot());
    socket.emit('heartbeat', this.heartbeat());
  }

  publish(set: Partial<WallState>): void {
    const patch = this.stream.publish(set);
    if (patch !== null) this.send('patch', patch);
  }

  /** Everything was read again: a new epoch, and a snapshot for all. */
  restart(state: WallState): void {
    this.stream.restart(randomUUID(), state);
    this.send('snapshot', this.stream.snapshot());
  }

  beat(): void {
    this.send('heartbeat', this.heartbeat());
  }

  /** What a screen missed, or a snapshot when that is not kept any more or is less to send. */
  resume(socket: Socket, { stream, epoch, from }: Resume): void {
    if (stream !== wallStream || !this.hears(socket)) return;
    const missed = this.stream.since({ epoch, seq: from });
    if (missed === null || missed.length > mostMissed) socket.emit('snapshot', this.stream.snapshot());
    else for (const patch of missed) socket.emit('patch', patch);
  }

  /** Whether a screen may be answered: one that asks and does not read is held back like any other that cannot keep up. */
  hears(socket: Socket): boolean {
    const backlog = this.members.get(socket);
    if (backlog === undefined || this.lagging.has(socket)) return false;
    if (!backlog.isTooLong) return true;
    this.holdBack(socket);
    return false;
  }

  private send(event: 'patch' | 'snapshot' | 'heartbeat', frame: Patch | Snapshot | Heartbeat): void {
    for (const socket of this.members.keys()) this.hears(socket);
    this.broadcast(event, frame);
  }

  private holdBack(socket: Socket): void {
    this.lagging.add(socket);
    void socket.leave(wallStream);
    socket.conn.once('drain', () => {
      if (!this.lagging.delete(socket) || !socket.connected) return;
      void socket.join(wallStream);
      socket.emit('snapshot', this.stream.snapshot());
    });
  }

  private heartbeat(): Heartbeat {
    return { serverTime: this.clock(), build: this.build, heads: { [wallStream]: this.stream.head } };
  }
}

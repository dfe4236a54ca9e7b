import type { Handshake } from '@leadclock/live-protocol/handshake.js';
import type { Resume } from '@leadclock/live-protocol/protocol.js';
import { repStream } from '@leadclock/live-protocol/rep-state.js';
import type { Socket } from 'socket.io';
import type { NameBook } from '../wall/name-book.js';
import type { AssignmentBook } from './assignment-book.js';
import { Channel, type ChannelParts } from './channel.js';
import { FigurePace } from './figure-pace.js';
import type { Faces, FloorSources } from './floor-sources.js';
import { floorView } from './floor-view.js';
import { repView } from './rep-view.js';
import type { StreamView } from './stream-view.js';
import { teamView } from './team-view.js';

/** A page of the floor: no wall, and no board. */
export type Visitor = Extract<Handshake, { readonly view: 'rep' | 'team' }>;

interface Entry {
  readonly socket: Socket;
  readonly visitor: Visitor;
}

/** The streams of reps and managers. One is there while somebody hears it, and is made of the figures that are kept for all. */
export class FloorRooms {
  private readonly channels = new Map<string, Channel<object>>();
  private entries: Entry[] = [];
  private readonly pace: FigurePace;

  constructor(
    private readonly parts: ChannelParts,
    private readonly names: NameBook,
    private readonly assignments: AssignmentBook,
  ) {
    this.pace = new FigurePace(parts.elapsed);
  }

  get nextAt(): number {
    return this.pace.nextAt;
  }

  /** Pages that hear something. */
  get size(): number {
    return [...this.channels.values()].reduce((sum, { size }) => sum + size, 0);
  }

  get isWaitedFor(): boolean {
    return this.entries.length > 0;
  }

  /** A page waits to be let in: it is when its streams have been filled. */
  expect(socket: Socket, visitor: Visitor): void {
    this.entries.push({ socket, visitor });
  }

  /** Lets in who waits. */
  async admit(sources: FloorSources): Promise<void> {
    const entries = this.entries.splice(0).filter(({ socket }) => socket.connected);
    const wanted = entries.map(({ socket, visitor }) => ({ socket, channels: this.channelsOf(visitor) }));
    const fresh = [...new Set(wanted.flatMap(({ channels }) => channels))].filter(({ size }) => size === 0);
    if (fresh.length > 0) {
      const faces = await this.facesFor(sources, fresh);
      for (const channel of fresh) channel.restart(sources, faces);
    }
    for (const { socket, channels } of wanted) for (const channel of channels) await channel.enter(socket);
  }

  /**
   * Leads have moved while the floor waits for its next turn. A rep whose leads are among them hears of them at once: what holds the floor back
   * is how much moves on it, and of that his own stream has a small part. One that said something within `ms` waits too.
   */
  async movedOnFloor(sources: FloorSources, ms: number): Promise<void> {
    const channels = [...sources.waitingOf.takeTouched()].flatMap((rep) => this.channels.get(repStream(rep)) ?? []);
    const quiet = channels.filter((channel) => channel.size > 0 && channel.isQuiet(ms));
    if (quiet.length === 0) return;
    const faces = await this.facesFor(sources, quiet);
    for (const channel of quiet) channel.publish(sources, faces, false);
  }

  /** The figures or lists have moved. */
  async moved(sources: FloorSources): Promise<void> {
    sources.waitingOf.takeTouched();
    this.pace.owe();
    await this.publish(sources, this.pace.take());
  }

  /** Alerts were raised, or have ended. `names` has those of `alertedLeads`. Called at any time, as `hears` is: gives up no room either. */
  alertsMoved(alerts: FloorSources['alerts'], names: Faces['names']): void {
    for (const channel of this.channels.values()) channel.publishAlerts(alerts, names);
  }

  /** Sends withheld figures once they may go. */
  async flush(sources: FloorSources): Promise<void> {
    if (this.pace.take()) await this.publish(sources, true);
  }

  /** Everything was read again. */
  async restarted(sources: FloorSources): Promise<void> {
    const heard = this.heard();
    const faces = await this.facesFor(sources, heard);
    for (const channel of heard) channel.restart(sources, faces);
    this.pace.sent();
  }

  beat(): void {
    for (const channel of this.heard()) channel.beat();
  }

  resume(socket: Socket, asked: Resume): void {
    this.channels.get(asked.stream)?.resume(socket, asked);
  }

  /** Asked at any time, also while a room that nobody hears yet is being filled: gives up none. */
  hears(socket: Socket): boolean {
    return this.entries.some((entry) => entry.socket === socket) || [...this.channels.values()].some((channel) => channel.hears(socket));
  }

  private async publish(sources: FloorSources, figures: boolean): Promise<void> {
    const heard = this.heard();
    if (heard.length === 0) return;
    const faces = await this.facesFor(sources, heard);
    for (const channel of heard) channel.publish(sources, faces, figures);
  }

  /** Those that somebody hears; the others are given up. */
  private heard(): readonly Channel<object>[] {
    for (const [name, { size }] of this.channels) if (size === 0) this.channels.delete(name);
    return [...this.channels.values()];
  }

  private channelsOf(visitor: Visitor): readonly Channel<object>[] {
    if (visitor.view === 'team') return [this.channel(teamView(visitor.team))];
    return [this.channel(floorView), this.channel(repView(visitor.rep))];
  }

  /** The one that is there under the view's name, or a new one. */
  private channel<S extends object>(view: StreamView<S>): Channel<object> {
    const there = this.channels.get(view.name);
    if (there !== undefined) return there;
    const fresh = new Channel(view, this.parts);
    this.channels.set(view.name, fresh);
    return fresh;
  }

  private async facesFor(sources: FloorSources, channels: readonly Channel<object>[]): Promise<Faces> {
    const names = await this.names.of(channels.flatMap((channel) => channel.shown(sources)));
    const assignments = await this.assignments.of(channels.flatMap((channel) => channel.claimable(sources)));
    return { names, assignments };
  }
}

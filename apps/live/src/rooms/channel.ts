import type { Resume } from '@leadclock/live-protocol/protocol.js';
import type { Socket } from 'socket.io';
import type { Faces, FloorSources } from './floor-sources.js';
import { type Broadcast, LiveRoom } from './live-room.js';
import type { StreamView } from './stream-view.js';

export interface ChannelParts {
  readonly build: string;
  readonly clock: () => number;
  readonly broadcast: Broadcast;
  /** milliseconds that no clock step can change */
  readonly elapsed: () => number;
}

/** One stream and the pages that hear it. */
export class Channel<S extends object> {
  private readonly room: LiveRoom<S>;
  private saidAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly view: StreamView<S>,
    private readonly parts: ChannelParts,
  ) {
    this.room = new LiveRoom(view.name, parts, view.empty(), view.keyed);
  }

  get size(): number {
    return this.room.size;
  }

  /** Whether nothing has been said for so many milliseconds. */
  isQuiet(ms: number): boolean {
    return this.parts.elapsed() - this.saidAt >= ms;
  }

  shown(sources: FloorSources): readonly string[] {
    return this.view.shown(sources);
  }

  claimable(sources: FloorSources): readonly string[] {
    return this.view.claimable(sources);
  }

  /** Sends what has moved; the figures only if they may go. */
  publish(sources: FloorSources, faces: Faces, figures: boolean): void {
    const said = this.room.publish({ ...this.view.leads(sources, faces), ...(figures ? this.view.figures(sources, faces) : {}) });
    if (said) this.saidAt = this.parts.elapsed();
  }

  /** Sends what has moved of the alerts. */
  publishAlerts(alerts: FloorSources['alerts'], names: Faces['names']): void {
    this.room.publish(this.view.alerts(alerts, names));
  }

  restart(sources: FloorSources, faces: Faces): void {
    const { empty, leads, figures, alerts } = this.view;
    this.room.restart({ ...empty(), ...leads(sources, faces), ...figures(sources, faces), ...alerts(sources.alerts, faces.names) });
  }

  async enter(socket: Socket): Promise<void> {
    await this.room.enter(socket);
  }

  beat(): void {
    this.room.beat();
  }

  resume(socket: Socket, asked: Resume): void {
    this.room.resume(socket, asked);
  }

  hears(socket: Socket): boolean {
    return this.room.hears(socket);
  }
}

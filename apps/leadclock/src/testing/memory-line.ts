import { EventEmitter } from 'node:events';
import type { LiveEvent, PageSocket } from '@leadclock/live/rooms/page-socket.js';

/** A message as it is on its way. */
export interface Packet {
  readonly event: LiveEvent;
  readonly text: string;
}

/** One connection of a page, without a network: what the server has said waits in `down` until it is delivered, or whatever else befalls it. */
export class MemoryLine implements PageSocket {
  connected = true;
  readonly conn = new EventEmitter();
  down: Packet[] = [];
  private readonly rooms = new Set<string>();
  private readonly farewells: (() => void)[] = [];

  join(room: string): void {
    this.rooms.add(room);
  }

  leave(room: string): void {
    this.rooms.delete(room);
  }

  once(_event: 'disconnect', heard: () => void): void {
    this.farewells.push(heard);
  }

  emit(event: LiveEvent, frame: object): void {
    this.put({ event, text: JSON.stringify(frame) });
  }

  /** What goes to all in a room, encoded already. */
  broadcast(room: string, packet: Packet): void {
    if (this.rooms.has(room)) this.put(packet);
  }

  /** The network has taken all that was written. */
  drain(): void {
    this.conn.emit('drain');
  }

  /** The server sees the page go; what it had said may still arrive. */
  cut(): void {
    this.connected = false;
    for (const farewell of this.farewells.splice(0)) farewell();
  }

  private put(packet: Packet): void {
    if (!this.connected) return;
    this.conn.emit('packetCreate', { data: packet.text });
    this.down.push(packet);
  }
}

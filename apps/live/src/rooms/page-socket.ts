export type LiveEvent = 'patch' | 'snapshot' | 'heartbeat';

/** What a room needs of a page's socket. A socket of socket.io is one; so is any other line that keeps to this. */
export interface PageSocket {
  readonly connected: boolean;
  readonly conn: PageConnection;
  join(room: string): Promise<void> | void;
  leave(room: string): Promise<void> | void;
  once(event: 'disconnect', heard: () => void): unknown;
  emit(event: LiveEvent, frame: object): unknown;
}

/** What lies below it: where packets wait until the network takes them. */
interface PageConnection {
  on(event: 'packetCreate', heard: (packet: { readonly data?: unknown }) => void): unknown;
  on(event: 'drain', heard: () => void): unknown;
  once(event: 'drain', heard: () => void): unknown;
}

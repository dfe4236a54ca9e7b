import type { PageSocket } from './page-socket.js';

const mostPackets = 64;
const mostBytes = 256 * 1024;

/** What was written to a socket and has not been handed to the network yet: a screen that stops reading makes it grow without end. */
export class Backlog {
  private packets = 0;
  private bytes = 0;

  constructor({ conn }: PageSocket) {
    conn.on('packetCreate', ({ data }) => {
      this.packets++;
      if (typeof data === 'string') this.bytes += data.length;
    });
    conn.on('drain', () => {
      this.packets = 0;
      this.bytes = 0;
    });
  }

  get isTooLong(): boolean {
    return this.packets > mostPackets || this.bytes > mostBytes;
  }
}

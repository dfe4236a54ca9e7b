import type { Heartbeat, Patch, Snapshot, WallState } from '@leadclock/live-protocol/protocol.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { io, type Socket } from 'socket.io-client';

/** A screen of the story's: remembers every frame, and can be told to be deaf to patches. */
export class WallScreen {
  readonly snapshots: Snapshot[] = [];
  readonly patches: Patch[] = [];
  readonly heartbeats: Heartbeat[] = [];
  state: WallState | null = null;
  epoch = '';
  seq = -1;
  deaf = false;
  /** patches that came while it was deaf */
  missed = 0;

  private constructor(readonly socket: Socket) {
    socket.on('snapshot', (frame: Snapshot) => {
      this.snapshots.push(frame);
      this.state = frame.state;
      this.epoch = frame.epoch;
      this.seq = frame.seq;
    });
    socket.on('patch', (frame: Patch) => {
      if (this.deaf) {
        this.missed++;
        return;
      }
      this.patches.push(frame);
      if (frame.epoch !== this.epoch || frame.seq !== this.seq + 1 || this.state === null) return;
      this.seq = frame.seq;
      this.state = Object.assign({ ...this.state }, frame.set);
    });
    socket.on('heartbeat', (frame: Heartbeat) => void this.heartbeats.push(frame));
  }

  static async connect(url: string): Promise<WallScreen> {
    const screen = new WallScreen(io(url, { transports: ['websocket'], reconnection: false, forceNew: true }));
    await until('the first snapshot', () => screen.state !== null);
    return screen;
  }

  /** Waits for a state of the wall. */
  async sees(what: string, condition: (state: WallState) => boolean): Promise<WallState> {
    await until(what, () => this.state !== null && condition(this.state));
    if (this.state === null) throw new Error('no state');
    return this.state;
  }

  /** The line itself: pausing it is a screen that does not read. */
  wire(): Pausable {
    const { transport } = this.socket.io.engine;
    const wire: unknown = 'ws' in transport ? transport.ws : null;
    if (!isPausable(wire)) throw new Error('the screen is on no websocket');
    return wire;
  }

  close(): void {
    this.socket.close();
  }
}

interface Pausable {
  pause(): void;
  resume(): void;
}

const isPausable = (wire: unknown): wire is Pausable => typeof wire === 'object' && wire !== null && 'pause' in wire && 'resume' in wire;

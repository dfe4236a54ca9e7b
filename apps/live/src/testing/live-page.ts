import type { PatchOf, SnapshotOf } from '@leadclock/live-protocol/frames.js';
import type { Handshake } from '@leadclock/live-protocol/handshake.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { io, type Socket } from 'socket.io-client';

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** A page of the story's: a foreign client that knows the documented protocol and no more. */
export class LivePage {
  readonly states = new Map<string, Json>();
  readonly patches: PatchOf<Json>[] = [];

  private constructor(readonly socket: Socket) {
    socket.on('snapshot', ({ stream, state }: SnapshotOf<Json>) => void this.states.set(stream, state));
    socket.on('patch', (patch: PatchOf<Json>) => this.take(patch));
  }

  static async connect(url: string, auth: Handshake, streams: readonly string[]): Promise<LivePage> {
    const page = new LivePage(io(url, { transports: ['websocket'], reconnection: false, forceNew: true, auth }));
    await until(`snapshots of ${streams.join(', ')}`, () => streams.every((stream) => page.states.has(stream)));
    return page;
  }

  /** Waits for a state of a stream, read through its schema. */
  async sees<T>(stream: string, schema: { parse(value: unknown): T }, what: string, condition: (state: T) => boolean): Promise<T> {
    return until(what, () => {
      const state = schema.parse(this.states.get(stream));
      return condition(state) ? state : null;
    });
  }

  close(): void {
    this.socket.close();
  }

  private take(patch: PatchOf<Json>): void {
    this.patches.push(patch);
    const next: Record<string, unknown> = { ...this.states.get(patch.stream), ...patch.set };
    for (const [key, members] of Object.entries(patch.members ?? {})) {
      const before = next[key];
      next[key] = Object.fromEntries(
        Object.entries({ ...(isJson(before) ? before : {}), ...members }).filter(([, member]) => member !== null),
      );
    }
    this.states.set(patch.stream, next);
  }
}

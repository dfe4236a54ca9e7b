import { randomUUID } from 'node:crypto';
import { type FloorState, floorStream } from '@leadclock/live-protocol/floor-state.js';
import type { PatchOf, SnapshotOf } from '@leadclock/live-protocol/frames.js';
import type { Heartbeat, Resume } from '@leadclock/live-protocol/protocol.js';
import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { io, type Socket } from 'socket.io-client';
import { LiveStream } from '../../../../web/src/live/live-stream.js';
import type { RepDoor } from './rep-door.js';

/** A server that is back is found at once: what is measured is not how patient pages are. */
const RETRY_MS = 100;

interface PageParts {
  readonly rep: string;
  /** of the screens */
  readonly url: string;
  readonly door: RepDoor;
  /** an alert stands in the page's picture for the first time in the page's life; `isFirst`: of its lead */
  readonly onAlert: (alert: LiveAlert, page: FloorPage, isFirst: boolean) => void;
}

/** A rep's page: it hears the floor as ours do, says of each alert once that it shows it, and begins anew when it was killed. */
export class FloorPage {
  isHearing = false;
  private readonly stream = new LiveStream<FloorState>(floorStream);
  private readonly socket: Socket;
  private readonly end = new AbortController();
  private readonly shown = new Set<string>();
  private readonly leads = new Set<string>();
  private unsaid: LiveAlert[] = [];
  private saying: Promise<void> | null = null;
  private held = false;

  constructor(private readonly parts: PageParts) {
    this.socket = io(parts.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: RETRY_MS,
      reconnectionDelayMax: RETRY_MS,
      randomizationFactor: 0,
      auth: { protocol: 1, view: 'rep', rep: parts.rep },
    });
    this.socket.on('snapshot', (frame: SnapshotOf<never>) => {
      if (this.stream.hears(frame.stream)) this.heard(this.stream.snapshot(frame));
    });
    this.socket.on('patch', (frame: PatchOf<never>) => {
      if (this.stream.hears(frame.stream)) this.heard(this.stream.patch(frame));
    });
    this.socket.on('heartbeat', (frame: Heartbeat) => this.ask(this.stream.heartbeat(frame)));
    this.socket.on('disconnect', () => {
      this.isHearing = false;
    });
  }

  get rep(): string {
    return this.parts.rep;
  }

  /** Aborted once the page is gone. */
  get signal(): AbortSignal {
    return this.end.signal;
  }

  /** Says nothing from now on, until it goes on or is killed. */
  hold(): void {
    this.held = true;
  }

  goOn(): void {
    this.held = false;
    this.say();
  }

  /** Whether it shows an alert and has not said so. */
  get isHeld(): boolean {
    return this.held && this.saying === null && this.unsaid.length > 0;
  }

  /** Whether it has said of all that it shows that it does. */
  get isDone(): boolean {
    return this.saying === null && this.unsaid.length === 0;
  }

  /** Ends it as a crash does: what it was about to say is not said, and what it asked for it never hears. */
  kill(): void {
    this.isHearing = false;
    this.held = true;
    this.end.abort();
    this.socket.close();
  }

  private heard(asked: Resume | null): void {
    this.ask(asked);
    this.isHearing = true;
    for (const alert of Object.values(this.stream.state?.alerts ?? {})) {
      if (alert.retracted || this.shown.has(alert.alert)) continue;
      this.shown.add(alert.alert);
      this.unsaid.push(alert);
      this.parts.onAlert(alert, this, !this.leads.has(alert.lead));
      this.leads.add(alert.lead);
    }
    this.say();
  }

  private ask(asked: Resume | null): void {
    if (asked !== null) this.socket.emit('resume', asked);
  }

  private say(): void {
    if (this.held || this.saying !== null || this.unsaid.length === 0) return;
    this.saying = this.sayNext().finally(() => {
      this.saying = null;
      this.say();
    });
  }

  private async sayNext(): Promise<void> {
    const [alert] = this.unsaid;
    if (alert === undefined) return;
    const { door, rep } = this.parts;
    await door.decide(alert.lead, 'shown', { rep, alert: alert.alert }, randomUUID(), this.signal);
    this.unsaid = this.unsaid.filter((other) => other !== alert);
  }
}

import { randomUUID } from 'node:crypto';
import { type SampleEvent, sample } from '../sample-events.js';
import { atLast, configurationOfFloor, kindOf, type LeadKind, lifeOf } from './ladder-floor.js';

const TICK_MS = 100;
/** Each of them takes commits of all processes: more would measure how busy the machine is. */
const TICKS_A_LEAD = 2;

/** A lead that the floor has made, with what was sent of it. Instants are epoch milliseconds. */
export interface FloorLead {
  readonly lead: string;
  readonly kind: LeadKind;
  readonly at: number;
  /** when the door took the last of its events */
  acceptedAt: number;
  /** when the door took its answer */
  answerTakenAt: number | null;
  /** who won it first, and when */
  won: { readonly rep: string; readonly at: number } | null;
  /** when who won it called */
  calledAt: number | null;
}

interface Waiting {
  readonly event: SampleEvent;
  readonly of: FloorLead | null;
  /** when it is sent, epoch ms */
  readonly sendAt: number;
  readonly isLast: boolean;
}

/** Leads that arrive five a second, with what becomes of each; what the door does not take is sent again until it does. */
export class RunningFloor {
  readonly leads: FloorLead[] = [];
  private readonly byName = new Map<string, FloorLead>();
  private readonly timer: NodeJS.Timeout;
  private readonly waiting: Waiting[] = [];
  private planned: Waiting[] = [];
  private sending: Promise<void> | null = null;
  private arriving = true;
  private ticks = 0;

  constructor(
    private readonly url: string,
    private readonly key: string,
    now: number,
    readonly quietUntil: number,
  ) {
    this.waiting.push(...configurationOfFloor(now, quietUntil).map((event) => ({ event, of: null, sendAt: now, isLast: false })));
    this.timer = setInterval(() => this.tick(), TICK_MS);
  }

  leadOf(name: string): FloorLead | undefined {
    return this.byName.get(name);
  }

  /** No more leads arrive; what was begun goes on. */
  end(): void {
    this.arriving = false;
    this.planned = this.planned.filter(({ isLast }) => !isLast);
  }

  get isDone(): boolean {
    return this.planned.length === 0 && this.waiting.length === 0;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private tick(): void {
    const now = Date.now();
    if (this.arriving && this.ticks++ % TICKS_A_LEAD === 0) this.arrive(now);
    const due = this.planned.filter(({ sendAt }) => sendAt <= now);
    this.planned = this.planned.filter(({ sendAt }) => sendAt > now);
    this.waiting.push(...due);
    this.sending ??= this.send().finally(() => {
      this.sending = null;
    });
  }

  private arrive(at: number): void {
    const number = this.leads.length;
    const lead = `lead-${number}`;
    const of: FloorLead = { lead, kind: kindOf(number), at, acceptedAt: at, answerTakenAt: null, won: null, calledAt: null };
    this.leads.push(of);
    this.byName.set(lead, of);
    for (const { id, type, after, sentAfter = after, data } of lifeOf(of.kind, at, this.quietUntil)) {
      const event = sample(`${lead}-${id}`, type, lead, at + after, data(lead));
      this.planned.push({ event, of, sendAt: at + sentAfter, isLast: id === atLast });
    }
  }

  private async send(): Promise<void> {
    const batch = this.waiting.slice(0, 200);
    if (batch.length === 0 || !(await this.isTaken(batch.map(({ event }) => event)))) return;
    this.waiting.splice(0, batch.length);
    for (const { of, event, isLast } of batch) {
      if (of === null || isLast) continue;
      of.acceptedAt = Date.now();
      if (event.type === 'touchpoint.recorded') of.answerTakenAt = of.acceptedAt;
    }
  }

  private async isTaken(events: readonly SampleEvent[]): Promise<boolean> {
    const headers = {
      authorization: `Bearer ${this.key}`,
      'content-type': 'application/cloudevents-batch+json',
      'idempotency-key': randomUUID(),
    };
    try {
      const answer = await fetch(`${this.url}/v1/events`, {
        method: 'POST',
        headers,
        body: JSON.stringify(events),
        signal: AbortSignal.timeout(3_000),
      });
      return answer.status === 202;
    } catch {
      return false;
    }
  }
}

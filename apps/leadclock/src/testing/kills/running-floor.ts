import { randomUUID } from 'node:crypto';
import { type SampleEvent, sample } from '../sample-events.js';
import { configurationOfFloor, kindOf, type LeadKind, lifeOf } from './ladder-floor.js';

const EVERY_MS = 100;

/** A lead that the floor has made, with what was sent of it. Instants are epoch milliseconds. */
export interface FloorLead {
  readonly lead: string;
  readonly kind: LeadKind;
  readonly at: number;
  /** when the door took the last of its events */
  acceptedAt: number;
  /** when the door took its answer */
  answerTakenAt: number | null;
}

interface Waiting {
  readonly event: SampleEvent;
  readonly of: FloorLead | null;
}

/** Leads that arrive ten a second, with what becomes of each; what the door does not take is sent again until it does. */
export class RunningFloor {
  readonly leads: FloorLead[] = [];
  private readonly timer: NodeJS.Timeout;
  private readonly waiting: Waiting[] = [];
  private planned: Waiting[] = [];
  private sending: Promise<void> | null = null;
  private arriving = true;

  constructor(
    private readonly url: string,
    private readonly key: string,
    now: number,
    readonly quietUntil: number,
  ) {
    this.waiting.push(...configurationOfFloor(now, quietUntil).map((event) => ({ event, of: null })));
    this.timer = setInterval(() => this.tick(), EVERY_MS);
  }

  /** No more leads arrive; what was begun goes on. */
  end(): void {
    this.arriving = false;
  }

  get isDone(): boolean {
    return this.planned.length === 0 && this.waiting.length === 0;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private tick(): void {
    const now = Date.now();
    if (this.arriving) this.arrive(now);
    const due = this.planned.filter(({ event }) => Date.parse(event.time) <= now);
    this.planned = this.planned.filter(({ event }) => Date.parse(event.time) > now);
    this.waiting.push(...due);
    this.sending ??= this.send().finally(() => {
      this.sending = null;
    });
  }

  private arrive(at: number): void {
    const number = this.leads.length;
    const of: FloorLead = { lead: `lead-${number}`, kind: kindOf(number), at, acceptedAt: at, answerTakenAt: null };
    this.leads.push(of);
    for (const { id, type, after, data } of lifeOf(of.kind))
      this.planned.push({ event: sample(`${of.lead}-${id}`, type, of.lead, at + after, data(of.lead)), of });
  }

  private async send(): Promise<void> {
    const batch = this.waiting.slice(0, 200);
    if (batch.length === 0 || !(await this.isTaken(batch.map(({ event }) => event)))) return;
    this.waiting.splice(0, batch.length);
    for (const { of, event } of batch) {
      if (of === null) continue;
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

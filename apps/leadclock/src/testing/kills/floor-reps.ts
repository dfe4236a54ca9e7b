import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { FloorPage } from './floor-page.js';
import { RepDoor } from './rep-door.js';
import type { FloorLead, RunningFloor } from './running-floor.js';

const reps = ['ana', 'luis'] as const;
/** A claim that was for an assignment of before: the page loads the lead again, and claims anew. */
const again: ReadonlySet<string | undefined> = new Set(['reassigned', 'given_back']);

const LOAD_AGAIN_MS = 100;

/** What came of a rep's claim. */
export interface DecidedClaim {
  readonly lead: string;
  readonly rep: string;
  /** the event that it made, and its instant (epoch ms); null: another one has the lead */
  readonly won: { readonly event: string; readonly at: number } | null;
}

/** Two reps before their pages: both say what they show, and both claim the leads that are to be claimed as soon as they are told of them. */
export class FloorReps {
  /** when an alert stood on a page first, epoch ms */
  readonly seenAt = new Map<string, number>();
  readonly claims: DecidedClaim[] = [];
  private readonly door: RepDoor;
  private pages: readonly FloorPage[];
  private readonly busy = new Set<Promise<void>>();

  constructor(
    private readonly floor: RunningFloor,
    private readonly screens: string,
    door: string,
    key: string,
  ) {
    this.door = new RepDoor(door, key);
    this.pages = reps.map((rep) => this.open(rep));
  }

  /** Waits until all pages hear the floor. */
  async hearing(): Promise<void> {
    await until('the pages to hear', () => this.pages.every(({ isHearing }) => isHearing));
  }

  /** Holds the pages where they have shown an alert and not said so. */
  async hold(): Promise<void> {
    for (const page of this.pages) page.hold();
    await until('an alert that is shown and not said', () => this.pages.every(({ isHeld }) => isHeld));
  }

  goOn(): void {
    for (const page of this.pages) page.goOn();
  }

  kill(): void {
    for (const page of this.pages) page.kill();
  }

  /** Opens anew what was killed. */
  reopen(): void {
    this.pages = reps.map((rep) => this.open(rep));
  }

  /** Whether nothing that a rep or a page does is under way. */
  get isDone(): boolean {
    return this.busy.size === 0 && this.pages.every(({ isDone }) => isDone);
  }

  private open(rep: string): FloorPage {
    return new FloorPage({ rep, url: this.screens, door: this.door, onAlert: (...told) => this.told(...told) });
  }

  private told({ alert, lead: name }: LiveAlert, page: FloorPage, isFirst: boolean): void {
    if (!this.seenAt.has(alert)) this.seenAt.set(alert, Date.now());
    const lead = this.floor.leadOf(name);
    if (!isFirst || lead?.kind.course !== 'claimed' || lead.calledAt !== null) return;
    const task = this.take(lead, page).finally(() => this.busy.delete(task));
    this.busy.add(task);
  }

  private async take(lead: FloorLead, page: FloorPage): Promise<void> {
    if (!(await this.hasWon(lead, page))) return;
    const body = { rep: page.rep, channel: 'call', direction: 'outbound', outcome: 'connected' };
    const called = await this.door.decide(lead.lead, 'touchpoints', body, randomUUID(), page.signal);
    if (called?.status !== 202) return;
    lead.answerTakenAt ??= Date.now();
    lead.calledAt ??= Date.parse(called.at ?? '');
  }

  /** Claims a lead, unless that was decided before the page was opened anew. */
  private async hasWon(of: FloorLead, { rep, signal }: FloorPage): Promise<boolean> {
    const { lead } = of;
    const known = this.claims.find((claim) => claim.lead === lead && claim.rep === rep);
    if (known !== undefined) return known.won !== null;
    for (;;) {
      const decision = await this.door.decide(lead, 'claim', { rep }, randomUUID(), signal);
      if (decision === null) return false;
      if (again.has(decision.reason)) {
        await pause(LOAD_AGAIN_MS);
        continue;
      }
      const won = decision.status === 202 ? { event: decision.event?.id ?? '', at: Date.parse(decision.at ?? '') } : null;
      this.claims.push({ lead, rep, won });
      if (won !== null) of.won ??= { rep, at: won.at };
      return won !== null;
    }
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import type { AlertRow } from '@leadclock/read-model/queries/alerts.query.js';
import { WakeUp } from '@leadclock/runtime/wake-up.js';
import type { NameBook } from '../wall/name-book.js';
import type { AlertBook } from './alert-book.js';
import { alertedLeads } from './live-alert.js';

interface TellerParts {
  /** epoch ms */
  readonly now: () => number;
  /** the screens have been told of everything once; before that there is nothing to add to */
  readonly isReady: () => boolean;
  readonly publish: (alerts: readonly AlertRow[], names: ReadonlyMap<string, string>) => void;
}

/** Alerts that come thick are told of together, so often at most: from the beginning of a look to that of the next. */
const betweenMs = 25;
/** The longest time between two looks: a call may be lost. */
const lookEveryMs = 1_000;

/**
 * Tells the screens of alerts as soon as they are raised or end, beside the loop that follows the figures: an alert waits for nobody. What cannot be
 * read is looked at again; that the database is away, that loop says.
 */
export class AlertTeller {
  private readonly wakeUp = new WakeUp();
  private running: Promise<void> | null = null;
  private stopped = false;
  private untold = false;

  constructor(
    private readonly book: AlertBook,
    private readonly names: NameBook,
    private readonly parts: TellerParts,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Somebody says that alerts have changed. */
  call(): void {
    this.wakeUp.call();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wakeUp.call();
    await this.running;
  }

  /** Sends the alerts as they stand. Two may be under way at once: what goes out is what stands once the names are there. */
  async tell(): Promise<void> {
    const { now, isReady, publish } = this.parts;
    if (!isReady()) return;
    for (;;) {
      const alerts = this.book.current(now());
      const names = await this.names.of(alertedLeads(alerts));
      if (this.book.current(now()) === alerts) return publish(alerts, names);
    }
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      await this.wakeUp.wait(lookEveryMs);
      const began = performance.now();
      // who told of some at once lets others gather; the first of all waits for nothing
      if (!this.stopped && (await this.look())) await pause(Math.max(0, betweenMs - (performance.now() - began)));
    }
  }

  private async look(): Promise<boolean> {
    try {
      this.untold = (await this.book.follow()) || this.untold;
      if (!this.untold) return false;
      await this.tell();
      this.untold = false;
      return true;
    } catch {
      return false;
    }
  }
}

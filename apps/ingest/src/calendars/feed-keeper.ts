import { dueFeeds, listFeeds, nextFeedAt } from '@leadclock/read-model/outside/calendar-feed.table.js';
import { errorCode } from '../error-code.js';
import { tellFeedTimes } from '../metrics.js';
import { type FeedOutcome, type FeedParts, readFeed } from './read-feed.js';

/** At least so often it is looked whether another process has left a feed behind; a look is two small statements. */
const LOOK_WITHIN_MS = 3_600_000;
/** After a round that could not end: the database is away, or another process is at a feed. */
const LOOK_SOON_MS = 60_000;

/** Reads the feeds of calendars whose time has come, one after the other, until `stop`. Of all processes on one database one reads a feed at a time. */
export class FeedKeeper {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private stopping = new AbortController();

  constructor(private readonly parts: FeedParts) {}

  start(): void {
    this.stopping = new AbortController();
    this.look();
  }

  /** Reads one at once, for somebody who waits; when the next is due is looked at anew. */
  async read(id: string): Promise<FeedOutcome> {
    const outcome = await readFeed(this.parts, id, this.stopping.signal);
    this.wake();
    return outcome;
  }

  /** Looks at once when the next feed is due. */
  wake(): void {
    if (this.stopping.signal.aborted || this.timer === null) return;
    clearTimeout(this.timer);
    this.look();
  }

  /** Resolves when nothing is being read any more: a request that is under way is ended, and its feed stays as it was. */
  async stop(): Promise<void> {
    this.stopping.abort();
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
  }

  private look(): void {
    this.timer = null;
    this.running = this.round().then((wait) => {
      if (this.stopping.signal.aborted) return;
      this.timer = setTimeout(() => this.look(), wait);
      this.timer.unref();
    });
  }

  /** Answers in how many milliseconds to look again; never rejects. */
  private async round(): Promise<number> {
    const { dataSource, clock, logger } = this.parts;
    try {
      let busy = false;
      for (const { id } of await dueFeeds(dataSource, clock())) {
        if (this.stopping.signal.aborted) break;
        const outcome = await readFeed(this.parts, id, this.stopping.signal);
        if (outcome.kind === 'failed')
          logger.warn({ feed: id, reason: outcome.failure }, 'holidays could not be read; those that are known stay');
        busy ||= outcome.kind === 'busy';
      }
      tellFeedTimes(await listFeeds(dataSource));
      const next = await nextFeedAt(dataSource);
      if (busy) return LOOK_SOON_MS;
      return next === null ? LOOK_WITHIN_MS : Math.min(LOOK_WITHIN_MS, Math.max(1_000, next - clock()));
    } catch (error) {
      logger.warn({ reason: errorCode(error) }, 'feeds of holidays could not be looked at; they are looked at again in a minute');
      return LOOK_SOON_MS;
    }
  }
}

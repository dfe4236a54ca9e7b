import type { Logger } from 'pino';
import { errorCode } from '../error-code.js';

/** Whether the log answered last time. While it is away events go to the spool at once, instead of each waiting for the log's time to run out. */
export class LogPresence {
  private missing = false;
  private whenGone: () => void = () => undefined;

  constructor(private readonly logger: Logger) {}

  /** What is called each time that it goes away. */
  onGone(call: () => void): void {
    this.whenGone = call;
  }

  get away(): boolean {
    return this.missing;
  }

  gone(error: unknown): void {
    if (this.missing) return;
    this.missing = true;
    this.logger.warn({ reason: errorCode(error) }, 'the log does not answer: accepted events wait in the spool');
    this.whenGone();
  }

  back(): void {
    if (!this.missing) return;
    this.missing = false;
    this.logger.info('the log answers again');
  }
}

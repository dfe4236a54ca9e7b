import { databaseTime } from '@leadclock/read-model/queries/feed.query.js';
import type { DataSource } from 'typeorm';

/** The database's clock, told by this machine's: the difference is measured now and then. */
export class LiveClock {
  private ahead = 0;

  constructor(
    private readonly clock: () => number,
    private readonly ask: (dataSource: DataSource) => Promise<number> = databaseTime,
  ) {}

  /** epoch milliseconds */
  readonly now = (): number => Math.round(this.clock() + this.ahead);

  /** Measures how far the database is ahead; half the way there and back is the error at most. */
  async measure(dataSource: DataSource): Promise<void> {
    const asked = this.clock();
    const told = await this.ask(dataSource);
    this.ahead = told - (asked + this.clock()) / 2;
  }
}

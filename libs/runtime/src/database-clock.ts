import type { DataSource } from 'typeorm';

/** A clock that moved by more than this beside one that no step can change was set, or the machine slept. */
const stepMs = 1_000;

/** The database's clock, told by this machine's: the difference is measured now and then. */
export class DatabaseClock {
  private ahead = 0;
  private beside = Number.NaN;

  constructor(
    private readonly clock: () => number,
    /** asks the database for its time, epoch milliseconds */
    private readonly ask: (dataSource: DataSource) => Promise<number>,
    private readonly steady: () => number = () => performance.now(),
  ) {}

  /** epoch milliseconds */
  readonly now = (): number => Math.round(this.clock() + this.ahead);

  /** Whether this machine's clock was set since it was measured: what it says of the database's clock holds no longer. */
  get wasSet(): boolean {
    return Math.abs(this.clock() - this.steady() - this.beside) > stepMs;
  }

  /** Measures how far the database is ahead; half the way there and back is the error at most. */
  async measure(dataSource: DataSource): Promise<void> {
    const asked = this.clock();
    const told = await this.ask(dataSource);
    const answered = this.clock();
    this.beside = answered - this.steady();
    this.ahead = told - (asked + answered) / 2;
  }
}

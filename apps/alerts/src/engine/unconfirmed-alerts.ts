import { confirmAlerts } from '@leadclock/read-model/outside/alert.table.js';
import type { DataSource } from 'typeorm';
import { type Lag, MOST_BEHIND_MS } from './lag.js';

/** Alerts that were raised while their partition was behind: what takes their reason away may stand in the log already. */
export class UnconfirmedAlerts {
  private readonly partitions = new Map<string, number>();
  /** the look at the log after which what had become certain was confirmed, or is being; one at a time does that */
  private confirmedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly dataSource: DataSource,
    private readonly lag: Lag,
  ) {}

  get size(): number {
    return this.partitions.size;
  }

  add(alert: string, partition: number): void {
    this.partitions.set(alert, partition);
  }

  /** It has ended. */
  delete(alert: string): void {
    this.partitions.delete(alert);
  }

  /** Confirms what has become certain; between two looks at the log nothing does. */
  async confirm(): Promise<void> {
    const { lookedAt } = this.lag;
    if (lookedAt === this.confirmedAt) return;
    const sure = [...this.partitions].filter(([, partition]) => this.lag.behind(partition) < MOST_BEHIND_MS).map(([alert]) => alert);
    this.confirmedAt = lookedAt;
    if (sure.length === 0) return;
    try {
      await this.dataSource.transaction((em) => confirmAlerts(em, sure));
    } catch (error) {
      this.confirmedAt = Number.NEGATIVE_INFINITY;
      throw error;
    }
    for (const alert of sure) this.partitions.delete(alert);
  }
}

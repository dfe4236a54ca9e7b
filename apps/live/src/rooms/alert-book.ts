import { type AlertRow, alertLane, alertsSince, openAlerts } from '@leadclock/read-model/queries/alerts.query.js';
import type { DataSource, EntityManager } from 'typeorm';

/** So long those who were told see that an alert should not have been. */
const retractedShownMs = 60_000;

/** The alerts that are open, and those just taken back, kept in step with the lane of alerts. */
export class AlertBook {
  private rows = new Map<string, AlertRow>();
  private changeNo: number | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** Takes in what has changed; answers whether anything has. */
  async follow(): Promise<boolean> {
    const { manager } = this.dataSource;
    const known = this.changeNo;
    const since = known === null ? null : await alertsSince(manager, known);
    // a lane that went back is another database's, or one that was restored
    if (since === null || known === null || since.changeNo < known) return this.load(manager);
    for (const row of since.rows) this.rows.set(row.id, row);
    this.changeNo = since.changeNo;
    return since.rows.length > 0;
  }

  private async load(manager: EntityManager): Promise<boolean> {
    // the number first: what changes between the two is read again
    this.changeNo = await alertLane(manager);
    this.rows = new Map((await openAlerts(manager)).map((row) => [row.id, row]));
    return this.rows.size > 0;
  }

  /** By their deadlines, the earliest first. `now` is epoch ms; what is over is forgotten. */
  current(now: number): readonly AlertRow[] {
    for (const [id, { ended, endedAt }] of this.rows) {
      const isShown = ended === null || (ended === 'retracted' && now - (endedAt ?? now) < retractedShownMs);
      if (!isShown) this.rows.delete(id);
    }
    return [...this.rows.values()].toSorted((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));
  }

  /** When a row ceases to be shown by itself, epoch ms; Infinity: never. */
  get next(): number {
    const ends = [...this.rows.values()].flatMap(({ ended, endedAt }) =>
      ended === 'retracted' ? [(endedAt ?? 0) + retractedShownMs] : [],
    );
    return Math.min(Number.POSITIVE_INFINITY, ...ends);
  }
}

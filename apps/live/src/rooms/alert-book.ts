import { type AlertRow, alertLane, alertsSince, openAlerts } from '@leadclock/read-model/queries/alerts.query.js';
import type { DataSource, EntityManager } from 'typeorm';

/** So long those who were told see that an alert should not have been. */
const retractedShownMs = 60_000;

/** The alerts that are open, and those just taken back, kept in step with the lane of alerts. */
export class AlertBook {
  private readonly rows = new Map<string, AlertRow>();
  /** the instants at which those that were taken back are forgotten, epoch ms */
  private readonly forgottenAt = new Map<string, number>();
  /** as `current` tells them; null: they have changed since */
  private inOrder: readonly AlertRow[] | null = null;
  private changeNo: number | null = null;

  constructor(private readonly dataSource: DataSource) {}

  get isLoaded(): boolean {
    return this.changeNo !== null;
  }

  /** Takes in what has changed; answers whether anything has. */
  async follow(): Promise<boolean> {
    const { manager } = this.dataSource;
    const known = this.changeNo;
    const since = known === null ? null : await alertsSince(manager, known);
    // a lane that went back is another database's, or one that was restored
    if (since === null || known === null || since.changeNo < known) return this.load(manager);
    this.take(since.rows);
    this.changeNo = since.changeNo;
    return since.rows.length > 0;
  }

  private async load(manager: EntityManager): Promise<boolean> {
    // the number first: what changes between the two is read again
    const changeNo = await alertLane(manager);
    const open = await openAlerts(manager);
    const hadAny = this.rows.size > 0;
    this.rows.clear();
    this.forgottenAt.clear();
    this.take(open);
    this.changeNo = changeNo;
    return hadAny || open.length > 0;
  }

  private take(rows: readonly AlertRow[]): void {
    if (rows.length > 0) this.inOrder = null;
    for (const row of rows) {
      this.forgottenAt.delete(row.id);
      if (row.ended === 'resolved') this.rows.delete(row.id);
      else this.rows.set(row.id, row);
      if (row.ended === 'retracted') this.forgottenAt.set(row.id, (row.endedAt ?? 0) + retractedShownMs);
    }
  }

  /** By their deadlines, the earliest first. `now` is epoch ms; what is over is forgotten. */
  current(now: number): readonly AlertRow[] {
    for (const [id, at] of this.forgottenAt) {
      if (at > now) continue;
      this.forgottenAt.delete(id);
      this.rows.delete(id);
      this.inOrder = null;
    }
    this.inOrder ??= [...this.rows.values()].toSorted((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));
    return this.inOrder;
  }

  /** When a row ceases to be shown by itself, epoch ms; Infinity: never. */
  get next(): number {
    let next = Number.POSITIVE_INFINITY;
    for (const at of this.forgottenAt.values()) next = Math.min(next, at);
    return next;
  }
}

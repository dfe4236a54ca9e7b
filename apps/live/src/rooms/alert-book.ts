import { type AlertRow, alertLane, alertsNamed, alertsSince, openAlerts } from '@leadclock/read-model/queries/alerts.query.js';
import { type CurrentSet, currentSet } from '@leadclock/read-model/sets/current-set.js';
import type { DataSource, EntityManager } from 'typeorm';

/** So long those who were told see that an alert should not have been. */
const retractedShownMs = 60_000;

/** The alerts that are open, and those just taken back, kept in step with the lane of alerts. */
export class AlertBook {
  private readonly rows = new Map<string, AlertRow>();
  /** the same, by their deadlines */
  private readonly sorted: AlertRow[] = [];
  /** the instants at which those that were taken back are forgotten, epoch ms */
  private readonly forgottenAt = new Map<string, number>();
  /** as `current` tells them; null: they have changed since */
  private inOrder: readonly AlertRow[] | null = null;
  /** how far the lane was followed, and which set its leads were read from; null: everything is to be read */
  private known: { readonly set: CurrentSet; readonly changeNo: number } | null = null;
  private wasLoaded = false;
  /** by lead, those that are shown of it */
  private readonly ofLeads = new Map<string, Set<string>>();
  /** whose leads have changed: by whom they are had, of which team they are and when they are due is read again */
  private readonly moved = new Set<string>();
  /** leads that have changed while alerts are being read, which may be as they were before that; null: none are */
  private meanwhile: Set<string> | null = null;

  constructor(private readonly dataSource: DataSource) {}

  get isLoaded(): boolean {
    return this.wasLoaded;
  }

  /** Takes in what has changed; answers whether anything has. */
  async follow(): Promise<boolean> {
    const meanwhile = new Set<string>();
    this.meanwhile = meanwhile;
    try {
      return await this.read();
    } finally {
      this.meanwhile = null;
      this.forget(meanwhile);
    }
  }

  private async read(): Promise<boolean> {
    const { manager } = this.dataSource;
    const { known } = this;
    if (known === null) return this.load(manager);
    // a set that is no more cannot be asked: the next time everything is read
    this.known = null;
    const since = await alertsSince(manager, known.set, known.changeNo);
    // a lane that went back is another database's, or one that was restored
    if (since === null || since.changeNo < known.changeNo) return this.load(manager);
    this.take(since.rows);
    this.known = { ...known, changeNo: since.changeNo };
    return since.rows.length > 0;
  }

  /** These leads have changed, and with them what their alerts say of them. */
  forget(leads: Iterable<string>): void {
    for (const lead of leads) {
      this.meanwhile?.add(lead);
      for (const id of this.ofLeads.get(lead) ?? []) this.moved.add(id);
    }
  }

  forgetAll(): void {
    for (const id of this.rows.keys()) this.moved.add(id);
  }

  /** Reads again what alerts say of leads that have changed, and answers whether they say something else. What cannot be read stays to be read. */
  async followLeads(): Promise<boolean> {
    if (this.moved.size === 0) return false;
    const ids = [...this.moved];
    const rows = await alertsNamed(this.dataSource.manager, ids);
    for (const id of ids) this.moved.delete(id);
    const news = rows.flatMap(({ id, owner, moved, team }): AlertRow[] => {
      // of its lead alone: when the alert itself changes, the lane says so; and a lead that was answered a moment ago is not to look late until it has ended
      const row = this.rows.get(id);
      const isNews = row !== undefined && (row.owner !== owner || row.moved !== moved || row.team !== team);
      return isNews ? [{ ...row, owner, moved, team }] : [];
    });
    this.take(news);
    return news.length > 0;
  }

  private async load(manager: EntityManager): Promise<boolean> {
    const set = await currentSet(manager);
    // the number first: what changes between the two is read again
    const changeNo = await alertLane(manager);
    const open = await openAlerts(manager);
    const hadAny = this.rows.size > 0;
    this.rows.clear();
    this.ofLeads.clear();
    this.moved.clear();
    this.sorted.length = 0;
    this.forgottenAt.clear();
    this.inOrder = null;
    this.take(open);
    this.known = { set, changeNo };
    this.wasLoaded = true;
    return hadAny || open.length > 0;
  }

  private take(rows: readonly AlertRow[]): void {
    for (const row of rows) {
      this.remove(row.id);
      if (row.ended === 'resolved') continue;
      this.rows.set(row.id, row);
      this.ofLeads.set(row.lead, (this.ofLeads.get(row.lead) ?? new Set()).add(row.id));
      this.sorted.splice(this.placeOf(row), 0, row);
      if (row.ended === 'retracted') this.forgottenAt.set(row.id, (row.endedAt ?? 0) + retractedShownMs);
    }
    if (rows.length > 0) this.inOrder = null;
  }

  private remove(id: string): void {
    const row = this.rows.get(id);
    if (row === undefined) return;
    this.rows.delete(id);
    const others = this.ofLeads.get(row.lead);
    others?.delete(id);
    if (others?.size === 0) this.ofLeads.delete(row.lead);
    this.forgottenAt.delete(id);
    this.sorted.splice(this.placeOf(row), 1);
    this.inOrder = null;
  }

  /** Of thousands that are open a moment changes a few: they are put in their places, not all sorted again. */
  private placeOf(row: AlertRow): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.sorted[middle];
      if (there !== undefined && isBefore(there, row)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** By their deadlines, the earliest first. `now` is epoch ms; what is over is forgotten. */
  current(now: number): readonly AlertRow[] {
    for (const [id, at] of this.forgottenAt) {
      if (at <= now) this.remove(id);
    }
    this.inOrder ??= [...this.sorted];
    return this.inOrder;
  }

  /** When a row ceases to be shown by itself, epoch ms; Infinity: never. */
  get next(): number {
    let next = Number.POSITIVE_INFINITY;
    for (const at of this.forgottenAt.values()) next = Math.min(next, at);
    return next;
  }
}

const isBefore = (a: AlertRow, b: AlertRow): boolean => a.dueAt < b.dueAt || (a.dueAt === b.dueAt && a.id < b.id);

import type { StatusSaid } from '@leadclock/domain/alerts/rota-said.js';
import type { RepStatus } from '@leadclock/live-protocol/rep-status.js';
import { repStatuses } from '@leadclock/read-model/queries/rep-status.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';

const never: RepStatus = { is: 'available', since: null, by: null };

/** What reps are doing, kept in step with the change feed. */
export class StatusBook {
  /** null: nothing was ever said of him */
  private readonly known = new Map<string, StatusSaid | null>();
  private readonly old = new Set<string>();

  constructor(private readonly dataSource: DataSource) {}

  /** Of those among these subjects that are reps something may have been said. */
  forget(subjects: Iterable<string>): void {
    for (const subject of subjects) if (this.known.has(subject)) this.old.add(subject);
  }

  forgetAll(): void {
    this.forget(this.known.keys());
  }

  /** Reads what is not known of these reps. */
  async follow(reps: readonly string[]): Promise<void> {
    const unknown = reps.filter((rep) => this.old.has(rep) || !this.known.has(rep));
    if (unknown.length === 0) return;
    const said = await inSnapshot(this.dataSource, (snapshot) => repStatuses(snapshot, unknown));
    for (const rep of unknown) {
      this.known.set(rep, said.get(rep) ?? null);
      this.old.delete(rep);
    }
  }

  of(rep: string): RepStatus {
    const said = this.known.get(rep) ?? null;
    return said === null ? never : { is: said.status, since: said.at, by: said.by === rep ? null : said.by };
  }
}

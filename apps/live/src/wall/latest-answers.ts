import { answeredAt } from '@leadclock/domain/facts/response.facts.js';
import type { FactStore } from '../engine/fact-store.js';
import { RowSet } from '../engine/row-set.js';
import type { Watcher } from '../engine/running-windows.js';

const kept = 64;
const shown = 5;

interface Answered {
  readonly row: number;
  readonly at: number;
}

/** The rows of the answers given last, the latest first. Only the end is kept; it is read again when too much of it was taken back. */
export class LatestAnswers implements Watcher {
  private latest: Answered[] = [];
  /** answers that count now, kept here or not */
  private readonly members = new RowSet();

  constructor(private readonly store: FactStore) {}

  entered(row: number): void {
    const fact = this.store.cursor().on(row);
    // the KPI also reads why leads are unanswered; that is no news
    if (fact.kind !== 'response' || fact.excluded !== null || fact.rep === null) return;
    this.members.add(row);
    this.insert({ row, at: answeredAt(fact) });
  }

  left(row: number): void {
    if (!this.members.delete(row)) return;
    this.latest = this.latest.filter((answered) => answered.row !== row);
    if (this.latest.length < shown && this.members.size > this.latest.length) this.readAgain();
  }

  first(): readonly number[] {
    return this.latest.slice(0, shown).map(({ row }) => row);
  }

  private insert(answered: Answered): void {
    const last = this.latest.at(-1);
    if (this.latest.length >= kept && last !== undefined && answered.at < last.at) return;
    const place = this.latest.findIndex(({ at }) => at <= answered.at);
    this.latest.splice(place < 0 ? this.latest.length : place, 0, answered);
    if (this.latest.length > kept) this.latest.pop();
  }

  private readAgain(): void {
    this.latest = [];
    for (const row of this.members) this.insert({ row, at: answeredAt(this.store.cursor().on(row)) });
  }
}

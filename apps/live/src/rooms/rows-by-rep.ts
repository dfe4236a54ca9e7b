import type { FactKind } from '@leadclock/domain/facts/fact.js';
import type { FactStore } from '../engine/fact-store.js';
import type { Watcher } from '../engine/running-windows.js';

/** The rows of a figure that count for somebody, by rep. */
export class RowsByRep implements Watcher {
  private readonly rows = new Map<string, Set<number>>();
  private touched = new Set<string>();

  constructor(
    private readonly store: FactStore,
    private readonly kind: FactKind,
  ) {}

  entered(row: number): void {
    const fact = this.store.cursor().on(row);
    const { rep } = fact;
    if (rep === null || fact.kind !== this.kind || fact.excluded !== null) return;
    this.touched.add(rep);
    const rows = this.rows.get(rep);
    if (rows === undefined) this.rows.set(rep, new Set([row]));
    else rows.add(row);
  }

  left(row: number): void {
    const { rep } = this.store.cursor().on(row);
    if (rep === null) return;
    const rows = this.rows.get(rep);
    if (!rows?.delete(row)) return;
    this.touched.add(rep);
    if (rows.size === 0) this.rows.delete(rep);
  }

  /** Whose rows have come, gone or changed since this was asked last. */
  takeTouched(): ReadonlySet<string> {
    const { touched } = this;
    this.touched = new Set();
    return touched;
  }

  of(rep: string): readonly number[] {
    return [...(this.rows.get(rep) ?? [])];
  }
}

import { type FactKind, factKinds } from '@leadclock/domain/facts/fact.js';
import type { FactView } from '@leadclock/domain/kpi/tally.js';
import { FactPage, pageBits, pageRows } from './fact-page.js';
import type { FactStore } from './fact-store.js';

const nowhere = new FactPage(0);

/** Reads the store as if each row were a fact: stands on one row at a time and is never kept by what it is handed to. */
export class FactCursor implements FactView {
  private page: FactPage = nowhere;
  private index = 0;
  row = 0;

  constructor(private readonly store: FactStore) {}

  on(row: number): this {
    this.page = this.store.pages[row >>> pageBits] ?? nowhere;
    this.index = row & (pageRows - 1);
    this.row = row;
    return this;
  }

  get subject(): string {
    return this.store.subjects.text(this.page.subject[this.index] ?? 0) ?? '';
  }
  get kind(): FactKind {
    const kind = factKinds[this.page.kind];
    if (kind === undefined) throw new Error('the cursor stands on no row');
    return kind;
  }
  get item(): string | null {
    return this.store.items.text(this.page.item?.[this.index] ?? 0);
  }
  get at(): number | null {
    return this.number(0);
  }
  get from(): number {
    return this.page.numbers[1]?.[this.index] ?? Number.NaN;
  }
  get until(): number | null {
    return this.number(2);
  }
  get since(): number | null {
    return this.number(3);
  }
  get due(): number | null {
    return this.number(4);
  }
  get value(): number | null {
    return this.number(5);
  }
  get part(): string | null {
    return this.name(0);
  }
  get excluded(): string | null {
    return this.name(1);
  }
  get outcome(): string | null {
    return this.name(2);
  }
  get touchChannel(): string | null {
    return this.name(3);
  }
  get team(): string | null {
    return this.name(4);
  }
  get rep(): string | null {
    return this.name(5);
  }
  get origin(): string | null {
    return this.name(6);
  }
  get campaign(): string | null {
    return this.name(7);
  }
  get channel(): string | null {
    return this.name(8);
  }
  get segment(): string | null {
    return this.name(9);
  }
  get product(): string | null {
    return this.name(10);
  }
  get pipeline(): string | null {
    return this.name(11);
  }
  get stage(): string | null {
    return this.name(12);
  }
  get currency(): string | null {
    return this.name(13);
  }

  private number(column: number): number | null {
    const value = this.page.numbers[column]?.[this.index];
    return value === undefined || Number.isNaN(value) ? null : value;
  }
  private name(column: number): string | null {
    const id = this.page.names[column]?.[this.index];
    return id === undefined || id === 0 ? null : this.store.names.text(id);
  }
}

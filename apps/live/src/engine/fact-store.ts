import { type Fact, factKinds } from '@leadclock/domain/facts/fact.js';
import { emptyRawFact, nameColumns, numberColumns, type RawFact } from './fact-columns.js';
import { FactCursor } from './fact-cursor.js';
import { FactPage, pageBits, pageRows } from './fact-page.js';
import { NameTable } from './name-table.js';
import { StringTable } from './string-table.js';

/** The facts that can still move a live figure, in columns: about 60 bytes a fact, and no objects for the garbage collector to visit. */
export class FactStore {
  readonly subjects = new StringTable();
  readonly items = new StringTable();
  readonly names = new NameTable();
  readonly pages: FactPage[] = [];
  private heads = new Uint32Array(1024);
  private readonly free: number[][] = factKinds.map(() => []);
  private readonly openPage: { page: number; used: number }[] = factKinds.map(() => ({ page: -1, used: pageRows }));
  private readonly scratch = emptyRawFact();
  private count = 0;
  private subjectsInUse = 0;

  /** Subjects that have a name here and no fact. */
  get idle(): number {
    return this.subjects.size - this.subjectsInUse;
  }

  get size(): number {
    return this.count;
  }

  /** What the store holds in memory, bytes. */
  get memory(): number {
    const tables = this.subjects.memory + this.items.memory + this.names.memory + this.heads.byteLength;
    return this.pages.reduce((sum, page) => sum + page.memory, tables) + 8 * this.free.reduce((sum, rows) => sum + rows.length, 0);
  }

  /** A reader to move from row to row; many may be in use. */
  cursor(): FactCursor {
    return new FactCursor(this);
  }

  page(row: number): FactPage {
    const page = this.pages[row >>> pageBits];
    if (page === undefined) throw new Error(`the store has no row ${row}`);
    return page;
  }

  insert(fact: RawFact): number {
    const row = this.takeRow(fact.kind);
    const page = this.page(row);
    page.write(row & (pageRows - 1), fact);
    const head = this.heads[fact.subject] ?? 0;
    if (head === 0) this.subjectsInUse++;
    page.next[row & (pageRows - 1)] = head;
    this.setHead(fact.subject, row + 1);
    this.count++;
    return row;
  }

  remove(row: number): void {
    const page = this.page(row);
    const index = row & (pageRows - 1);
    const subject = page.subject[index] ?? 0;
    const after = page.next[index] ?? 0;
    let at = this.heads[subject] ?? 0;
    if (at === row + 1) {
      this.heads[subject] = after;
      if (after === 0) this.subjectsInUse--;
    } else {
      for (; at !== 0; at = this.nextOf(at - 1)) {
        if (this.nextOf(at - 1) !== row + 1) continue;
        this.page(at - 1).next[(at - 1) & (pageRows - 1)] = after;
        break;
      }
      if (at === 0) throw new Error(`row ${row} is not among the rows of its subject`);
    }
    page.subject[index] = 0;
    page.wake[index] = Number.POSITIVE_INFINITY;
    this.free[page.kind]?.push(row);
    this.count--;
  }

  /** The rows of a subject, in no order. */
  rowsOf(subject: number): number[] {
    const rows: number[] = [];
    for (let at = this.heads[subject] ?? 0; at !== 0; at = this.nextOf(at - 1)) rows.push(at - 1);
    return rows;
  }

  /** The fact in numbers; the answer is reused by the next call. */
  raw(fact: Fact): RawFact {
    const raw = this.scratch;
    raw.kind = factKinds.indexOf(fact.kind);
    raw.subject = this.subjects.idOf(fact.subject);
    raw.n = fact.n;
    raw.item = this.items.idOf(fact.item);
    for (let column = 0; column < numberColumns.length; column++) {
      const name = numberColumns[column];
      raw.numbers[column] = name === undefined ? Number.NaN : (fact[name] ?? Number.NaN);
    }
    for (let column = 0; column < nameColumns.length; column++) {
      const name = nameColumns[column];
      raw.names[column] = name === undefined ? 0 : this.names.idOf(fact[name]);
    }
    return raw;
  }

  private nextOf(row: number): number {
    return this.page(row).next[row & (pageRows - 1)] ?? 0;
  }

  private setHead(subject: number, head: number): void {
    if (subject >= this.heads.length) {
      const grown = new Uint32Array(Math.max(subject + 1, Math.ceil(this.heads.length * 1.5)));
      grown.set(this.heads);
      this.heads = grown;
    }
    this.heads[subject] = head;
  }

  private takeRow(kind: number): number {
    const freed = this.free[kind]?.pop();
    if (freed !== undefined) return freed;
    const open = this.openPage[kind];
    if (open === undefined) throw new Error(`no kind of fact has the number ${kind}`);
    if (open.used === pageRows) {
      open.page = this.pages.push(new FactPage(kind)) - 1;
      open.used = 0;
    }
    return open.page * pageRows + open.used++;
  }
}

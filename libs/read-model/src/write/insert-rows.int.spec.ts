import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.js';
import { deleteRows, insertRows, putRows } from './insert-rows.js';
import { KeyRows } from './key-rows.js';
import { clientOf } from './prepared.js';
import { type TableShape, TextRows } from './text-rows.js';

interface Note {
  readonly name: string;
  readonly text: string | null;
}

const shape: TableShape = { name: 'note', key: 1, columns: { name: 'text', text: 'text' } };
const textOf = (notes: readonly Note[]): TextRows<Note> => {
  const rows = new TextRows<Note>(shape, ({ name, text }) => [name, text]);
  for (const note of notes) rows.push(note);
  return rows;
};
const keysOf = (names: readonly string[]): KeyRows<string> => {
  const keys = new KeyRows<string>(1, (name) => [name]);
  for (const name of names) keys.push(name);
  return keys;
};

const strange = ['', 'NULL', '\\N', '\\.', 'a\tb', 'a\nb', 'a\r\nb', 'a\\b', '{a,"b"}', "it's", 'ñandú', 'Жук 🦔', '%s $1'];

/** One statement writes a few rows, COPY writes many: what is read back must be the same. */
describe.each([
  ['a few rows', 0],
  ['so many rows that they are copied', 400],
])('%s', (_, padding) => {
  let db: DataSource;
  beforeAll(async () => {
    db = await createDataSource(await freshDatabase()).initialize();
    await db.query('create schema set_1');
  });
  beforeEach(() => db.query('drop table if exists set_1.note; create table set_1.note (name text primary key, text text)'));
  afterAll(() => db.destroy());

  const plain: readonly Note[] = Array.from({ length: padding }, (_none, i) => ({ name: `plain ${i}`, text: null }));
  const stored = async (): Promise<readonly Note[]> =>
    (await db.query<Note[]>(`select name, text from set_1.note where name not like 'plain%'`)).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  const sorted = (notes: readonly Note[]): readonly Note[] => notes.toSorted((a, b) => (a.name < b.name ? -1 : 1));

  it('come back as they were, whatever signs they hold', async () => {
    const notes = strange.flatMap((sign) => [
      { name: `name ${sign}`, text: sign },
      { name: `nothing ${sign}`, text: null },
    ]);
    await db.transaction(async (em) => insertRows(await clientOf(em), 'set_1', textOf([...notes, ...plain])));
    expect(await stored()).toEqual(sorted(notes));
  });

  it('go in without a sign that must be escaped, too', async () => {
    const notes = [
      { name: 'first', text: '' },
      { name: 'last', text: null },
    ];
    await db.transaction(async (em) => insertRows(await clientOf(em), 'set_1', textOf([...notes, ...plain])));
    expect(await stored()).toEqual(sorted(notes));
  });

  it('replace those that are there, and fail the transaction when one is there that nobody knew of', async () => {
    const before = ['stays', 'changes'].map((name) => ({ name, text: 'before' }));
    await db.transaction(async (em) => insertRows(await clientOf(em), 'set_1', textOf([...before, ...plain])));
    const after = [
      { name: 'changes', text: 'after' },
      { name: 'comes', text: null },
    ];
    await db.transaction(async (em) =>
      putRows(await clientOf(em), 'set_1', textOf([...after, ...plain]), keysOf(['changes', ...plain.map(({ name }) => name)])),
    );
    expect(await stored()).toEqual(sorted([{ name: 'stays', text: 'before' }, ...after]));
    await expect(db.transaction(async (em) => insertRows(await clientOf(em), 'set_1', textOf([...after, ...plain])))).rejects.toThrow(
      'duplicate key',
    );
    expect(await stored()).toHaveLength(3);
  });

  it('go by their keys, whatever signs those hold', async () => {
    const notes = strange.map((sign) => ({ name: `name ${sign}`, text: null }));
    await db.transaction(async (em) => insertRows(await clientOf(em), 'set_1', textOf([...notes, ...plain])));
    const gone = notes.slice(1).map(({ name }) => name);
    await db.transaction(async (em) => deleteRows(await clientOf(em), 'set_1', shape, keysOf([...gone, ...plain.map(({ name }) => name)])));
    expect(await stored()).toEqual(notes.slice(0, 1));
  });
});

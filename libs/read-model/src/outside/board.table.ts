import type { DataSource, EntityManager } from 'typeorm';

/** A board as it is kept; `body` is JSON that the door has checked. */
export interface BoardRow {
  readonly id: string;
  readonly body: unknown;
  readonly version: number;
  /** epoch ms */
  readonly changedAt: number;
}

const columns = 'id, body, version, (extract(epoch from changed_at) * 1000)::bigint as "changedAt"';

/** All boards, by their names. */
export async function listBoards(from: DataSource | EntityManager): Promise<readonly BoardRow[]> {
  return from.query<BoardRow[]>(`select ${columns} from board order by lower(body ->> 'name'), id`);
}

/** null: there is none. */
export async function boardOf(from: DataSource | EntityManager, id: string): Promise<BoardRow | null> {
  const [row] = await from.query<BoardRow[]>(`select ${columns} from board where id = $1`, [id]);
  return row ?? null;
}

/** Keeps a board as the version after `seen` (0: a new one). null: another version is there than the one seen, or none. */
export async function putBoard(
  from: DataSource | EntityManager,
  { id, body, seen, now }: { readonly id: string; readonly body: object; readonly seen: number; readonly now: number },
): Promise<BoardRow | null> {
  const values = [id, JSON.stringify(body), now, seen];
  const rows =
    seen === 0
      ? await from.query<BoardRow[]>(
          `insert into board (id, body, version, changed_at) values ($1, $2, $4::int + 1, to_timestamp($3 / 1000.0)) on conflict do nothing returning ${columns}`,
          values,
        )
      : await returned(
          from,
          `update board set body = $2, version = version + 1, changed_at = to_timestamp($3 / 1000.0) where id = $1 and version = $4 returning ${columns}`,
          values,
        );
  return rows[0] ?? null;
}

/** Removes a board that is still as it was seen; false: it is another version, or gone. */
export async function dropBoard(from: DataSource | EntityManager, id: string, seen: number): Promise<boolean> {
  return (await returned(from, 'delete from board where id = $1 and version = $2 returning id', [id, seen])).length > 0;
}

/** TypeORM answers an update with its rows and their number. */
async function returned(from: DataSource | EntityManager, statement: string, values: readonly unknown[]): Promise<readonly BoardRow[]> {
  const [rows] = await from.query<[BoardRow[], number]>(statement, [...values]);
  return rows;
}

import { Board, type KeptBoard } from '@leadclock/live-protocol/board.js';
import { type BoardRow, boardOf, listBoards } from '@leadclock/read-model/outside/board.table.js';
import type { DataSource } from 'typeorm';

/** All boards, by name. */
export const keptBoards = async (dataSource: DataSource): Promise<readonly KeptBoard[]> => (await listBoards(dataSource)).map(kept);

/** null: there is none of that id. */
export async function keptBoard(dataSource: DataSource, id: string): Promise<KeptBoard | null> {
  const row = await boardOf(dataSource, id);
  return row === null ? null : kept(row);
}

/** The door has checked the body; what an older program kept gets the defaults of today. */
const kept = ({ id, body, version, changedAt }: BoardRow): KeptBoard => ({
  id,
  version,
  changed_at: new Date(changedAt).toISOString(),
  ...Board.parse(body),
});

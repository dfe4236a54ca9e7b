import type { KeptBoard } from '@leadclock/live-protocol/board.js';
import { Trans } from '@lingui/react/macro';
import { Icon } from '../team/icons.js';
import { beginDraft } from './draft-store.js';
import { useLanguageSearch } from './use-language-search.js';

/** A board's name, the way to a wall that shows it, and to change it; on an empty one what to do next. */
export function BoardHead({ board }: { board: KeptBoard }) {
  const search = useLanguageSearch();
  return (
    <>
      <header className="board-head">
        <h1 dir="auto">{board.name}</h1>
        {board.tiles.length > 0 && (
          <a className="btn" href={`/wall?boards=${board.id}&scene=board:${board.id}${search.replace('?', '&')}`}>
            <Trans>Show on a wall</Trans>
          </a>
        )}
        <button type="button" className="btn" onClick={() => beginDraft(board)}>
          <Icon of="pencil" />
          <Trans>Edit</Trans>
        </button>
      </header>
      {board.tiles.length === 0 && (
        <p className="panel board-empty">
          <Trans>This board is empty. Press “Edit” and add tiles here, or open a number and press “Put on a board”.</Trans>
        </p>
      )}
    </>
  );
}

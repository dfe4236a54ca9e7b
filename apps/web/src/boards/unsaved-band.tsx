import { Trans } from '@lingui/react/macro';
import { Link, useLocation } from 'react-router';
import { useStore } from 'zustand';
import { draftStore, dropDraft, isUnsaved } from './draft-store.js';
import { useLanguageSearch } from './use-language-search.js';

/** Who has left a board with changes that nobody has kept is asked about them. */
export function UnsavedBand() {
  const { pathname } = useLocation();
  const search = useLanguageSearch();
  const editing = useStore(draftStore);
  const { draft } = editing;
  if (draft === null || !isUnsaved(editing) || pathname === `/boards/${draft.id}`) return null;
  const { name } = draft.board;
  return (
    <div className="board-notice" role="alert">
      <span>
        <Trans>Your changes to the board “{name}” are not saved.</Trans>
      </span>
      <Link className="btn" to={`/boards/${draft.id}${search}`}>
        <Trans>Back to them</Trans>
      </Link>
      <button type="button" className="btn" onClick={dropDraft}>
        <Trans>Discard them</Trans>
      </button>
    </div>
  );
}

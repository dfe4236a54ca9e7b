import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Shape } from '../team/icons.js';
import type { Draft } from './board-edit.js';
import { boardId } from './board-id.js';
import { dropDraft } from './draft-store.js';
import { type Kept, keepNew } from './keep-board.js';
import { KeptProblem } from './kept-problem.js';
import { useLanguageSearch } from './use-language-search.js';

/** Somebody else was first: neither's work is lost, whichever way is taken. */
export function Conflict({ draft, isGone }: { draft: Draft; isGone: boolean }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const search = useLanguageSearch();
  const [answered, setAnswered] = useState<Kept | null>(null);
  const { name } = draft.board;
  const keepMine = async (): Promise<void> => {
    const own = isGone ? name : t`${name} (mine)`.slice(0, 80);
    const made = await keepNew({ ...draft.board, name: own }, (taken) => boardId(own, taken));
    setAnswered(made.kept);
    if (made.kept.kind !== 'kept') return;
    dropDraft();
    await navigate(`/boards/${made.id}${search}`);
  };
  return (
    <div className="board-notice" role="alert">
      <Shape of="soon" />
      <span>
        {isGone ? (
          <Trans>Somebody else has removed this board meanwhile.</Trans>
        ) : (
          <Trans>Somebody else has changed this board meanwhile. Yours cannot be saved over it.</Trans>
        )}
      </span>
      <button type="button" className="btn" onClick={dropDraft}>
        {isGone ? <Trans>Discard mine</Trans> : <Trans>Load theirs</Trans>}
      </button>
      <button type="button" className="btn" onClick={() => void keepMine()}>
        <Trans>Keep mine as a new board</Trans>
      </button>
      <KeptProblem kept={answered} />
    </div>
  );
}

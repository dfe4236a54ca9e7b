import type { KeptBoard } from '@leadclock/live-protocol/board.js';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useKpiFormats } from '../kpis/use-kpi-formats.js';
import { BOARDS } from './boards.js';
import { type Kept, removeBoard } from './keep-board.js';
import { KeptProblem } from './kept-problem.js';
import { useLanguageSearch } from './use-language-search.js';

/** One board of the list. Removing it asks first: nothing brings it back. */
export function BoardLine({ board }: { board: KeptBoard }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const search = useLanguageSearch();
  const format = useKpiFormats();
  const [asked, setAsked] = useState(false);
  const [kept, setKept] = useState<Kept | null>(null);
  const question = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked) question.current?.focus();
  }, [asked]);
  const { name } = board;
  const count = board.tiles.length;
  const changed = format.moment(board.changed_at);
  const remove = async (): Promise<void> => {
    const answered = await removeBoard(board.id, board.version);
    setKept(answered);
    setAsked(false);
    // one that is gone already, or another by now, is shown as it is
    if (answered.kind !== 'away') await client.invalidateQueries({ queryKey: [BOARDS] });
  };
  return (
    <li className="board-line">
      <Link to={`/boards/${board.id}${search}`} dir="auto">
        {name}
      </Link>
      <span className="cap t2">
        <Plural value={count} one="# tile" other="# tiles" /> · <Trans>changed {changed}</Trans>
      </span>
      {asked ? (
        <span className="board-asks" role="group" aria-label={t`Remove the board “${name}”?`}>
          <span>
            <Trans>Remove for everybody?</Trans>
          </span>
          <button ref={question} type="button" className="btn" onClick={() => void remove()}>
            <Trans>Remove</Trans>
          </button>
          <button type="button" className="btn btn-quiet" onClick={() => setAsked(false)}>
            <Trans>Keep it</Trans>
          </button>
        </span>
      ) : (
        <button type="button" className="btn btn-quiet" aria-label={t`Remove the board “${name}”`} onClick={() => setAsked(true)}>
          <Trans>Remove</Trans>
        </button>
      )}
      <KeptProblem kept={kept} />
    </li>
  );
}

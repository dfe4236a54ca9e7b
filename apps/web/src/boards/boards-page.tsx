import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { Problem } from '../kpis/problem.js';
import { boardId } from './board-id.js';
import { BoardLine } from './board-line.js';
import { BOARDS, useBoards } from './boards.js';
import { type Kept, keepNew } from './keep-board.js';
import { KeptProblem } from './kept-problem.js';
import { emptyBoard } from './tile-question.js';
import { useLanguageSearch } from './use-language-search.js';

/** All boards by name; one is made by giving it a name. */
export function BoardsPage() {
  const { t } = useLingui();
  const { data, error, errorUpdatedAt, refetch } = useBoards();
  const title = t({ message: 'Boards', context: 'numbers put side by side' });
  useEffect(() => {
    document.title = `${title} · Leadclock`;
  }, [title]);
  return (
    <main className="catalogue boards-page">
      <header className="catalogue-head">
        <h1>{title}</h1>
        <p className="t2">
          <Trans>Numbers side by side, under a name and an address that you can share. They move as things happen.</Trans>
        </p>
      </header>
      <NewBoard />
      {error !== null && <Problem error={error} since={errorUpdatedAt} onAgain={() => void refetch()} />}
      {data === undefined && error === null && <i className="bone bone-section" aria-busy="true" />}
      {data?.length === 0 && (
        <p className="panel board-empty">
          <Trans>There is no board yet. Give the first one a name, and put numbers on it.</Trans>
        </p>
      )}
      {data !== undefined && data.length > 0 && (
        <ul className="panel kpi-lines" aria-label={title}>
          {data.map((board) => (
            <BoardLine key={board.id} board={board} />
          ))}
        </ul>
      )}
    </main>
  );
}

function NewBoard() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const client = useQueryClient();
  const search = useLanguageSearch();
  const [name, setName] = useState('');
  const [kept, setKept] = useState<Kept | null>(null);
  const make = async (): Promise<void> => {
    const given = name.trim();
    if (given === '') return;
    const made = await keepNew(emptyBoard(given), (taken) => boardId(given, taken));
    setKept(made.kept);
    if (made.kept.kind !== 'kept') return;
    void client.invalidateQueries({ queryKey: [BOARDS] });
    await navigate(`/boards/${made.id}${search}`);
  };
  return (
    <form
      className="new-board"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <input
        className="text-field"
        aria-label={t`Name of a new board`}
        placeholder={t`Name of a new board`}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="btn btn-primary" disabled={name.trim() === ''}>
        <Trans>Make a board</Trans>
      </button>
      <KeptProblem kept={kept} />
    </form>
  );
}

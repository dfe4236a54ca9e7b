import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Link } from 'react-router';
import type { Question } from '../kpis/question.js';
import { Icon } from '../team/icons.js';
import { MOST_TILES, withTile } from './board-edit.js';
import { BOARDS, useBoards } from './boards.js';
import { type Kept, keepBoard } from './keep-board.js';
import { KeptProblem } from './kept-problem.js';
import { tileAsking } from './tile-question.js';
import { useLanguageSearch } from './use-language-search.js';

/** Puts the question on screen on a board that is chosen. */
export function PutOnBoard({ question }: { question: Question }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const search = useLanguageSearch();
  const [open, setOpen] = useState(false);
  const [put, setPut] = useState<{ readonly id: string; readonly name: string; readonly kept: Kept } | null>(null);
  const { data, isPending } = useBoards(open);
  const add = async (id: string): Promise<void> => {
    const board = data?.find((one) => one.id === id);
    if (board === undefined) return;
    const { name, tiles, version } = board;
    const kept = await keepBoard(id, version, withTile({ name, tiles }, tileAsking(question)));
    setPut({ id, name, kept });
    void client.invalidateQueries({ queryKey: [BOARDS] });
  };
  const full = (data ?? []).filter(({ tiles }) => tiles.length >= MOST_TILES).map(({ id }) => id);
  const name = put?.name ?? '';
  return (
    <div className="put-on-board">
      <MenuTrigger isOpen={open} onOpenChange={setOpen}>
        <Button className="btn">
          <Trans>Put on a board</Trans>
          <Icon of="down" />
        </Button>
        <Popover className="popover" placement="bottom start">
          {isPending && (
            <p className="empty">
              <Trans>Loading</Trans>
            </p>
          )}
          {data !== undefined && (
            <Menu className="menu" aria-label={t`Put on a board`} disabledKeys={full}>
              {data.map((board) => (
                <MenuItem key={board.id} id={board.id} className="menu-item" textValue={board.name} onAction={() => void add(board.id)}>
                  <bdi>{board.name}</bdi>
                </MenuItem>
              ))}
              <MenuItem id=" new" className="menu-item" href={`/boards${search}`}>
                <Trans>A new board …</Trans>
              </MenuItem>
            </Menu>
          )}
        </Popover>
      </MenuTrigger>
      <span role="status">
        {put?.kept.kind === 'kept' && (
          <>
            <Trans>It is on “{name}” now.</Trans>{' '}
            <Link to={`/boards/${put.id}${search}`}>
              <Trans>Open the board</Trans>
            </Link>
          </>
        )}
      </span>
      <KeptProblem kept={put?.kept ?? null} />
    </div>
  );
}

import type { BoardTile, KeptBoard } from '@leadclock/live-protocol/board.js';
import type { TileAnswer } from '@leadclock/live-protocol/board-state.js';
import { Trans } from '@lingui/react/macro';
import { Fragment, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Definition } from '../kpis/answers.js';
import { Problem } from '../kpis/problem.js';
import { useCatalogue } from '../kpis/use-numbers.js';
import { type Draft, freshTileId, isSameTile, MOST_TILES, movedTile, withoutTile, withTile } from './board-edit.js';
import { changeDraft, draftStore, openTile } from './draft-store.js';
import { KpiPicker } from './kpi-picker.js';
import { TileCard } from './tile-card.js';
import { TileEditor } from './tile-editor.js';
import { firstQuestion, tileAsking } from './tile-question.js';
import { TriedTile } from './tried-tile.js';

interface GridProps {
  readonly kept: KeptBoard | null;
  readonly draft: Draft | null;
  /** what the kept tiles say, by their ids */
  readonly answers: Readonly<Record<string, TileAnswer>>;
}

/** The tiles of a board in twelve columns; while it is changed, each with its buttons, and the form of the one that is open. */
export function TileGrid({ kept, draft, answers }: GridProps) {
  const { data, error, errorUpdatedAt, refetch } = useCatalogue();
  const open = useStore(draftStore, (editing) => editing.open);
  const grid = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  useEffect(() => {
    // a moved tile takes the focus with it
    if (focused === null) return;
    grid.current?.querySelector<HTMLElement>(`[data-focus="${focused}"]:not(:disabled)`)?.focus();
    setFocused(null);
  }, [focused]);
  const tiles = draft?.board.tiles ?? kept?.tiles ?? [];
  const definitionOf = (tile: BoardTile): Definition | undefined => data?.find(({ name }) => name === tile.kpi);
  const keptTile = (tile: BoardTile) => kept?.tiles.find(({ id }) => id === tile.id);
  const move = (tile: BoardTile, by: number): void => {
    changeDraft((board) => movedTile(board, tile.id, by));
    const ends = tiles.findIndex(({ id }) => id === tile.id) + by;
    // at an end the button that brought it there is no use any more
    setFocused(ends === 0 ? `${tile.id} 1` : ends === tiles.length - 1 ? `${tile.id} -1` : `${tile.id} ${by}`);
  };
  const add = (definition: Definition): void => {
    if (draft === null) return;
    const id = freshTileId(draft.board);
    changeDraft((board) => withTile(board, tileAsking(firstQuestion(definition))));
    openTile(id);
  };
  if (error !== null && data === undefined) return <Problem error={error} since={errorUpdatedAt} onAgain={() => void refetch()} />;
  return (
    <div className="tiles" ref={grid}>
      {tiles.map((tile, index) => {
        const definition = definitionOf(tile);
        const own = { tile, definition, isKnown: data !== undefined };
        const edit =
          draft === null
            ? null
            : {
                isOpen: open === tile.id,
                isFirst: index === 0,
                isLast: index === tiles.length - 1,
                move: (by: number) => move(tile, by),
                remove: () => {
                  changeDraft((board) => withoutTile(board, tile.id));
                  setFocused('add');
                },
              };
        return (
          <Fragment key={tile.id}>
            {isSameTile(tile, keptTile(tile)) ? (
              <TileCard {...own} kept={kept} answer={answers[tile.id] ?? null} edit={edit} />
            ) : (
              <TriedTile {...own} kept={kept} edit={edit} />
            )}
            {edit?.isOpen === true && <TileEditor tile={tile} definition={definition} kpis={data ?? []} />}
          </Fragment>
        );
      })}
      {draft !== null && open === 'new' && <KpiPicker kpis={data ?? []} onChoose={add} />}
      {draft !== null && open !== 'new' && (
        <button
          type="button"
          className="btn add-tile"
          data-focus="add"
          disabled={tiles.length >= MOST_TILES}
          onClick={() => openTile('new')}
        >
          {tiles.length >= MOST_TILES ? <Trans>A board holds 24 tiles</Trans> : <Trans>Add a tile</Trans>}
        </button>
      )}
    </div>
  );
}

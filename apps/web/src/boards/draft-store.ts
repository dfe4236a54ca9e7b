import type { Board, KeptBoard } from '@leadclock/live-protocol/board.js';
import { createStore } from 'zustand/vanilla';
import { type Draft, isSame } from './board-edit.js';

interface Editing {
  /** null: no board is being changed */
  readonly draft: Draft | null;
  /** the board as it was when the changes began */
  readonly before: Board | null;
  /** the tile whose form is open */
  readonly open: string | null;
}

/** What is being changed lives as long as the page, so that no step within it loses it. */
export const draftStore = createStore<Editing>(() => ({ draft: null, before: null, open: null }));

/** Whether something would be lost with the page. */
export function isUnsaved({ draft, before }: Editing = draftStore.getState()): boolean {
  return draft !== null && before !== null && !isSame(draft.board, before);
}

const bodyOf = ({ name, tiles }: KeptBoard): Board => ({ name, tiles });

/** Begins to change a board as it is kept now; `change`: with this done to it already. */
export function beginDraft(kept: KeptBoard, change: (board: Board) => Board = (board) => board, open: string | null = null): void {
  const before = bodyOf(kept);
  draftStore.setState({ draft: { id: kept.id, seen: kept.version, board: change(before) }, before, open });
}

export function changeDraft(change: (board: Board) => Board): void {
  const { draft } = draftStore.getState();
  if (draft !== null) draftStore.setState({ draft: { ...draft, board: change(draft.board) } });
}

export const openTile = (open: string | null): void => draftStore.setState({ open });

export const dropDraft = (): void => draftStore.setState({ draft: null, before: null, open: null });

window.addEventListener('beforeunload', (event) => {
  if (isUnsaved()) event.preventDefault();
});

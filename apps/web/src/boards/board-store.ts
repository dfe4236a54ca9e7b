import type { BoardState } from '@leadclock/live-protocol/board-state.js';
import { createStore } from 'zustand/vanilla';
import { introduce, linkStore, openConsole } from '../console/console-link.js';
import { createPart } from '../console/part.js';
import { floor } from '../kpis/floor-store.js';
import { LiveStream } from '../live/live-stream.js';
import { isUnsaved } from './draft-store.js';

const streamOf = (board: string | null): string => `board:${board ?? ''}`;
const handshakeOf = (board: string | null) =>
  board === null ? ({ protocol: 1, view: 'team', team: null } as const) : ({ protocol: 1, view: 'board', board } as const);

// what no address of a board is, nobody is asked about
const asked = /^\/boards\/([a-z0-9-]{1,64})\/?$/.exec(window.location.pathname)?.[1] ?? null;

/** Which board this page hears; null: none. */
const heardStore = createStore<{ readonly board: string | null }>(() => ({ board: asked }));

/** A page that shows no board lacks nothing when it hears of none. */
class BoardStream extends LiveStream<BoardState> {
  override hasState(): boolean {
    return heardStore.getState().board === null || super.hasState();
  }
}

const name = streamOf(asked);

/** The stream of the board that is on screen. */
export const watched = createPart<BoardState>(name, new BoardStream(name));

/** Hears another board from now on; null: none. */
export function hearBoard(board: string | null): void {
  if (heardStore.getState().board === board) return;
  heardStore.setState({ board });
  watched.stream.follow(streamOf(board));
  watched.shown.setState({ state: null });
  introduce(handshakeOf(board));
}

/** Opens the link of the pages with numbers; to be called once. */
export const listen = (): void =>
  openConsole({
    auth: handshakeOf(asked),
    parts: [floor, watched],
    site: () => floor.shown.getState().state?.site ?? null,
    busy: () => 0,
    mayReload: () => !linkStore.getState().paused && !isUnsaved(),
  });

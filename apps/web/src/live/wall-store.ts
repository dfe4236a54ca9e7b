import type { WallState } from '@leadclock/live-protocol/protocol.js';
import { createStore } from 'zustand/vanilla';
import type { LinkView } from './listener.js';
import type { BoardView } from './scene-stream.js';

/** All that the screen draws from. Instants are the server's, in ms. */
export interface WallView extends LinkView {
  readonly state: WallState | null;
  /** the boards that it has as scenes, in the order of its address */
  readonly boards: readonly BoardView[];
  /** when this page began, for a screen that never heard anything */
  readonly startedAt: number;
}

/** The locale of the site, null while nobody has set the site up: what the server says then is only its default. */
export const siteLocale = ({ state }: WallView): string | null => (state === null || state.site.name === '' ? null : state.site.locale);

export const wallStore = createStore<WallView>(() => ({
  state: null,
  boards: [],
  freshness: 'starting',
  now: Date.now(),
  asOf: Date.now(),
  lastFrame: null,
  latencyMs: null,
  startedAt: Date.now(),
}));

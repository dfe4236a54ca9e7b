import type { WallState } from '@leadclock/live-protocol/protocol.js';
import { createStore } from 'zustand/vanilla';
import type { Freshness } from './freshness.js';

/** All that the screen draws from. Instants are the server's, in ms; `asOf` is what waits are counted to. */
export interface WallView {
  readonly state: WallState | null;
  readonly freshness: Freshness;
  /** the server's full second; the device's clock until a server was heard */
  readonly now: number;
  readonly asOf: number;
  /** the server's time of the last frame, null before the first */
  readonly lastFrame: number | null;
  /** when this page began, for a screen that never heard anything */
  readonly startedAt: number;
}

/** The locale of the site, null while nobody has set the site up: what the server says then is only its default. */
export const siteLocale = ({ state }: WallView): string | null => (state === null || state.site.name === '' ? null : state.site.locale);

export const wallStore = createStore<WallView>(() => ({
  state: null,
  freshness: 'starting',
  now: Date.now(),
  asOf: Date.now(),
  lastFrame: null,
  startedAt: Date.now(),
}));

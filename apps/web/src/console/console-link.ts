import type { Handshake } from '@leadclock/live-protocol/handshake.js';
import type { Site } from '@leadclock/live-protocol/protocol.js';
import { createStore } from 'zustand/vanilla';
import { type Link, openLink } from '../live/link.js';
import type { LinkView } from '../live/listener.js';
import type { HeardStream } from '../live/live-stream.js';

/** All that the parts of a console share. */
export interface ConsoleView extends LinkView {
  /** the site as the streams tell it, null before */
  readonly site: Site | null;
  /** when this page began, epoch ms of the device */
  readonly startedAt: number;
  /** the view stands still because somebody wants it to */
  readonly paused: boolean;
  /** how many changes came since it stands still */
  readonly waitingChanges: number;
}

export const linkStore = createStore<ConsoleView>(() => ({
  freshness: 'starting',
  now: Date.now(),
  asOf: Date.now(),
  lastFrame: null,
  latencyMs: null,
  site: null,
  startedAt: Date.now(),
  paused: false,
  waitingChanges: 0,
}));

interface AnyPart {
  readonly stream: HeardStream<never> & { readonly changes: number };
  show(): void;
}

/** A console's streams. `heard` is called after each change, also while the view is paused: an alert rings all the same. */
export interface ConsoleOptions {
  readonly auth: Handshake;
  readonly parts: readonly AnyPart[];
  readonly site: () => Site | null;
  readonly busy: () => number;
  /** whether nothing is lost if the page begins anew now, say while a note is being written */
  readonly mayReload: () => boolean;
  readonly heard?: () => void;
}

let link: Link | null = null;
let changesWhenPaused = 0;
let changes: () => number = () => 0;

/** Opens the page's link; to be called once. */
export function openConsole({ auth, parts, site, busy, mayReload, heard }: ConsoleOptions): void {
  changes = () => parts.reduce((sum, { stream }) => sum + stream.changes, 0);
  link = openLink({
    auth,
    streams: parts.map(({ stream }) => stream),
    busy,
    mayReload,
    draw(view) {
      const { paused, asOf } = linkStore.getState();
      if (!paused) for (const part of parts) part.show();
      // what somebody does meanwhile happens now: only what he looks at stands still
      const still = paused ? { asOf, waitingChanges: changes() - changesWhenPaused } : { waitingChanges: 0 };
      linkStore.setState({ ...view, site: site(), ...still });
      heard?.();
    },
  });
}

/** Looks at once whether the server is there again. */
export const tryNow = (): void => link?.look();

/** Says anew what the page is, for other streams. */
export const introduce = (as: Handshake): void => link?.introduce(as);

/** Lets the view stand still, or go on with all that came meanwhile. */
export function togglePause(): void {
  const paused = !linkStore.getState().paused;
  changesWhenPaused = changes();
  linkStore.setState({ paused, waitingChanges: 0 });
  if (!paused) tryNow();
}

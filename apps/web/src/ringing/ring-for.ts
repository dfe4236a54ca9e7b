import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { playHere } from '../console/sound-away.js';
import { sounds } from '../console/sound-choice.js';
import { tellingOf } from './live-alert.js';
import { ringOnce } from './one-ring.js';

/** A tab that cannot be heard leaves the ring to one that can, for this long. */
const SILENT_TAB_WAITS_MS = 1_000;

/** Has an alert told in one of this browser's tabs of a page, by `tell`, if it still `stands` by then. `as`: what tells the tabs of one page from those of another. */
export function ringFor(alert: LiveAlert, stands: () => boolean, tell: (alert: LiveAlert) => void, as = ''): void {
  const go = (): void => {
    if (stands()) void ringOnce(`${as}${tellingOf(alert)}`, () => tell(alert));
  };
  if (sounds().state() === 'ready') go();
  else window.setTimeout(go, SILENT_TAB_WAITS_MS);
}

/** Sounds once for an alert, also where it is told on pages of two kinds: somebody sells and manages in one browser. */
export const soundOnce = (alert: LiveAlert, ahead: boolean): void =>
  void ringOnce(`sound ${tellingOf(alert)}`, () => playHere(ahead ? 'tick' : 'breach'));

import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { sounds } from '../console/sound-choice.js';
import { ringOnce } from './one-ring.js';

/** A tab that cannot be heard leaves the ring to one that can, for this long. */
const SILENT_TAB_WAITS_MS = 1_000;

/** Has an alert told in one tab of this browser, by `tell`, if it still `stands` by then. */
export function ringFor(alert: LiveAlert, stands: () => boolean, tell: (alert: LiveAlert) => void): void {
  const go = (): void => {
    if (stands()) void ringOnce(alert.alert, () => tell(alert));
  };
  if (sounds().state() === 'ready') go();
  else window.setTimeout(go, SILENT_TAB_WAITS_MS);
}

import type { FloorState } from '@leadclock/live-protocol/floor-state.js';
import type { RepState } from '@leadclock/live-protocol/rep-state.js';
import { openConsole } from '../console/console-link.js';
import { createPart } from '../console/part.js';
import { rememberedRep } from './rep-choice.js';

/** Until somebody has said who he is, the page listens as a rep that nobody is: it hears the floor, and can offer its list. */
const NOBODY = '(nobody)';
/** Who sits here, an id. */
export const rep = rememberedRep() ?? NOBODY;

// the protocol's own constants would bring its schemas into the page: the streams are named here once more
/** Who waits on the floor, and who is told about it. */
export const floor = createPart<FloorState>('floor');
/** This rep's own leads and day. */
export const own = createPart<RepState>(`rep:${rep}`);

/** Opens the page's link; to be called once. `heard` is called after each change, also while the view is paused. */
export function listen(mayReload: () => boolean, heard: () => void): void {
  openConsole({
    auth: { protocol: 1, view: 'rep', rep },
    parts: [floor, own],
    site: () => floor.stream.state?.site ?? null,
    busy: () => floor.stream.state?.counts.late ?? 0,
    mayReload,
    heard,
  });
}

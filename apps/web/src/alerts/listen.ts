import { linkStore, openConsole } from '../console/console-link.js';
import { floor } from '../kpis/floor-store.js';
import { isAnythingUnsaved } from './unsaved.js';

/** Opens the link of the pages about alerts; to be called once. A form that is being filled in keeps a new version of the page waiting. */
export const listen = (): void =>
  openConsole({
    auth: { protocol: 1, view: 'team', team: null },
    parts: [floor],
    site: () => floor.shown.getState().state?.site ?? null,
    busy: () => 0,
    mayReload: () => !linkStore.getState().paused && !isAnythingUnsaved(),
  });

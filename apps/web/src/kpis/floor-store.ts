import type { TeamState } from '@leadclock/live-protocol/team-state.js';
import { linkStore, openConsole } from '../console/console-link.js';
import { createPart } from '../console/part.js';

/** The stream of the whole floor: it names reps, teams and stages, and says when numbers may have moved. */
export const floor = createPart<TeamState>('team');

/** Opens the page's link; to be called once. */
export const listen = (): void =>
  openConsole({
    auth: { protocol: 1, view: 'team', team: null },
    parts: [floor],
    site: () => floor.shown.getState().state?.site ?? null,
    busy: () => 0,
    mayReload: () => !linkStore.getState().paused,
  });

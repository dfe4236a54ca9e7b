import type { TeamState } from '@leadclock/live-protocol/team-state.js';
import { createStore } from 'zustand/vanilla';
import { introduce, linkStore, openConsole, togglePause } from '../console/console-link.js';
import { createPart } from '../console/part.js';

const asked = new URLSearchParams(window.location.search).get('team') || null;
const streamOf = (of: string | null): string => (of === null ? 'team' : `team:${of}`);
const handshakeOf = (of: string | null) => ({ protocol: 1, view: 'team', team: of }) as const;

/** The stream of the team, or of the whole site. */
export const team = createPart<TeamState>(streamOf(asked));

/** Which team this page hears; null: the whole site. `left`: what was shown of the team before, until the new one's state is there. */
export const heardStore = createStore<{ readonly team: string | null; readonly left: TeamState | null }>(() => ({
  team: asked,
  left: null,
}));

/** Opens the page's link; `heard` is called whenever something was heard. To be called once. */
export const listen = (heard: () => void): void =>
  openConsole({
    auth: handshakeOf(asked),
    parts: [team],
    site: () => team.shown.getState().state?.site ?? null,
    busy: () => team.stream.state?.late.n ?? 0,
    mayReload: () => !linkStore.getState().paused,
    heard,
  });

/** Hears another team from now on; a page that stood still goes on, for it would show nothing of the new one. */
export function hearTeam(of: string | null): void {
  if (heardStore.getState().team === of) return;
  if (linkStore.getState().paused) togglePause();
  heardStore.setState({ team: of, left: team.shown.getState().state });
  team.stream.follow(streamOf(of));
  introduce(handshakeOf(of));
}

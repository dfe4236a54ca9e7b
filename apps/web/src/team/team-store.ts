import type { TeamState } from '@leadclock/live-protocol/team-state.js';
import { linkStore, openConsole } from '../console/console-link.js';
import { createPart } from '../console/part.js';

const asked = new URLSearchParams(window.location.search).get('team');

/** The team that this page hears: the server chose its streams when it connected, so another team is another page. */
export const heardTeam: string | null = asked === '' ? null : asked;

/** The stream of the team, or of the whole site. */
export const team = createPart<TeamState>(heardTeam === null ? 'team' : `team:${heardTeam}`);

/** Opens the page's link; to be called once. */
export const listen = (): void =>
  openConsole({
    auth: { protocol: 1, view: 'team', team: heardTeam },
    parts: [team],
    site: () => team.stream.state?.site ?? null,
    busy: () => team.stream.state?.late.n ?? 0,
    mayReload: () => !linkStore.getState().paused,
  });

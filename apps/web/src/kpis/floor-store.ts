import type { TeamState } from '@leadclock/live-protocol/team-state.js';
import { createPart } from '../console/part.js';

/** The stream of the whole floor: it names reps, teams and stages, and says when numbers may have moved. */
export const floor = createPart<TeamState>('team');

import { TeamState } from '@leadclock/live-protocol/team-state.js';
import { teamEmpty, teamLate, teamToday } from './scenario.js';

describe('the floors of the pictures', () => {
  it.each([teamToday(), teamEmpty(), teamLate()])('are states of the protocol', (state) => {
    expect(TeamState.parse(state)).toEqual(state);
  });
});

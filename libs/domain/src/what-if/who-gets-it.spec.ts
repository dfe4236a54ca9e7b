import { buildConfiguration } from '../configuration/build-configuration.js';
import { at } from '../testing/clock-time.js';
import { subject } from '../testing/story.js';
import { whoGetsIt } from './who-gets-it.js';

const ana = subject('ana')
  .tell('rep.set', '08:00', { name: 'Ana', team: 'north', active: true })
  .tell('rep.set', '10:00', { name: 'Ana', team: 'south', active: true });
const configuration = buildConfiguration(ana.events);
const goes = (action: Parameters<typeof whoGetsIt>[0], owner: string | null, team: string | null, time = '09:00') =>
  whoGetsIt(action, owner, team, configuration, at(time));

describe('a lead that a step of the replay sends on', () => {
  it('goes back to the pool from its owner; what is nobody’s is there already', () => {
    expect([goes('pool', 'ana', 'north'), goes('pool', 'ana', null), goes('pool', null, 'north')]).toEqual(['pool', 'pool', null]);
  });

  it('goes on by the rota of its team, else of the team that its owner is in then', () => {
    expect([goes('reassign', 'ana', 'west'), goes('reassign', null, 'west')]).toEqual([{ team: 'west' }, { team: 'west' }]);
    expect([goes('reassign', 'ana', null), goes('reassign', 'ana', null, '10:00')]).toEqual([{ team: 'north' }, { team: 'south' }]);
    expect([goes('reassign', 'nobody', null), goes('reassign', null, null), goes('reassign', 'toString', null)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('stays where it is by any other step', () => {
    expect([goes(null, 'ana', 'north'), goes('away', 'ana', 'north')]).toEqual([null, null]);
  });
});

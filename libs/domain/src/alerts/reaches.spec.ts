import type { RepSettings, Version } from '../configuration/configuration.js';
import { emptyConfiguration } from '../configuration/configuration.js';
import { isRep, reaches } from './reaches.js';

const version = (effect: number, value: Partial<RepSettings>): Version<RepSettings> => ({
  effect,
  time: effect,
  source: 's',
  id: `${effect}`,
  value: { name: 'x', team: 'north', active: true, calendar: null, daysOff: [], ...value },
});
const configuration = {
  ...emptyConfiguration,
  reps: {
    ana: [version(0, {}), version(100, { team: 'south' })],
    luis: [version(0, { team: 'south' })],
    old: [version(0, { active: false })],
  },
};
const heard = (told: string, at = 0): readonly string[] =>
  ['ana', 'luis', 'old', 'new', '*', 'team:north', 'manager:north', 'manager:south', 'manager:*', 'screen:hall', 'channel:sales'].filter(
    (listener) => reaches(told, listener, configuration, at),
  );

describe('who hears what an alert says', () => {
  it('is whom it names', () => {
    expect(heard('ana')).toEqual(['ana']);
    expect(heard('screen:hall')).toEqual(['screen:hall']);
    expect(heard('channel:sales')).toEqual(['channel:sales']);
    expect(heard('nobody')).toEqual([]);
  });

  it('is every rep that has not gone when it names everybody, also one that the configuration does not know', () => {
    expect(heard('*')).toEqual(['ana', 'luis', 'new', '*']);
  });

  it('is who is in the team then, and who hears for the whole of it', () => {
    expect(heard('team:north', 99)).toEqual(['ana', 'team:north']);
    expect(heard('team:south', 100)).toEqual(['ana', 'luis']);
  });

  it('is the manager of the team, and who manages any; of no team every manager', () => {
    expect(heard('manager:north')).toEqual(['manager:north', 'manager:*']);
    expect(heard('manager:*')).toEqual(['manager:north', 'manager:south', 'manager:*']);
  });

  it('a rep is who is told by his id alone', () => {
    expect(['ana', '*', 'team:ana', 'channel:x', 'teamwork'].filter(isRep)).toEqual(['ana', 'teamwork']);
  });
});

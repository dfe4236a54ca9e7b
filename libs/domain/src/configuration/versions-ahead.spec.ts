import { at } from '../testing/clock-time.js';
import { type Story, subject } from '../testing/story.js';
import { buildConfiguration } from './build-configuration.js';
import { editOf, setBy, versionsAhead } from './versions-ahead.js';

const north = (time: string, name: string, id: string, more: object = {}): Story =>
  subject('north').tell('team.set', time, { name, ...more }, { id });
const told = [
  north('08:00', 'A', 'a'),
  north('09:00', 'B', 'b'),
  north('10:00', 'C', 'c', { effective_from: '2026-11-02T18:00:00Z' }),
  north('11:00', 'D', 'd', { effective_from: '2026-11-02T18:00:00Z' }),
  subject('south').tell('team.set', '08:00', { name: 'S' }, { id: 's' }),
].flatMap(({ events }) => events);
const events = setBy(told, 'team.set', 'north');

describe('the versions of an item', () => {
  it('are those that set it, and nothing else', () => {
    expect(events.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('ahead are the one that holds, and what comes; of two of one instant the last', () => {
    const { teams } = buildConfiguration(told);
    const ahead = (time: string) => versionsAhead(events, teams, 'north', at(time)).map(({ event, effect }) => [event.id, effect]);
    expect(ahead('12:00')).toEqual([
      ['b', at('09:00')],
      ['d', at('18:00')],
    ]);
    expect(ahead('18:00')).toEqual([['d', at('18:00')]]);
    expect(versionsAhead(events, teams, 'west', at('12:00'))).toEqual([]);
  });

  it('have a name together, whatever their order, that another one changes; none is 0', () => {
    expect(editOf([])).toBe('0');
    expect(editOf(events)).toMatch(/^[0-9a-f]{16}$/);
    expect(editOf(events.toReversed())).toBe(editOf(events));
    expect(editOf(events.slice(1))).not.toBe(editOf(events));
  });
});

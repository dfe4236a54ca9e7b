import { placed } from './places.js';

const group = (rep: string, value: number, n: number, rank: number | null) => ({ key: { rep }, value, n, excluded: {}, rank });

it('a leaderboard keeps the order and places of the server, and says who shares one and who has none', () => {
  const lines = placed([group('ana', 3, 3, 1), group('bo', 2, 2, 2), group('cy', 2, 2, 2), group('dee', 9, 1, null)]);
  expect(lines.map(({ group: { key }, rank, tied, small }) => [key['rep'], rank, tied, small])).toEqual([
    ['ana', 1, false, false],
    ['bo', 2, true, false],
    ['cy', 2, true, false],
    ['dee', null, false, true],
  ]);
});

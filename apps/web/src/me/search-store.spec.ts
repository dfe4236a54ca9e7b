import { isMeant } from './search-store.js';

describe('searching the queue', () => {
  it.each([
    ['', true],
    ['  ', true],
    ['maría', true],
    ['MARÍA web', true],
    ['luis', false],
    ['maria luis', false],
  ])('for %j', (search, found) => {
    expect(isMeant(['María F.', null, 'website'], search)).toBe(found);
  });
});

import { nearNames, suggestion } from './near-names.js';

describe('a misspelt name', () => {
  it.each([
    ['lead.creatd', ['lead.created']],
    ['lead.craeted', ['lead.created']],
    ['leadCreated', ['lead.created']],
    ['LEAD_CREATED', ['lead.created']],
    ['deal.one', ['deal.won']],
    ['spam', []],
    ['x'.repeat(1000), []],
  ])('%s is near to %j', (name, near) => {
    expect(nearNames(name, ['lead.created', 'lead.merged', 'deal.won'])).toEqual(near);
  });

  it('is answered by nothing when nothing is near', () => {
    expect(suggestion('zebra', ['a', 'b'])).toBe('');
  });
});

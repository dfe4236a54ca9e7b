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

  it('is near to at most three names, the nearest first', () => {
    const names = ['abcdefgh', 'abcdefgx', 'abcdexyh', 'abcdefg', 'abcdefghi'];
    expect(nearNames('abcdefgh', names)).toEqual(['abcdefgh', 'abcdefgx', 'abcdefg']);
    expect(nearNames('abcdefgh', names, 9)).toEqual(['abcdefgh', 'abcdefgx', 'abcdefg', 'abcdefghi', 'abcdexyh']);
    expect(suggestion('abcdefgx', names.slice(0, 2))).toBe(' did you mean abcdefgx or abcdefgh?');
  });

  it('may be away by a quarter of the name’s letters, and by one where it is short', () => {
    expect(nearNames('axxdefgh', ['abcdefgh'])).toEqual(['abcdefgh']);
    expect(nearNames('axxxefgh', ['abcdefgh'])).toEqual([]);
    expect([nearNames('cat', ['car']), nearNames('cow', ['car'])]).toEqual([['car'], []]);
  });

  it('is away by one where neighbours changed places, a letter is missing or one is too many', () => {
    for (const name of ['cra', 'ca', 'r', 'carr', 'ar'])
      expect([name, nearNames(name, ['car'])]).toEqual([name, name === 'r' ? [] : ['car']]);
  });

  it('is away by one for a swap, and by two for what only looks like one', () => {
    expect(['acr', 'cra'].map((name) => nearNames(name, ['car']))).toEqual([['car'], ['car']]);
    expect([nearNames('xca', ['cya']), nearNames('cya', ['xca']), nearNames('arc', ['car'])]).toEqual([[], [], []]);
    expect([nearNames('xbdcefgh', ['abcdefgh']), nearNames('xydcefgh', ['abcdefgh'])]).toEqual([['abcdefgh'], []]);
  });

  it('of sixty-four letters is looked for, of one more not', () => {
    const long = 'x'.repeat(64);
    expect([nearNames(long, [long]), nearNames(`${long}x`, [long])]).toEqual([[long], []]);
  });

  it('is answered by nothing when nothing is near', () => {
    expect(suggestion('zebra', ['a', 'b'])).toBe('');
  });
});

import { type Address, isLive, noFilters, readAddress, writeAddress } from './address.js';

const read = (query: string): Address => readAddress(new URLSearchParams(query));
const write = (address: Address, before = ''): string => writeAddress(new URLSearchParams(before), address).toString();

describe('the address of the team page', () => {
  it('says nothing when nothing is chosen', () => {
    expect(read('')).toEqual({ filters: noFilters, showing: null, lead: null });
    expect(write(read(''))).toBe('');
  });

  it.each([
    'team=madrid',
    'team=madrid&rep=ana&source=search+ad&period=7d&hours=clock',
    'show=late',
    'show=missed&of=ana&lead=lead-1',
    'show=waiting&of=',
    'show=bin%3A5',
    'show=stage%3Ameeting&lead=a%2Cb%2F%D0%B6',
    'period=30d&show=stage%3Aoffer%3A2',
  ])('comes back as it was: %s', (query) => {
    expect(write(read(query))).toBe(query);
  });

  it.each(['period=century', 'hours=tea', 'show=everything', 'show=bin', 'show=late%3A3', 'team=&rep='])(
    'leaves out what nobody understands: %s',
    (query) => {
      expect(read(query)).toEqual({ filters: noFilters, showing: null, lead: null });
    },
  );

  it('tells leads that are nobody’s from the page’s own filter', () => {
    expect(read('show=late&of=').showing?.of).toBeNull();
    expect(read('show=late').showing?.of).toBeUndefined();
  });

  it('leaves the parameters of others alone', () => {
    expect(write(read('period=7d'), 'lang=ru&period=today&show=late')).toBe('lang=ru&period=7d');
  });

  it('is answered by the stream when a team is asked for today, in working time', () => {
    expect(isLive({ ...noFilters, team: 'madrid' })).toBe(true);
    for (const other of [{ rep: 'ana' }, { source: 'web' }, { period: 'yesterday' }, { hours: 'clock' }] as const)
      expect(isLive({ ...noFilters, ...other })).toBe(false);
  });
});

import type { Definition } from './answers.js';
import { bySection, found } from './search.js';

const kpi = (name: string, title: string, section: string): Definition => ({
  name,
  title,
  section,
  version: 1,
  formula: 'the sum of amounts',
  example: '',
  unit: 's',
  better: 'less',
  shape: 'flow',
  parameters: {},
  dimensions: [],
  max_by: 2,
});
const kpis = [
  kpi('win-ratio', 'Tasa de cierre', 'closing'),
  kpi('wait', 'Самое долгое ожидание', 'response'),
  kpi('won', 'Reunión', 'closing'),
];
const names = (typed: string) => found(kpis, typed, (section) => `in ${section}`).map(({ name }) => name);

describe('the search of the catalogue', () => {
  it('finds by words of title, name, formula and section, in any order', () => {
    expect(names('cierre tasa')).toEqual(['win-ratio']);
    expect(names('win-')).toEqual(['win-ratio']);
    expect(names('sum closing')).toEqual(['win-ratio', 'won']);
  });

  it('minds neither capitals nor accents', () => {
    expect(names('REUNION')).toEqual(['won']);
    expect(names('ДОЛГОЕ')).toEqual(['wait']);
  });

  it('finds all by nothing, and nothing by what is not there', () => {
    expect(names('  ')).toHaveLength(3);
    expect(names('win wait')).toEqual([]);
  });

  it('keeps sections in the order in which they first came', () => {
    expect(bySection(kpis).map(([section, members]) => [section, members.length])).toEqual([
      ['closing', 2],
      ['response', 1],
    ]);
  });
});

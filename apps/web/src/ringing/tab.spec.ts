import { titleOf } from './tab.js';

describe('the title', () => {
  it('says how many are late and how long the first has waited', () => {
    expect(titleOf(2, '7:42', 'Leads')).toBe('(2) ▲ 7:42 · Leads');
  });

  it('is the page’s name when nobody is late, or nobody can know', () => {
    expect([titleOf(0, null, 'Leads'), titleOf(2, null, 'Leads')]).toEqual(['Leads', 'Leads']);
  });
});
